//! What the README shows is what the examples are, and what they print.

use std::process::Command;

use message_card::{prelude::*, spec};

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
fn the_other_rooms_show_what_it_says() {
    let card = card! {
        <card>
            <header title="发布完成"/>
            <markdown>"负责人 " <at email="lin@wps.cn">"林亮"</at></markdown>
            <action>
                <button href="https://ci.example.com/128">"查看"</button>
                <button key="rollback">"回滚"</button>
            </action>
        </card>
    };
    let wecom = WeCom::new().people(|email| (email == "lin@wps.cn").then_some("linliang"));
    let rendered = wecom.render(&card);
    let message = serde_json::to_string(&rendered.messages[0]).expect("a message is JSON");
    let printed = format!("```text\n{message}\n{}\n```\n", rendered.report);
    assert!(README.contains(&printed), "it prints\n{printed}");
}

#[test]
fn the_limits_are_those_of_the_spec() {
    for (limit, written) in [
        (spec::CONTENT, "5000 characters"),
        (spec::wecom::MARKDOWN, "4096 bytes"),
        (spec::wecom::MARKDOWN_V2, "4096 bytes"),
        (spec::dingtalk::BODY, "20000 bytes"),
    ] {
        assert_eq!(limit.to_string(), written);
        assert!(README.contains(written));
    }
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
