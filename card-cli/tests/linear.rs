//! `lint` costs no more than linear time, whatever a file repeats.
//!
//! `LINT_MEGABYTES=50 cargo test --release -p card-cli --test linear -- --nocapture` measures files of 50 MB.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod command;

use std::time::{Duration, Instant};

use command::{message_card, scratch};

/// What is repeated in a card, between what stands before and behind it.
const REPEATED: &[(&str, &str, &str, &str)] = &[
    (
        "elements",
        r#"{"elements":["#,
        r#"{"tag":"hr"},"#,
        r#"{"tag":"hr"}]}"#,
    ),
    (
        "violations",
        r#"{"elements":["#,
        "\n{\"tag\":\"div\",\"fields\":[]},",
        r#"{"tag":"hr"}]}"#,
    ),
    (
        "unreadable elements",
        r#"{"elements":["#,
        r#"{"tag":"hr","a":1,"b":null},"#,
        r#"{"tag":"hr"}]}"#,
    ),
    (
        "buttons",
        r#"{"elements":[{"tag":"action","actions":["#,
        r#"{"tag":"button"},"#,
        r#"{"tag":"x"}]}]}"#,
    ),
    ("lines", "{\"elements\":[", "\n", "5]}"),
    (
        "text",
        r#"{"elements":[{"tag":"text","content":{"type":"plainText","text":""#,
        "中文\\n",
        r#""}}]}"#,
    ),
    (
        "markdown",
        r#"{"elements":[{"tag":"text","content":{"type":"markdown","text":""#,
        "**a* [b](c) <at> ",
        r#""}}]}"#,
    ),
    (
        "unknown",
        r#"{"elements":[{"tag":"x","y":["#,
        r#"{"\u0061":[1,"]"]},"#,
        "1]}]}",
    ),
    (
        "receivers",
        r#"{"msg_type":23,"app_key":"a","content":{"type":23,"content":{"elements":[{"tag":"hr"}]}},"to_users":{"company_uids":["#,
        r#""","#,
        r#""a"]}}"#,
    ),
    (
        "escapes",
        r#"{"elements":[{"tag":"text","content":{"type":"plainText","text":""#,
        "\\u4e2d",
        r#""}}]}"#,
    ),
    (
        "newer elements",
        r#"{"i18n_items":[{"key":"zh-CN","value":{"elements":["#,
        r#"{"text":{"tag":"text","text":{"type":"plain","content":"a","text_size":"x"}}},"#,
        r#"{"hr":{"tag":"hr"}}]}}]}"#,
    ),
    (
        "newer elements that cannot be read",
        r#"{"i18n_items":[{"key":"zh-CN","value":{"elements":["#,
        r#"{"text":{"tag":"text","text":{},"a":1,"b":2}},{"div":{"tag":"div"}},"#,
        r#"{"hr":{"tag":"hr"}}]}}]}"#,
    ),
    (
        "newer links",
        r#"{"i18n_items":[{"key":"zh-CN","value":{"elements":[{"text":{"tag":"text","text":{"type":"plain","content":"a"},"href":["#,
        r#"{"key":"a","value":{"url":"b","x":1}},"#,
        r#"{"key":"","value":{"url":"b"}}]}}]}}]}"#,
    ),
    (
        "newer languages",
        r#"{"i18n_items":["#,
        r#"{"key":"en-US","value":{"elements":[{"button":{"tag":"button","style":"","text":{"type":"plain","content":"a"}}}]}},"#,
        r#"{"key":1}]}"#,
    ),
    (
        "newer buttons",
        r#"{"i18n_items":[{"key":"zh-CN","value":{"elements":["#,
        r#"{"button":{"tag":"button","style":"","text":{"type":"plain","content":"a"},"url":"b"}},"#,
        r#"{"hr":{"tag":"hr"}}]}}]}"#,
    ),
    (
        "mentions",
        r#"{"type":"card","content":{"card":{"i18n_items":[]}},"mentions":["#,
        r#"{"id":"","type":"all"},{"id":1},"#,
        r#"{"id":"1","type":"all"}]}"#,
    ),
    (
        "newer receivers",
        r#"{"type":"card","content":{"card":{"i18n_items":[]}},"receivers":[{"type":"user","receiver_ids":["#,
        r#""",1,"#,
        r#""1"]}]}"#,
    ),
    (
        "newer markdown",
        r#"{"i18n_items":[{"key":"zh-CN","value":{"elements":[{"text":{"tag":"text","text":{"type":"markdown","content":""#,
        "**a* [b](c) [d]($e) <at> ",
        r#""}}}]}}]}"#,
    ),
    (
        "newer unused links",
        r#"{"i18n_items":[{"key":"zh-CN","value":{"elements":[{"text":{"tag":"text","text":{"type":"markdown","content":"a"},"href":["#,
        r#"{"key":"a","value":{"url":"b"}},"#,
        r#"{"key":"c","value":{"url":"b"}}]}}]}}]}"#,
    ),
    ("not JSON", r#"{"elements":["#, "[", ""),
];

fn document((_, before, repeated, after): (&str, &str, &str, &str), bytes: usize) -> String {
    let repeated = repeated.repeat(bytes / repeated.len());
    [before, &repeated, after].concat()
}

fn time(json: &str, file: &std::path::Path) -> Duration {
    std::fs::write(file, json).expect("a file");
    let file = file.to_string_lossy();
    let start = Instant::now();
    let run = message_card(&["lint", "--targets", "wps", &file], b"");
    let took = start.elapsed();
    assert!(matches!(run.code, Some(0 | 1)), "{}", run.stderr);
    took
}

const SHORT: usize = 20_000;
const LONGER: usize = 8;
/// Three times what it may take: machines are shared.
const MOST: u32 = 24;
/// What is worse than linear is so each time.
const TRIES: usize = 8;

#[test]
fn what_is_repeated_costs_as_often() {
    let file = scratch("linear").join("card.json");
    for case in REPEATED {
        let (short, long) = (document(*case, SHORT), document(*case, SHORT * LONGER));
        let is_linear = || {
            let took = time(&long, &file);
            took < Duration::from_millis(60) || took < time(&short, &file) * MOST
        };
        // A busy machine may have been elsewhere a few times.
        assert!((0..TRIES).any(|_| is_linear()), "{}", case.0);
    }
}

/// Of many fields that do not belong there, each is named by its own name.
#[test]
fn a_long_name_is_not_repeated_among_fields() {
    let fields: Vec<_> = (0..20_000).map(|n| format!(r#""x{n}":1,"#)).collect();
    let fields = fields.concat();
    let (name, item) = ("a".repeat(1_000_000), r#"{"key":"zh-CN"}"#);
    let json = format!(r#"{{{fields}"{name}":1,"i18n_items":[{item}]}}"#);
    let file = scratch("fields").join("card.json");
    assert!(time(&json, &file) < Duration::from_secs(20));
}

/// A pointer holds the names around it: forty thousand findings below a name of a megabyte would be 40 GB of pointers.
#[test]
fn a_long_name_is_not_repeated() {
    let name = "x".repeat(1_000_000);
    let elements = r#"{"tag":"div","fields":[]},"#.repeat(40_000);
    let json = [
        r#"{"i18n":{""#,
        &name,
        r#"":{"elements":["#,
        &elements,
        r#"{"tag":"hr"}]}}}"#,
    ]
    .concat();
    let file = scratch("long").join("card.json");
    assert!(time(&json, &file) < Duration::from_secs(20));
}

#[test]
fn large_files_are_read() {
    let wanted = std::env::var("LINT_MEGABYTES").ok();
    let megabytes: usize = wanted.and_then(|wanted| wanted.parse().ok()).unwrap_or(1);
    let file = scratch("large").join("card.json");
    for case in REPEATED {
        let json = document(*case, megabytes * 1_000_000);
        let took = time(&json, &file);
        println!("{}: {megabytes} MB in {took:?}", case.0);
    }
}
