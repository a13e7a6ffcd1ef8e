//! The catalogue itself: one error for each planted mistake, at its line, and each in the same form of words.

#![allow(clippy::unwrap_used)]

use std::{
    fs,
    path::{Path, PathBuf},
};

/// The mark behind a line with a planted mistake; a line with several has several.
const MARK: &str = "// error";

/// Files whose errors are the compiler's own words, without a code that would tell them from ours.
const COMPILER_SPEAKS: &[&str] = &["format_specification", "unfinished_expression"];

/// An error as the compiler printed it.
struct Error {
    /// Whether it is `card!` that speaks: the compiler's own errors have a code.
    is_ours: bool,
    first_line: String,
    line: usize,
    text: String,
}

fn rules() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui");
    let files = fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path());
    let mut rules: Vec<PathBuf> = files
        .filter(|file| file.extension().is_some_and(|kind| kind == "rs"))
        .collect();
    rules.sort();
    rules
}

fn name(rule: &Path) -> &str {
    rule.file_stem().unwrap().to_str().unwrap()
}

/// The line of each planted mistake.
fn planted(rule: &Path) -> Vec<usize> {
    let source = fs::read_to_string(rule).unwrap();
    let lines = source.lines().enumerate();
    lines
        .flat_map(|(index, line)| vec![index + 1; line.matches(MARK).count()])
        .collect()
}

fn printed(rule: &Path) -> String {
    fs::read_to_string(rule.with_extension("stderr")).unwrap()
}

fn errors(rule: &Path) -> Vec<Error> {
    let stderr = printed(rule);
    let mut errors: Vec<Error> = Vec::new();
    for line in stderr.lines() {
        if let Some(rest) = line.strip_prefix("error") {
            let (code, first_line) = rest.split_once(": ").unwrap();
            let is_ours = code.is_empty() && !COMPILER_SPEAKS.contains(&name(rule));
            errors.push(Error {
                is_ours,
                first_line: first_line.to_owned(),
                line: 0,
                text: String::new(),
            });
        }
        let Some(error) = errors.last_mut() else {
            continue;
        };
        if error.line == 0 && line.trim_start().starts_with("--> ") {
            error.line = line.rsplit(':').nth(1).unwrap().parse().unwrap();
        }
        error.text.push_str(line);
        error.text.push('\n');
    }
    errors
}

#[test]
fn each_mistake_is_one_error_at_its_line() {
    for rule in rules() {
        let lines: Vec<usize> = errors(&rule).iter().map(|error| error.line).collect();
        let (mut sorted, planted) = (lines.clone(), planted(&rule));
        sorted.sort_unstable();
        assert!(!planted.is_empty(), "{} plants nothing", name(&rule));
        assert_eq!(sorted, planted, "{}", name(&rule));
    }
}

#[test]
fn nothing_but_errors_is_printed() {
    for rule in rules() {
        assert!(
            !printed(&rule)
                .lines()
                .any(|line| line.starts_with("warning")),
            "{}",
            name(&rule)
        );
    }
}

#[test]
fn eight_mistakes_are_eight_errors() {
    let stderr = printed(&Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/eight_mistakes.rs"));
    assert_eq!(
        stderr
            .lines()
            .filter(|line| line.starts_with("error"))
            .count(),
        8
    );
}

#[test]
fn each_error_says_what_to_do() {
    for rule in rules() {
        for error in errors(&rule).iter().filter(|error| error.is_ours) {
            assert!(
                error.text.contains("\n       = help: "),
                "{}: {}",
                name(&rule),
                error.first_line
            );
        }
    }
}

#[test]
fn first_lines_have_one_form() {
    for rule in rules() {
        for error in errors(&rule).iter().filter(|error| error.is_ours) {
            let line = &error.first_line;
            assert!(
                !line.starts_with(char::is_uppercase),
                "{}: {line}",
                name(&rule)
            );
            assert!(!line.ends_with(['.', '!', ':']), "{}: {line}", name(&rule));
        }
    }
}

#[test]
fn no_mistake_is_blamed_on_the_whole_macro() {
    for rule in rules().iter().filter(|rule| name(rule) != "empty_macro") {
        for error in errors(rule) {
            let has_whole = error
                .text
                .lines()
                .any(|line| line.contains("let _ = card!") && line.contains("| /"));
            let points_at_call =
                error.is_ours && error.text.contains("this error originates in the macro");
            assert!(
                !has_whole && !points_at_call,
                "{}: {}",
                name(rule),
                error.first_line
            );
        }
    }
}

#[test]
fn no_path_of_a_machine_is_printed() {
    for rule in rules() {
        let printed = printed(&rule);
        assert!(
            !printed.contains(env!("CARGO_MANIFEST_DIR")),
            "{}",
            name(&rule)
        );
        assert!(!printed.contains("/registry/src/"), "{}", name(&rule));
    }
}
