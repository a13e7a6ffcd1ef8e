//! WPS 365: no value takes effect, every mention is in the list, and a card comes back as it was.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use message_card::{
    Action, Card, Config, Division, Element, Header, LossKind, Markdown, Report, Severity, Str,
    Target, Wps365, markdown::Inline, wps365::Message,
};
use property_tests::{
    card, cases, harmless,
    people::People,
    setting::{Form, Setting, send},
    shape::nodes,
};
use proptest::{collection::vec, prelude::*, sample::select};
use serde_json::Value;

fn setting(knows_people: bool) -> Setting {
    let mut setting = Setting::new(Form::Wps365);
    setting.knows_people = knows_people;
    setting
}

/// What says that a part has no form that a page settles, and takes nothing from it.
fn is_unsettled(report: &Report) -> bool {
    let takes_nothing = |kind| matches!(kind, LossKind::Replaced | LossKind::Rewritten);
    report
        .iter()
        .all(|loss| loss.severity == Severity::Info && takes_nothing(loss.kind))
}

/// The card as it is where the dialects have one form for two: a width and a style that were not given are the usual ones.
fn usual(card: &Card) -> Card {
    let mut card = card.clone();
    card.config = card.config.filter(|config| **config != Config::new());
    let locales = card.i18n.iter_mut();
    let elements = locales.flat_map(|locale| &mut locale.elements);
    for element in elements.chain(&mut card.elements) {
        match element {
            Element::Div(div) => {
                div.division.get_or_insert(Division::Middle);
            }
            Element::Action(action) => action.actions.iter_mut().for_each(|item| {
                if let message_card::ActionItem::Button(button) = item {
                    button.style.get_or_insert(Str::Borrowed("secondary"));
                }
            }),
            _ => {}
        }
    }
    card
}

/// Each element of a card by itself, and its header.
fn parts(card: &Card) -> Vec<Card> {
    let elements = card.elements.iter().cloned();
    let mut parts: Vec<_> = elements
        .map(|element| Card::new().element(element))
        .collect();
    let mut rest = card.clone();
    rest.elements = Vec::new();
    parts.push(rest);
    parts
}

fn json(card: &Card) -> Value {
    serde_json::to_value(card).expect("a card is JSON")
}

/// Texts of the fragments that mentions are made of, and of what stands around them.
fn mentioning() -> impl Strategy<Value = Markdown> {
    const SOURCES: &[&str] = &[
        "<at email='lin@example.com'>",
        "<at email=\"lin@example.com\">",
        "</at>",
        "<at email='",
        "'>",
        "林亮",
        " ",
        "**",
        "*",
        "~~",
        "`",
        "[",
        "](https://a.cn/1)",
        "![",
        "<font color='red'>",
        "</font>",
        "\n",
        "\n\n",
        "- ",
        "> ",
        "# ",
        "\n| a | b |\n|---|---|\n| ",
        "\n```\n",
        "\\",
    ];
    let at = || Inline::At {
        email: "lin@example.com".into(),
        name: "林亮".into(),
    };
    let part = prop_oneof![
        8 => select(SOURCES).prop_map(|source| Inline::Source(source.into())),
        1 => Just(Inline::text("林亮")),
        1 => Just(at()),
        1 => Just(Inline::Bold(vec![at()].into())),
        1 => Just(Inline::Italic(vec![Inline::Source("<at email='lin@example.com'>林</at> ".into()), at()].into())),
    ];
    vec(part, 1..14).prop_map(|parts| parts.into_iter().fold(Markdown::new(), Markdown::inline))
}

/// Whether a mention by an address is left.
fn is_mentioning(text: &str) -> bool {
    let people = People::of(&Markdown::from_trusted_source(text));
    people.free + people.linked > 0
}

/// The ids that a card's texts name.
fn ids(texts: &[&str]) -> Vec<usize> {
    let texts = texts.iter();
    let after = texts.flat_map(|text| text.split("<at id=\"").skip(1));
    after
        .filter_map(|rest| rest.split('"').next()?.parse().ok())
        .collect()
}

