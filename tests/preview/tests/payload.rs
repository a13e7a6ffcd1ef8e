//! What the page shows is what is sent.

#![allow(clippy::expect_used, clippy::panic)]

use card_render::{Platform, bubble};
use message_card::prelude::*;
use preview_tests::template_cards;
use scraper::{Html, Selector};
use serde_json::{Value, json};

/// The words of the page itself.
const OWN: &[&str] = &["whole", "card", "notifies"];

/// The first message of a card in each room.
fn payloads(card: &Card) -> [(Platform, Value); 3] {
    let value = |message: Option<Value>| message.expect("a message");
    let wps = Wps::new().render(card).messages;
    let wecom = WeCom::new().render(card).messages;
    let dingtalk = DingTalk::new().render(card).messages;
    [
        (Platform::Wps, value(wps.first().map(json_of))),
        (Platform::WeCom, value(wecom.first().map(json_of))),
        (Platform::DingTalk, value(dingtalk.first().map(json_of))),
    ]
}

fn json_of(message: &impl serde::Serialize) -> Value {
    serde_json::to_value(message).expect("a message has a JSON form")
}

fn text_of(html: &str) -> String {
    let fragment = Html::parse_fragment(html);
    let texts: Vec<_> = fragment.root_element().text().collect();
    texts.join(" ")
}

fn strings(value: &Value, out: &mut String) {
    match value {
        Value::String(text) => {
            out.push_str(text);
            out.push('\n');
        }
        Value::Array(items) => items.iter().for_each(|item| strings(item, out)),
        Value::Object(fields) => fields.values().for_each(|field| strings(field, out)),
        _ => {}
    }
}

#[test]
fn the_page_holds_what_is_drawn_from_the_payloads() {
    for (name, card) in template_cards() {
        let page = preview(&card);
        for (platform, payload) in payloads(&card) {
            assert!(
                page.contains(&bubble(platform, &payload)),
                "{name} {platform:?}"
            );
        }
    }
}

#[test]
fn every_word_that_is_drawn_is_sent() {
    for (name, card) in template_cards() {
        for (platform, payload) in payloads(&card) {
            let mut sent = String::new();
            strings(&payload, &mut sent);
            let shown = text_of(&bubble(platform, &payload));
            for word in shown.split(|c: char| !c.is_alphanumeric()) {
                let is_known = sent.contains(word) || OWN.contains(&word);
                assert!(is_known, "{name} {platform:?}: {word:?} is not sent");
            }
        }
    }
}

#[test]
fn another_payload_is_another_page() {
    let card = Card::new()
        .header("发布完成")
        .markdown("**环境** production")
        .action(Action::new([
            Button::new("查看").url("https://ci.example.com/1")
        ]));
    let changes = [
        (0, "/content/header/title/content/text"),
        (0, "/content/elements/0/content/text"),
        (0, "/content/elements/1/actions/0/content/text"),
        (1, "/markdown/content"),
        (2, "/actionCard/text"),
        (2, "/actionCard/singleTitle"),
    ];
    for (room, pointer) in changes {
        let [wps, wecom, dingtalk] = payloads(&card);
        let (platform, mut payload) = [wps, wecom, dingtalk]
            .into_iter()
            .nth(room)
            .expect("a room");
        let before = bubble(platform, &payload);
        let place = payload.pointer_mut(pointer).expect(pointer);
        let old = place.take();
        *place = json!("**replaced**");
        let after = bubble(platform, &payload);
        assert!(after.contains("replaced"), "{pointer}");
        assert_ne!(before, after, "{pointer}");
        let old = old.as_str().expect("a text").trim_matches(['#', '*', ' ']);
        let first = old.split(['*', '\n']).next().expect("a word");
        assert_eq!(
            text_of(&after).matches(first).count() + 1,
            text_of(&before).matches(first).count(),
            "{pointer}"
        );
    }
}

/// The pointers of the texts that are drawn; languages have panels of their own.
fn drawn(value: &Value, pointer: &str, out: &mut Vec<String>) {
    match value {
        Value::String(_) if pointer.ends_with("/text") || pointer.ends_with("/content") => {
            out.push(pointer.to_owned());
        }
        Value::Array(items) => {
            for (number, item) in items.iter().enumerate() {
                drawn(item, &format!("{pointer}/{number}"), out);
            }
        }
        Value::Object(fields) => {
            for (name, field) in fields.iter().filter(|(name, _)| *name != "i18n") {
                drawn(field, &format!("{pointer}/{name}"), out);
            }
        }
        _ => {}
    }
}

