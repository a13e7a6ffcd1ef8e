//! `render` and `preview`: what is printed, and what is refused.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod command;

use std::{
    io::Read,
    process::{Command, Stdio},
};

use command::{message_card, run_in, scratch};
use message_card::{Card, Target, WeCom, Wps};
use serde_json::Value;

const CARD: &str = include_str!("cases/wps/seed-send-card-request.json");

fn card() -> Card {
    let message: Value = serde_json::from_str(CARD).expect("JSON");
    Card::from_value(message["content"]["content"].clone()).expect("a card")
}

/// The JSON documents that stand one after the other.
fn documents(text: &str) -> Vec<Value> {
    let stream = serde_json::Deserializer::from_str(text).into_iter();
    stream.map(|document| document.expect("JSON")).collect()
}

#[test]
fn what_is_printed_is_what_the_library_makes() {
    let run = message_card(&["render", "--to", "wecom"], CARD.as_bytes());
    let wecom = WeCom::new().render(&card());
    let message = serde_json::to_value(&wecom.messages[0]).expect("a message");
    assert_eq!(documents(&run.stdout), [message]);
    // The pointers are those of the file.
    assert_eq!(run.stderr.lines().count(), wecom.report.losses().len());
    assert!(
        run.stderr
            .contains(" /content/content/elements/1/actions/0: "),
        "{}",
        run.stderr
    );

    let run = message_card(&["render", "--to", "wps", "-"], CARD.as_bytes());
    let content = Wps::new().render(&card()).messages.remove(0);
    assert_eq!(
        documents(&run.stdout),
        [serde_json::to_value(&content).expect("a content")]
    );
    assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
}