proptest! {
    #![proptest_config(cases(6000))]

    #[test]
    fn a_value_takes_no_effect(card in card(), knows_people in any::<bool>()) {
        let found = send(&card, setting(knows_people));
        let expected = send(&harmless::card(&card), setting(knows_people));
        let (texts, harmless) = (found.markdowns(), expected.markdowns());
        // Such a colour is kept here, without what could end it, and is none in the harmless card.
        let is_odd = |text: &&str| text.contains("<font color='at ") || text.contains("<font color='rgb(");
        if texts.iter().any(is_odd) {
            return Ok(());
        }
        for (text, harmless) in texts.into_iter().zip(harmless) {
            prop_assert_eq!(nodes(text), nodes(harmless), "\n{}\n----\n{}\n", text, harmless);
        }
    }

    #[test]
    fn every_mention_is_in_the_list((card, nodes) in property_tests::count::card()) {
        let sent = send(&card, setting(true));
        let mentions = sent.messages[0].get("mentions").and_then(Value::as_array);
        let known = mentions.map_or(0, Vec::len);
        let ids = ids(&sent.markdowns());
        prop_assert_eq!(ids.len(), nodes.by_id, "{:#?}", sent.messages);
        prop_assert!(ids.iter().all(|id| (2..2 + known).contains(id)));
        prop_assert_eq!(known, usize::from(nodes.by_id > 0));
        let lost = sent.report.iter().filter(|loss| loss.kind == LossKind::MentionLost);
        prop_assert_eq!(lost.count() > 0, nodes.by_number + nodes.unknown > 0);
        let unknown = send(&card, setting(false));
        prop_assert!(unknown.messages[0].get("mentions").is_none());
        prop_assert_eq!(self::ids(&unknown.markdowns()), Vec::<usize>::new());
    }

    #[test]
    fn what_reads_as_a_mention_is_one(markdown in mentioning()) {
        // Where an author left something open, the delimiters beside a part decide what closes it; `validate` refuses it.
        let is_part = |piece: &Inline| !matches!(piece, Inline::Source(_) | Inline::Text(_));
        let card = Card::new().markdown(markdown.clone());
        if markdown.content.iter().any(is_part) && card.validate().is_err() {
            return Ok(());
        }
        let People { free, linked } = People::of(&markdown);
        let target = Wps365::new().company("c").people(|_| Some("u"));
        let rendered = target.render(&Card::new().markdown(markdown));
        let json = serde_json::to_value(&rendered.messages).expect("messages are JSON");
        let text = json[0].pointer("/content/card/i18n_items/0/value/elements/0/text/text/content");
        let text = text.and_then(Value::as_str).expect("it is a text");
        prop_assert_eq!(ids(&[text]).len(), free, "{}", text);
        prop_assert!(!is_mentioning(text), "{}", text);
        let lost = rendered.report.iter().any(|loss| loss.detail.ends_with("stands in a link"));
        prop_assert_eq!(lost, linked > 0, "{}\n{}", text, rendered.report);
        let known = rendered.messages[0].mentions.len();
        prop_assert_eq!(known, usize::from(free > 0));
    }

    #[test]
    fn a_message_reads_back(card in card()) {
        for message in Wps365::new().company("c").people(|_| Some("u")).render(&card).messages {
            let json = serde_json::to_string(&message).expect("a message is JSON");
            // A field is public, and may hold what no document that is read does.
            if json.contains("\\u0000") {
                continue;
            }
            let read = Message::from_json(&json);
            prop_assert_eq!(read.as_ref(), Ok(&message), "{}", json);
        }
    }

    #[test]
    fn what_both_dialects_have_comes_back(card in card()) {
        for part in parts(&card) {
            let rendered = Wps365::new().render(&part);
            // There the own language may be there twice, and a picture stands in a text.
            let source = json(&part).to_string();
            let is_other = source.contains("\"zh-CN\"") || source.contains("picText");
            if is_other || !is_unsettled(&rendered.report) {
                continue;
            }
            let (back, report) = rendered.messages[0].to_card();
            // A card of which there is nothing in its own language gets another one for its own.
            if report.iter().all(|loss| loss.pointer.ends_with("/key")) && !report.is_empty() {
                continue;
            }
            prop_assert!(report.is_empty(), "{}", report);
            prop_assert_eq!(json(&back), json(&usual(&part)), "{:#?}", rendered.messages);
        }
    }
}

/// The property is worth something: cards with each of these come back.
#[test]
fn these_come_back() {
    use message_card::{Button, Div, Hr, Link, Locale, Text};
    let link = || Link::new("https://a.cn/1").pc_url("https://a.cn/2");
    let buttons = [
        Button::new("甲").key("k").style("normal"),
        Button::new("乙").url("https://a.cn/1").style("warn"),
        Button::new("丙").href(link()).style("text"),
    ];
    let card = Card::new()
        .config(
            Config::new()
                .operator_allow("none")
                .todo_switch("on")
                .filter_key("f")
                .update_single(true),
        )
        .link(link())
        .header(Header::new("发布完成").subtitle("build"))
        .element(Text::new("全部通过").link(link()))
        .markdown(Markdown::new().source("**a** ").a(link(), "甲").text("*b*"))
        .div(
            Div::new([Markdown::from("k"), Markdown::from("v")])
                .division("flow_left")
                .link(link()),
        )
        .element(Hr::new())
        .action(Action::new(buttons))
        .locale(Locale::new("en-US").header("Released").text("all passed"));
    let rendered = Wps365::new().render(&card);
    assert!(is_unsettled(&rendered.report), "{}", rendered.report);
    let (back, report) = rendered.messages[0].to_card();
    assert!(report.is_empty(), "{report}");
    assert_eq!(json(&back), json(&card));
    assert!(rendered.messages[0].validate().is_ok());
}
