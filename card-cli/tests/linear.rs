//! `lint` costs no more than linear time, whatever a file repeats. What counts is the time of the test's own thread.
//!
//! `LINT_MEGABYTES=50 cargo test --release -p card-cli --test linear -- --nocapture` measures files of 50 MB.

use std::{hint::black_box, time::Duration};

use card_cli::{Format, Room, lint};
use cpu_time::ThreadTime;

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

fn time(json: &str) -> Duration {
    let start = ThreadTime::now();
    let found = lint("card.json", json.as_bytes(), &[Room::Wps]);
    black_box(found.write(Format::Text));
    start.elapsed()
}

const SHORT: usize = 20_000;
const LONGER: usize = 8;
/// Three times what it may take: caches are shared.
const MOST: u32 = 24;
/// What is worse than linear is so each time.
const TRIES: usize = 8;

#[test]
fn what_is_repeated_costs_as_often() {
    for case in REPEATED {
        let (short, long) = (document(*case, SHORT), document(*case, SHORT * LONGER));
        let is_linear = || {
            let took = time(&long);
            took < Duration::from_millis(60) || took < time(&short) * MOST
        };
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
    assert!(time(&json) < Duration::from_secs(20));
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
    assert!(time(&json) < Duration::from_secs(20));
}

#[test]
fn large_files_are_read() {
    let wanted = std::env::var("LINT_MEGABYTES").ok();
    let megabytes: usize = wanted.and_then(|wanted| wanted.parse().ok()).unwrap_or(1);
    for case in REPEATED {
        let json = document(*case, megabytes * 1_000_000);
        let took = time(&json);
        println!("{}: {megabytes} MB in {took:?}", case.0);
    }
}
