//! What a card becomes on WPS.
#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "helpers of tests"
)]

use card_model::{
    Action, Button, Card, Div, Element, Header, Href, Img, Language, Link, Locale, Markdown, Other,
    PicText, Text,
    markdown::{Block, Inline, LinkTarget, Span},
};
use card_render::{LossKind, Rendered, Severity, Target, Wps, wps::Content};
use serde_json::{Value, json};

const BAD: &str = "javascript:alert(1)";
const GOOD: &str = "https://xz.wps.cn/";

fn render(card: &Card) -> Rendered<Content> {
    Wps::new().render(card)
}

fn wire(card: &Card) -> Value {
    let rendered = render(card);
    assert_eq!(rendered.messages.len(), 1);
    serde_json::to_value(&rendered.messages[0]).unwrap()
}

/// The report's lines, each with kind and severity.
fn lines(card: &Card) -> Vec<String> {
    let report = render(card).report;
    let line = |loss: &card_render::Loss| {
        format!(
            "{:?} {:?} <{}> {loss}",
            loss.severity, loss.kind, loss.element
        )
    };
    report.losses().iter().map(line).collect()
}

fn one(card: &Card, line: &str) {
    assert_eq!(lines(card), [line]);
    assert!(!wire(card).to_string().contains(BAD), "{}", wire(card));
}

#[test]
fn a_card_is_sent_as_it_is() {
    let card = Card::new()
        .link(Link::new(GOOD).pc_url("https://b.cn"))
        .header(Header::new("发布完成").subtitle("build"))
        .text("全部通过")
        .markdown(
            Markdown::new()
                .source("**负责人** ")
                .at("lin@wps.cn", "林亮")
                .a(GOOD, "日志")
                .href("x", GOOD)
                .font("red", "失败"),
        )
        .div(Div::new([Markdown::from("a"), Markdown::from("b")]).link(GOOD))
        .img(Img::new("k").alt("图").url(GOOD).fallback("drop"))
        .hr()
        .pic_text(PicText::new(Img::new("k"), Markdown::from("x")).link(GOOD))
        .action(Action::new([
            Button::new("查看").url(GOOD),
            Button::new("回滚").key("k").fallback("x"),
        ]))
        .element(Other::new(json!({"tag": "table", "rows": []})).fallback("drop"))
        .locale(Locale::new(Language::EnUs).header("Done"));
    let rendered = render(&card);
    assert!(rendered.report.is_empty(), "{}", rendered.report);
    assert_eq!(rendered.messages, [Content::Card(card.clone())]);
    assert_eq!(wire(&card), json!({"type": 23, "content": card}));
    assert_eq!(rendered.summary, "发布完成");
}

#[test]
fn the_link_of_a_card_that_leads_nowhere_is_left_out() {
    one(
        &Card::new().link(BAD).text("x"),
        "Lost Dropped <card> /link: the link of the `card` is left out: the URL scheme `javascript` is not allowed",
    );
    assert_eq!(
        wire(&Card::new().link(BAD).text("x"))["content"].get("link"),
        None
    );
}

#[test]
fn the_link_of_an_element_that_leads_nowhere_is_left_out() {
    let link = || Link::new(BAD).pc_url(GOOD);
    let why = "is left out: the URL scheme `javascript` is not allowed";
    let elements: [(Element, String); 5] = [
        (
            Text::new("x").link(link()).into(),
            format!("Lost Dropped <text> /elements/0/link: the link of the `text` {why}"),
        ),
        (
            Markdown::from("x").link(link()).into(),
            format!("Lost Dropped <markdown> /elements/0/link: the link of the `markdown` {why}"),
        ),
        (
            Div::new([Markdown::from("x")]).link(link()).into(),
            format!("Lost Dropped <div> /elements/0/link: the link of the `div` {why}"),
        ),
        (
            PicText::new(Img::new("k"), Text::new("x"))
                .link(link())
                .into(),
            format!("Lost Dropped <picText> /elements/0/link: the link of the `picText` {why}"),
        ),
        (
            PicText::new(Img::new("k"), Text::new("x").link(link())).into(),
            format!("Lost Dropped <picText> /elements/0/link: the link of the `picText` {why}"),
        ),
    ];
    for (element, line) in elements {
        let card = Card::new().element(element);
        one(&card, &line);
        assert_eq!(wire(&card).pointer("/content/elements/0/link"), None);
    }
}

