//! The commands of the guide's chapter and of the README print what is shown there.
//!
//! `GUIDE=overwrite cargo test -p card-cli --test guide` writes it anew. `cat` shows the files that the other commands take.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests"
)]

mod command;

use std::{
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

use command::{Run, message_card, run_in, scratch};

fn root() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    root.expect("the workspace").to_owned()
}

/// Runs the lines of a block, and gives the block as it should be.
struct Shell {
    folder: PathBuf,
    status: Option<i32>,
}

impl Shell {
    fn block(&mut self, block: &str) -> String {
        let mut out = String::new();
        let mut rest = block;
        while let Some(line) = rest.lines().next() {
            rest = &rest[line.len() + 1..];
            let end = rest.find("\n$ ").map_or(rest.len(), |at| at + 1);
            let end = if rest.starts_with("$ ") { 0 } else { end };
            let (shown, after) = rest.split_at(end);
            rest = after;
            let command = line.strip_prefix("$ ").expect("a command");
            writeln!(out, "{line}").expect("a string");
            out.push_str(&self.run(command, shown));
        }
        out
    }

    fn run(&mut self, command: &str, shown: &str) -> String {
        if let Some(file) = command.strip_prefix("cat ") {
            fs::write(self.folder.join(file), shown).expect("a file");
            return shown.to_owned();
        }
        if command == "echo $?" {
            return format!("{}\n", self.status.expect("a status"));
        }
        let Some(command) = command.strip_prefix("message-card ") else {
            // What is no command of ours is run by others.
            return shown.to_owned();
        };
        let (command, input) = match command.split_once(" < ") {
            Some((command, file)) => (command, fs::read(self.folder.join(file)).expect("a file")),
            None => (command, Vec::new()),
        };
        let arguments: Vec<_> = command.split(' ').collect();
        let Run {
            stdout,
            stderr,
            code,
        } = run_in(&self.folder, &arguments, &input);
        self.status = code;
        assert_ne!(code, Some(2), "{command}: {stderr}");
        stdout + &stderr
    }
}

/// The text with its `console` blocks as they should be.
fn checked(text: &str, folder: PathBuf) -> (String, usize) {
    let mut shell = Shell {
        folder,
        status: None,
    };
    let (mut out, mut blocks) = (String::new(), 0);
    let mut rest = text;
    while let Some(at) = rest.find("```console\n") {
        let (before, block) = rest.split_at(at + "```console\n".len());
        let (block, after) = block.split_at(block.find("```\n").expect("the end of a block"));
        out.push_str(before);
        if block.contains("$ message-card ") {
            blocks += 1;
            out.push_str(&shell.block(block));
        } else {
            out.push_str(block);
        }
        rest = after;
    }
    (out + rest, blocks)
}

fn check(file: &Path, should_be: &str) {
    if std::env::var("GUIDE").as_deref() == Ok("overwrite") {
        return fs::write(file, should_be).expect("the file is written");
    }
    let text = fs::read_to_string(file).expect("the file is there");
    for (number, (is, should)) in text.lines().zip(should_be.lines()).enumerate() {
        assert_eq!(is, should, "{}:{}", file.display(), number + 1);
    }
    assert_eq!(text.len(), should_be.len(), "{}", file.display());
}

#[test]
fn the_chapter_shows_what_is_printed() {
    let file = root().join("src/guide/command.md");
    let text = fs::read_to_string(&file).expect("the chapter is there");
    let (text, blocks) = checked(&text, scratch("guide"));
    assert!(blocks >= 8);
    let (begin, end) = ("<!-- codes -->\n", "<!-- end -->\n");
    let (before, rest) = text.split_once(begin).expect("the place of the codes");
    let (_, after) = rest.split_once(end).expect("the end of the codes");
    let codes = message_card(&["codes"], b"").stdout;
    let codes: Vec<_> = codes.lines().map(|code| format!("`{code}`")).collect();
    check(
        &file,
        &[before, begin, &codes.join(",\n"), "\n", end, after].concat(),
    );
}

#[test]
fn the_readme_shows_what_is_printed() {
    let file = root().join("README.md");
    let text = fs::read_to_string(&file).expect("the README is there");
    let (text, blocks) = checked(&text, scratch("readme"));
    assert_eq!(blocks, 1);
    check(&file, &text);
}

#[test]
fn the_help_names_every_command() {
    let help = message_card(&["--help"], b"").stdout;
    for command in ["lint", "render", "preview", "import", "codes"] {
        assert!(help.contains(&format!("\n  {command} ")), "{help}");
        let run = message_card(&[command, "--help"], b"");
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
    }
    let version = message_card(&["--version"], b"").stdout;
    assert_eq!(
        version,
        format!("message-card {}\n", env!("CARGO_PKG_VERSION"))
    );
}
