//! Every command that the README, the guide and the examples name is run by `.ci/run`.

#![allow(clippy::expect_used, clippy::panic)]

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// Commands that `.ci/run` runs in another form, with the reason.
const RUN_AS: &[(&str, &str)] = &[
    // No browser is opened, and what the crate depends on is not documented anew.
    (
        "cargo doc --open",
        "env RUSTDOCFLAGS='-D warnings' cargo doc --workspace --all-features --no-deps",
    ),
    // Each benchmark once: nobody reads the times.
    (
        "cargo bench -p message-card-benches",
        "cargo bench -p message-card-benches -- --test",
    ),
    // In the profile that is built already, and not into the user's own folder.
    (
        "cargo install --path card-cli",
        "cargo install --quiet --locked --debug --path card-cli --root target/install",
    ),
    // In a program of the reader's; here it is the example that the chapter shows.
    (
        "INSTA_UPDATE=always cargo test",
        "env INSTA_UPDATE=always cargo test --example templates",
    ),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn files(folder: &Path, extension: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("the folder can be read").path();
        if path.is_dir() {
            files(&path, extension, found);
        } else if path.extension().is_some_and(|end| end == extension) {
            found.push(path);
        }
    }
}

/// The pages that people read, as markdown.
fn pages() -> Vec<String> {
    let mut markdown = vec![root().join("README.md"), root().join("README.zh-CN.md")];
    files(&root().join("src/guide"), "md", &mut markdown);
    let mut examples = Vec::new();
    files(&root().join("examples"), "rs", &mut examples);
    let examples = examples.iter().map(|path| documentation(&read(path)));
    markdown
        .iter()
        .map(|path| read(path))
        .chain(examples)
        .collect()
}

/// The documentation of a program as a whole.
fn documentation(program: &str) -> String {
    let lines = program.lines().map_while(|line| line.strip_prefix("//!"));
    let lines = lines.map(|line| line.strip_prefix(' ').unwrap_or(line));
    lines.collect::<Vec<_>>().join("\n")
}

/// The commands of a page: the lines of its shell blocks, and what stands between backquotes in its text.
fn commands(page: &str) -> Vec<String> {
    let mut commands = Vec::new();
    let mut text = String::new();
    let mut language = None;
    for line in page.lines() {
        match (line.trim_start().strip_prefix("```"), language) {
            (Some(name), None) => language = Some(name),
            (Some(_), Some(_)) => language = None,
            (None, None) => {
                text.push_str(line);
                text.push(' ');
            }
            (None, Some("console" | "sh" | "bash")) => {
                let line = line.trim_start();
                let line = line.strip_prefix("$ ").unwrap_or(line);
                let command = line.split("  ").next().unwrap_or_default();
                commands.push(command.trim_end().to_owned());
            }
            (None, Some(_)) => {}
        }
    }
    commands.extend(text.split('`').skip(1).step_by(2).map(str::to_owned));
    commands.retain(|command| is_of_cargo(command) || command.starts_with(".ci/"));
    commands
}

/// Whether this is `cargo …`, with or without variables before it.
fn is_of_cargo(command: &str) -> bool {
    let mut words = command
        .split(' ')
        .skip_while(|word| word.contains('=') && !word.starts_with('='));
    words.next() == Some("cargo") && words.next().is_some()
}

#[test]
fn continuous_integration_runs_every_command() {
    let run = read(&root().join(".ci/run"));
    let steps: Vec<&str> = run
        .lines()
        .filter_map(|line| line.strip_prefix("step "))
        .collect();
    let named: BTreeSet<String> = pages().iter().flat_map(|page| commands(page)).collect();
    for command in &named {
        let is_run = match RUN_AS.iter().find(|(named, _)| named == command) {
            Some((_, step)) => steps.contains(step),
            None if command.starts_with(".ci/") => root().join(command).is_file(),
            None => steps.contains(&command.as_str()),
        };
        assert!(is_run, "`{command}` is not run by .ci/run");
    }
    for (command, _) in RUN_AS {
        assert!(named.contains(*command), "nobody names `{command}`");
    }
}

#[test]
fn commands_are_found_wherever_they_stand() {
    let page = "Run `cargo run --example a`, or\n`cargo test\n--workspace`; not `cargo-insta` and `cargo`.\n\n\
                ```console\n$ cargo bench     # slow\n$ A=b cargo doc\n$ git diff\n$ .ci/run\n```\n\n\
                - in a list:\n\n  ```sh\n  cargo fmt\n  ```\n\n```rust\nlet cargo = 1;\n```\n";
    let mut found = commands(page);
    found.sort();
    assert_eq!(
        found,
        [
            ".ci/run",
            "A=b cargo doc",
            "cargo bench",
            "cargo fmt",
            "cargo run --example a",
            "cargo test --workspace",
        ]
    );
}
