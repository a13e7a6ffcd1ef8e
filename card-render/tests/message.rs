//! The body of the call that sends a message.
#![allow(
    clippy::too_many_lines,
    clippy::unwrap_used,
    reason = "helpers and tables of tests"
)]

use card_model::{Action, Button, Card, Link, Markdown};
use card_render::{
    Target, Wps,
    wps::{Content, FaultKind, Producer, Receivers, SendMessage, UnreadableKind, Utype},
};
use serde_json::{Value, json};

macro_rules! case {
    ($name:literal) => {
        include_str!(concat!("cases/", $name, ".json"))
    };
}

const SEED: &str = case!("seed-send-card-request");
const REQUESTS: &[&str] = &[
    SEED,
    case!("legacy-send-approval-request-partial"),
    case!("legacy-send-text-request"),
    case!("legacy-msg1-markdown"),
];

fn value(json: &str) -> Value {
    serde_json::from_str(json).unwrap()
}

/// The JSON without what stands between its tokens; its texts hold no blanks.
fn minified(json: &str) -> String {
    json.split_whitespace().collect()
}

fn sample_card() -> Card {
    let url = "https://xz.wps.cn/";
    let link = Link::new(url).android_url(url).ios_url(url).pc_url(url);
    Card::new()
        .header("卡片标题")
        .markdown("卡片内容")
        .action(Action::new([Button::new("按钮")
            .style("secondary")
            .href(link)]))
}

fn sample() -> SendMessage {
    SendMessage::new(
        "WK202xxxx3141501",
        Receivers::users("11111", ["11111"]),
        sample_card(),
    )
    .biz_type("test")
    .updatable("11111", Producer::new("11111", "11111"))
}

fn message(receivers: Receivers) -> SendMessage {
    SendMessage::new("AK", receivers, Card::new().text("x"))
}

fn to_me() -> SendMessage {
    message(Receivers::chats([1]))
}

fn with(mut message: SendMessage, change: impl FnOnce(&mut SendMessage)) -> SendMessage {
    change(&mut message);
    message
}

/// As it is sent, which has to be what `serde` writes.
fn written(message: &SendMessage) -> String {
    let json = message.to_json().unwrap();
    assert_eq!(json, serde_json::to_string(message).unwrap());
    json
}

fn faults(message: &SendMessage) -> Vec<String> {
    let found = message.validate().err();
    let lines = found.iter().flatten().map(ToString::to_string).collect();
    match found {
        None => drop(written(message)),
        found => assert_eq!(message.to_json().err(), found),
    }
    lines
}

#[test]
fn the_sample_of_the_documentation_is_written_byte_for_byte() {
    assert_eq!(sample().to_json().unwrap(), minified(SEED));
    assert_eq!(
        serde_json::to_string_pretty(&sample()).unwrap(),
        SEED.trim_end()
    );
}

#[test]
fn what_is_rendered_is_sent() {
    let content = Wps::new().render(&sample_card()).messages.remove(0);
    let message = with(sample(), |it| {
        it.content = content;
    });
    assert_eq!(message, sample());
}

#[test]
fn requests_are_written_back_as_they_were() {
    for json in REQUESTS {
        let read = SendMessage::from_json(json).unwrap_or_else(|error| panic!("{error}: {json}"));
        assert_eq!(serde_json::to_value(&read).unwrap(), value(json));
        assert_eq!(serde_json::from_str::<SendMessage>(json).unwrap(), read);
        assert_eq!(
            serde_json::from_value::<SendMessage>(value(json)).unwrap(),
            read
        );
        let again = serde_json::to_string(&read).unwrap();
        assert_eq!(SendMessage::from_json(&again).unwrap(), read);
    }
}

#[test]
fn requests_in_use_keep_to_the_rules() {
    assert_eq!(
        SendMessage::from_json(SEED).unwrap(),
        SendMessage::from_json(&sample().to_json().unwrap()).unwrap()
    );
    for json in [
        SEED,
        case!("legacy-send-text-request"),
        case!("legacy-msg1-markdown"),
    ] {
        assert_eq!(faults(&SendMessage::from_json(json).unwrap()), [""; 0]);
    }
    assert_eq!(
        faults(&SendMessage::from_json(case!("legacy-send-approval-request-partial")).unwrap()),
        [
            "/content/content/elements/2/actions/1: the button does nothing, give it `key`, `url` or `href`"
        ]
    );
}