#[test]
fn each_text_of_a_payload_is_drawn() {
    for (name, card) in template_cards() {
        for (platform, payload) in payloads(&card) {
            let mut pointers = Vec::new();
            drawn(&payload, "", &mut pointers);
            assert!(!pointers.is_empty(), "{name} {platform:?}");
            for pointer in pointers {
                let mut changed = payload.clone();
                *changed.pointer_mut(&pointer).expect("a text") = json!("replaced");
                let shown = bubble(platform, &changed);
                assert!(shown.contains("replaced"), "{name} {platform:?} {pointer}");
            }
        }
    }
}

#[test]
fn a_template_card_is_drawn_with_all_that_it_holds() {
    let text = json!({
        "card_type": "text_notice",
        "source": {"desc": "w-source", "desc_color": 2},
        "main_title": {"title": "w-title", "desc": "w-desc"},
        "emphasis_content": {"title": "w-emphasis", "desc": "w-under"},
        "quote_area": {"title": "w-quote", "quote_text": "w-quoted"},
        "sub_title_text": "w-sub",
        "horizontal_content_list": [{"keyname": "w-key", "value": "w-value", "type": 1, "url": "https://row.example/"}],
        "jump_list": [{"type": 1, "title": "w-jump", "url": "https://jump.example/"}],
        "card_action": {"type": 1, "url": "https://card.example/"},
    });
    let news = json!({
        "card_type": "news_notice",
        "main_title": {"title": "w-title"},
        "card_image": {"url": "https://image.example/"},
        "image_text_area": {"title": "w-beside", "desc": "w-area", "image_url": "https://side.example/"},
        "vertical_content_list": [{"title": "w-entry", "desc": "w-entered"}],
    });
    for card in [text, news] {
        let mut held = String::new();
        strings(&card, &mut held);
        let payload = json!({"msgtype": "template_card", "template_card": card});
        let html = bubble(Platform::WeCom, &payload);
        for held in held.lines().filter(|held| !held.ends_with("_notice")) {
            assert!(html.contains(held), "{held}: {html}");
        }
    }
}

#[test]
fn a_button_leads_where_it_is_sent_to() {
    let payload = json!({"msgtype": "actionCard", "actionCard": {
        "title": "t", "text": "x", "btnOrientation": "1",
        "btns": [{"title": "A", "actionURL": "https://a.example/"}, {"title": "B", "actionURL": "javascript:b"}],
    }});
    let html = bubble(Platform::DingTalk, &payload);
    let selector = Selector::parse(".buttons.row a").expect("a selector");
    let fragment = Html::parse_fragment(&html);
    let links: Vec<_> = fragment.select(&selector).collect();
    assert_eq!(links.len(), 1);
    assert!(!html.contains("javascript"));
}

#[test]
fn wecom_draws_six_constructs_and_leaves_the_rest() {
    let content = "# T\n\n**b** *i* `c` [l](https://a.example/) <@lin> <font color=\"info\">g</font>\n> q\n\n- a\n- b\n\n\
                   ![p](https://a.example/p.png)\n\n---\n\n| a | b |\n|---|---|\n| 1 | 2 |";
    let html = bubble(
        Platform::WeCom,
        &json!({"msgtype": "markdown", "markdown": {"content": content}}),
    );
    for drawn in [
        "<p class=\"heading h1\">T</p>",
        "<b>b</b>",
        "<code>c</code>",
        "class=\"link\" href=\"https://a.example/\"",
        "<span class=\"at\">@lin</span>",
        "<span class=\"info\">g</span>",
        "<blockquote>",
    ] {
        assert!(html.contains(drawn), "{drawn}: {html}");
    }
    for left in [
        "*i*",
        "<p class=\"as-is\">- a</p>",
        "![p](https://a.example/p.png)",
        "<p>---</p>",
        "<p class=\"as-is\">| 1 | 2 |</p>",
    ] {
        assert!(html.contains(left), "{left}: {html}");
    }
}
