//! The options that several targets take: the language of what the library adds, and the client of a link.

use card_model::{Action, Button, Card, Img, Link, Locale, Other};
use card_render::{Client, PlainText, Target, WeCom, wecom};
use serde_json::{Value, json};

fn plain(card: &Card, locale: &str) -> String {
    PlainText::new()
        .locale(locale)
        .render(card)
        .messages
        .concat()
}

#[test]
fn what_is_added_is_chinese_or_english() {
    let table = || Other::new(json!({"tag": "table"}));
    let button = |label: &str| Action::new([Button::new(label).key("k")]);
    let cards = [
        (
            Card::new().action(button("回滚")),
            "[按钮：回滚，请在 WPS 中操作]",
            "[button: 回滚, available in WPS]",
        ),
        (
            Card::new().elements([table()]),
            "[组件：table，请在 WPS 中查看]",
            "[element: table, shown in WPS]",
        ),
        (Card::new().img(Img::new("K")), "[图片]", "[picture]"),
        (
            Card::new().img(Img::new("K").alt("图表")),
            "[图片：图表]",
            "[picture: 图表]",
        ),
        (
            Card::new().text("x").link("https://a.cn"),
            "x\n\n查看详情 (https://a.cn)",
            "x\n\nDetails (https://a.cn)",
        ),
    ];
    for (card, chinese, english) in cards {
        for (locale, expected) in [("zh-CN", chinese), ("en-US", english), ("EN", english)] {
            assert_eq!(plain(&card, locale), expected, "{locale}");
        }
        assert_eq!(PlainText::new().render(&card).messages, [chinese]);
    }
}

#[test]
fn a_language_is_found_by_how_its_name_begins() {
    let english = |lang: &str| Locale::new(lang.to_owned()).text(lang.to_owned());
    let card = Card::new()
        .text("own")
        .locale(english("zh-TW"))
        .locale(english("en-GB"))
        .locale(english("en-US"));
    for (wanted, expected) in [
        ("en-US", "en-US"),
        ("EN-us", "en-US"),
        ("en", "en-GB"),
        ("En", "en-GB"),
        ("zh-TW", "zh-TW"),
        // The card itself is Simplified Chinese.
        ("zh", "own"),
        ("zh-CN", "own"),
        ("e", "own"),
        ("en-", "own"),
        ("en-U", "own"),
        ("fr", "own"),
        ("", "own"),
        ("语言", "own"),
    ] {
        assert_eq!(plain(&card, wanted), expected, "{wanted}");
    }
    let card = card.locale(english("zh-CN"));
    assert_eq!(plain(&card, "zh"), "zh-CN");
}

/// No platform takes a message without a title, or an entry without one.
#[test]
fn what_has_no_title_gets_one() {
    let entry = |locale: &str| -> Value {
        let picture = Img::new("K").url("https://a.cn/a.png");
        let card = Card::new()
            .img(picture)
            .text("x".repeat(27))
            .link("https://a.cn");
        let target = WeCom::new().format(wecom::Format::NewsNotice);
        serde_json::to_value(target.locale(locale).render(&card).messages.first())
            .unwrap_or_default()
            .pointer_mut("/template_card/vertical_content_list/0/title")
            .map(Value::take)
            .unwrap_or_default()
    };
    let empty = |locale: &str| {
        let rendered = WeCom::new().locale(locale).render(&Card::new());
        serde_json::to_value(rendered.messages.first()).unwrap_or_default()
    };
    assert_eq!(
        empty("zh-CN"),
        json!({"msgtype": "markdown", "markdown": {"content": "消息卡片"}})
    );
    assert_eq!(
        empty("en-US"),
        json!({"msgtype": "markdown", "markdown": {"content": "Message card"}})
    );
    assert_eq!(
        (entry("zh-CN"), entry("en-US")),
        (json!("内容"), json!("Text"))
    );
}

#[test]
fn a_client_has_its_own_url() {
    let link = Link::new("https://a.cn/all")
        .pc_url("https://a.cn/pc")
        .android_url("https://a.cn/android")
        .ios_url("https://a.cn/ios");
    let card = Card::new().text("x").link(link);
    let shown = |target: PlainText| target.render(&card).messages.concat();
    let ends = |text: String, url: &str| assert!(text.ends_with(&format!("({url})")), "{text}");
    ends(shown(PlainText::new()), "https://a.cn/all");
    for (client, url) in [
        (Client::Pc, "https://a.cn/pc"),
        (Client::Android, "https://a.cn/android"),
        (Client::Ios, "https://a.cn/ios"),
    ] {
        ends(shown(PlainText::new().client(client)), url);
        let other = Card::new().text("x").link("https://a.cn/all");
        let text = PlainText::new()
            .client(client)
            .render(&other)
            .messages
            .concat();
        ends(text, "https://a.cn/all");
    }
}