#[test]
fn receivers_of_all_kinds() {
    let cases = [
        (
            Receivers::users("1", ["a", "b"]),
            json!({"to_users": {"company_id": "1", "company_uids": ["a", "b"]}}),
        ),
        (
            Receivers::depts("1", ["a"]),
            json!({"to_depts": {"company_id": "1", "dept_ids": "a"}}),
        ),
        (
            Receivers::depts("1", ["a", "b"]),
            json!({"to_depts": {"company_id": "1", "dept_ids": ["a", "b"]}}),
        ),
        (Receivers::companies(["a"]), json!({"to_companies": "a"})),
        (
            Receivers::companies(vec!["a".to_owned(), "b".to_owned()]),
            json!({"to_companies": ["a", "b"]}),
        ),
        (
            Receivers::chats([5_064_301, 2]),
            json!({"to_chats": [5_064_301, 2]}),
        ),
        (
            Receivers::Users {
                company_id: None,
                company_uids: vec!["a".into()],
            },
            json!({"to_users": {"company_uids": ["a"]}}),
        ),
    ];
    for (receivers, expected) in cases {
        let message = message(receivers);
        let json = serde_json::to_value(&message).unwrap();
        for (field, value) in expected.as_object().unwrap() {
            assert_eq!(&json[field], value);
        }
        assert_eq!(
            json.as_object()
                .unwrap()
                .keys()
                .filter(|name| name.starts_with("to_"))
                .count(),
            1
        );
        assert_eq!(
            SendMessage::from_json(&written(&message))
                .unwrap()
                .receivers,
            message.receivers
        );
    }
}

#[test]
fn one_id_is_read_in_both_forms() {
    for form in [r#""a""#, r#"["a"]"#] {
        let json = format!(
            r#"{{"to_depts":{{"company_id":"1","dept_ids":{form}}},"app_key":"AK","msg_type":1,"content":{{"type":1,"body":"x"}}}}"#
        );
        assert_eq!(
            SendMessage::from_json(&json).unwrap().receivers,
            Receivers::depts("1", ["a"])
        );
        let json = format!(
            r#"{{"to_companies":{form},"app_key":"AK","msg_type":1,"content":{{"type":1,"body":"x"}}}}"#
        );
        assert_eq!(
            SendMessage::from_json(&json).unwrap().receivers,
            Receivers::companies(["a"])
        );
    }
}

#[test]
fn every_rule_of_the_call() {
    let long = "x".repeat(37);
    let producer = || Producer::new("1", "2");
    let cases: Vec<(SendMessage, &str)> = vec![
        (
            SendMessage::new("", Receivers::chats([1]), Card::new().text("x")),
            "/app_key: `app_key` is empty, give it a value",
        ),
        (
            with(to_me(), |it| {
                it.app_key = None;
            }),
            "/app_key: `app_key` is missing, add it",
        ),
        (
            with(to_me(), |it| {
                it.app_key = None;
                it.app_id = Some("".into());
            }),
            "/app_id: `app_id` is empty, give it a value",
        ),
        (
            message(Receivers::chats([])),
            "/to_chats: there are no receivers, name at least one",
        ),
        (
            message(Receivers::users("1", [""; 0])),
            "/to_users/company_uids: there are no receivers, name at least one",
        ),
        (
            message(Receivers::users("1", ["a", ""])),
            "/to_users/company_uids/1: the id is empty, give it a value or take it out",
        ),
        (
            message(Receivers::users("", ["a"])),
            "/to_users/company_id: `company_id` is empty, give it a value",
        ),
        (
            message(Receivers::depts("", ["a"])),
            "/to_depts/company_id: `company_id` is empty, give it a value",
        ),
        (
            message(Receivers::depts("1", [""; 0])),
            "/to_depts/dept_ids: there are no receivers, name at least one",
        ),
        (
            message(Receivers::depts("1", [""])),
            "/to_depts/dept_ids: the id is empty, give it a value or take it out",
        ),
        (
            message(Receivers::companies(["a", ""])),
            "/to_companies/1: the id is empty, give it a value or take it out",
        ),
        (
            message(Receivers::companies([""; 0])),
            "/to_companies: there are no receivers, name at least one",
        ),
        (
            to_me().ctx_id(""),
            "/ctx_id: `ctx_id` is empty, give it a value",
        ),
        (
            to_me().ctx_id(long.clone()),
            "/ctx_id: holds 37 characters, at most 36 are allowed: shorten it by 1",
        ),
        (
            to_me().updatable("", producer()),
            "/ctx_id: `ctx_id` is empty, give it a value",
        ),
        (
            with(to_me().updatable("c", producer()), |it| {
                it.ctx_id = None;
            }),
            "/ctx_id: `ctx_id` is missing, a message with `utype` 1 has to have it",
        ),
        (
            to_me().updatable("c", Producer::new("", "2")),
            "/company_id: `company_id` is empty, give it a value",
        ),
        (
            to_me().updatable("c", Producer::new("1", "")),
            "/company_uid: `company_uid` is empty, give it a value",
        ),
        (
            with(to_me().updatable("c", producer()), |it| {
                it.company_id = None;
            }),
            "/company_id: `company_id` is missing, a message with `utype` 1 has to have it",
        ),
        (
            with(to_me().updatable("c", producer()), |it| {
                it.company_uid = None;
            }),
            "/company_uid: `company_uid` is missing, a message with `utype` 1 has to have it",
        ),
        (
            with(to_me(), |it| {
                it.utype = Some(Utype::Other(2));
            }),
            "/utype: unknown `utype` 2, use 1 where the message will be updated, else 0",
        ),
        (
            with(to_me(), |it| {
                it.content = Card::new().into();
            }),
            "/content/content: the card has neither a header nor elements, add one of them",
        ),
        (
            with(to_me(), |it| {
                it.content = Card::new().action(Action::new([Button::new("x")])).into();
            }),
            "/content/content/elements/0/actions/0: the button does nothing, give it `key`, `url` or `href`",
        ),
        (
            with(to_me(), |it| {
                it.content = Content::Text {
                    style: None,
                    body: "x".repeat(5001).into(),
                };
            }),
            "/content/body: holds 5001 characters, at most 5000 are allowed: shorten it by 1",
        ),
        (
            with(to_me(), |it| {
                it.content = Content::Other {
                    msg_type: 18,
                    content: json!({"type": 13}),
                };
            }),
            "/content/type: the content has `type` 13, the message `msg_type` 18: write the same number",
        ),
    ];
    for (message, line) in cases {
        assert_eq!(faults(&message), [line]);
    }
}

