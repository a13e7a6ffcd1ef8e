//! The dialect of WPS 365: what is read, written, refused, rendered and carried over.
#![allow(
    clippy::indexing_slicing,
    clippy::needless_pass_by_value,
    clippy::panic,
    clippy::unwrap_used,
    reason = "helpers of tests"
)]

use std::fmt::Write as _;

use card_model::{
    Action, Button as OlderButton, Card as OlderCard, Config as OlderConfig, Div as OlderDiv,
    Fallback, Header as OlderHeader, Hr as OlderHr, Img, Link, Locale, Lookalike, Markdown,
    NonsupportClient, OperatorAllow, Other as OlderOther, PicText, ReadErrorKind,
    Text as OlderText, TodoSwitch,
    markdown::{Inline, LinkTarget},
    spec::wps365::{CONTENT, ELEMENTS, MENTIONS},
};
use card_render::{
    LossKind, Person, Severity, Target, Wps365,
    wps365::{
        Body, Button, Card, Config, Div, Division, Element, Header, Hr, I18nItem, Identity,
        Language, Mention, Message, OperateList, Other, ProcessingState, Text, TextAlign, TextSize,
    },
};
use serde_json::{Value, json};

const GOOD: &str = "https://xz.wps.cn/";
const BAD: &str = "javascript:alert(1)";

