//! The sizes on the page are those of the messages.

#![allow(clippy::expect_used, clippy::indexing_slicing)]

use message_card::{Rule, prelude::*};
use preview_tests::template_cards;
use scraper::{Html, Selector};

/// The sizes that a room shows.
fn sizes(page: &str, room: &str) -> Vec<usize> {
    let selector = Selector::parse(&format!(".panel-0 .{room} .size")).expect("a selector");
    let document = Html::parse_document(page);
    let number = |text: String| {
        let (had, _) = text.split_once(" / ")?;
        had.replace(',', "").parse().ok()
    };
    document
        .select(&selector)
        .filter_map(|size| number(size.text().collect()))
        .collect()
}

#[test]
fn the_meters_show_the_sizes() {
    for (name, card) in template_cards() {
        let page = preview(&card);
        let wecom = WeCom::new().render(&card).messages;
        let wecom = serde_json::to_value(&wecom[0]).expect("a message has a JSON form");
        let kind = wecom["msgtype"].as_str().expect("a kind");
        let content = wecom[kind]["content"].as_str().expect("a text");
        assert_eq!(sizes(&page, "wecom"), [content.len()], "{name}");
        let dingtalk = DingTalk::new().render(&card).messages;
        let body = serde_json::to_string(&dingtalk[0]).expect("a message has a JSON form");
        assert_eq!(sizes(&page, "dingtalk"), [body.len()], "{name}");
    }
}

#[test]
fn the_meters_of_wps_measure_as_validation_does() {
    for (name, card) in template_cards() {
        let card = card.text("长".repeat(6000)).elements(vec![Hr::new(); 20]);
        let violations = card.validate().expect_err("it is too long");
        let had: Vec<usize> = violations
            .iter()
            .filter_map(|violation| match violation.rule {
                Rule::TooLong { had, .. } | Rule::TooMany { had, .. } => Some(had),
                _ => None,
            })
            .collect();
        for size in sizes(&preview(&card), "wps") {
            assert!(had.contains(&size), "{name}: {size} is none of {had:?}");
        }
    }
}