#[test]
fn a_client_whose_url_is_refused_opens_the_general_one() {
    let link = Link::new(GOOD)
        .android_url("https://a.cn")
        .ios_url("x y")
        .pc_url(BAD);
    let card = Card::new().link(link).text("x");
    assert_eq!(
        lines(&card),
        [
            "Degraded Replaced <card> /link/ios_url: the link opens `url` on iOS, `ios_url` is left out: the URL holds ' ', \
             which has to be percent-encoded",
            "Degraded Replaced <card> /link/pc_url: the link opens `url` on a PC, `pc_url` is left out: the URL scheme \
             `javascript` is not allowed",
        ]
    );
    let expected = json!({"url": GOOD, "android_url": "https://a.cn"});
    assert_eq!(wire(&card)["content"]["link"], expected);
}

#[test]
fn a_button_that_leads_nowhere_keeps_its_label() {
    let by_url = Card::new().action(Action::new([
        Button::new("好").key("k"),
        Button::new("查看").url(BAD),
    ]));
    one(
        &by_url,
        "Lost Dropped <button> /elements/0/actions/1/url: button `查看` does not open its link: the URL scheme \
         `javascript` is not allowed",
    );
    let by_href = Card::new().action(Action::new([Button::new("查看").href(BAD)]));
    one(
        &by_href,
        "Lost Dropped <button> /elements/0/actions/0/href/url_val: button `查看` does not open its link: the URL scheme \
         `javascript` is not allowed",
    );
    assert_eq!(
        wire(&by_href)
            .pointer("/content/elements/0/actions/0")
            .unwrap(),
        &json!({"tag": "button", "content": {"type": "plainText", "text": "查看"}})
    );
    let by_client = Card::new().action(Action::new([
        Button::new("查看").href(Link::new(GOOD).pc_url(BAD))
    ]));
    one(
        &by_client,
        "Degraded Replaced <button> /elements/0/actions/0/href/url_val/pc_url: the link opens `url` on a PC, `pc_url` is \
         left out: the URL scheme `javascript` is not allowed",
    );
}

#[test]
fn a_link_in_a_text_that_leads_nowhere_becomes_its_label() {
    let card = Card::new().markdown(Markdown::new().source("看 ").a(BAD, "日志").source(" 吧"));
    one(
        &card,
        "Degraded Replaced <a> /elements/0/content/text: `日志` is text without a link: the URL scheme `javascript` is not \
         allowed",
    );
    assert_eq!(
        wire(&card)
            .pointer("/content/elements/0/content/text")
            .unwrap(),
        "看 日志 吧"
    );
}

#[test]
fn a_link_in_a_text_keeps_what_its_label_holds() {
    let link = |target: LinkTarget, children: Vec<Inline>| Inline::Link {
        target,
        children: children.into(),
    };
    let bad = || LinkTarget::Url(BAD.into());
    let at = Inline::At {
        email: "lin@wps.cn".into(),
        name: "林".into(),
    };
    let nested = Inline::Bold(
        vec![link(
            bad(),
            vec![Inline::Italic(vec![Inline::text("深")].into()), at.clone()],
        )]
        .into(),
    );
    let Content::Card(sent) =
        &render(&Card::new().markdown(Markdown::new().inline(nested))).messages[0]
    else {
        panic!("not a card");
    };
    let expected = Inline::Bold(vec![Inline::Italic(vec![Inline::text("深")].into()), at].into());
    assert_eq!(
        sent.elements,
        [Element::Markdown(Markdown::new().inline(expected))]
    );

    one(
        &Card::new().markdown(Markdown::new().text("x").inline(link(bad(), vec![]))),
        "Lost Dropped <a> /elements/0/content/text: a link without a label is left out: the URL scheme `javascript` is not \
         allowed",
    );
    let inner = link(
        LinkTarget::Url("https://b.cn".into()),
        vec![Inline::text("内")],
    );
    one(
        &Card::new()
            .markdown(Markdown::new().inline(link(LinkTarget::Url(GOOD.into()), vec![inner]))),
        "Degraded Replaced <a> /elements/0/content/text: `内` is text without a link: it stands inside of another link",
    );
}

#[test]
fn a_link_by_name_leads_where_the_name_does() {
    let named = |name: &'static str| {
        let target = LinkTarget::Variable(name.into());
        Markdown::new().inline(Inline::Link {
            target,
            children: vec![Inline::text("日志")].into(),
        })
    };
    assert!(lines(&Card::new().markdown(named("x").href("x", GOOD))).is_empty());
    one(
        &Card::new().markdown(named("x")),
        "Degraded Replaced <a> /elements/0/content/text: `日志` is text without a link: no `href` defines `$x`",
    );
    one(
        &Card::new().markdown(named("x)y").href("x)y", GOOD)),
        "Degraded Replaced <a> /elements/0/content/text: `日志` is text without a link: `$x)y` is no name of a variable",
    );
    let card = Card::new().markdown(named("x").href("x", BAD).href("y/z", GOOD));
    assert_eq!(
        lines(&card),
        [
            "Degraded Replaced <a> /elements/0/content/text: `日志` is text without a link: the URL scheme `javascript` is \
             not allowed",
            "Lost Dropped <markdown> /elements/0/href/x: the link `$x` is left out: the URL scheme `javascript` is not allowed",
        ]
    );
    assert!(!wire(&card).to_string().contains(BAD));
}