#[test]
fn what_the_rules_allow() {
    let text = Content::Text {
        style: None,
        body: "x".into(),
    };
    for message in [
        to_me().ctx_id("x".repeat(36)),
        to_me().ctx_id("宽".repeat(36)),
        with(to_me(), |it| {
            it.utype = Some(Utype::Never);
        }),
        with(to_me(), |it| {
            it.app_key = None;
            it.app_id = Some("AK".into());
        }),
        // The limit is documented for cards.
        SendMessage::new("AK", Receivers::chats([1]), text).ctx_id("x".repeat(37)),
    ] {
        assert_eq!(faults(&message), [""; 0]);
    }
}

#[test]
fn all_faults_at_once_in_the_order_of_the_body() {
    let message = SendMessage::new(
        "",
        Receivers::users("", ["", "a", ""]),
        Card::new().markdown(Markdown::new()).link("x"),
    );
    let message = message.updatable("x".repeat(40), Producer::new("", ""));
    let pointers: Vec<_> = message
        .validate()
        .unwrap_err()
        .iter()
        .map(|fault| fault.pointer.clone())
        .collect();
    assert_eq!(
        pointers,
        [
            "/to_users/company_id",
            "/to_users/company_uids/0",
            "/to_users/company_uids/2",
            "/app_key",
            "/ctx_id",
            "/company_id",
            "/company_uid",
            "/content/content/link/url",
        ]
    );
    let error = message.to_json().unwrap_err();
    assert_eq!(error.to_string().lines().count(), 8);
    assert!(matches!(
        error.faults()[3].kind,
        FaultKind::Rule(card_model::Rule::Empty("app_key"))
    ));
}

fn unreadable(json: &str) -> String {
    let error = SendMessage::from_json(json).unwrap_err();
    let by_serde = serde_json::from_str::<SendMessage>(json)
        .unwrap_err()
        .to_string();
    assert!(!by_serde.is_empty());
    error.to_string()
}

