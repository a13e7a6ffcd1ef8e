//! What a user of the library compiles: permissive licences, and nothing twice. `deny.toml` says the same to `cargo deny`,
//! which looks at advisories as well.

#![allow(clippy::expect_used)]

use std::process::Command;

const DENY: &str = include_str!("../deny.toml");

fn tree(arguments: &[&str]) -> Vec<String> {
    let output = Command::new(env!("CARGO"))
        .args(["tree", "--package", "message-card", "--all-features"])
        .args([
            "--edges",
            "normal,build",
            "--target",
            "all",
            "--prefix",
            "none",
        ])
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    let lines = String::from_utf8(output.stdout).expect("the output is UTF-8");
    assert!(output.status.success(), "cargo tree {arguments:?}");
    lines.lines().map(str::to_owned).collect()
}

/// Whether one of the licences that are offered is allowed.
fn is_allowed(offered: &str) -> bool {
    let allows = |licence: &str| DENY.contains(&format!("    \"{}\",\n", licence.trim()));
    offered
        .split(" AND ")
        .all(|part| part.trim_matches(['(', ')']).split(" OR ").any(allows))
}

#[test]
fn licences_are_permissive() {
    let packages = tree(&["--format", "{p}|{l}"]);
    assert!(packages.len() > 20, "{packages:#?}");
    for package in packages {
        let (name, licence) = package.split_once('|').expect("a name and a licence");
        let licence = licence.trim_end_matches("(*)").trim().replace('/', " OR ");
        assert!(is_allowed(&licence), "{name}: {licence}");
    }
    assert!(!is_allowed("GPL-3.0-only") && !is_allowed("MIT AND GPL-3.0-only"));
    assert!(is_allowed("GPL-3.0-only OR MIT"));
}

#[test]
fn no_package_is_compiled_in_two_versions() {
    let twice: Vec<String> = tree(&["--duplicates", "--depth", "0"]);
    // Two builds of one version, for the macro and for the program, stand there as well.
    let mut names: Vec<&str> = twice
        .iter()
        .filter(|line| !line.is_empty())
        .map(|line| line.trim_end_matches(" (*)"))
        .collect();
    names.sort_unstable();
    names.dedup();
    let names: Vec<&str> = names
        .iter()
        .filter_map(|line| line.split(' ').next())
        .collect();
    let mut once = names.clone();
    once.dedup();
    assert_eq!(names, once);
}