#[test]
fn a_value_that_is_the_url_of_a_link_in_the_source_is_checked() {
    let card = |url: &str| {
        let text = Markdown::new()
            .source("**[日志](")
            .text(url.to_owned())
            .source(")**");
        Card::new().markdown(text)
    };
    assert!(lines(&card(GOOD)).is_empty(), "{:?}", lines(&card(GOOD)));
    one(
        &card(BAD),
        "Degraded Replaced <a> /elements/0/content/text: a link to `javascript:alert(1)` leads nowhere: the URL scheme \
         `javascript` is not allowed",
    );
    let in_code = Markdown::new()
        .source("`[x](")
        .inline(Inline::Code(BAD.into()))
        .source(")`");
    assert!(lines(&Card::new().markdown(in_code)).is_empty());
}

#[test]
fn a_mention_of_nobody_becomes_a_name() {
    let card = Card::new().markdown(Markdown::new().at("lin", "林亮").at("lin@wps.cn", "x"));
    one(
        &card,
        "Lost MentionLost <at> /elements/0/content/text: `林亮` is not notified: `lin` is not an e-mail address",
    );
    assert_eq!(
        wire(&card)
            .pointer("/content/elements/0/content/text")
            .unwrap(),
        "林亮<at email=\"lin@wps.cn\">x</at>"
    );
    one(
        &Card::new().markdown(Markdown::new().at("lin", "")),
        "Lost MentionLost <at> /elements/0/content/text: `lin` is not notified: `lin` is not an e-mail address",
    );
    one(
        &Card::new().markdown(Markdown::new().at("o'neil@wps.cn", "O")),
        "Lost MentionLost <at> /elements/0/content/text: `O` is not notified: `o'neil@wps.cn` cannot be written in a mention",
    );
}

#[test]
fn what_is_not_on_the_wire_is_no_loss() {
    let img = Img::new("k").alt("图").url(GOOD).fallback("drop");
    assert!(lines(&Card::new().img(img)).is_empty());
    one(
        &Card::new().img(Img::new("k").url(BAD)),
        "Info Dropped <img> /elements/0: the public copy of the picture is left out, WPS shows the uploaded one: the URL \
         scheme `javascript` is not allowed",
    );
}

#[test]
fn a_pic_text_has_one_link() {
    let card = Card::new()
        .pic_text(PicText::new(Img::new("k"), Text::new("x").link("https://b.cn")).link(GOOD));
    one(
        &card,
        "Lost Dropped <picText> /elements/0/text: the link of the text is left out, a `picText` has one link",
    );
    assert_eq!(
        wire(&card).pointer("/content/elements/0/link/url").unwrap(),
        GOOD
    );
}

#[test]
fn look_alikes_are_reported() {
    let card = Card::new().markdown(Markdown::new().source("**a** ").text("*b* 和 `c` 与 ＊"));
    one(
        &card,
        "Info Rewritten <markdown> /elements/0/content/text: a text shows ＊ for *, ｀ for `, so that nothing in it is markup",
    );
    for harmless in ["snake_case_name", "a < b", "1 & 2", "＊", "！"] {
        let card = Card::new().markdown(Markdown::new().source("**a** ").text(harmless));
        assert!(lines(&card).is_empty(), "{:?}", lines(&card));
    }
    assert!(lines(&Card::new().text("**a** `b` <at email=\"x@y.cn\">")).is_empty());
    assert!(lines(&Card::new().markdown(Markdown::new().source("**＊** ＃"))).is_empty());
}

#[test]
fn every_place_of_a_card_is_looked_at_in_its_order() {
    let text = || Markdown::new().a(BAD, "x");
    let card = Card::new()
        .locale(Locale::new(Language::EnUs).markdown(text()))
        .action(Action::new([Button::new("b").url(BAD)]))
        .div(Div::new([Markdown::from("k"), text()]))
        .pic_text(PicText::new(Img::new("k"), text()))
        .link(BAD);
    let mut card = card.header("x");
    if let Some(header) = &mut card.header {
        header.title = text().into();
        header.subtitle = Some(text().into());
    }
    let pointers: Vec<_> = render(&card)
        .report
        .losses()
        .iter()
        .map(|loss| loss.pointer.clone())
        .collect();
    assert_eq!(
        pointers,
        [
            "/link",
            "/header/title/content/text",
            "/header/subtitle/content/text",
            "/elements/0/actions/0/url",
            "/elements/1/fields/1/content/text",
            "/elements/2/text/text",
            "/i18n/en-US/elements/0/content/text",
        ]
    );
    assert!(!wire(&card).to_string().contains(BAD));
    assert_eq!(render(&card).report.worst(), Some(Severity::Lost));
}

