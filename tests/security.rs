//! What `SECURITY.md` promises is shown by a test that exists, and guards a file that exists.

#![allow(clippy::expect_used, clippy::panic)]

use std::{fs, path::Path};

const SECURITY: &str = include_str!("../SECURITY.md");

/// The parts of a cell that stand in backticks.
fn names(cell: &str) -> Vec<&str> {
    cell.split('`').skip(1).step_by(2).collect()
}

#[test]
fn every_guarantee_has_its_test() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (_, table) = SECURITY
        .split_once("| guarantee | where | test |\n|---|---|---|\n")
        .expect("a table of guarantees");
    let rows: Vec<&str> = table
        .lines()
        .take_while(|line| line.starts_with('|'))
        .collect();
    assert!(rows.len() > 15, "{} guarantees", rows.len());
    for row in rows {
        let cells: Vec<&str> = row.trim_matches('|').split('|').collect();
        let [_, places, test] = cells.as_slice() else {
            panic!("{row}: three cells");
        };
        for place in names(places) {
            assert!(root.join(place).exists(), "{row}: no {place}");
        }
        let names = names(test);
        let [file, name] = names.as_slice() else {
            panic!("{row}: a file and a test");
        };
        let source = fs::read_to_string(root.join(file)).unwrap_or_default();
        assert!(
            source.contains(&format!("fn {name}(")),
            "{row}: no such test in {file}"
        );
    }
}
