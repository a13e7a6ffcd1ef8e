//! Documents that are not cards: each is refused with the place and a sentence, in bounded time, and nothing panics.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::{
    fmt::Write as _,
    time::{Duration, Instant},
};

use card_model::{Card, Document, Element, ReadError, ReadErrorKind};

/// Documents, and the whole error.
const BROKEN: &[(&str, &str)] = &[
    // Not JSON.
    ("", "line 1 column 0: not JSON: EOF while parsing a value"),
    (
        "   ",
        "line 1 column 3: not JSON: EOF while parsing a value",
    ),
    ("card", "line 1 column 1: not JSON: expected value"),
    (
        "{'elements':[]}",
        "line 1 column 2: not JSON: key must be a string",
    ),
    (
        r#"{"elements":[],}"#,
        "line 1 column 16: not JSON: trailing comma",
    ),
    (
        "{\n  \"elements\": [\n",
        "line 3 column 0: not JSON: EOF while parsing a list",
    ),
    (
        r#"{"elements":[]} {}"#,
        "line 1 column 17: not JSON: trailing characters",
    ),
    (
        r#"{"elements":[]}]"#,
        "line 1 column 16: not JSON: trailing characters",
    ),
    (
        r#"{"link":{"url":"\ud800"}}"#,
        "line 1 column 23: not JSON: unexpected end of hex escape",
    ),
    (
        r#"{"link":{"url":"\udc00"}}"#,
        "line 1 column 22: not JSON: lone leading surrogate in hex escape",
    ),
    (
        r#"{"link":{"url":"\x41"}}"#,
        "line 1 column 18: not JSON: invalid escape",
    ),
    (
        "{\"link\":{\"url\":\"a\u{0}\"}}",
        "line 1 column 18: not JSON: control character (\\u0000-\\u001F) found while parsing a string",
    ),
    (
        "{\"link\":{\"url\":\"a\nb\"}}",
        "line 2 column 0: not JSON: control character (\\u0000-\\u001F) found while parsing a string",
    ),
    (
        r#"{"elements":[{"tag":"x","n":1e999}]}"#,
        "line 1 column 33: not JSON: number out of range",
    ),
    (
        r#"{"elements":[{"tag":"x","n":01}]}"#,
        "line 1 column 30: not JSON: invalid number",
    ),
    (
        r#"{"elements":[{"tag":"x","n":NaN}]}"#,
        "line 1 column 29: not JSON: expected value",
    ),
    (
        "\u{feff}{}",
        "line 1 column 1: the document begins with a byte order mark, remove it",
    ),
    // Not text.
    (
        r#"{"link":{"url":"a\u0000"}}"#,
        "/link/url (line 1 column 24): the text holds U+0000, remove it",
    ),
    (
        r#"{"elements":[{"tag":"x","a":[1,"\u0000"]}]}"#,
        "/elements/0/a/1 (line 1 column 39): the text holds U+0000, remove it",
    ),
    (
        r#"{"i18n":{"\u0000":{}}}"#,
        "/i18n (line 1 column 17): the text holds U+0000, remove it",
    ),
    // Fields that are there twice.
    (
        r#"{"elements":[],"elements":[]}"#,
        "/elements (line 1 column 25): the field `elements` is there twice, remove one",
    ),
    (
        r#"{"elements":[{"tag":"hr","tag":"hr"}]}"#,
        "/elements/0/tag (line 1 column 30): the field `tag` is there twice, remove one",
    ),
    (
        r#"{"i18n":{"en-US":{},"en-US":{}}}"#,
        "/i18n/en-US (line 1 column 27): the field `en-US` is there twice, remove one",
    ),
    (
        r#"{"elements":[{"tag":"x","href":{"a~/b":1,"a~\/b":2}}]}"#,
        "/elements/0/href/a~0~1b (line 1 column 48): the field `a~/b` is there twice, remove one",
    ),
    // The wrong type.
    ("[]", "the document: expected an object, found an array"),
    ("null", "the document: expected an object, found null"),
    ("true", "the document: expected an object, found a boolean"),
    ("1", "the document: expected an object, found a number"),
    (
        r#""card""#,
        "the document: expected an object, found a string",
    ),
    (
        r#"{"config":[]}"#,
        "/config: expected an object, found an array",
    ),
    (
        r#"{"config":{"operator_allow":true}}"#,
        "/config/operator_allow: expected null or an array of integers, found a boolean",
    ),
    (
        r#"{"config":{"operator_allow":[1,"a"]}}"#,
        "/config/operator_allow/1: expected an integer, found a string",
    ),
    (
        r#"{"config":{"operator_allow":[1.5]}}"#,
        "/config/operator_allow/0: expected an integer of 64 bits, found a number",
    ),
    (
        r#"{"config":{"operator_allow":[9223372036854775808]}}"#,
        "/config/operator_allow/0: expected an integer of 64 bits, found a number",
    ),
    (
        r#"{"config":{"todo_switch":true}}"#,
        "/config/todo_switch: expected a string, found a boolean",
    ),
    (
        r#"{"config":{"filter_key":1}}"#,
        "/config/filter_key: expected a string, found a number",
    ),
    (
        r#"{"config":{"update_single":"true"}}"#,
        "/config/update_single: expected a boolean, found a string",
    ),
    (
        r#"{"config":{"nonsupport_client":[]}}"#,
        "/config/nonsupport_client: expected an object, found an array",
    ),
    (
        r#"{"config":{"nonsupport_client":{"client_type":"pc"}}}"#,
        "/config/nonsupport_client/client_type: expected an array, found a string",
    ),
    (
        r#"{"config":{"nonsupport_client":{"client_type":[1]}}}"#,
        "/config/nonsupport_client/client_type/0: expected a string, found a number",
    ),
    (
        r#"{"config":{"nonsupport_client":{"client_type":[],"describe":{}}}}"#,
        "/config/nonsupport_client/describe: expected a string, found an object",
    ),
    (
        r#"{"link":"https://xz.wps.cn/"}"#,
        "/link: expected an object, found a string",
    ),
    (
        r#"{"link":{"url":1}}"#,
        "/link/url: expected a string, found a number",
    ),
    (
        r#"{"link":{"url":"","pc_url":[]}}"#,
        "/link/pc_url: expected a string, found an array",
    ),
    (
        r#"{"header":"x"}"#,
        "/header: expected an object, found a string",
    ),
    (
        r#"{"header":{"title":"x"}}"#,
        "/header/title: expected an object, found a string",
    ),
    (
        r#"{"header":{"title":{"tag":"div"}}}"#,
        "/header/title/tag: unknown name `div`; expected `text`",
    ),
    (
        r#"{"elements":{}}"#,
        "/elements: expected an array, found an object",
    ),
    (
        r#"{"elements":["x"]}"#,
        "/elements/0: expected an object, found a string",
    ),
    (
        r#"{"elements":[{"tag":1}]}"#,
        "/elements/0/tag: expected a string, found a number",
    ),
    (
        r#"{"elements":[{"tag":null}]}"#,
        "/elements/0/tag: expected a string, found null",
    ),
    (
        r#"{"elements":[{"tag":"text","content":"x"}]}"#,
        "/elements/0/content: expected an object, found a string",
    ),
    (
        r#"{"elements":[{"tag":"text","content":{"type":"plainText","text":1}}]}"#,
        "/elements/0/content/text: expected a string, found a number",
    ),
    (
        r#"{"elements":[{"tag":"text","content":{"type":"markdown","text":""},"href":[]}]}"#,
        "/elements/0/href: expected an object, found an array",
    ),
    (
        r#"{"elements":[{"tag":"text","content":{"type":"markdown","text":""},"href":{"a":"b"}}]}"#,
        "/elements/0/href/a: expected an object, found a string",
    ),
    (
        r#"{"elements":[{"tag":"div","fields":{}}]}"#,
        "/elements/0/fields: expected an array, found an object",
    ),
    (
        r#"{"elements":[{"tag":"div","fields":[{"tag":"hr"}]}]}"#,
        "/elements/0/fields/0/tag: unknown name `hr`; expected `text`",
    ),
    (
        r#"{"elements":[{"tag":"div","fields":[],"division":1}]}"#,
        "/elements/0/division: expected a string, found a number",
    ),
    (
        r#"{"elements":[{"tag":"img","content":{"store_key":1}}]}"#,
        "/elements/0/content/store_key: expected a string, found a number",
    ),
    (
        r#"{"elements":[{"tag":"hr","style":[]}]}"#,
        "/elements/0/style: expected a string, found an array",
    ),
    (
        r#"{"elements":[{"tag":"picText","img":"K","text":{}}]}"#,
        "/elements/0/img: expected an object, found a string",
    ),
    (
        r#"{"elements":[{"tag":"action","actions":{}}]}"#,
        "/elements/0/actions: expected an array, found an object",
    ),
    (
        r#"{"elements":[{"tag":"action","actions":[[]]}]}"#,
        "/elements/0/actions/0: expected an object, found an array",
    ),
    (
        r#"{"elements":[{"tag":"action","actions":[{"tag":"button","content":{"type":"markdown","text":"x"}}]}]}"#,
        "/elements/0/actions/0/content/type: unknown name `markdown`; expected `plainText`",
    ),
    (
        r#"{"elements":[{"tag":"action","actions":[{"tag":"button","content":{"type":"plainText","text":"x"},"key":1}]}]}"#,
        "/elements/0/actions/0/key: expected a string, found a number",
    ),
    (
        r#"{"i18n":[]}"#,
        "/i18n: expected an object, found an array",
    ),
    (
        r#"{"i18n":{"en-US":[]}}"#,
        "/i18n/en-US: expected an object, found an array",
    ),
    (
        r#"{"i18n":{"en-US":{"elements":[{"tag":"hr"},{}]}}}"#,
        "/i18n/en-US/elements/1: missing field `tag`",
    ),
    // What is missing.
    (r#"{"link":{}}"#, "/link: missing field `url`"),
    (r#"{"header":{}}"#, "/header: missing field `title`"),
    (
        r#"{"config":{"nonsupport_client":{}}}"#,
        "/config/nonsupport_client: missing field `client_type`",
    ),
    (
        r#"{"elements":[{"tag":"hr"},{"tag":"hr"},{"style":"dashed"}]}"#,
        "/elements/2: missing field `tag`",
    ),
    (
        r#"{"elements":[{"tag":"text"}]}"#,
        "/elements/0: missing field `content`",
    ),
    (
        r#"{"elements":[{"tag":"text","content":{"text":"x"}}]}"#,
        "/elements/0/content: missing field `type`",
    ),
    (
        r#"{"elements":[{"tag":"text","content":{"type":"plainText"}}]}"#,
        "/elements/0/content: missing field `text`",
    ),
    (
        r#"{"elements":[{"tag":"div"}]}"#,
        "/elements/0: missing field `fields`",
    ),
    (
        r#"{"elements":[{"tag":"img"}]}"#,
        "/elements/0: missing field `content`",
    ),
    (
        r#"{"elements":[{"tag":"img","content":{}}]}"#,
        "/elements/0/content: missing field `store_key`",
    ),
    (
        r#"{"elements":[{"tag":"picText","img":{"store_key":"K"}}]}"#,
        "/elements/0: missing field `text`",
    ),
    (
        r#"{"elements":[{"tag":"action"}]}"#,
        "/elements/0: missing field `actions`",
    ),
    (
        r#"{"elements":[{"tag":"action","actions":[{"key":"k"}]}]}"#,
        "/elements/0/actions/0: missing field `tag`",
    ),
    (
        r#"{"elements":[{"tag":"action","actions":[{"tag":"button"}]}]}"#,
        "/elements/0/actions/0: missing field `content`",
    ),
    // Misspelt and misplaced fields.
    (
        r#"{"element":[]}"#,
        "/element: unknown field `element`, did you mean `elements`?; expected `config`, `link`, `header`, `elements` or `i18n`",
    ),
    (
        r#"{"headre":{}}"#,
        "/headre: unknown field `headre`, did you mean `header`?; expected `config`, `link`, `header`, `elements` or `i18n`",
    ),
    (
        r#"{"config":{"update_singel":true}}"#,
        "/config/update_singel: unknown field `update_singel`, did you mean `update_single`?; expected `operator_allow`, `todo_switch`, `filter_key`, `update_single` or `nonsupport_client`",
    ),
    (
        r#"{"link":{"url":"","andriod_url":""}}"#,
        "/link/andriod_url: unknown field `andriod_url`, did you mean `android_url`?; expected `url`, `android_url`, `ios_url` or `pc_url`",
    ),
    (
        r#"{"header":{"tilte":{}}}"#,
        "/header/tilte: unknown field `tilte`, did you mean `title`?; expected `title`, `subtitle` or `template`",
    ),
    (
        r#"{"elements":[{"tag":"text","content":{"type":"markdown","txt":"x"}}]}"#,
        "/elements/0/content/txt: unknown field `txt`, did you mean `text`?; expected `type` or `text`",
    ),
    (
        r#"{"elements":[{"tag":"text","content":{"type":"plaintext","text":"x"}}]}"#,
        "/elements/0/content/type: unknown name `plaintext`, did you mean `plainText`?; expected `plainText` or `markdown`",
    ),
    (
        r#"{"elements":[{"tag":"div","field":[]}]}"#,
        "/elements/0/field: unknown field `field`, did you mean `fields`?; expected `tag`, `fields`, `division` or `link`",
    ),
    (
        r#"{"elements":[{"tag":"img","content":{"storekey":"K"}}]}"#,
        "/elements/0/content/storekey: unknown field `storekey`, did you mean `store_key`?; expected `pic_type`, `store_key` or `store_key_sha1`",
    ),
    (
        r#"{"elements":[{"tag":"hr","color":"red"}]}"#,
        "/elements/0/color: unknown field `color`; expected `tag` or `style`",
    ),
    (
        r#"{"elements":[{"tag":"action","actions":[{"tag":"button","lable":"x"}]}]}"#,
        "/elements/0/actions/0/lable: unknown field `lable`; expected `tag`, `content`, `key`, `style`, `url` or `href`",
    ),
    (
        r#"{"i18n":{"en-US":{"config":{}}}}"#,
        "/i18n/en-US/config: unknown field `config`; expected `header` or `elements`",
    ),
    (
        r#"{"a\nb\u202e~/":1}"#,
        "/a\\nb\\u{202e}~0~1: unknown field `a\\nb\\u{202e}~/`; expected `config`, `link`, `header`, `elements` or `i18n`",
    ),
    // What could be read, but not written back.
    (
        r#"{"link":null}"#,
        "/link: found null, leave the field out instead",
    ),
    (
        r#"{"elements":null}"#,
        "/elements: found null, leave the field out instead",
    ),
    (
        r#"{"elements":[{"tag":"hr","style":null}]}"#,
        "/elements/0/style: found null, leave the field out instead",
    ),
    (
        r#"{"elements":[{"tag":"text","content":{"type":"plainText","text":"x"},"href":{}}]}"#,
        "/elements/0/href: `href` belongs to a text of type `markdown`, this one is `plainText`: use `link`",
    ),
];

#[test]
fn broken_documents_are_refused_with_place_and_reason() {
    let mut wrong = String::new();
    for (json, expected) in BROKEN {
        let found = refusal(json).to_string();
        if found != *expected {
            writeln!(wrong, "{json}\n  expected: {expected}\n  found:    {found}").unwrap();
        }
        assert_eq!(found.lines().count(), 1, "{found}");
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// The error; reading through serde refuses the same documents.
fn refusal(json: &str) -> ReadError {
    let start = Instant::now();
    let error = Card::from_json(json).unwrap_err();
    assert_eq!(Card::from_slice(json.as_bytes()).unwrap_err(), error);
    let through_serde = serde_json::from_str::<Card>(json).unwrap_err().to_string();
    if error.position.is_none() && !error.pointer.is_empty() {
        assert!(
            through_serde.starts_with(&error.to_string()),
            "{through_serde}"
        );
    }
    assert!(start.elapsed() < Duration::from_secs(5), "too slow");
    error
}

#[test]
fn a_card_cut_anywhere_is_refused() {
    let sample = include_str!("cases/wps/legacy-webhook-card-i18n.json").trim_end();
    for end in 0..sample.len() {
        let cut = &sample.as_bytes()[..end];
        let error = Card::from_slice(cut).unwrap_err();
        let is_text = std::str::from_utf8(cut).is_ok();
        assert_eq!(
            is_text,
            error.kind != ReadErrorKind::NotUtf8,
            "{end}: {error}"
        );
    }
    assert!(Card::from_json(sample).is_ok());
}

#[test]
fn a_card_with_any_byte_changed_does_not_panic() {
    let sample = include_str!("cases/wps/legacy-el-text-markdown-href.json").as_bytes();
    for index in 0..sample.len() {
        for byte in [0, b'"', b'\\', b'{', b']', b'9', 0x80, 0xff] {
            let mut bytes = sample.to_vec();
            bytes[index] = byte;
            let _ = Card::from_slice(&bytes);
            let _ = serde_json::from_slice::<Element>(&bytes);
        }
    }
}

#[test]
fn invalid_utf8_is_refused_at_its_place() {
    let error = Card::from_slice(b"{\n  \"link\": \"\xff\"}").unwrap_err();
    assert_eq!(
        error.to_string(),
        "line 2 column 12: not UTF-8, which JSON has to be"
    );
}

#[test]
fn deep_documents_are_refused() {
    let deep = "objects and arrays nest deeper than 127, the deepest that is read";
    for (open, value, close) in [
        ("[", "", "]"),
        (r#"{"a":"#, "1", "}"),
        (r#"[{"a":"#, "1", "}]"),
    ] {
        for json in [
            open.repeat(10_000),
            open.repeat(10_000) + value + &close.repeat(10_000),
            format!(
                r#"{{"elements":[{{"tag":"x","a":{}{value}{}}}]}}"#,
                open.repeat(10_000),
                close.repeat(10_000)
            ),
        ] {
            let error = refusal(&json);
            assert!(
                matches!(error.kind, ReadErrorKind::TooDeep { .. }),
                "{error}"
            );
            assert!(error.to_string().ends_with(deep), "{error}");
        }
    }
}

/// A value that was read elsewhere may be deeper than a document.
#[test]
fn deep_values_are_refused() {
    let nested = |depth: usize| {
        let mut value = serde_json::json!(1);
        for _ in 0..depth {
            value = serde_json::Value::Array(vec![value]);
        }
        serde_json::json!({"elements": [{"tag": "x", "a": value}]})
    };
    assert!(Card::from_value(nested(124)).is_ok());
    assert!(Card::from_json(&nested(124).to_string()).is_ok());
    assert!(Card::from_json(&nested(125).to_string()).is_err());
    let error = Card::from_value(nested(125)).unwrap_err();
    assert!(error.pointer.starts_with("/elements/0/a/0/0/0"), "{error}");
    assert!(matches!(error.kind, ReadErrorKind::TooDeep { .. }));
    assert!(Card::from_value(nested(1000)).is_err());
    assert!(serde_json::from_value::<Card>(nested(1000)).is_err());
}

#[test]
fn large_documents_are_refused_unread() {
    let text = "x".repeat(50 << 20);
    let json = format!(
        r#"{{"elements":[{{"tag":"text","content":{{"type":"plainText","text":"{text}"}}}}]}}"#
    );
    let start = Instant::now();
    let error = Card::from_json(&json).unwrap_err();
    let same = Card::from_slice(json.as_bytes()).unwrap_err();
    assert!(start.elapsed() < Duration::from_millis(100));
    assert_eq!(
        error.to_string(),
        "the document: the document has 52428870 bytes, at most 1048576 bytes of a card are read"
    );
    assert_eq!(error, same);
}

/// The most work that a document within the limit can make.
#[test]
fn full_documents_are_read_in_bounded_time() {
    let list = |item: &dyn Fn(usize) -> String| {
        let mut out = String::new();
        for number in 0.. {
            let item = item(number);
            if out.len() + item.len() + 200 > 1 << 20 {
                break;
            }
            out.push_str(if number == 0 { "" } else { "," });
            out.push_str(&item);
        }
        out
    };
    let start = Instant::now();
    let keys = list(&|number| format!(r#""k{number}":{{"url":"a"}}"#));
    let card = format!(
        r#"{{"elements":[{{"tag":"text","content":{{"type":"markdown","text":""}},"href":{{{keys}}}}}]}}"#
    );
    let card = Card::from_json(&card).unwrap();
    assert!(card.validate().unwrap_err().len() > 10_000);
    let locales = list(&|number| format!(r#""l{number}":{{}}"#));
    let card = Card::from_json(&format!(r#"{{"i18n":{{{locales}}}}}"#)).unwrap();
    assert!(card.validate().unwrap_err().len() > 10_000);
    let fields = list(&|number| format!(r#""f{number}":1"#));
    let error = refusal(&format!("{{{fields}}}"));
    assert_eq!(error.pointer, "/f0");
    let error = refusal(&format!(r#"{{{fields},"f7":1}}"#));
    assert_eq!(error.pointer, "/f7");
    let error = refusal(&format!(r#"{{"{}":1}}"#, "x".repeat(1 << 19)));
    assert!(error.to_string().len() < 1000);
    assert!(Card::from_json(&format!("[{}]", list(&|_| "[]".into()))).is_err());
    assert!(
        Card::from_json(&format!(
            r#"{{"elements":[{}]}}"#,
            list(&|_| r#"{"tag":"hr"}"#.into())
        ))
        .is_ok()
    );
    assert!(start.elapsed() < Duration::from_secs(10));
}

/// Documents, and every error of a card that is read on after one.
const SEVERAL: &[(&str, &[&str])] = &[
    (
        r#"{"elements":[{"tag":"hr","a":1,"b":2},{"tag":1},{"tag":"hr"}],"body":{},"header":{"titel":{}}}"#,
        &[
            "/elements/0/a: unknown field `a`; expected `tag` or `style`",
            "/elements/0/b: unknown field `b`; expected `tag` or `style`",
            "/elements/1/tag: expected a string, found a number",
            "/body: unknown field `body`; expected `config`, `link`, `header`, `elements` or `i18n`",
            "/header/titel: unknown field `titel`, did you mean `title`?; expected `title`, `subtitle` or `template`",
        ],
    ),
    (
        r#"{"i18n":{"en-US":{"elements":{}},"a/b":5,"zh-TW":null},"elements":null}"#,
        &[
            "/i18n/en-US/elements: expected an array, found an object",
            "/i18n/a~1b: expected an object, found a number",
            "/i18n/zh-TW: found null, leave the field out instead",
            "/elements: found null, leave the field out instead",
        ],
    ),
    (
        r#"{"tag":"hr"}"#,
        &[
            "the document: this is one element, read it as an `Element`, or put it into the `elements` of a card",
        ],
    ),
];

#[test]
fn every_part_is_read_on_its_own() {
    for (json, expected) in SEVERAL {
        let (card, errors) = Document::parse(json).unwrap().into_card_with_errors();
        let errors: Vec<_> = errors.iter().map(ToString::to_string).collect();
        assert_eq!(errors, *expected, "{json}");
        assert!(Card::from_json(json).is_err());
        // What could not be read keeps its place.
        assert!(matches!(card.elements.len(), 0 | 3));
    }
    for (json, _) in BROKEN {
        if let Ok(document) = Document::parse(json) {
            let (_, errors) = document.into_card_with_errors();
            assert!(!errors.is_empty(), "{json}");
        }
    }
}

#[test]
fn what_can_be_read_is_read_alike() {
    let json = r#"{"config":{},"link":{"url":"a"},"header":{"title":{"tag":"text","content":{"type":"plainText","text":"a"}}},"elements":[{"tag":"x"},{"tag":"hr"}],"i18n":{"en-US":{"elements":[{"tag":"hr"}]}}}"#;
    let (card, errors) = Document::parse(json).unwrap().into_card_with_errors();
    assert_eq!((card, errors), (Card::from_json(json).unwrap(), Vec::new()));
}

#[test]
fn one_part_is_read_a_few_times_only() {
    let fields: String = (0..40_000).fold(String::new(), |mut out, n| {
        write!(out, ",\"f{n}\":1").unwrap();
        out
    });
    let json = format!(r#"{{"elements":[{{"tag":"hr"{fields}}}]}}"#);
    let start = Instant::now();
    let (_, errors) = Document::parse(&json).unwrap().into_card_with_errors();
    assert_eq!(errors.len(), 40_000);
    let column = r#"{"tag":"text","content":{"type":"markdown","text":"a"},"x":1},"#.repeat(1000);
    let json = format!(r#"{{"elements":[{{"tag":"div","fields":[{column}5]}}]}}"#);
    let (_, errors) = Document::parse(&json).unwrap().into_card_with_errors();
    assert_eq!(errors.len(), 17);
    assert!(start.elapsed() < Duration::from_secs(5));
}
