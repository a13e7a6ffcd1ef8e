//! `render` and `preview`: what is printed, and what is refused.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests"
)]

mod command;

use std::{
    io::Read,
    process::{Command, Stdio},
};

use command::{message_card, run_in, scratch};
use message_card::{Card, DingTalk, PlainText, Target, WeCom, Wps, Wps365, wps365};
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
        "--to wps365",
        "--to wps365 --company 11111",
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
            "--to wps365 --format card",
            "`--to wps365` does not take --format",
        ),
        (
            "--to wps365 --locale en-US",
            "`--to wps365` does not take --locale",
        ),
        (
            "--to wps365 --client pc",
            "`--to wps365` does not take --client",
        ),
        (
            "--to wps365 --fit reject",
            "`--to wps365` does not take --fit and --split",
        ),
        (
            "--to wecom --company 11111",
            "`--to wecom` does not take --company",
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
        (
            "--to wecom --split 0",
            "invalid value '0' for '--split <PARTS>'",
        ),
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

const NEWER: &str = include_str!("cases/wps365/every-part.json");

fn newer() -> wps365::Card {
    wps365::Card::from_json(NEWER).expect("a card")
}

#[test]
fn wps_365_gets_its_message_with_its_mentions() {
    let folder = scratch("wps365");
    let card = r#"{"elements":[{"tag":"text","content":{"type":"markdown","text":"<at email='a@wps.cn'>林</at> <at email='b@wps.cn'>王</at>"}}]}"#;
    std::fs::write(
        folder.join("people.json"),
        "\u{feff}{\"a@wps.cn\": \"22222\"}",
    )
    .expect("a file");
    let arguments = [
        "render",
        "--to",
        "wps365",
        "--people",
        "people.json",
        "--company",
        "11111",
    ];
    let run = run_in(&folder, &arguments, card.as_bytes());
    let target = Wps365::new()
        .company("11111")
        .people(|email| (email == "a@wps.cn").then_some("22222"));
    let rendered = target.render(&Card::from_json(card).expect("a card"));
    let message = serde_json::to_value(&rendered.messages[0]).expect("a message");
    assert_eq!(message["mentions"][0]["identity"]["id"], "22222");
    assert_eq!(documents(&run.stdout), [message]);
    assert_eq!(run.stderr.lines().count(), 1, "{}", run.stderr);
    assert!(
        run.stderr
            .starts_with("lost mention-lost /elements/0/content/text: ")
    );
    // Without a company nobody is mentioned.
    let run = run_in(&folder, &arguments[..5], card.as_bytes());
    assert!(documents(&run.stdout)[0].get("mentions").is_none());
    assert!(
        run.stderr.contains("the company is not known"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_card_of_the_newer_dialect_is_rendered_by_way_of_the_older() {
    let (older, left) = newer().to_card();
    assert_eq!(left.losses().len(), 7);
    let message = format!(r#"{{"type":"card","receivers":[],"content":{{"card":{NEWER}}}}}"#);
    let run = message_card(&["render", "--to", "dingtalk"], message.as_bytes());
    let rendered = DingTalk::new().render(&older);
    let expected = serde_json::to_value(&rendered.messages[0]).expect("a message");
    assert_eq!(documents(&run.stdout), [expected]);
    let lines: Vec<_> = run.stderr.lines().collect();
    assert_eq!(
        lines.len(),
        left.losses().len() + rendered.report.losses().len()
    );
    assert_eq!(
        lines[0],
        "info dropped /content/card/i18n_items/1/value/elements/0/text/text/text_size: the older dialect has no `text_size`, it is left out"
    );
    let document: Value = serde_json::from_str(&message).expect("JSON");
    for line in &lines {
        let place = line
            .split(' ')
            .nth(2)
            .expect("a place")
            .trim_end_matches(':');
        assert!(
            place == "the" || document.pointer(place).is_some(),
            "{line}"
        );
    }
    // A loss of the older dialect counts as any other.
    let run = message_card(
        &["render", "--to", "wps", "--deny", "lost"],
        NEWER.as_bytes(),
    );
    assert_eq!(run.code, Some(1));
    let content = serde_json::to_value(&Wps::new().render(&older).messages[0]).expect("a content");
    assert_eq!(documents(&run.stdout), [content]);
    let run = message_card(
        &["render", "--to", "text", "--report", "json"],
        NEWER.as_bytes(),
    );
    assert_eq!(
        run.stdout,
        PlainText::new().render(&older).messages[0].clone() + "\n"
    );
    let report = documents(&run.stderr).remove(0);
    assert_eq!(report[4]["pointer"], "/i18n_items/2/key");
}

#[test]
fn a_card_of_the_newer_dialect_goes_to_its_room_as_it_is() {
    let card: Value = serde_json::from_str(NEWER).expect("JSON");
    let mentions = serde_json::json!([{"id": "1", "type": "all"}]);
    let create = serde_json::json!({
        "type": "card", "receiver": {"type": "chat", "receiver_id": "c1"}, "mentions": mentions, "content": {"card": card},
    });
    let plain = serde_json::json!({"type": "card", "content": {"card": card}});
    let mentioning =
        serde_json::json!({"type": "card", "mentions": mentions, "content": {"card": card}});
    for (given, expected) in [
        (card.clone(), &plain),
        (serde_json::json!({ "card": card }), &plain),
        (create, &mentioning),
    ] {
        let run = message_card(&["render", "--to", "wps365"], given.to_string().as_bytes());
        assert_eq!((run.code, run.stderr.as_str()), (Some(0), ""));
        assert_eq!(documents(&run.stdout), std::slice::from_ref(expected));
    }
    let run = message_card(
        &["render", "--to", "wps365", "--company", "11111"],
        NEWER.as_bytes(),
    );
    assert_eq!((run.code, run.stdout.as_str()), (Some(2), ""));
    assert!(
        run.stderr.contains("is one of WPS 365 already"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_preview_of_the_newer_dialect_says_what_it_leaves_out() {
    let run = message_card(&["preview"], NEWER.as_bytes());
    let (older, left) = newer().to_card();
    assert_eq!(run.stdout, message_card::preview(&older));
    assert_eq!(run.stderr.lines().count(), left.losses().len());
    assert!(
        run.stderr
            .starts_with("<stdin>:24:112 info dropped the older dialect has no `text_size`"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_card_of_the_newer_dialect_that_cannot_be_read_is_refused() {
    let broken = "{\"i18n_items\": [\n{\"key\": 1, \"lang\": 2}]}";
    let to_wps365 = ["render", "--to", "wps365"];
    for arguments in [
        &["render", "--to", "text"][..],
        &to_wps365,
        &["preview"],
        &["import"],
    ] {
        let run = message_card(arguments, broken.as_bytes());
        assert_eq!(
            (run.code, run.stdout.as_str()),
            (Some(2), ""),
            "{arguments:?}"
        );
        assert_eq!(
            run.stderr,
            "<stdin>:2:9 error wrong-type expected a string, found a number\n\
             <stdin>:2:12 error unknown-field unknown field `lang`; expected `key` or `value`\n\
             message-card: there is no card to read in `<stdin>`\n"
        );
    }
}

#[test]
fn an_element_of_the_newer_dialect_is_one_in_a_card() {
    let element = r#"{"text": {"tag": "text", "text": {"type": "markdown", "content": "~~x~~", "text_size": "large"}}}"#;
    let run = message_card(
        &["render", "--to", "wecom", "--report", "json"],
        element.as_bytes(),
    );
    let pointer = |loss: &Value| loss["pointer"].as_str().map(str::to_owned);
    let report = documents(&run.stderr).remove(0);
    let pointers: Vec<_> = report
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(pointer)
        .collect();
    assert_eq!(pointers, ["/text/text/text_size", "/text/text/content"]);
    assert_eq!(documents(&run.stdout)[0]["markdown"]["content"], "x");
    let run = message_card(&["import"], element.as_bytes());
    assert!(
        run.stdout.contains("<markdown>\"~~x~~\"</markdown>"),
        "{}",
        run.stdout
    );
    assert!(
        run.stderr.contains("\n<stdin>:1:88 info dropped "),
        "{}",
        run.stderr
    );
}

#[test]
fn a_byte_order_mark_is_skipped() {
    for card in [CARD, NEWER] {
        let marked = format!("\u{feff}{card}");
        for arguments in [&["render", "--to", "text"][..], &["preview"], &["import"]] {
            let (with, without) = (
                message_card(arguments, marked.as_bytes()),
                message_card(arguments, card.as_bytes()),
            );
            assert_eq!((with.code, &with.stdout), (Some(0), &without.stdout));
            assert_eq!(with.stderr, without.stderr);
        }
    }
    let run = message_card(&["render", "--to", "text"], "\u{feff}{".as_bytes());
    assert_eq!(run.code, Some(2));
    assert!(
        run.stderr.starts_with("<stdin>:1:1 error syntax "),
        "{}",
        run.stderr
    );
}
