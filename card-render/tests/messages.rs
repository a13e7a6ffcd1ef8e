//! The messages that the webhooks of group robots take.
#![allow(
    clippy::too_many_lines,
    clippy::unwrap_used,
    reason = "helpers and tables of tests"
)]

use card_model::{
    Card, Violations,
    spec::{
        WEBHOOK,
        dingtalk::{AT_USERS, BODY},
        wecom as limits,
    },
};
use card_render::{
    dingtalk::{
        self, ActionButton, ActionCard, At, Buttons, FeedCard, FeedLink, Link, Orientation,
    },
    wecom::{
        self, Article, CardAction, CardImage, EmphasisContent, File, HorizontalContent, Image,
        ImageTextArea, Jump, MainTitle, Markdown, MarkdownV2, News, NewsNotice, QuoteArea, Source,
        Text, TextNotice, VerticalContent, Voice,
    },
    wps::WebhookMessage,
};
use serde_core::{Serialize, de::DeserializeOwned};
use serde_json::{Value, json};

macro_rules! cases {
    ($($name:literal),+ $(,)?) => {
        &[$( ($name, include_str!(concat!("cases/", $name, ".json"))) ),+]
    };
}

const WECOM: &[(&str, &str)] = cases![
    "wecom/markdown_font_quote",
    "wecom/markdown_v2_full",
    "wecom/news_one",
    "wecom/template_card_news_notice",
    "wecom/template_card_text_notice",
    "wecom/text_hello",
    "wecom/text_mentions",
];
const DINGTALK: &[(&str, &str)] = cases![
    "dingtalk/actioncard_btns",
    "dingtalk/actioncard_single",
    "dingtalk/feedcard",
    "dingtalk/link",
    "dingtalk/markdown_at",
    "dingtalk/text_at",
];
const WPS: &[(&str, &str)] = cases!["wps/webhook-markdown", "wps/webhook-text"];

const URL: &str = "https://ci.example.com/128";

