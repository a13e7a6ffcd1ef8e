//! The guide shows the recipes as they are. `GUIDE=overwrite cargo test -p delivery-tests --test guide` copies them there.
#![allow(clippy::expect_used, clippy::panic, reason = "tests")]

use std::{env, fs, path::PathBuf};

const BEGIN: &str = "<!-- recipe ";
const END: &str = "<!-- end -->\n";

fn read(path: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The recipe as an example. What it takes from other recipes is hidden, and comes from this package.
fn example(name: &str) -> String {
    let source = read(&format!("src/recipes/{name}.rs"));
    let lines = source
        .lines()
        .skip_while(|line| line.starts_with("//!") || line.is_empty());
    let lines = lines.map(|line| match line.strip_prefix("use super::") {
        Some(rest) => format!("# use delivery_tests::recipes::{rest}\n"),
        None => format!("{line}\n"),
    });
    format!("```\n{}```\n", lines.collect::<String>())
}

/// The chapter with every recipe as it is.
fn filled(chapter: &str) -> String {
    let mut parts = chapter.split(BEGIN);
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (name, rest) = part.split_once(" -->\n").expect("a recipe has a name");
        let (_, after) = rest.split_once(END).expect("a recipe has an end");
        text.extend([BEGIN, name, " -->\n", &example(name), END, after]);
    }
    text
}

#[test]
fn the_recipes_are_those_of_the_guide() {
    for name in ["sending", "callbacks"] {
        let path = format!("../../src/guide/{name}.md");
        let (chapter, expected) = (read(&path), filled(&read(&path)));
        if env::var("GUIDE").is_ok_and(|value| value == "overwrite") {
            let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path);
            fs::write(path, &expected).expect("the chapter is written");
        } else {
            assert!(
                chapter == expected,
                "{name}: a recipe is another one by now"
            );
        }
    }
}

#[test]
fn the_guide_shows_every_recipe() {
    let chapters = read("../../src/guide/sending.md") + &read("../../src/guide/callbacks.md");
    let modules = read("src/recipes/mod.rs");
    for module in modules
        .lines()
        .filter_map(|line| line.strip_prefix("pub mod "))
    {
        let name = module.trim_end_matches(';');
        assert!(chapters.contains(&format!("{BEGIN}{name} -->\n")), "{name}");
    }
}