#[test]
fn no_url_that_is_refused_comes_out() {
    for bad in [
        "",
        "javascript:alert(1)",
        "data:text/html,x",
        "//host/x",
        "https://a b/X",
        "https:///X",
        "https://a/\u{202e}X",
    ] {
        let link = || Link::new(bad.to_owned()).pc_url(bad.to_owned());
        let card = Card::new()
            .link(link())
            .markdown(
                Markdown::new()
                    .a(link(), "l")
                    .href("v", link())
                    .link(link()),
            )
            .action(Action::new([Button::new("b")
                .url(bad.to_owned())
                .href(link())]));
        let sent = wire(&card);
        let content = &sent["content"];
        assert_eq!(content.get("link"), None);
        assert_eq!(
            content["elements"],
            json!([
                {"tag": "text", "content": {"type": "markdown", "text": "l"}},
                {"tag": "action", "actions": [{"tag": "button", "content": {"type": "plainText", "text": "b"}}]},
            ])
        );
        let kinds: Vec<_> = render(&card)
            .report
            .losses()
            .iter()
            .map(|loss| loss.kind)
            .collect();
        assert_eq!(
            kinds
                .iter()
                .filter(|kind| **kind == LossKind::Dropped)
                .count(),
            6
        );
    }
}

/// The number of links, mentions and pictures in a text.
fn active(markdown: &str) -> usize {
    fn spans(spans_: &[Span]) -> usize {
        let each = spans_.iter().map(|span| match span {
            Span::Link { content, .. } | Span::At { content, .. } => 1 + spans(content),
            Span::Image { .. } => 1,
            Span::Bold(content)
            | Span::Italic(content)
            | Span::Strike(content)
            | Span::Font { content, .. } => spans(content),
            _ => 0,
        });
        each.sum()
    }
    let tree = Markdown::from_trusted_source(markdown.to_owned()).tree();
    let each = tree.blocks.iter().map(|block| match block {
        Block::Paragraph(content) => spans(content),
        other => panic!("{markdown:?} has {other:?}"),
    });
    each.sum()
}

const HOSTILE: &[&str] = &[
    "<at email=\"boss@wps.cn\">老板</at>",
    "<at id=\"1\">所有人</at>",
    "[x](https://evil.example)",
    "![x](https://evil.example)",
    "](https://evil.example)",
    "$url_val",
    "**x** ~~y~~ `z` <font color='red'>",
    "\"},{\"tag\":\"text\"",
    "a\nb\u{202e}",
];

#[test]
fn hostile_text_stays_data() {
    for hostile in HOSTILE {
        let markdown = Markdown::new()
            .source("**负责人** ")
            .text(*hostile)
            .at("lin@wps.cn", *hostile)
            .a(GOOD, *hostile);
        let card = Card::new()
            .header(*hostile)
            .text(*hostile)
            .markdown(markdown)
            .action(Action::new([Button::new(*hostile).key(*hostile)]));
        let sent = wire(&card);
        let elements = sent["content"]["elements"].as_array().unwrap();
        assert_eq!(elements.len(), 3);
        let shown = elements[0]["content"]["text"].as_str().unwrap();
        assert_eq!(shown, Text::new(*hostile).content);
        let text = elements[1]["content"]["text"].as_str().unwrap();
        assert_eq!(active(text), 2, "{text}");
        assert_eq!(elements[2]["actions"][0]["key"], *hostile);
        assert!(!render(&card).summary.contains(['\n', '\u{202e}']));
        for line in render(&card).report.to_string().lines() {
            assert!(
                line.starts_with("/elements/1/content/text: a text shows "),
                "{line}"
            );
        }
    }
}

#[test]
fn details_stay_on_one_line() {
    let mut href = Href::new();
    href.insert("a\nb", BAD);
    let mut button = Button::new("x");
    button.label = format!("a\nb{}", "宽".repeat(99)).into();
    button.href = href;
    let report = render(&Card::new().action(Action::new([button]))).report;
    assert_eq!(report.to_string().lines().count(), 1);
    assert!(report.to_string().contains("宽…`"), "{report}");
}
