//! What the README shows is what the examples are, and what they print.

use std::process::Command;

const README: &str = include_str!("../README.md");

#[test]
fn the_quick_start_is_the_example() {
    let example = include_str!("../examples/quick_start.rs");
    let example = example.trim_start_matches(|c| c != '\n').trim_start();
    assert!(
        README.contains(&format!("```rust\n{example}```\n")),
        "the README shows another program"
    );
}

#[test]
fn the_output_is_what_it_prints() {
    let output = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--example", "quick_start"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .expect("cargo runs");
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let printed = String::from_utf8(output.stdout).expect("the output is UTF-8");
    assert!(
        README.contains(&format!("```json\n{printed}```\n")),
        "it prints\n{printed}"
    );
}

#[test]
fn the_error_is_the_compilers() {
    let catalogue = include_str!("compile/ui/unknown_attribute.stderr");
    for line in [
        "error: `<header>` has no attribute `titel`",
        "= help: did you mean `title`?",
        "= note: `<header>` has `title`, `subtitle`, `template`",
    ] {
        assert!(README.contains(line) && catalogue.contains(line), "{line}");
    }
}

#[test]
fn continuous_integration_runs_the_test_command() {
    let run = include_str!("../.ci/run");
    let command = "cargo test --workspace";
    assert!(
        README.contains(&format!("$ {command} ")) && run.contains(&format!("step {command}\n"))
    );
}
