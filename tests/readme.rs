//! What the README shows is what the examples are, and what they print.

mod quick_start {
    #![allow(dead_code)]
    include!("../examples/quick_start.rs");

    pub fn printed() -> String {
        body().expect("the message is valid")
    }
}

const README: &str = include_str!("../README.md");

#[test]
fn the_quick_start_is_the_example() {
    let example = include_str!("../examples/quick_start.rs");
    assert!(
        README.contains(&format!("```rust\n{example}```\n")),
        "the README shows another program"
    );
}

#[test]
fn the_output_is_what_it_prints() {
    let body = quick_start::printed();
    assert!(
        README.contains(&format!("```json\n{body}\n```\n")),
        "it prints\n{body}"
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
