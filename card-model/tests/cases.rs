//! Cards from the platform's pages and from programs in use are read, and written back as they were.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use card_model::{
    ActionItem, Card, Config, Document, Element, Header, Link, Markdown, ReadErrorKind, TextElement,
};
use serde_core::{Serialize, de::DeserializeOwned};
use serde_json::Value;

macro_rules! case {
    ($name:literal) => {
        include_str!(concat!("cases/wps/", $name, ".json"))
    };
}

/// Files, and the pointer of the card in each.
const CARDS: &[(&str, &str)] = &[
    (case!("legacy-luyishao-simple-02"), ""),
    (case!("legacy-luyishao-simple-03"), ""),
    (case!("legacy-luyishao-simple-06"), "/card"),
    (case!("legacy-luyishao-test-01"), "/card"),
    (
        case!("legacy-send-approval-request-partial"),
        "/content/content",
    ),
    (case!("legacy-structure-partial"), ""),
    (case!("legacy-webhook-card-i18n"), ""),
    (case!("legacy-webhook-card-simple"), ""),
    (case!("seed-send-card-request"), "/content/content"),
];

const ELEMENTS: &[&str] = &[
    case!("legacy-el-div-partial"),
    case!("legacy-el-text-markdown-href"),
    case!("legacy-el-text-plain"),
    // Shapes of cards in use whose official pages could not be read.
    r#"{"tag":"img","content":{"store_key":"K"}}"#,
    r#"{"tag":"img","content":{"pic_type":"image/jpg","store_key":"K","store_key_sha1":"S"}}"#,
    r#"{"tag":"hr","style":"dashed"}"#,
    r#"{"tag":"hr"}"#,
    r#"{"tag":"picText","img":{"store_key":"K"},"text":{"type":"markdown","text":"**x**"},"link":{"url":"https://xz.wps.cn/"}}"#,
    r#"{"tag":"picText","img":{"store_key":"K"},"text":{"type":"plainText","text":"x"}}"#,
    r#"{"tag":"div","fields":[],"division":"flow_right"}"#,
    r#"{"tag":"action","actions":[{"tag":"select","options":[null,{"a":1.5}]}]}"#,
    r#"{"tag":"table","rows":[[1,-2,3.5,null,true,"x"]],"header":{"tag":1}}"#,
];

fn value(json: &str) -> Value {
    serde_json::from_str(json).unwrap()
}

fn part(json: &str, pointer: &str) -> Value {
    value(json).pointer(pointer).unwrap().clone()
}

#[test]
fn cards_are_written_back_as_they_were() {
    for (json, pointer) in CARDS {
        let json = part(json, pointer);
        let card =
            Card::from_json(&json.to_string()).unwrap_or_else(|error| panic!("{error}: {json}"));
        assert_eq!(serde_json::to_value(&card).unwrap(), json);
        assert_eq!(Card::from_value(json.clone()).unwrap(), card);
        assert_eq!(Card::from_slice(json.to_string().as_bytes()).unwrap(), card);
        assert_eq!(serde_json::from_value::<Card>(json).unwrap(), card);
    }
}

#[test]
fn elements_are_written_back_as_they_were() {
    for json in ELEMENTS {
        comes_back::<Element>(json);
    }
}