#[test]
fn one_element_is_a_card_of_its_own() {
    let button =
        r#"{"tag":"button","content":{"type":"plainText","text":"看"},"url":"https://a.cn"}"#;
    let action = format!(r#"{{"tag":"action","actions":[{button}]}}"#);
    let run = message_card(&["render", "--to", "wecom"], action.as_bytes());
    assert!(run.stdout.contains("[看](https://a.cn)"));
    assert!(
        run.stderr.starts_with("info replaced /actions/0: "),
        "{}",
        run.stderr
    );
}

#[test]
fn every_room_takes_its_options() {
    for arguments in [
        "--to wps-webhook",
        "--to wps-webhook --format markdown --locale en-US --client pc --fit reject",
        "--to wps-webhook --format text --split 2",
        "--to wecom --format markdown_v2 --client android",
        "--to wecom --format template_card",
        "--to wecom --format text_notice",
        "--to wecom --format news_notice",
        "--to wecom --format text --fit truncate",
        "--to dingtalk --format actionCard --client ios",
        "--to dingtalk --format markdown",
        "--to dingtalk --format text --locale en-US",
        "--to text --locale en-US --client pc --split 3",
    ] {
        let arguments: Vec<_> = ["render"].into_iter().chain(arguments.split(' ')).collect();
        let run = message_card(&arguments, CARD.as_bytes());
        assert_eq!(run.code, Some(0), "{arguments:?}: {}", run.stderr);
        assert!(
            run.stdout.contains("卡片标题"),
            "{arguments:?}: {}",
            run.stdout
        );
    }
}

#[test]
fn what_means_nothing_is_refused() {
    for (arguments, why) in [
        (
            "--to wps --locale en-US",
            "`--to wps` does not take --locale",
        ),
        (
            "--to wps --split 2",
            "`--to wps` does not take --fit and --split",
        ),
        (
            "--to text --format text",
            "`--to text` does not take --format",
        ),
        (
            "--to text --people people.json",
            "cannot read `people.json`",
        ),
        (
            "--to wecom --format actionCard",
            "there is no kind of message `actionCard` there",
        ),
        ("--to lark", "invalid value 'lark'"),
        ("", "--to <ROOM>"),
        ("--to wecom --split 2 --fit reject", "cannot be used with"),
    ] {
        let arguments: Vec<_> = ["render"]
            .into_iter()
            .chain(arguments.split_whitespace())
            .collect();
        let run = message_card(&arguments, CARD.as_bytes());
        assert_eq!(
            (run.code, run.stdout.as_str()),
            (Some(2), ""),
            "{arguments:?}"
        );
        assert!(run.stderr.contains(why), "{}", run.stderr);
    }
}

#[test]
fn people_are_who_the_file_says() {
    let folder = scratch("people");
    let card = r#"{"elements":[{"tag":"text","content":{"type":"markdown","text":"<at email='a@wps.cn'>林</at> <at email='b@wps.cn'>王</at>"}}]}"#;
    let people = r#"{"a@wps.cn": "lin", "b@wps.cn": {"mobile": "13800001111"}}"#;
    std::fs::write(folder.join("people.json"), people).expect("a file");
    let arguments = [
        "render",
        "--to",
        "dingtalk",
        "--people",
        "people.json",
        "--report",
        "json",
    ];
    let run = run_in(&folder, &arguments, card.as_bytes());
    assert_eq!(
        documents(&run.stdout)[0]["at"],
        serde_json::json!({"atMobiles": ["13800001111"], "atUserIds": ["lin"]})
    );
    let report = &documents(&run.stderr)[0];
    assert!(
        report
            .as_array()
            .is_some_and(|losses| losses.iter().all(|loss| loss["severity"] == "info"))
    );
    for wrong in ["[1]", r#"{"a@wps.cn": 5}"#, "{"] {
        std::fs::write(folder.join("people.json"), wrong).expect("a file");
        let run = run_in(&folder, &arguments, card.as_bytes());
        assert_eq!(run.code, Some(2));
        assert!(
            run.stderr
                .starts_with("message-card: cannot read `people.json`: "),
            "{}",
            run.stderr
        );
    }
}

#[test]
fn a_long_card_is_spread() {
    let texts: Vec<_> = (0..15)
        .map(|n| serde_json::json!({"tag": "text", "content": {"type": "plainText", "text": format!("{n}{}", "字".repeat(300))}}))
        .collect();
    let card = serde_json::json!({ "elements": texts }).to_string();
    let run = message_card(
        &["render", "--to", "wecom", "--split", "9"],
        card.as_bytes(),
    );
    assert!(documents(&run.stdout).len() > 2);
    let run = message_card(
        &["render", "--to", "wecom", "--deny", "lost"],
        card.as_bytes(),
    );
    assert_eq!((documents(&run.stdout).len(), run.code), (1, Some(1)));
}

#[test]
fn a_file_without_a_card_is_refused_with_its_findings() {
    let broken = "{\"elements\": [\n{\"tag\": 1}]}";
    for arguments in [&["render", "--to", "text"][..], &["preview"], &["import"]] {
        let run = message_card(arguments, broken.as_bytes());
        assert_eq!(
            (run.code, run.stdout.as_str()),
            (Some(2), ""),
            "{arguments:?}"
        );
        assert_eq!(
            run.stderr,
            "<stdin>:2:9 error wrong-type expected a string, found a number\n\
             message-card: there is no card to read in `<stdin>`\n"
        );
        let text = include_str!("cases/wps/legacy-send-text-request.json");
        let run = message_card(arguments, text.as_bytes());
        assert!(
            run.stderr.starts_with("<stdin>:1:1 error not-a-card "),
            "{}",
            run.stderr
        );
    }
}

#[test]
fn a_preview_is_the_librarys() {
    let folder = scratch("preview");
    let run = run_in(&folder, &["preview", "-o", "card.html"], CARD.as_bytes());
    assert_eq!(
        (run.code, run.stdout.as_str(), run.stderr.as_str()),
        (Some(0), "", "")
    );
    let page = std::fs::read_to_string(folder.join("card.html")).expect("the page");
    assert_eq!(page, message_card::preview(&card()));
    assert_eq!(
        message_card(&["preview", "-"], CARD.as_bytes()).stdout,
        page
    );
    let run = run_in(
        &folder,
        &["preview", "-o", "no/such/folder.html"],
        CARD.as_bytes(),
    );
    assert_eq!(run.code, Some(2));
    assert!(
        run.stderr
            .starts_with("message-card: cannot write `no/such/folder.html`: ")
    );
}

#[test]
fn nobody_has_to_read_to_the_end() {
    let elements = r#"{"tag":"div","fields":[]},"#.repeat(50_000);
    let card = format!(r#"{{"elements":[{elements}{{"tag":"hr"}}]}}"#);
    let file = scratch("pipe").join("card.json");
    std::fs::write(&file, card).expect("a file");
    let mut child = Command::new(env!("CARGO_BIN_EXE_message-card"))
        .arg("lint")
        .arg(&file)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command runs");
    let mut begin = [0; 10];
    let mut stdout = child.stdout.take().expect("a pipe");
    stdout.read_exact(&mut begin).expect("it says something");
    drop(stdout);
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert!(output.status.code().is_some());
}