fn case(name: &str) -> Value {
    let path = format!("{}/tests/cases/wps365/{name}", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn value(part: &impl serde_core::Serialize) -> Value {
    serde_json::to_value(part).unwrap()
}

/// A card with these elements, as JSON.
fn with(elements: Value) -> Value {
    json!({"config": {}, "i18n_items": [{"key": "zh-CN", "value": {"elements": elements}}]})
}

fn read(json: &Value) -> Card {
    Card::from_json(&json.to_string()).unwrap_or_else(|error| panic!("{error}"))
}

fn error(json: &Value) -> String {
    Card::from_json(&json.to_string()).unwrap_err().to_string()
}

fn target() -> Wps365 {
    Wps365::new().company("11111").people(|email| match email {
        "lin@wps.cn" => Some(Person::user_id("22222")),
        "wang@wps.cn" => Some(Person::user_id("33333")),
        "li@wps.cn" => Some(Person::mobile("13800001111")),
        "all@wps.cn" => Some(Person::user_id("all")),
        _ => None,
    })
}

fn render(card: &OlderCard) -> (Value, Vec<String>) {
    let rendered = target().render(card);
    assert_eq!(rendered.messages.len(), 1);
    let line = |loss: &card_render::Loss| {
        format!(
            "{:?} {:?} <{}> {loss}",
            loss.severity, loss.kind, loss.element
        )
    };
    let lines = rendered.report.iter().map(line).collect();
    (value(&rendered.messages[0]), lines)
}

/// The elements of a rendered card's first language.
fn elements(message: &Value) -> &Value {
    &message["content"]["card"]["i18n_items"][0]["value"]["elements"]
}

// Reading and writing.

#[test]
fn cards_in_use_read_and_are_written_back() {
    let bot = case("v7-card-dsh-wps-bot.json");
    let card = read(&bot["card"]);
    assert_eq!(value(&card), bot["card"]);
    assert!(card.validate().is_ok());
    assert_eq!(card.i18n_items[0].key, Language::ZhCn);

    let draft = case("v7-card-streaming-draft.json");
    let message = Message::from_json(&draft.to_string()).unwrap();
    assert_eq!(value(&message), draft);
    assert!(message.validate().is_ok());
    let config = message.card.config.clone().unwrap();
    assert_eq!(config.shared_card, Some(true));
    assert_eq!(
        config.allowd_operate_list,
        Some(vec![OperateList::AcceptAll])
    );
    assert_eq!(config.processing_state, Some(ProcessingState::Unprocessed));
    assert_eq!(serde_json::from_value::<Message>(draft).unwrap(), message);
}

/// The page's sample of a `div` lacks its `tag` and the `url` of a link, which its table wants: it is kept as it came.
#[test]
fn a_sample_that_breaks_its_own_table_is_kept() {
    let mut sample = case("v7-el-div-partial.json");
    let card = with(json!([sample]));
    let read_back = read(&card);
    assert_eq!(value(&read_back), card);
    assert_eq!(
        read_back.validate().unwrap_err().to_string(),
        "/i18n_items/0/value/elements/0: `tag` is missing, add it"
    );
    sample["div"]["tag"] = "div".into();
    let whole = with(json!([sample]));
    assert_eq!(
        error(&whole),
        "/i18n_items/0/value/elements/0/div/fields/0/href/0/value: missing field `url`"
    );
    sample["div"]["fields"][0]["href"][0]["value"]["url"] = GOOD.into();
    let whole = with(json!([sample]));
    let card = read(&whole);
    assert_eq!(value(&card), whole);
    let Element::Div(div) = &card.i18n_items[0].value.as_ref().unwrap().elements[0] else {
        panic!("{card:?}");
    };
    assert_eq!(div.division, Division::FlowLeft);
    assert_eq!(
        div.fields[0].link.as_ref().unwrap().url,
        "https://www.baidu.com"
    );
}

#[test]
fn everything_reads_back() {
    let text = Text::markdown("**a** [b]($url_val)")
        .href("url_val", Link::new(GOOD).pc_url("https://b.cn"))
        .link(GOOD)
        .text_size(TextSize::XxxLarge)
        .text_align(TextAlign::Center)
        .icon("key");
    let config = Config::new()
        .allowd_operate_list([OperateList::Disable])
        .nonsupport_client(NonsupportClient::new(["pc"]).describe("x"))
        .shared_card(false)
        .todo_switch(true)
        .processing_state(ProcessingState::Processed)
        .filter_key("f");
    let header = Header::new(Text::plain("t")).subtitle(Text::markdown("s"));
    let body = Body::new([text.clone()])
        .header(header)
        .element(
            Div::new([text.clone(), Text::plain("v")])
                .division(Division::FlowRight)
                .link(GOOD),
        )
        .element(Hr::new())
        .element(Button::new("甲").key("k"))
        .element(Button::new("乙").url(GOOD).style("primary_filled"))
        .element(Other::new(
            json!({"dropdown": {"tag": "dropdown", "operations": []}}),
        ));
    let languages = Language::NAMES.iter().map(|name| Language::from(*name));
    let items = languages.map(|lang| I18nItem::new(lang, body.clone()));
    let card = Card::new(items).config(config).link(GOOD);
    card.validate().unwrap();
    let message = Message::new(card)
        .mention(Mention::all())
        .mention(Mention::user("2", Identity::new("c", "u")));
    let json = message.to_json().unwrap();
    assert_eq!(Message::from_json(&json).unwrap(), message);
    assert_eq!(read(&value(&message.card)), message.card);
}

#[test]
fn what_is_not_known_is_kept() {
    for element in [
        json!({"dropdown": {"tag": "dropdown", "name": {"type": "plain", "content": "x"}}}),
        json!({"action": {"tag": "action", "layout": "bisected", "actions": []}}),
        json!({"hr": {"tag": "hr", "style": "dashed"}}),
        json!({"button": {"tag": "button", "style": "normal", "label": "x"}}),
        json!({"button": {"tag": "button", "text": {"type": "plain", "content": "x"}}}),
        json!({"text": {"text": {}}}),
        json!({"text": {"tag": "txt"}}),
        json!({"a": 1, "b": 2}),
        json!({}),
    ] {
        let json = with(json!([element]));
        let card = read(&json);
        let elements = &card.i18n_items[0].value.as_ref().unwrap().elements;
        assert!(matches!(elements[0], Element::Other(_)), "{element}");
        assert_eq!(value(&card), json);
    }
}

#[test]
fn what_does_not_fit_is_an_error_at_its_place() {
    let body = "/i18n_items/0/value";
    let text = |text: Value| with(json!([{"text": text}]));
    for (json, expected) in [
        (
            text(json!({"tag": "text", "text": {"type": "plain", "contents": "x"}})),
            format!("{body}/elements/0/text/text/contents: unknown field `contents`, did you mean `content`?; expected `type`, `content`, `text_size`, `text_align` or `icon`"),
        ),
        (
            text(json!({"tag": "text", "text": {"type": "plainText", "content": "x"}})),
            format!("{body}/elements/0/text/text/type: unknown name `plainText`; expected `plain` or `markdown`"),
        ),
        (
            text(json!({"tag": "text", "text": {"type": "plain", "content": 1}})),
            format!("{body}/elements/0/text/text/content: expected a string, found a number"),
        ),
        (
            text(json!({"tag": "text", "text": {"type": "plain", "content": "x"}, "link": null})),
            format!("{body}/elements/0/text/link: found null, leave the field out instead"),
        ),
        (
            with(json!([{"tag": "text", "text": {"type": "plain", "content": "x"}}])),
            format!("{body}/elements/0/tag: unknown field `tag`; expected `text`, `div`, `hr` or `button`"),
        ),
        (
            with(json!(["x"])),
            format!("{body}/elements/0: expected an object, found a string"),
        ),
        (
            with(json!([{"div": {"tag": "div", "fields": []}}])),
            format!("{body}/elements/0/div: missing field `division`"),
        ),
        (
            json!({"config": {"allowed_operate_list": []}, "i18n_items": []}),
            "/config/allowed_operate_list: unknown field `allowed_operate_list`, did you mean `allowd_operate_list`?; expected `allowd_operate_list`, `nonsupport_client`, `shared_card`, `todo_switch`, `processing_state` or `filter_key`".to_owned(),
        ),
        (
            json!({"config": {"todo_switch": "on"}, "i18n_items": []}),
            "/config/todo_switch: expected a boolean, found a string".to_owned(),
        ),
        (
            json!({"config": {}}),
            "the document: missing field `i18n_items`".to_owned(),
        ),
    ] {
        assert_eq!(error(&json), expected);
    }
}

#[test]
fn other_documents_are_told_apart() {
    let kind = |json: &Value| Card::from_json(&json.to_string()).unwrap_err().kind;
    let card = with(json!([]));
    for (json, lookalike) in [
        (json!({"card": card}), Lookalike::Message("/card")),
        (
            json!({"type": "card", "content": {"card": card}}),
            Lookalike::Message("/content/card"),
        ),
        (
            json!({"header": {}, "elements": []}),
            Lookalike::OlderDialect,
        ),
        (
            json!({"type": 23, "content": {"elements": []}}),
            Lookalike::OtherMessage,
        ),
        (
            json!({"msg_type": 23, "content": {"type": 23, "content": {}}}),
            Lookalike::OlderDialect,
        ),
        (json!({"text": {"tag": "text"}}), Lookalike::Element),
        (
            json!({"type": "text", "content": {}}),
            Lookalike::OtherMessage,
        ),
    ] {
        assert_eq!(kind(&json), ReadErrorKind::NotACard(lookalike), "{json}");
    }
    assert!(error(&json!({"elements": []})).ends_with("read it with `Card::from_json`"));
    let error = OlderCard::from_json(&card.to_string()).unwrap_err();
    assert!(
        error
            .to_string()
            .ends_with("read it with `wps365::Card::from_json`")
    );
    for (json, expected) in [
        (
            json!({"type": "text", "content": {}}),
            "/type: unknown name `text`",
        ),
        (
            json!({"type": "card", "content": {}}),
            "/content: missing field `card`",
        ),
        (
            json!({"type": "card", "receiver": {}, "content": {"card": card}}),
            "/receiver: unknown field `receiver`",
        ),
        (
            json!({"type": "card", "mentions": [{"id": "2", "type": "user"}], "content": {"card": card}}),
            "/mentions/0: missing field `identity`",
        ),
        (
            json!({"type": "card", "mentions": [{"id": "2", "type": "all", "identity": {}}], "content": {"card": card}}),
            "/mentions/0/identity: unknown field `identity`",
        ),
    ] {
        let error = Message::from_json(&json.to_string())
            .unwrap_err()
            .to_string();
        assert!(error.starts_with(expected), "{error}");
    }
}

#[test]
fn hostile_documents_are_errors() {
    let twice = r#"{"i18n_items":[],"i18n_items":[]}"#;
    assert!(matches!(
        Card::from_json(twice).unwrap_err().kind,
        ReadErrorKind::Duplicate(_)
    ));
    let deep = format!(r#"{{"i18n_items":{}{}}}"#, "[".repeat(500), "]".repeat(500));
    assert!(matches!(
        Card::from_json(&deep).unwrap_err().kind,
        ReadErrorKind::TooDeep { .. }
    ));
    let large = format!(r#"{{"i18n_items":[],"x":"{}"}}"#, "x".repeat(1 << 20));
    assert!(matches!(
        Card::from_json(&large).unwrap_err().kind,
        ReadErrorKind::TooLarge { .. }
    ));
    for json in [
        "",
        "null",
        "[]",
        "1",
        "{",
        "\u{feff}{}",
        "{\"i18n_items\":\"\\u0000\"}",
    ] {
        assert!(Card::from_json(json).is_err(), "{json}");
        assert!(Message::from_json(json).is_err(), "{json}");
    }
}

// Rules.

#[test]
fn the_limits_are_those_of_the_spec() {
    let texts = |count: usize| Body::new((0..count).map(|_| Text::plain("x")));
    let card = |body: Body| Card::new([I18nItem::new(Language::ZhCn, body)]);
    assert!(card(texts(ELEMENTS.max)).validate().is_ok());
    assert!(card(texts(ELEMENTS.max + 1)).validate().is_err());
    let long = |count: usize| card(Body::new([Text::plain("字".repeat(count))]));
    assert!(long(CONTENT.max).validate().is_ok());
    assert_eq!(
        long(CONTENT.max + 1).validate().unwrap_err().to_string(),
        "the card: holds 15001 characters, at most 15000 are allowed: shorten it by 1"
    );
    // All languages together, and all that people read.
    let half = Body::new([Div::new([Text::plain("字".repeat(7000))])])
        .title("字".repeat(400))
        .element(Button::new("字".repeat(100)).key("k"));
    let items = [Language::ZhCn, Language::EnUs].map(|lang| I18nItem::new(lang, half.clone()));
    assert!(Card::new(items.clone()).validate().is_ok());
    let more = Body::new([Text::plain("x")]);
    let more = items
        .into_iter()
        .chain([I18nItem::new(Language::JaJp, more)]);
    assert!(Card::new(more).validate().is_err());
    let mut message = Message::new(long(1));
    for number in 0..MENTIONS.max {
        let identity = Identity::new("c", "u");
        message = message.mention(Mention::user(number.to_string(), identity));
    }
    assert!(message.validate().is_ok());
    assert_eq!(
        message
            .mention(Mention::all())
            .validate()
            .unwrap_err()
            .to_string(),
        "/mentions: holds 101 items, at most 100 are allowed: take out 1"
    );
}

/// As the pages of the cards have them.
#[test]
fn the_names_are_those_of_the_platform() {
    assert_eq!(
        Language::NAMES,
        ["zh-CN", "zh-TW", "en-US", "th-TH", "ja-JP"]
    );
    assert_eq!(OperateList::NAMES, ["disable", "accept_all"]);
    assert_eq!(ProcessingState::NAMES, ["unprocessed", "processed"]);
    assert_eq!(Division::NAMES, ["middle", "flow_left", "flow_right"]);
    assert_eq!(TextAlign::NAMES, ["left", "center", "right"]);
    assert_eq!(
        TextSize::NAMES,
        [
            "xxxx-large",
            "xxx-large",
            "xx-large",
            "x-large",
            "large",
            "medium",
            "small",
            "x-small"
        ]
    );
    let icon = Text::plain("x").icon("K");
    assert_eq!(
        value(&icon)["text"]["icon"],
        json!({"tag": "custom_icon", "storage_key": "K"})
    );
}

#[test]
fn every_rule_is_reported() {
    let json = json!({
        "config": {
            "allowd_operate_list": ["disable", "some"],
            "nonsupport_client": {"client_type": ["tv"]},
            "processing_state": "done",
            "filter_key": "",
        },
        "link": {"url": BAD, "pc_url": ""},
        "i18n_items": [
            {"key": "zh-CN", "value": {"elements": [
                {"text": {
                    "tag": "text",
                    "text": {
                        "type": "plain", "content": "x\u{1b}", "text_size": "huge", "text_align": "up",
                        "icon": {"tag": "custom_icon", "storage_key": ""},
                    },
                    "href": [{"key": "", "value": {"url": ""}}],
                }},
                {"div": {"tag": "div", "division": "flow_up", "fields": []}},
                {"button": {"tag": "button", "style": "", "text": {"type": "plain", "content": ""}, "key": "", "url": BAD}},
                {"dropdown": {}},
            ]}},
            {"key": "zh-CN", "value": {}},
            {"key": "fr-FR"},
        ],
    });
    let violations = read(&json).validate().unwrap_err().to_string();
    let pointers: Vec<&str> = violations
        .lines()
        .filter_map(|line| line.split(": ").next())
        .collect();
    let body = "/i18n_items/0/value/elements";
    let inside = [
        "/0/text/text/content",
        "/0/text/text/text_size",
        "/0/text/text/text_align",
        "/0/text/text/icon/storage_key",
        "/0/text/href/0/key",
        "/0/text/href/0/value/url",
        "/1/div/division",
        "/1/div/fields",
        "/2/button/style",
        "/2/button/text/content",
        "/2/button/key",
        "/2/button/url",
        "/3",
    ];
    let mut expected = vec![
        "/config/allowd_operate_list/1".to_owned(),
        "/config/nonsupport_client/client_type/0".to_owned(),
        "/config/nonsupport_client".to_owned(),
        "/config/processing_state".to_owned(),
        "/config/filter_key".to_owned(),
        "/link/url".to_owned(),
    ];
    expected.extend(inside.iter().map(|place| format!("{body}{place}")));
    expected.push("/i18n_items/1/key".to_owned());
    expected.push("/i18n_items/1/value".to_owned());
    expected.push("/i18n_items/2/key".to_owned());
    assert_eq!(pointers, expected, "{violations}");
    let nothing = Card::default().validate().unwrap_err().to_string();
    assert_eq!(
        nothing,
        "/i18n_items: `i18n_items` is empty, give it a value"
    );
}

// Rendering.

#[test]
fn a_card_becomes_its_languages() {
    let card = OlderCard::new()
        .link(Link::new(GOOD).ios_url("https://b.cn"))
        .header("发布完成")
        .text("全部通过")
        .locale(Locale::new("en-US").header("Released").text("all passed"))
        .locale(Locale::new("ja-JP").text("x"));
    let (message, report) = render(&card);
    assert_eq!(report, Vec::<String>::new());
    let plain = |text: &str| json!({"tag": "text", "text": {"type": "plain", "content": text}});
    assert_eq!(
        message,
        json!({"type": "card", "content": {"card": {
            "config": {},
            "link": {"url": GOOD, "ios_url": "https://b.cn"},
            "i18n_items": [
                {"key": "zh-CN", "value": {
                    "header": {"title": plain("发布完成")},
                    "elements": [{"text": plain("全部通过")}],
                }},
                {"key": "en-US", "value": {
                    "header": {"title": plain("Released")},
                    "elements": [{"text": plain("all passed")}],
                }},
                {"key": "ja-JP", "value": {"elements": [{"text": plain("x")}]}},
            ],
        }}})
    );
}

#[test]
fn a_language_that_is_there_twice_is_sent_once() {
    let card = OlderCard::new()
        .header("甲")
        .text("乙")
        .locale(Locale::new("en-US").text("x"))
        .locale(Locale::new("zh-CN").text("丙"));
    let (message, report) = render(&card);
    let items = &message["content"]["card"]["i18n_items"];
    assert_eq!(items.as_array().unwrap().len(), 2);
    assert_eq!(items[0]["key"], "zh-CN");
    assert_eq!(
        items[0]["value"]["header"]["title"]["text"]["content"],
        "甲"
    );
    assert_eq!(
        items[0]["value"]["elements"][0]["text"]["text"]["content"],
        "丙"
    );
    assert_eq!(items[1]["key"], "en-US");
    assert_eq!(
        report,
        [
            "Info Dropped <card> /elements: the card's own elements are left out: `i18n` has `zh-CN` as well"
        ]
    );
    // One that has nothing of its own is sent in the others.
    let (message, report) = render(&OlderCard::new().locale(Locale::new("en-US").text("x")));
    assert!(report.is_empty());
    assert_eq!(message["content"]["card"]["i18n_items"][0]["key"], "en-US");
}

#[test]
fn settings_have_other_names() {
    let config = |config: OlderConfig| {
        let (message, report) = render(&OlderCard::new().config(config).text("x"));
        (message["content"]["card"]["config"].clone(), report)
    };
    let all = OlderConfig::new()
        .operator_allow("all")
        .todo_switch("off")
        .update_single(false)
        .filter_key("f")
        .nonsupport_client(NonsupportClient::new(["pc", "ios"]).describe("x"));
    assert_eq!(
        config(all),
        (
            json!({
                "allowd_operate_list": ["accept_all"],
                "todo_switch": false,
                "shared_card": true,
                "filter_key": "f",
                "nonsupport_client": {"client_type": ["pc", "ios"], "describe": "x"},
            }),
            vec![]
        )
    );
    let mut odd = OlderConfig::new().nonsupport_client(NonsupportClient::new(["pc"]));
    odd.operator_allow = Some(OperatorAllow::Codes(vec![3]));
    odd.todo_switch = Some(TodoSwitch::from("maybe"));
    assert_eq!(
        config(odd),
        (
            json!({"nonsupport_client": {"client_type": ["pc"], "describe": "消息卡片"}}),
            vec![
                "Degraded Dropped <config> /config/operator_allow: the codes of `operator_allow` have no names in WPS 365, it is left out".to_owned(),
                "Degraded Dropped <config> /config/todo_switch: `maybe` is neither `on` nor `off`, `todo_switch` is left out".to_owned(),
                "Info Replaced <config> /config/nonsupport_client: those clients show `消息卡片`: WPS 365 wants a text for them".to_owned(),
            ]
        )
    );
}

#[test]
fn what_no_page_describes_is_said_to_be_unconfirmed() {
    let buttons = [
        OlderButton::new("甲").key("k"),
        OlderButton::new("乙").url(GOOD).style("warn"),
        OlderButton::new("丙").href(Link::new(GOOD).pc_url("https://b.cn")),
    ];
    let card = OlderCard::new()
        .header(OlderHeader::new("t").subtitle("s").template("red"))
        .element(OlderHr::new().style("dashed"))
        .action(Action::new(buttons));
    let (message, report) = render(&card);
    let label = |text: &str| json!({"type": "plain", "content": text});
    assert_eq!(
        elements(&message),
        &json!([
            {"hr": {"tag": "hr"}},
            {"button": {"tag": "button", "style": "secondary", "text": label("甲"), "key": "k"}},
            {"button": {"tag": "button", "style": "warn", "text": label("乙"), "url": GOOD}},
            {"button": {"tag": "button", "style": "secondary", "text": label("丙"),
                "href": [{"key": "url_val", "value": {"url": GOOD, "pc_url": "https://b.cn"}}]}},
        ])
    );
    assert_eq!(
        report,
        [
            "Info Replaced <header> /header/subtitle: no page that could be read describes subtitles in a WPS 365 card: sent as `header.subtitle`, unconfirmed",
            "Info Dropped <header> /header/template: `red`: no page that could be read describes colour schemes in a WPS 365 card, it is left out",
            "Info Replaced <hr> /elements/0: no page that could be read describes dividers in a WPS 365 card: sent as `hr`, unconfirmed",
            "Info Dropped <hr> /elements/0/style: `dashed`: no page that could be read describes kinds of dividers in a WPS 365 card, it is left out",
            "Info Replaced <button> /elements/1/actions/0: `甲`: no page that could be read describes postback in a WPS 365 card: sent as `button` with `key`, unconfirmed",
            "Info Replaced <button> /elements/1/actions/1: `乙`: no page that could be read describes buttons in a WPS 365 card: sent as `button` with `url` or `href`, unconfirmed",
            "Info Replaced <button> /elements/1/actions/2: `丙`: no page that could be read describes buttons in a WPS 365 card: sent as `button` with `url` or `href`, unconfirmed",
        ]
    );
}

#[test]
fn pictures_are_links_or_descriptions() {
    let markdown = |text: &str| json!({"text": {"tag": "text", "text": {"type": "markdown", "content": text}}});
    let plain =
        |text: &str| json!({"text": {"tag": "text", "text": {"type": "plain", "content": text}}});
    let copy = || Img::new("k").url("https://a.cn/1.png");
    let card = OlderCard::new()
        .img(copy().alt("趋势](x)"))
        .img(copy())
        .img(Img::new("k").alt("趋势"))
        .img(Img::new("k"))
        .img(Img::new("k").fallback("见附件"))
        .img(Img::new("k").fallback(Fallback::Drop))
        .img(Img::new("k").alt("a").url(BAD))
        .pic_text(PicText::new(copy().alt("甲"), Markdown::from("- **b**")).link(GOOD))
        .pic_text(PicText::new(
            Img::new("k").fallback("drop"),
            OlderText::new("# x"),
        ))
        .locale(Locale::new("en-US").img(Img::new("k").alt("trend")));
    let (message, report) = render(&card);
    let mut beside = markdown("[甲](https://a.cn/1.png)\n\n- **b**");
    beside["text"]["link"] = json!({"url": GOOD});
    assert_eq!(
        elements(&message),
        &json!([
            markdown("[趋势］(x)](https://a.cn/1.png)"),
            markdown("[图片](https://a.cn/1.png)"),
            plain("[图片：趋势]"),
            plain("[图片]"),
            plain("见附件"),
            plain("[图片：a]"),
            beside,
            markdown("＃ x"),
        ])
    );
    let english = &message["content"]["card"]["i18n_items"][1]["value"]["elements"];
    assert_eq!(english, &json!([plain("[picture: trend]")]));
    let kinds: Vec<&str> = report
        .iter()
        .map(|line| line.split(": ").next().unwrap())
        .collect();
    assert_eq!(
        kinds,
        [
            "Degraded Replaced <img> /elements/0",
            "Info Rewritten <markdown> /elements/0",
            "Degraded Replaced <img> /elements/1",
            "Degraded Replaced <img> /elements/2",
            "Lost Replaced <img> /elements/3",
            "Degraded Replaced <img> /elements/4",
            "Info Dropped <img> /elements/5",
            "Degraded Dropped <img> /elements/6",
            "Degraded Replaced <img> /elements/6",
            "Info Replaced <picText> /elements/7",
            "Degraded Replaced <img> /elements/7/img",
            "Info Replaced <picText> /elements/8",
            "Info Dropped <img> /elements/8/img",
            "Info Rewritten <markdown> /elements/8/text/text",
            "Degraded Replaced <img> /i18n/en-US/elements/0",
        ],
        "{report:#?}"
    );
    assert_eq!(
        report[5],
        "Degraded Replaced <img> /elements/4: its fallback stands there: no page that could be read describes pictures of WPS in a WPS 365 card: `[图片]` instead"
    );
    assert!(!message.to_string().contains(BAD));
}

#[test]
fn elements_of_the_older_dialect_leave_a_note() {
    let other = || OlderOther::new(json!({"tag": "chart\n1", "x": 1}));
    let card = OlderCard::new()
        .element(other())
        .element(other().fallback("见附件"))
        .action(Action::new([other()]))
        .action(Action::new([other().fallback("drop")]));
    let (message, report) = render(&card);
    let texts = value_texts(elements(&message));
    assert_eq!(texts, ["[组件：chart 1]", "见附件", "[组件：chart 1]"]);
    let expected = [
        "Lost Replaced <raw> /elements/0: `chart 1`: WPS 365 card has no such element of the older dialect: `[组件：tag]` instead",
        "Degraded Replaced <raw> /elements/1: its fallback stands there: `chart 1`: WPS 365 card has no such element of the older dialect: `[组件：tag]` instead",
        "Lost Replaced <raw> /elements/2/actions/0: `chart 1`: WPS 365 card has no such element of the older dialect: `[组件：tag]` instead",
        "Info Dropped <raw> /elements/3/actions/0: left out, as its fallback says: `chart 1`: WPS 365 card has no such element of the older dialect",
    ];
    assert_eq!(report, expected);
}

fn value_texts(elements: &Value) -> Vec<&str> {
    let elements = elements.as_array().unwrap().iter();
    elements
        .map(|element| element["text"]["text"]["content"].as_str().unwrap())
        .collect()
}

#[test]
fn links_that_are_refused_are_not_sent() {
    let link = Inline::Link {
        target: LinkTarget::Url(BAD.into()),
        children: vec![Inline::text("甲")].into(),
    };
    let card = OlderCard::new()
        .link(BAD)
        .markdown(Markdown::new().inline(link).href("x", BAD).link(BAD))
        .element(OlderText::new("x").link(Link::new(GOOD).pc_url(BAD)))
        .div(OlderDiv::new([Markdown::from("x")]).link(BAD))
        .action(Action::new([OlderButton::new("乙").url(BAD)]));
    let (message, report) = render(&card);
    assert!(!message.to_string().contains("javascript"), "{message}");
    assert_eq!(report.len(), 7, "{report:#?}");
    assert!(
        report.iter().all(|line| !line.starts_with("Info")),
        "{report:#?}"
    );
}

// Mentions.

fn mention(markdown: Markdown) -> (Value, Vec<String>) {
    render(&OlderCard::new().markdown(markdown))
}

fn content(message: &Value) -> &str {
    elements(message)[0]["text"]["text"]["content"]
        .as_str()
        .unwrap()
}

#[test]
fn people_have_ids_in_the_message() {
    let markdown = Markdown::new()
        .source("负责人 **<at email='lin@wps.cn'>林亮</at>** ")
        .source("<at email=\"lin@wps.cn\">林亮</at>，")
        .at("wang@wps.cn", "王\n晴")
        .inline(Inline::Bold(
            vec![Inline::At {
                email: "lin@wps.cn".into(),
                name: "*林亮*".into(),
            }]
            .into(),
        ))
        .source(" `<at email='lin@wps.cn'>x</at>`");
    let card = OlderCard::new()
        .markdown(markdown)
        .locale(Locale::new("en-US").markdown(Markdown::new().at("wang@wps.cn", "Wang")));
    let (message, report) = render(&card);
    let lost: Vec<_> = report
        .iter()
        .filter(|line| !line.starts_with("Info"))
        .collect();
    assert!(lost.is_empty(), "{lost:#?}");
    let person = |id: &str, user: &str| json!({"id": id, "identity": {"company_id": "11111", "id": user, "type": "user"}, "type": "user"});
    assert_eq!(
        message["mentions"],
        json!([person("2", "22222"), person("3", "33333")])
    );
    let text = content(&message);
    assert!(
        text.contains("<at id=\"2\">林亮</at>，<at id=\"3\">王 晴</at>"),
        "{text}"
    );
    assert!(text.contains("**<at id=\"2\">＊林亮＊</at>**"), "{text}");
    assert!(text.ends_with(" `<at email='lin@wps.cn'>x</at>`"), "{text}");
    assert_eq!(text.matches("<at id=").count(), 4, "{text}");
    let english = &message["content"]["card"]["i18n_items"][1]["value"]["elements"][0];
    assert_eq!(english["text"]["text"]["content"], "<at id=\"3\">Wang</at>");
    let message: Message = serde_json::from_value(message).unwrap();
    message.validate().unwrap();
}

#[test]
fn whoever_is_not_known_keeps_the_name() {
    for (markdown, text, why) in [
        (
            Markdown::new().at("who@wps.cn", "谁"),
            "谁",
            "`谁` is not notified: it is not known who that is in WPS 365 card, the name instead",
        ),
        (
            Markdown::new().at("who@wps.cn", ""),
            "who@wps.cn",
            "`who@wps.cn` is not notified: it is not known who that is in WPS 365 card, the name instead",
        ),
        (
            Markdown::from("请 <at email='who@wps.cn'></at> 看"),
            "请 who@wps.cn 看",
            "`who@wps.cn` is not notified: it is not known who that is in WPS 365 card, the name instead",
        ),
        (
            Markdown::from("请 <at email='who@wps.cn'>*谁*</at> 看"),
            "请 *谁* 看",
            "`*谁*` is not notified: it is not known who that is in WPS 365 card, the name instead",
        ),
        (
            Markdown::new().at("li@wps.cn", "李"),
            "李",
            "`李` is not notified: a mobile number is no id of a person in WPS 365",
        ),
        (
            Markdown::new().at("all@wps.cn", "所有人"),
            "所有人",
            "`所有人` is not notified: it is not known who that is in WPS 365 card, the name instead",
        ),
        (
            Markdown::from("[a <at email='lin@wps.cn'>林亮</at>](https://a.cn)"),
            "[a 林亮](https://a.cn)",
            "`林亮` is not notified: it stands in a link",
        ),
        (
            Markdown::from("请 <at id=\"2\">林亮</at> 看"),
            "请 林亮 看",
            "`林亮` is not notified: a card names people by their e-mail address, not by an id of a message",
        ),
    ] {
        let (message, report) = mention(markdown);
        assert_eq!(content(&message), text);
        assert_eq!(
            report,
            [format!(
                "Lost MentionLost <at> /elements/0/content/text: {why}"
            )]
        );
        assert_eq!(message.get("mentions"), None);
    }
    let nobody = Wps365::new().people(|_| Some("22222"));
    let rendered =
        nobody.render(&OlderCard::new().markdown(Markdown::new().at("lin@wps.cn", "林亮")));
    assert_eq!(
        rendered.report.to_string(),
        "/elements/0/content/text: `林亮` is not notified: the company is not known, give it to the target as `company`"
    );
}

/// A name is data: it ends no tag, begins no line and names nobody else.
#[test]
fn a_name_is_data() {
    for name in [
        "</at><at id=\"3\">x</at>",
        "<at id=\"1\">所有人</at>",
        "# x",
        "[x](https://evil.example)",
        "- x\n- y",
        "\\",
    ] {
        for email in ["lin@wps.cn", "who@wps.cn"] {
            let literal = format!("<at email='{email}'>");
            let literal = Markdown::new()
                .inline(Inline::Source(literal.into()))
                .text(name)
                .source("</at>");
            for markdown in [Markdown::new().at(email, name), literal] {
                let (message, _) = mention(markdown);
                let text = content(&message);
                let own = usize::from(email == "lin@wps.cn");
                assert_eq!(text.matches("<at").count(), own, "{text}");
                assert_eq!(text.matches("</at>").count(), own, "{text}");
                assert!(!text.contains("](") && !text.starts_with("# "), "{text}");
            }
        }
    }
}

#[test]
fn a_message_mentions_a_hundred_people() {
    let mut source = String::new();
    for number in 0..150 {
        let _ = write!(source, "<at email='p{number}@wps.cn'>n{number}</at> ");
    }
    let card = OlderCard::new().markdown(Markdown::from_trusted_source(source));
    let target = Wps365::new()
        .company("c")
        .people(|email| Some(email.replace(['@', '.'], "-")));
    let rendered = target.render(&card);
    assert_eq!(rendered.messages[0].mentions.len(), MENTIONS.max);
    rendered.messages[0].validate().unwrap();
    let lost = rendered.report.iter();
    let lost = lost
        .filter(|loss| loss.kind == LossKind::MentionLost)
        .count();
    assert_eq!(lost, 50);
}

#[test]
fn a_fallback_mentions_nobody() {
    let markdown = Markdown::new()
        .at("lin@wps.cn", "林亮")
        .at("who@wps.cn", "谁")
        .fallback("见 WPS");
    let card = OlderCard::new()
        .markdown(markdown)
        .markdown(Markdown::new().at("wang@wps.cn", "王晴"));
    let (message, report) = render(&card);
    assert_eq!(
        value_texts(elements(&message)),
        ["见 WPS", "<at id=\"2\">王晴</at>"]
    );
    assert_eq!(message["mentions"].as_array().unwrap().len(), 1);
    assert_eq!(message["mentions"][0]["identity"]["id"], "33333");
    assert_eq!(report.len(), 1);
    assert!(
        report[0]
            .starts_with("Degraded Replaced <markdown> /elements/0: its fallback stands there")
    );
}

// Carrying over.

#[test]
fn a_card_is_carried_over_with_a_report() {
    let json = json!({
        "config": {"processing_state": "processed", "allowd_operate_list": ["disable", "accept_all"]},
        "i18n_items": [
            {"key": "en-US", "value": {"elements": [{"hr": {"tag": "hr"}}]}},
            {"key": "zh-CN", "value": {
                "header": {"title": {"tag": "text", "text": {"type": "plain", "content": "t"}}},
                "elements": [
                    {"text": {
                        "tag": "text",
                        "text": {"type": "markdown", "content": "**a** <at id=\"2\">林亮</at> `<at id=\"2\">x</at>`", "text_size": "large"},
                    }},
                    {"div": {"tag": "div", "division": "flow_right", "fields": [
                        {"tag": "text", "text": {"type": "plain", "content": "x"}, "href": [{"key": "a", "value": {"url": GOOD}}]},
                    ]}},
                    {"button": {"tag": "button", "style": "normal", "text": {"type": "plain", "content": "甲"}, "key": "k"}},
                    {"button": {"tag": "button", "style": "normal", "text": {"type": "plain", "content": "乙"}, "url": GOOD,
                        "href": [{"key": "a", "value": {"url": GOOD}}, {"key": "a", "value": {"url": GOOD}}]}},
                    {"dropdown": {"tag": "dropdown"}},
                ],
            }},
            {"key": "ja-JP", "value": {"elements": [{"hr": {"tag": "hr"}}]}},
        ],
    });
    let (card, report) = read(&json).to_card();
    let plain = |text: &str| json!({"tag": "text", "content": {"type": "plainText", "text": text}});
    assert_eq!(
        value(&card),
        json!({
            "header": {"title": plain("t")},
            "elements": [
                {"tag": "text", "content": {"type": "markdown", "text": "**a** 林亮 `<at id=\"2\">x</at>`"}},
                {"tag": "div", "fields": [plain("x")]},
                {"tag": "action", "actions": [
                    {"tag": "button", "content": {"type": "plainText", "text": "甲"}, "key": "k", "style": "normal"},
                    {"tag": "button", "content": {"type": "plainText", "text": "乙"}, "style": "normal", "url": GOOD,
                        "href": {"a": {"url": GOOD}}},
                ]},
            ],
            "i18n": {"en-US": {"elements": [{"tag": "hr"}]}, "ja-JP": {"elements": [{"tag": "hr"}]}},
        })
    );
    let lines: Vec<String> = report
        .iter()
        .map(|loss| format!("{:?} {:?} {}", loss.severity, loss.kind, loss.pointer))
        .collect();
    let body = "/i18n_items/1/value/elements";
    assert_eq!(
        lines,
        [
            "Degraded Dropped /config/allowd_operate_list".to_owned(),
            "Degraded Dropped /config/processing_state".to_owned(),
            format!("Info Dropped {body}/0/text/text/text_size"),
            format!("Lost MentionLost {body}/0/text/text/content"),
            format!("Info Dropped {body}/1/div/fields/0/href"),
            format!("Info Dropped {body}/1/div/division"),
            format!("Degraded Dropped {body}/3/button/href/1"),
            format!("Lost Dropped {body}/4"),
            "Info Replaced /i18n_items/2/key".to_owned(),
        ]
    );
    assert!(report.worst() == Some(Severity::Lost));
}

/// What one dialect calls shared is what the other does not call exclusive.
#[test]
fn settings_are_carried_over() {
    let older = |config: Value| {
        let json = json!({"config": config, "i18n_items": []});
        let (card, report) = read(&json).to_card();
        assert!(report.is_empty(), "{report}");
        value(&card)["config"].take()
    };
    assert_eq!(
        older(
            json!({"allowd_operate_list": ["disable"], "shared_card": false, "todo_switch": false})
        ),
        json!({"operator_allow": [-1], "update_single": true, "todo_switch": "off"})
    );
    assert_eq!(
        older(
            json!({"allowd_operate_list": ["accept_all"], "shared_card": true, "todo_switch": true})
        ),
        json!({"operator_allow": null, "update_single": false, "todo_switch": "on"})
    );
}

#[test]
fn the_markdown_of_a_card_is_checked() {
    let found = |content: &str, href: Value| {
        let kind = |kind: &str| json!({"tag": "text", "text": {"type": kind, "content": content}, "href": href});
        let json = json!({"i18n_items": [{"key": "zh-CN", "value": {
            "header": {"title": kind("markdown")},
            "elements": [{"div": {"tag": "div", "division": "middle", "fields": [kind("plain"), kind("markdown")]}}],
        }}]});
        let card = read(&json);
        assert_eq!(card.validate(), Ok(()), "{content}");
        let violations = card.validate_markdown().err();
        let violations: Vec<_> = violations
            .iter()
            .flatten()
            .map(ToString::to_string)
            .collect();
        // What is found of the title is found of the column.
        let inside = |place: &str| -> Vec<String> {
            let begin = format!("/i18n_items/0/value/{place}");
            violations
                .iter()
                .filter_map(|line| Some(line.strip_prefix(&begin)?.to_owned()))
                .collect()
        };
        let (title, column) = (inside("header/title"), inside("elements/0/div/fields/1"));
        assert_eq!(title, column);
        assert_eq!(violations.len(), 2 * title.len(), "{violations:?}");
        title
    };
    let nothing: [&str; 0] = [];
    for fine in [
        "**a** `b` [c](https://a.cn)\n- d",
        "<at id=\"2\">林亮</at> <font color='red'>a</font>",
        "<table border=1></table> <at email='x'></at> <at",
    ] {
        assert_eq!(found(fine, json!([])), nothing, "{fine}");
    }
    let named = json!([{"key": "k", "value": {"url": GOOD}}]);
    assert_eq!(found("[a]($k)", named.clone()), nothing);
    assert_eq!(
        found(
            "**a [b](javascript:c) [d]($e) [f]($e)\n```\n<at id='2'>",
            named
        ),
        [
            "/text/content: `**` has no partner, it would be shown as text: add the missing `**`, with no blank between it and its text, or write it full-width, `＊＊`, if it is meant as text",
            "/text/content: `[b](javascript:c)`: the URL scheme `javascript` is not allowed: use one of `http`, `https`, `mailto`, `tel`",
            "/text/content: the code block that `` ``` `` begins does not end: end it with `` ``` `` on a line of its own",
            "/text/content: no `href` defines `$e`, add it to the element's `href`",
            "/href/0/key: nothing in the text leads to `k`, remove it or write `[label]($k)`",
        ]
    );
}

/// Time grows as the document does.
#[test]
fn a_large_card_is_carried_over() {
    let href: Vec<Value> = (0..8000)
        .map(|number| json!({"key": format!("k{number}"), "value": {"url": GOOD}}))
        .collect();
    let json = with(json!([{"text": {
        "tag": "text",
        "text": {"type": "markdown", "content": "<at id=\"2\">x</at> ".repeat(8000)},
        "href": href,
    }}]));
    let card = read(&json);
    let (older, report) = card.to_card();
    assert_eq!(older.elements.len(), 1);
    assert_eq!(report.losses().len(), 8000);
    assert!(card.validate().is_err());
    let violations = card.validate_markdown().unwrap_err();
    assert_eq!(violations.len(), 8000);
}