#[test]
fn parts_are_read_alone() {
    comes_back::<Link>(r#"{"url":"https://a.cn","pc_url":"https://b.cn"}"#);
    comes_back::<Header>(
        r#"{"title":{"tag":"text","content":{"type":"markdown","text":"**x**"}},"template":"red"}"#,
    );
    comes_back::<TextElement>(r#"{"tag":"text","content":{"type":"plainText","text":""}}"#);
    comes_back::<ActionItem>(
        r#"{"tag":"button","content":{"type":"plainText","text":"好"},"key":"k"}"#,
    );
    comes_back::<Config>(r#"{"operator_allow":null}"#);
    comes_back::<Config>(r#"{"operator_allow":[-1]}"#);
    comes_back::<Config>(r#"{"operator_allow":[1,2]}"#);
    comes_back::<Config>(r#"{"operator_allow":[]}"#);
    comes_back::<Config>(r#"{"operator_allow":"all","todo_switch":"maybe"}"#);
    comes_back::<Config>(
        r#"{"nonsupport_client":{"client_type":["pc","tv"]},"update_single":false}"#,
    );
}

fn comes_back<T: Serialize + DeserializeOwned>(json: &str) {
    let part: T = serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}"));
    assert_eq!(serde_json::to_value(part).unwrap(), value(json));
}

/// The order of the fields is that of the platform's sample.
#[test]
fn the_sample_is_written_byte_for_byte() {
    let sample = case!("seed-send-card-request");
    let (_, card) = minified(sample)
        .split_once(r#""type":23,"content":"#)
        .map(|(a, b)| (a.to_owned(), b.to_owned()))
        .unwrap();
    let json = card.strip_suffix("}}").unwrap();
    let card = Card::from_json(json).unwrap();
    assert_eq!(serde_json::to_string(&card).unwrap(), json);
}

/// The order in which `href` and `i18n` came is kept.
#[test]
fn maps_keep_their_order() {
    let json = concat!(
        r#"{"elements":[{"tag":"text","content":{"type":"markdown","text":"[a]($z) [b]($a)"},"#,
        r#""href":{"z":{"url":"https://z.cn"},"a":{"url":"https://a.cn"}}}],"#,
        r#""i18n":{"zh-TW":{"elements":[{"tag":"hr"}]},"en-US":{"elements":[{"tag":"hr"}]},"fr":{}}}"#
    );
    assert_eq!(
        serde_json::to_string(&Card::from_json(json).unwrap()).unwrap(),
        json
    );
}

/// The sample has no blanks and no quotes inside of its texts.
#[test]
fn a_number_is_the_nearest_that_there_is() {
    for digits in [
        "77777777777777777777777777777777777777777777777777777",
        "1.00000000000000000000000000000000000000000000000000001",
        "123456789012345678901234567890e-40",
        "2.2250738585072011e-308",
    ] {
        let json = format!(r#"{{"elements":[{{"tag":"later","number":{digits}}}]}}"#);
        let card = Card::from_json(&json).unwrap();
        let nearest: f64 = digits.parse().unwrap();
        let kept = &value(&card.to_json())["elements"][0]["number"];
        assert_eq!(kept, &Value::from(nearest), "{digits}");
        assert_eq!(Card::from_json(&card.to_json()).unwrap(), card, "{digits}");
    }
}

fn minified(json: &str) -> String {
    json.chars().filter(|c| !c.is_whitespace()).collect()
}

#[test]
fn what_is_read_is_the_model_a_program_would_build() {
    let sample = part(case!("seed-send-card-request"), "/content/content");
    let card = Card::from_value(sample).unwrap();
    let url = "https://xz.wps.cn/";
    let link = Link::new(url).android_url(url).ios_url(url).pc_url(url);
    let button = card_model::Button::new("按钮")
        .style("secondary")
        .href(link);
    let built = Card::new()
        .header("卡片标题")
        .markdown("卡片内容")
        .action(card_model::Action::new([button]));
    assert_eq!(card, built);
    assert_eq!(card.validate(), Ok(()));
}

#[test]
fn ours_stays_off_the_wire() {
    let card = Card::new()
        .text(card_model::Text::new("x").fallback("instead"))
        .markdown(Markdown::from("x").fallback("drop"))
        .img(
            card_model::Img::new("K")
                .alt("alt")
                .url("https://a.cn/a.png")
                .fallback("instead"),
        );
    let json = serde_json::to_string(&card).unwrap();
    for ours in ["fallback", "alt", "https", "drop", "instead"] {
        assert!(!json.contains(ours), "{ours} in {json}");
    }
}

/// A card is taken out of the message around it; errors point into the message.
#[test]
fn a_card_inside_a_message_is_read() {
    let json = case!("seed-send-card-request");
    let mut message = Document::parse(json).unwrap();
    let card = message.take("/content/content").unwrap();
    let card = card.into_card().unwrap();
    assert_eq!(
        card,
        Card::from_value(part(json, "/content/content")).unwrap()
    );
    assert!(message.take("/content/card").is_none());
    let rest = message.into_value();
    assert_eq!(rest["msg_type"], 23);
    assert_eq!(
        rest["content"],
        serde_json::json!({"type": 23, "content": null})
    );

    let json = json.replace("plainText", "plain");
    let mut message = Document::parse(&json).unwrap();
    let error = message.take("/content/content").unwrap().into_card();
    assert_eq!(
        error.unwrap_err().to_string(),
        "/content/content/header/title/content/type: unknown name `plain`; expected `plainText` or `markdown`"
    );
}

#[test]
fn what_is_not_a_card_is_named() {
    for (json, expected) in [
        (
            case!("seed-send-card-request"),
            "the document: this is a whole message, read its part `/content/content`, which is the card",
        ),
        (
            case!("legacy-luyishao-test-01"),
            "the document: this is a whole message, read its part `/card`, which is the card",
        ),
        (
            r#"{"type":23,"content":{"elements":[]}}"#,
            "the document: this is a whole message, read its part `/content`, which is the card",
        ),
        (
            case!("legacy-msg1-markdown"),
            "the document: this is a message of another kind, there is no card in it",
        ),
        (
            case!("webhook-markdown"),
            "the document: this is a message of another kind, there is no card in it",
        ),
        (
            case!("v7-card-dsh-wps-bot"),
            "the document: this is a card of the newer WPS 365 dialect (`i18n_items`), which is another format: read it with `wps365::Card::from_json`",
        ),
        (
            case!("legacy-el-text-plain"),
            "the document: this is one element, read it as an `Element`, or put it into the `elements` of a card",
        ),
    ] {
        let error = Card::from_json(json).unwrap_err();
        assert!(matches!(error.kind, ReadErrorKind::NotACard(_)));
        assert_eq!(error.to_string(), expected);
    }
}

/// Cards of any shape: what is written is read, and written again as it was.
#[test]
fn any_card_comes_back() {
    let mut dice = Dice(7);
    for _ in 0..2000 {
        let json = dice.card();
        let card = Card::from_value(json.clone()).unwrap_or_else(|error| panic!("{error}: {json}"));
        let written = serde_json::to_string(&card).unwrap();
        assert_eq!(value(&written), json);
        assert_eq!(Card::from_json(&written).unwrap(), card);
        let _ = card.validate();
    }
}

/// Numbers without pattern, the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    fn word(&mut self) -> Value {
        let words = [
            "",
            "x",
            "中文",
            "**a**",
            "\"\\/",
            "\u{1}",
            "[x]($a)",
            "https://a.cn",
            "on",
            "~~",
        ];
        words[self.roll(words.len())].into()
    }

    /// An object of `required` fields and some of the `optional` ones.
    fn object(&mut self, required: Vec<(&str, Value)>, optional: Vec<(&str, Value)>) -> Value {
        let mut fields = required;
        for field in optional {
            if self.roll(2) == 0 {
                fields.push(field);
            }
        }
        fields
            .into_iter()
            .map(|(name, value)| (name.to_owned(), value))
            .collect()
    }

    fn list(&mut self, item: fn(&mut Self) -> Value) -> Value {
        let count = 1 + self.roll(3);
        (0..count).map(|_| item(self)).collect()
    }

    fn link(&mut self) -> Value {
        let required = vec![("url", self.word())];
        let optional = vec![
            ("android_url", self.word()),
            ("ios_url", self.word()),
            ("pc_url", self.word()),
        ];
        self.object(required, optional)
    }

    fn href(&mut self) -> Value {
        let required = vec![("a", self.link())];
        let optional = vec![("", self.link()), ("b/~", self.link())];
        self.object(required, optional)
    }

    fn text(&mut self) -> Value {
        let link = self.link();
        if self.roll(2) == 0 {
            let content = serde_json::json!({"type": "plainText", "text": self.word()});
            return self.object(
                vec![("tag", "text".into()), ("content", content)],
                vec![("link", link)],
            );
        }
        let content = serde_json::json!({"type": "markdown", "text": self.word()});
        let optional = vec![("link", link), ("href", self.href())];
        self.object(vec![("tag", "text".into()), ("content", content)], optional)
    }

    fn picture(&mut self) -> Value {
        let required = vec![("store_key", self.word())];
        let optional = vec![("pic_type", self.word()), ("store_key_sha1", self.word())];
        self.object(required, optional)
    }

    fn button(&mut self) -> Value {
        let content = serde_json::json!({"type": "plainText", "text": self.word()});
        let required = vec![("tag", "button".into()), ("content", content)];
        let optional = vec![
            ("key", self.word()),
            ("style", self.word()),
            ("url", self.word()),
            ("href", self.href()),
        ];
        self.object(required, optional)
    }

    fn element(&mut self) -> Value {
        let tag = ["text", "div", "img", "hr", "picText", "action", "table"][self.roll(7)];
        let link = ("link", self.link());
        let (mut required, optional) = match tag {
            "text" => return self.text(),
            "div" => (
                vec![("fields", self.list(Self::text))],
                vec![("division", self.word()), link],
            ),
            "img" => (vec![("content", self.picture())], vec![]),
            "hr" => (vec![], vec![("style", self.word())]),
            "picText" => {
                let text = serde_json::json!({"type": "markdown", "text": self.word()});
                (
                    vec![("img", self.picture()), ("text", text)],
                    vec![("href", self.href()), link],
                )
            }
            "action" => (vec![("actions", self.list(Self::button))], vec![]),
            _ => (
                vec![("rows", self.list(Self::link))],
                vec![("n", (-1.5).into()), ("z", Value::Null)],
            ),
        };
        required.push(("tag", tag.into()));
        self.object(required, optional)
    }

    fn body(&mut self) -> Vec<(&'static str, Value)> {
        let optional = vec![("subtitle", self.text()), ("template", self.word())];
        let required = vec![("title", self.text())];
        let header = self.object(required, optional);
        vec![("header", header), ("elements", self.list(Self::element))]
    }

    fn config(&mut self) -> Value {
        let allow = [
            Value::Null,
            vec![-1].into(),
            vec![3, 4].into(),
            "all".into(),
        ][self.roll(4)]
        .clone();
        let clients =
            serde_json::json!({"client_type": self.list(Self::word), "describe": self.word()});
        let optional = vec![
            ("operator_allow", allow),
            ("todo_switch", self.word()),
            ("filter_key", self.word()),
            ("update_single", (self.roll(2) == 0).into()),
            ("nonsupport_client", clients),
        ];
        self.object(vec![], optional)
    }

    fn card(&mut self) -> Value {
        let mut optional = self.body();
        let body = self.body();
        let locale = self.object(vec![], body);
        optional.push(("i18n", serde_json::json!({"en-US": locale, "xx": {}})));
        optional.push(("config", self.config()));
        optional.push(("link", self.link()));
        self.object(vec![], optional)
    }
}