#[test]
fn bodies_that_are_not_read() {
    let with = |fields: &str| format!(r#"{{"to_chats":[1],"app_key":"AK",{fields}}}"#);
    let text = r#""msg_type":1,"content":{"type":1,"body":"x"}"#;
    let cases = [
        (
            r#"{"app_key":"AK","msg_type":1,"content":{"type":1,"body":"x"}}"#.to_owned(),
            "the message: there are no receivers, add one of `to_users`, `to_depts`, `to_companies`, `to_chats`",
        ),
        (
            with(&format!(r#""to_users":{{"company_uids":[]}},{text}"#)),
            "the message: several kinds of receivers, `to_users`, `to_chats`: a message has one",
        ),
        (
            with(r#""msg_type":23"#),
            "the message: missing field `content`",
        ),
        (
            with(r#""content":{}"#),
            "the message: missing field `msg_type`",
        ),
        (
            with(r#""msg_type":"23","content":{}"#),
            "/msg_type: expected an integer of 64 bits, found a string",
        ),
        (
            with(r#""msg_type":23,"content":{"type":23}"#),
            "/content: missing field `content`",
        ),
        (
            with(r#""msg_type":23,"content":{"type":1,"content":{}}"#),
            "/content/type: the content has `type` 1, the message `msg_type` 23: they have to agree",
        ),
        (
            with(
                r#""msg_type":23,"content":{"type":23,"content":{"elements":[{"tag":"hr","stile":"x"}]}}"#,
            ),
            "/content/content/elements/0/stile: unknown field `stile`, did you mean `style`?; expected `tag` or `style`",
        ),
        (
            with(&format!(r#""biz_type":null,{text}"#)),
            "/biz_type: found null, leave the field out instead",
        ),
        (
            with(&format!(r#""ctx_id":5,{text}"#)),
            "/ctx_id: expected a string, found a number",
        ),
        (
            with(r#""msg_type":1,"content":{"type":2,"body":"x"}"#),
            "/content/type: the content has `type` 2, the message `msg_type` 1: they have to agree",
        ),
        (
            r#"{"to_chats":["1"],"msg_type":1,"content":{"type":1,"body":"x"}}"#.to_owned(),
            "/to_chats/0: expected an integer of 64 bits, found a string",
        ),
        (
            r#"{"to_companies":5,"msg_type":1,"content":{"type":1,"body":"x"}}"#.to_owned(),
            "/to_companies: expected a string or an array of strings, found a number",
        ),
        (
            r#"{"to_users":{"company_id":"1"},"msg_type":1,"content":{"type":1,"body":"x"}}"#
                .to_owned(),
            "/to_users: missing field `company_uids`",
        ),
        (
            "[]".to_owned(),
            "the message: expected an object, found an array",
        ),
    ];
    for (json, line) in cases {
        assert_eq!(unreadable(&json), line, "{json}");
    }
}

#[test]
fn an_unknown_field_is_named() {
    let json = r#"{"to_chats":[1],"app_kye":"AK","msg_type":1,"content":{"type":1,"body":"x"}}"#;
    let line = unreadable(json);
    assert!(
        line.starts_with("/app_kye: unknown field `app_kye`, did you mean `app_key`?"),
        "{line}"
    );
}

#[test]
fn what_is_no_json_says_where() {
    let error = SendMessage::from_json("{\"to_chats\":[1],\n\"app_key\":}").unwrap_err();
    assert!(matches!(error.kind, UnreadableKind::Document(_)));
    assert!(
        error.to_string().starts_with("the message (line 2 column "),
        "{error}"
    );
    let twice = r#"{"to_chats":[1],"to_chats":[2],"msg_type":1,"content":{"type":1,"body":"x"}}"#;
    let error = SendMessage::from_json(twice).unwrap_err();
    assert!(error.to_string().contains("is there twice"), "{error}");
}

#[test]
fn other_kinds_are_kept_as_they_came() {
    for (msg_type, content) in [
        (
            12,
            json!({"file_name": "a", "file_size": 1, "store_key": "K", "store_key_sha1": "S"}),
        ),
        (
            18,
            json!({"type": 18, "elements": [{"tag": "text", "content": {"type": "text", "text": "x"}}]}),
        ),
        (
            19,
            json!({"type": 19, "content": {"header": 1}, "more": [null, 1.5]}),
        ),
        (1, json!({"type": 1, "body": "x", "more": true})),
        (1, json!("x")),
    ] {
        let json =
            json!({"to_chats": [1], "app_key": "AK", "msg_type": msg_type, "content": content});
        let message = SendMessage::from_json(&json.to_string()).unwrap();
        assert_eq!(message.content, Content::Other { msg_type, content });
        assert_eq!(message.content.msg_type(), msg_type);
        assert_eq!(serde_json::to_value(&message).unwrap(), json);
        assert_eq!(
            serde_json::from_value::<SendMessage>(json).unwrap(),
            message
        );
        assert_eq!(faults(&message), [""; 0]);
    }
}

#[test]
fn hostile_text_in_every_field_stays_data() {
    for hostile in [
        "\"},\"utype\":1,{\"",
        "a\nb\u{0}\u{202e}",
        "\\\"",
        "</script><at email=\"x@y.cn\">",
        "/~0~1",
    ] {
        let message = SendMessage::new(
            hostile,
            Receivers::users(hostile, [hostile]),
            Card::new().text("x"),
        )
        .biz_type(hostile)
        .updatable(hostile, Producer::new(hostile, hostile));
        let json = value(&written(&message));
        assert_eq!(
            json,
            json!({
                "to_users": {"company_id": hostile, "company_uids": [hostile]},
                "app_key": hostile,
                "biz_type": hostile,
                "ctx_id": hostile,
                "company_id": hostile,
                "company_uid": hostile,
                "utype": 1,
                "msg_type": 23,
                "content": {"type": 23, "content": Card::new().text("x")},
            })
        );
    }
}