/// The messages of these cases; each of them has to be written back equal.
fn read_back<M: Serialize + DeserializeOwned>(
    cases: &[(&'static str, &str)],
) -> Vec<(&'static str, M)> {
    let read = |(name, case): &(&'static str, &str)| {
        let message: M = serde_json::from_str(case).unwrap();
        let value: Value = serde_json::from_str(case).unwrap();
        assert_eq!(serde_json::to_value(&message).unwrap(), value, "{name}");
        (*name, message)
    };
    cases.iter().map(read).collect()
}

fn same<M: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(message: &M, json: &Value) {
    assert_eq!(&serde_json::to_value(message).unwrap(), json);
    assert_eq!(&serde_json::from_value::<M>(json.clone()).unwrap(), message);
}

fn lines(found: Result<(), Violations>) -> Vec<String> {
    let violations = found.err().into_iter().flatten();
    violations.map(|violation| violation.to_string()).collect()
}

#[test]
fn the_samples_are_written_back_equal() {
    for (name, message) in read_back::<wecom::Message>(WECOM) {
        let expected = match name {
            "wecom/news_one" => vec![
                "/news/articles/0/url: the URL is not absolute, a card has no page that it could be relative to: \
                 begin it with `https://`",
            ],
            _ => vec![],
        };
        assert_eq!(lines(message.validate()), expected, "{name}");
    }
    for (name, message) in read_back::<dingtalk::Message>(DINGTALK) {
        assert_eq!(message.validate(), Ok(()), "{name}");
    }
    for (name, message) in read_back::<WebhookMessage>(WPS) {
        assert_eq!(message.validate(), Ok(()), "{name}");
    }
}

#[test]
fn fields_stand_in_the_order_of_the_samples() {
    let minified = |json: &str| json.split_whitespace().collect::<String>();
    // The other samples hold blanks, or do not begin with their `msgtype`.
    for index in [2, 6] {
        let (name, case) = WECOM[index];
        let message: wecom::Message = serde_json::from_str(case).unwrap();
        assert_eq!(
            serde_json::to_string(&message).unwrap(),
            minified(case),
            "{name}"
        );
    }
    for (name, case) in &WECOM[3..5] {
        let message: wecom::Message = serde_json::from_str(case).unwrap();
        let written = serde_json::to_string(&message).unwrap();
        assert_eq!(minified(&written), minified(case), "{name}");
    }
    for (name, case) in &DINGTALK[..5] {
        let message: dingtalk::Message = serde_json::from_str(case).unwrap();
        let written = serde_json::to_string(&message).unwrap();
        assert_eq!(minified(&written), minified(case), "{name}");
    }
}

#[test]
fn what_stands_in_a_message_is_kept() {
    for json in [
        json!({"msgtype": "text", "text": {"content": "x"}, "at": {}}),
        json!({"msgtype": "text", "text": {"content": "x"}, "at": {"isAtAll": true}}),
        json!({"msgtype": "text", "text": {"content": "x"}, "at": {"atMobiles": [], "isAtAll": false}}),
        json!({"msgtype": "text", "text": {"content": "x"}, "at": {"atUserIds": ["a"]}, "msgUuid": "1"}),
        json!({"msgtype": "actionCard", "actionCard": {"title": "x", "text": "y", "btns": [], "hideAvatar": "0"}}),
    ] {
        let message: dingtalk::Message = serde_json::from_value(json.clone()).unwrap();
        same(&message, &json);
    }
}

#[test]
fn what_the_platforms_read_as_well_is_written_as_they_document_it() {
    let empty = json!({"msgtype": "text", "text": {"content": "x", "mentioned_list": []}});
    let message: wecom::Message = serde_json::from_value(empty).unwrap();
    same(
        &message,
        &json!({"msgtype": "text", "text": {"content": "x"}}),
    );
    let card = json!({"title": "x", "text": "y", "btnOrientation": 1, "hideAvatar": 0, "btns": []});
    let card: ActionCard = serde_json::from_value(card).unwrap();
    same(
        &card,
        &json!({"title": "x", "text": "y", "btnOrientation": "1", "hideAvatar": "0", "btns": []}),
    );
}

#[test]
fn messages_of_wecom() {
    let text = Text::new("x")
        .mention("a")
        .mention_mobile("1")
        .mention_all();
    let news = News::new([Article::new("x", URL).description("y").picurl(URL)]);
    let body = |message: wecom::Message, body: Value| {
        let kind = message.msgtype();
        same(&message, &json!({"msgtype": kind, kind: body}));
        assert_eq!(message.validate(), Ok(()));
    };
    body(
        text.into(),
        json!({"content": "x", "mentioned_list": ["a", "@all"], "mentioned_mobile_list": ["1"]}),
    );
    body(Markdown::new("x").into(), json!({"content": "x"}));
    body(MarkdownV2::new("x").into(), json!({"content": "x"}));
    body(
        Image::new("AAAA", "m").into(),
        json!({"base64": "AAAA", "md5": "m"}),
    );
    body(
        news.into(),
        json!({"articles": [{"title": "x", "description": "y", "url": URL, "picurl": URL}]}),
    );
    body(File::new("m").into(), json!({"media_id": "m"}));
    body(Voice::new("m").into(), json!({"media_id": "m"}));
    body(text_notice().into(), text_notice_json());
    body(news_notice().into(), news_notice_json());
}

fn text_notice() -> TextNotice {
    TextNotice::new(
        MainTitle::new("t").desc("d"),
        CardAction::mini_program("a", "p"),
    )
    .source(Source::new("s").icon_url(URL).desc_color(3))
    .emphasis_content(EmphasisContent::new("17").desc("e"))
    .quote_area(QuoteArea::new("q").title("t").mini_program("a", "p"))
    .sub_title_text("u")
    .horizontal_content(HorizontalContent::text("k", "v"))
    .horizontal_content(HorizontalContent::url("k", "v", URL))
    .horizontal_content(HorizontalContent::file("k", "v", "m"))
    .horizontal_content(HorizontalContent::member("k", "v", "u"))
    .jump(Jump::text("j"))
    .jump(Jump::url("j", URL))
    .jump(Jump::mini_program("j", "a", "p"))
}

fn text_notice_json() -> Value {
    json!({
        "card_type": "text_notice",
        "source": {"icon_url": URL, "desc": "s", "desc_color": 3},
        "main_title": {"title": "t", "desc": "d"},
        "emphasis_content": {"title": "17", "desc": "e"},
        "quote_area": {"type": 2, "appid": "a", "pagepath": "p", "title": "t", "quote_text": "q"},
        "sub_title_text": "u",
        "horizontal_content_list": [
            {"keyname": "k", "value": "v"},
            {"keyname": "k", "value": "v", "type": 1, "url": URL},
            {"keyname": "k", "value": "v", "type": 2, "media_id": "m"},
            {"keyname": "k", "value": "v", "type": 3, "userid": "u"},
        ],
        "jump_list": [
            {"title": "j"},
            {"type": 1, "url": URL, "title": "j"},
            {"type": 2, "appid": "a", "pagepath": "p", "title": "j"},
        ],
        "card_action": {"type": 2, "appid": "a", "pagepath": "p"},
    })
}

fn news_notice() -> NewsNotice {
    let area = ImageTextArea::new(URL).title("t").desc("d").url(URL);
    NewsNotice::new(
        "t",
        CardImage::new(URL).aspect_ratio(1.3),
        CardAction::url(URL),
    )
    .image_text_area(area)
    .quote_area(QuoteArea::new("q").url(URL))
    .vertical_content(VerticalContent::new("v").desc("d"))
}

fn news_notice_json() -> Value {
    json!({
        "card_type": "news_notice",
        "main_title": {"title": "t"},
        "card_image": {"url": URL, "aspect_ratio": 1.3},
        "image_text_area": {"type": 1, "url": URL, "title": "t", "desc": "d", "image_url": URL},
        "quote_area": {"type": 1, "url": URL, "quote_text": "q"},
        "vertical_content_list": [{"title": "v", "desc": "d"}],
        "card_action": {"type": 1, "url": URL},
    })
}

#[test]
fn messages_of_dingtalk() {
    let at = At::new().mobile("1").user_id("u").all();
    let at_json = json!({"atMobiles": ["1"], "atUserIds": ["u"], "isAtAll": true});
    let message = dingtalk::Message::new(dingtalk::Text::new("x"))
        .at(at)
        .msg_uuid("1");
    same(
        &message,
        &json!({"msgtype": "text", "text": {"content": "x"}, "at": at_json, "msgUuid": "1"}),
    );
    let message = dingtalk::Message::new(dingtalk::Markdown::new("t", "x")).at(At::new());
    same(
        &message,
        &json!({"msgtype": "markdown", "markdown": {"title": "t", "text": "x"}}),
    );
    let message = dingtalk::Message::new(Link::new("t", "x", URL).pic_url("@lADOADmaWMzazQKA"));
    assert_eq!(message.validate(), Ok(()));
    same(
        &message,
        &json!({"msgtype": "link", "link": {
            "title": "t", "text": "x", "messageUrl": URL, "picUrl": "@lADOADmaWMzazQKA",
        }}),
    );
    let message = dingtalk::Message::new(FeedCard::new([FeedLink::new("t", URL, "@a")]));
    assert_eq!(message.validate(), Ok(()));
    same(
        &message,
        &json!({"msgtype": "feedCard", "feedCard": {"links": [
            {"title": "t", "messageURL": URL, "picURL": "@a"},
        ]}}),
    );
}

#[test]
fn action_cards_of_dingtalk() {
    let card = ActionCard::new("t", "x", Buttons::single("b", URL)).hide_avatar();
    same(
        &dingtalk::Message::new(card),
        &json!({"msgtype": "actionCard", "actionCard": {
            "title": "t", "text": "x", "hideAvatar": "1", "singleTitle": "b", "singleURL": URL,
        }}),
    );
    let buttons = Buttons::several([ActionButton::new("a", URL), ActionButton::new("b", URL)]);
    let card = ActionCard::new("t", "x", buttons).btn_orientation(Orientation::Vertical);
    same(
        &dingtalk::Message::new(card),
        &json!({"msgtype": "actionCard", "actionCard": {
            "title": "t", "text": "x", "btnOrientation": "0",
            "btns": [{"title": "a", "actionURL": URL}, {"title": "b", "actionURL": URL}],
        }}),
    );
}

#[test]
fn messages_of_wps() {
    let card = Card::new().header("x");
    let message = WebhookMessage::from(card.clone());
    same(&message, &json!({"msgtype": "card", "card": card}));
    same(
        &WebhookMessage::markdown("x"),
        &json!({"msgtype": "markdown", "markdown": {"text": "x"}}),
    );
    same(
        &WebhookMessage::text("x"),
        &json!({"msgtype": "text", "text": {"content": "x"}}),
    );
}

fn refused<M: DeserializeOwned + std::fmt::Debug>(cases: &[(&str, &str)]) {
    for (json, expected) in cases {
        let error = serde_json::from_str::<M>(json).unwrap_err();
        assert_eq!(error.to_string(), *expected, "{json}");
    }
}

#[test]
fn broken_messages_of_wecom_are_errors_that_name_the_place() {
    refused::<wecom::Message>(&[
        ("[]", "the message: expected an object, found an array"),
        ("{}", "the message: missing field `msgtype`"),
        (
            r#"{"msgtype":1}"#,
            "/msgtype: expected a string, found a number",
        ),
        (
            r#"{"msgtype":"txt","text":{"content":"x"}}"#,
            "/msgtype: unknown name `txt`, did you mean `text`?; expected `text`, `markdown`, `markdown_v2`, `image`, `news`, `file`, `voice` or `template_card`",
        ),
        (r#"{"msgtype":"text"}"#, "the message: missing field `text`"),
        (
            r#"{"msgtype":"text","text":"x"}"#,
            "/text: expected an object, found a string",
        ),
        (
            r#"{"msgtype":"text","text":{}}"#,
            "/text: missing field `content`",
        ),
        (
            r#"{"msgtype":"text","text":{"content":1}}"#,
            "/text/content: expected a string, found a number",
        ),
        (
            r#"{"msgtype":"text","text":{"content":"x","mentioned_list":["a",1]}}"#,
            "/text/mentioned_list/1: expected a string, found a number",
        ),
        (
            r#"{"msgtype":"text","text":{"content":"x","mentioned_list":null}}"#,
            "/text/mentioned_list: found null, leave the field out instead",
        ),
        (
            r#"{"msgtype":"text","text":{"content":"x"},"markdown":{"content":"x"}}"#,
            "/markdown: unknown field `markdown`; expected `msgtype` or `text`",
        ),
        (
            r#"{"msgtype":"markdown","markdown":{"text":"x"}}"#,
            "/markdown/text: unknown field `text`; expected `content`",
        ),
        (
            r#"{"msgtype":"markdown","markdown":{"content":"x","mentioned_list":[]}}"#,
            "/markdown/mentioned_list: unknown field `mentioned_list`; expected `content`",
        ),
        (
            r#"{"msgtype":"news","news":{"articles":{}}}"#,
            "/news/articles: expected an array, found an object",
        ),
        (
            r#"{"msgtype":"news","news":{"articles":[{"title":"x","url":"x","picurl":null}]}}"#,
            "/news/articles/0/picurl: found null, leave the field out instead",
        ),
        (
            r#"{"msgtype":"news","news":{"articles":[{"title":"x","url":"x"},{"title":"x"}]}}"#,
            "/news/articles/1: missing field `url`",
        ),
        (
            r#"{"msgtype":"template_card","template_card":{}}"#,
            "/template_card: missing field `card_type`",
        ),
        (
            r#"{"msgtype":"template_card","template_card":{"card_type":"button_interaction"}}"#,
            "/template_card/card_type: unknown name `button_interaction`; expected `text_notice` or `news_notice`",
        ),
        (
            r#"{"msgtype":"template_card","template_card":{"card_type":"text_notice","main_title":{}}}"#,
            "/template_card: missing field `card_action`",
        ),
        (
            r#"{"msgtype":"template_card","template_card":{"card_type":"text_notice","card_image":{}}}"#,
            "/template_card/card_image: unknown field `card_image`; expected `card_type`, `source`, `main_title`, `emphasis_content`, `quote_area`, `sub_title_text`, `horizontal_content_list`, `jump_list` or `card_action`",
        ),
        (
            r#"{"msgtype":"template_card","template_card":{"card_type":"text_notice","main_title":{},"card_action":{"type":"1"}}}"#,
            "/template_card/card_action/type: expected an integer of 64 bits, found a string",
        ),
        (
            r#"{"msgtype":"template_card","template_card":{"card_type":"text_notice","source":{"desc_color":1.5}}}"#,
            "/template_card/source/desc_color: expected an integer of 64 bits, found a number",
        ),
        (
            r#"{"msgtype":"template_card","template_card":{"card_type":"news_notice","main_title":{},"card_image":{"url":"x","aspect_ratio":"1.3"}}}"#,
            "/template_card/card_image/aspect_ratio: expected a number, found a string",
        ),
    ]);
}

#[test]
fn broken_messages_of_dingtalk_are_errors_that_name_the_place() {
    refused::<dingtalk::Message>(&[
        (
            r#"{"text":{"content":"x"}}"#,
            "the message: missing field `msgtype`",
        ),
        (
            r#"{"msgtype":"action_card"}"#,
            "/msgtype: unknown name `action_card`, did you mean `actionCard`?; expected `text`, `markdown`, `link`, `actionCard` or `feedCard`",
        ),
        (
            r#"{"msgtype":"markdown","markdown":{"content":"x"}}"#,
            "/markdown/content: unknown field `content`; expected `title` or `text`",
        ),
        (
            r#"{"msgtype":"text","text":{"content":"x"},"at":{"isAtAll":"true"}}"#,
            "/at/isAtAll: expected a boolean, found a string",
        ),
        (
            r#"{"msgtype":"text","text":{"content":"x"},"at":{"atMobile":[]}}"#,
            "/at/atMobile: unknown field `atMobile`, did you mean `atMobiles`?; expected `atMobiles`, `atUserIds` or `isAtAll`",
        ),
        (
            r#"{"msgtype":"text","text":{"content":"x"},"isAtAll":true}"#,
            "/isAtAll: unknown field `isAtAll`; expected `msgtype`, `text`, `at` or `msgUuid`",
        ),
        (
            r#"{"msgtype":"text","text":{"content":"x"},"at":{"atUserIds":[[]]}}"#,
            "/at/atUserIds/0: expected a string, found an array",
        ),
        (
            r#"{"msgtype":"link","link":{"title":"x","text":"x","messageURL":"x"}}"#,
            "/link/messageURL: unknown field `messageURL`, did you mean `messageUrl`?; expected `text`, `title`, `picUrl` or `messageUrl`",
        ),
        (
            r#"{"msgtype":"actionCard","actionCard":{"title":"x","text":"x"}}"#,
            "/actionCard: missing field `btns`",
        ),
        (
            r#"{"msgtype":"actionCard","actionCard":{"title":"x","text":"x","singleTitle":"x"}}"#,
            "/actionCard: missing field `singleURL`",
        ),
        (
            r#"{"msgtype":"actionCard","actionCard":{"title":"x","text":"x","singleTitle":"x","singleURL":"x","btns":[]}}"#,
            "/actionCard/btns: unknown field `btns`; expected `title`, `text`, `hideAvatar`, `singleTitle`, `btnOrientation` or `singleURL`",
        ),
        (
            r#"{"msgtype":"actionCard","actionCard":{"title":"x","text":"x","btns":[],"btnOrientation":"2"}}"#,
            "/actionCard/btnOrientation: unknown name `2`; expected `0` or `1`",
        ),
        (
            r#"{"msgtype":"actionCard","actionCard":{"title":"x","text":"x","btns":[],"hideAvatar":true}}"#,
            "/actionCard/hideAvatar: expected a string, found a boolean",
        ),
        (
            r#"{"msgtype":"feedCard","feedCard":{"links":[{"title":"x","messageURL":"x"}]}}"#,
            "/feedCard/links/0: missing field `picURL`",
        ),
    ]);
}

#[test]
fn broken_messages_of_wps_are_errors_that_name_the_place() {
    refused::<WebhookMessage>(&[
        (
            r#"{"msgtype":"link","link":{}}"#,
            "/msgtype: unknown name `link`; expected `text`, `markdown` or `card`",
        ),
        (
            r#"{"msgtype":"markdown","markdown":{"content":"x"}}"#,
            "/markdown/content: unknown field `content`; expected `text`",
        ),
        (
            r#"{"msgtype":"card","card":{"elements":[{"tag":"hr","width":1}]}}"#,
            "/card/elements/0/width: unknown field `width`; expected `tag` or `style`",
        ),
        (
            r#"{"msgtype":"text","text":{"content":"x"},"at":{}}"#,
            "/at: unknown field `at`; expected `msgtype` or `text`",
        ),
    ]);
}

fn wecom_lines(message: impl Into<wecom::Message>) -> Vec<String> {
    lines(message.into().validate())
}

#[test]
fn texts_of_wecom_keep_to_their_bytes() {
    let x = |length: usize| "x".repeat(length);
    assert_eq!(wecom_lines(Text::new(x(limits::TEXT.max))), [""; 0]);
    assert_eq!(
        wecom_lines(Text::new(x(limits::TEXT.max + 1))),
        ["/text/content: holds 2049 bytes, at most 2048 are allowed: shorten it by 1"]
    );
    assert_eq!(wecom_lines(Markdown::new(x(limits::MARKDOWN.max))), [""; 0]);
    assert_eq!(
        wecom_lines(Markdown::new(x(limits::MARKDOWN.max + 1))),
        ["/markdown/content: holds 4097 bytes, at most 4096 are allowed: shorten it by 1"]
    );
    assert_eq!(
        wecom_lines(MarkdownV2::new(x(limits::MARKDOWN_V2.max))),
        [""; 0]
    );
    assert_eq!(
        wecom_lines(MarkdownV2::new("中".repeat(1366))),
        ["/markdown_v2/content: holds 4098 bytes, at most 4096 are allowed: shorten it by 2"]
    );
    assert_eq!(
        wecom_lines(Text::new("").mention_all()),
        ["/text/content: `content` is empty, give it a value"]
    );
}

#[test]
fn pictures_and_uploads_of_wecom() {
    // 2 MiB are 699050 threes of bytes, and 2 bytes, which are three characters of base64 and a `=`.
    let largest = format!("{}AAA=", "AAAA".repeat(699_050));
    assert_eq!(wecom_lines(Image::new(largest, "m")), [""; 0]);
    let larger = "AAAA".repeat(699_051);
    assert_eq!(
        wecom_lines(Image::new(larger, "m")),
        ["/image/base64: holds 2097153 bytes, at most 2097152 are allowed: shorten it by 1"]
    );
    assert_eq!(
        wecom_lines(Image::new("", "")),
        [
            "/image/base64: `base64` is empty, give it a value",
            "/image/md5: `md5` is empty, give it a value"
        ]
    );
    assert_eq!(
        wecom_lines(File::new("")),
        ["/file/media_id: `media_id` is empty, give it a value"]
    );
    assert_eq!(
        wecom_lines(Voice::new("")),
        ["/voice/media_id: `media_id` is empty, give it a value"]
    );
}

#[test]
fn news_of_wecom() {
    let articles = |count| News::new((0..count).map(|_| Article::new("x", URL)));
    assert_eq!(wecom_lines(articles(limits::ARTICLES.max)), [""; 0]);
    assert_eq!(
        wecom_lines(articles(limits::ARTICLES.max + 1)),
        ["/news/articles: holds 9 items, at most 8 are allowed: take out 1"]
    );
    assert_eq!(
        wecom_lines(articles(0)),
        ["/news/articles: `articles` is empty, give it a value"]
    );
    let broken = Article::new("", "javascript:alert(1)").picurl("");
    assert_eq!(
        wecom_lines(News::new([broken])),
        [
            "/news/articles/0/title: `title` is empty, give it a value",
            "/news/articles/0/url: the URL scheme `javascript` is not allowed, use `http`, `https`, `mailto`, `tel` or `dingtalk`",
            "/news/articles/0/picurl: the URL is empty, say where it leads"
        ]
    );
}

#[test]
fn text_notices_of_wecom() {
    let action = || CardAction::url(URL);
    let rows = |count: usize, jumps: usize| {
        let mut notice = TextNotice::new("t", action());
        notice.horizontal_content_list = vec![HorizontalContent::text("k", "v"); count];
        notice.jump_list = vec![Jump::text("j"); jumps];
        notice
    };
    assert_eq!(
        wecom_lines(rows(limits::ROWS.max, limits::JUMPS.max)),
        [""; 0]
    );
    assert_eq!(
        wecom_lines(rows(limits::ROWS.max + 1, limits::JUMPS.max + 1)),
        [
            "/template_card/horizontal_content_list: holds 7 items, at most 6 are allowed: take out 1",
            "/template_card/jump_list: holds 4 items, at most 3 are allowed: take out 1"
        ]
    );
    let untitled = TextNotice::new(MainTitle::default(), action());
    assert_eq!(wecom_lines(untitled.clone().sub_title_text("x")), [""; 0]);
    assert_eq!(
        wecom_lines(untitled.sub_title_text("")),
        ["/template_card: `main_title.title` is missing, add it"]
    );
    let mut nowhere = action();
    nowhere.url = None;
    let nothing = CardAction::default();
    assert_eq!(
        wecom_lines(TextNotice::new("t", nothing)),
        ["/template_card/card_action/type: unknown name `0`, use `1` or `2`"]
    );
    assert_eq!(
        wecom_lines(TextNotice::new("t", nowhere)),
        ["/template_card/card_action: `url` is missing, add it"]
    );
    let unnamed = CardAction::mini_program("", "p");
    assert_eq!(
        wecom_lines(TextNotice::new("t", unnamed)),
        ["/template_card/card_action/appid: `appid` is empty, give it a value"]
    );
    let mut quote = QuoteArea::new("q");
    quote.r#type = Some(7);
    let mut member = HorizontalContent::member("", "v", "u");
    member.userid = None;
    let mut jump = Jump::mini_program("", "a", "p");
    jump.appid = None;
    let mut unknown = HorizontalContent::text("k", "v");
    unknown.r#type = Some(4);
    let mut unlinked = HorizontalContent::url("k", "v", URL);
    unlinked.url = None;
    let broken = TextNotice::new("t", action())
        .source(Source::new("s").icon_url("x.png").desc_color(4))
        .quote_area(quote)
        .horizontal_content(member)
        .horizontal_content(HorizontalContent::file("k", "v", ""))
        .horizontal_content(unknown)
        .horizontal_content(unlinked)
        .jump(jump);
    assert_eq!(
        wecom_lines(broken),
        [
            "/template_card/source/icon_url: the URL is not absolute, a card has no page that it could be relative to: begin it with `https://`",
            "/template_card/source/desc_color: unknown name `4`, use `0`, `1`, `2` or `3`",
            "/template_card/quote_area/type: unknown name `7`, use `0`, `1` or `2`",
            "/template_card/horizontal_content_list/0/keyname: `keyname` is empty, give it a value",
            "/template_card/horizontal_content_list/0: `userid` is missing, add it",
            "/template_card/horizontal_content_list/1/media_id: `media_id` is empty, give it a value",
            "/template_card/horizontal_content_list/2/type: unknown name `4`, use `0`, `1`, `2` or `3`",
            "/template_card/horizontal_content_list/3: `url` is missing, add it",
            "/template_card/jump_list/0: `appid` is missing, add it",
            "/template_card/jump_list/0/title: `title` is empty, give it a value"
        ]
    );
}

#[test]
fn news_notices_of_wecom() {
    let notice = |ratio: f64| {
        let image = CardImage::new(URL).aspect_ratio(ratio);
        NewsNotice::new("t", image, CardAction::url(URL))
    };
    for ratio in [1.3, 2.0, 2.25] {
        assert_eq!(wecom_lines(notice(ratio)), [""; 0]);
    }
    assert_eq!(
        wecom_lines(notice(1.29)),
        ["/template_card/card_image/aspect_ratio: `1.29` is out of range, use 1.3 to 2.25"]
    );
    assert_eq!(
        wecom_lines(notice(2.26)),
        ["/template_card/card_image/aspect_ratio: `2.26` is out of range, use 1.3 to 2.25"]
    );
    assert_eq!(
        wecom_lines(notice(f64::NAN)),
        ["/template_card/card_image/aspect_ratio: `NaN` is out of range, use 1.3 to 2.25"]
    );
    let verticals = |count: usize| {
        let mut notice = notice(2.0);
        notice.vertical_content_list = vec![VerticalContent::new("v"); count];
        notice
    };
    assert_eq!(wecom_lines(verticals(limits::VERTICALS.max)), [""; 0]);
    assert_eq!(
        wecom_lines(verticals(limits::VERTICALS.max + 1)),
        ["/template_card/vertical_content_list: holds 5 items, at most 4 are allowed: take out 1"]
    );
    let broken = NewsNotice::new(
        MainTitle::default(),
        CardImage::new(""),
        CardAction::url(URL),
    )
    .source(Source::new("s").desc_color(-1))
    .image_text_area(ImageTextArea::new("").url("/a"))
    .quote_area(QuoteArea::new("q").url("/q"))
    .vertical_content(VerticalContent::new(""))
    .horizontal_content(HorizontalContent::text("", "v"))
    .jump(Jump::text(""));
    assert_eq!(
        wecom_lines(broken),
        [
            "/template_card/source/desc_color: unknown name `-1`, use `0`, `1`, `2` or `3`",
            "/template_card/main_title: `title` is missing, add it",
            "/template_card/card_image/url: the URL is empty, say where it leads",
            "/template_card/image_text_area/url: the URL is not absolute, a card has no page that it could be relative to: begin it with `https://`",
            "/template_card/image_text_area/image_url: the URL is empty, say where it leads",
            "/template_card/quote_area/url: the URL is not absolute, a card has no page that it could be relative to: begin it with `https://`",
            "/template_card/vertical_content_list/0/title: `title` is empty, give it a value",
            "/template_card/horizontal_content_list/0/keyname: `keyname` is empty, give it a value",
            "/template_card/jump_list/0/title: `title` is empty, give it a value"
        ]
    );
}

fn dingtalk_lines(content: impl Into<dingtalk::Content>) -> Vec<String> {
    lines(dingtalk::Message::new(content).validate())
}

#[test]
fn bodies_of_dingtalk_keep_to_their_bytes() {
    let around = r#"{"msgtype":"text","text":{"content":""}}"#.len();
    let text = |length: usize| dingtalk::Text::new("x".repeat(length - around));
    assert_eq!(dingtalk_lines(text(BODY.max)), [""; 0]);
    assert_eq!(
        dingtalk_lines(text(BODY.max + 1)),
        ["the card: holds 20001 bytes, at most 20000 are allowed: shorten it by 1"]
    );
    // A line break is two bytes in JSON.
    assert_eq!(
        dingtalk_lines(dingtalk::Text::new("\n".repeat(9_981))),
        ["the card: holds 20002 bytes, at most 20000 are allowed: shorten it by 2"]
    );
}

#[test]
fn mentions_of_dingtalk() {
    let message = |count: usize| {
        let at = (0..count).fold(At::new(), |at, _| at.user_id("u"));
        dingtalk::Message::new(dingtalk::Text::new("x")).at(at)
    };
    assert_eq!(lines(message(AT_USERS.max).validate()), [""; 0]);
    assert_eq!(
        lines(message(AT_USERS.max + 1).validate()),
        ["/at/atUserIds: holds 51 items, at most 50 are allowed: take out 1"]
    );
}

#[test]
fn contents_of_dingtalk() {
    assert_eq!(
        dingtalk_lines(dingtalk::Text::new("")),
        ["/text/content: `content` is empty, give it a value"]
    );
    assert_eq!(
        dingtalk_lines(dingtalk::Markdown::new("", "")),
        [
            "/markdown/title: `title` is empty, give it a value",
            "/markdown/text: `text` is empty, give it a value"
        ]
    );
    assert_eq!(
        dingtalk_lines(Link::new("", "", "").pic_url("@")),
        [
            "/link/text: `text` is empty, give it a value",
            "/link/title: `title` is empty, give it a value",
            "/link/picUrl: the URL is not absolute, a card has no page that it could be relative to: begin it with `https://`",
            "/link/messageUrl: the URL is empty, say where it leads"
        ]
    );
    assert_eq!(
        dingtalk_lines(ActionCard::new("", "", Buttons::single("", ""))),
        [
            "/actionCard/title: `title` is empty, give it a value",
            "/actionCard/text: `text` is empty, give it a value",
            "/actionCard/singleTitle: `singleTitle` is empty, give it a value",
            "/actionCard/singleURL: the URL is empty, say where it leads"
        ]
    );
    assert_eq!(
        dingtalk_lines(ActionCard::new("t", "x", Buttons::several([]))),
        ["/actionCard/btns: `btns` is empty, give it a value"]
    );
    let buttons = Buttons::several([
        ActionButton::new("", "dingtalk://x"),
        ActionButton::new("b", "https://a b"),
    ]);
    assert_eq!(
        dingtalk_lines(ActionCard::new("t", "x", buttons)),
        [
            "/actionCard/btns/0/title: `title` is empty, give it a value",
            "/actionCard/btns/1/actionURL: the URL holds ' ', which has to be percent-encoded"
        ]
    );
    assert_eq!(
        dingtalk_lines(FeedCard::new([])),
        ["/feedCard/links: `links` is empty, give it a value"]
    );
    assert_eq!(
        dingtalk_lines(FeedCard::new([FeedLink::new("", "x", "y")])),
        [
            "/feedCard/links/0/title: `title` is empty, give it a value",
            "/feedCard/links/0/messageURL: the URL is not absolute, a card has no page that it could be relative to: begin it with `https://`",
            "/feedCard/links/0/picURL: the URL is not absolute, a card has no page that it could be relative to: begin it with `https://`"
        ]
    );
}

#[test]
fn messages_of_wps_keep_to_their_characters() {
    let x = |excess: usize| "中".repeat(WEBHOOK.max + excess);
    assert_eq!(WebhookMessage::text(x(0)).validate(), Ok(()));
    assert_eq!(WebhookMessage::markdown(x(0)).validate(), Ok(()));
    assert_eq!(
        lines(WebhookMessage::text(x(1)).validate()),
        ["/text/content: holds 5001 characters, at most 5000 are allowed: shorten it by 1"]
    );
    assert_eq!(
        lines(WebhookMessage::markdown(x(1)).validate()),
        ["/markdown/text: holds 5001 characters, at most 5000 are allowed: shorten it by 1"]
    );
    assert_eq!(
        lines(WebhookMessage::markdown("").validate()),
        ["/markdown/text: `text` is empty, give it a value"]
    );
    assert_eq!(
        lines(WebhookMessage::from(Card::new().text(x(1))).validate()),
        ["/card: holds 5001 characters, at most 5000 are allowed: shorten it by 1"]
    );
    let empty = WebhookMessage::from(Card::new());
    assert_eq!(
        lines(empty.validate()),
        ["/card: has neither a header nor elements, add one of them"]
    );
}
