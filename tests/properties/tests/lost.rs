//! Nothing of a card is lost without an entry in the report.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use std::collections::HashMap;

use message_card::{
    Card, Loss, LossKind, Markdown, Severity,
    markdown::{Block, LinkTarget, Span},
};
use property_tests::{
    card, cases,
    markdowns::markdowns,
    setting::{FORMS, Form, Setting, send, setting},
    undo::{self, undone},
};
use proptest::prelude::*;
use serde_json::Value;

/// A string of the card.
struct Leaf {
    pointer: String,
    text: String,
    /// Whether people read it, so that a form of it that only looks different has to say it.
    is_read: bool,
}

/// Every string of a card that is read or does something; `tag` and `type` are structure.
fn leaves(value: &Value, pointer: &str, own: &HashMap<String, &Markdown>, found: &mut Vec<Leaf>) {
    let text = match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                let pointer = format!("{pointer}/{}", name.replace('~', "~0").replace('/', "~1"));
                match (name.as_str(), field, own.get(&pointer)) {
                    ("tag" | "type", ..) => {}
                    ("text", _, Some(markdown)) => words(markdown, &pointer, found),
                    ("text", Value::String(text), None) => read(text, &pointer, found),
                    _ => leaves(field, &pointer, own, found),
                }
            }
            return;
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                leaves(item, &format!("{pointer}/{index}"), own, found);
            }
            return;
        }
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    found.push(Leaf {
        pointer: pointer.to_owned(),
        text,
        is_read: false,
    });
}

/// The words of a text without markup.
fn read(text: &str, pointer: &str, found: &mut Vec<Leaf>) {
    for word in text.split_whitespace() {
        found.push(Leaf {
            pointer: pointer.to_owned(),
            text: word.to_owned(),
            is_read: true,
        });
    }
}

/// The words of a markdown, its links and who is mentioned.
fn words(markdown: &Markdown, pointer: &str, found: &mut Vec<Leaf>) {
    let tree = markdown.tree();
    let mut leaf = |text: &str, is_read| {
        found.push(Leaf {
            pointer: pointer.to_owned(),
            text: text.to_owned(),
            is_read,
        });
    };
    blocks(&tree.blocks, &mut leaf);
}

fn blocks(blocks: &[Block], leaf: &mut dyn FnMut(&str, bool)) {
    for block in blocks {
        match block {
            Block::Paragraph(content) | Block::Heading { content, .. } => spans(content, leaf),
            Block::Quote(inner) => self::blocks(inner, leaf),
            Block::List { items, .. } => items.iter().for_each(|item| self::blocks(item, leaf)),
            Block::Code { text, .. } => text.lines().for_each(|line| leaf(line, true)),
            Block::Table { header, rows, .. } => {
                let cells = header.iter().chain(rows.iter().flatten());
                cells.for_each(|cell| spans(cell, leaf));
            }
            _ => {}
        }
    }
}

fn spans(content: &[Span], leaf: &mut dyn FnMut(&str, bool)) {
    for span in content {
        match span {
            Span::Text(text) => text.split_whitespace().for_each(|word| leaf(word, true)),
            Span::Code(text) => leaf(text, true),
            Span::Bold(inner) | Span::Italic(inner) | Span::Strike(inner) => spans(inner, leaf),
            // A colour stands there in the format's own form: by another name, or as `#rrggbb`.
            Span::Font { content, .. } => spans(content, leaf),
            Span::At { email, content } => {
                leaf(email, false);
                // A client shows its own name.
                leaf(&Span::plain_text(content), false);
            }
            Span::Link { target, content } => {
                if let LinkTarget::Url(url) = target {
                    leaf(url, false);
                }
                spans(content, leaf);
            }
            Span::Image { url, alt } => {
                leaf(url, false);
                leaf(alt, true);
            }
            _ => {}
        }
    }
}

/// Whether an entry speaks of what stands at `leaf`: at its place or around it.
fn covers(loss: &Loss, leaf: &Leaf) -> bool {
    let is_in = |place: &str| {
        let rest = leaf.pointer.strip_prefix(place);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    // The links that the text of a picText names stand beside it on the wire, and are its own all the same.
    let beside = loss.pointer.strip_suffix("/text");
    let beside = beside.filter(|_| loss.element == "markdown");
    let is_there =
        is_in(&loss.pointer) || beside.is_some_and(|element| is_in(&format!("{element}/href")));
    match loss.kind {
        // The card as a whole: only a cut says what is not there.
        LossKind::Clamped { .. } if loss.pointer.is_empty() => true,
        _ if loss.pointer.is_empty() || !is_there => false,
        // The same in other characters is looked for.
        LossKind::Rewritten => false,
        // What looks different is read all the same; what it did otherwise may be gone.
        LossKind::Replaced => !leaf.is_read || loss.severity > Severity::Info,
        _ => true,
    }
}

fn missing(card: &Card, setting: Setting) -> Option<String> {
    let sent = send(card, setting);
    let strings = sent.scalars();
    let sent_text = strings.join("\n");
    let mut output = undone(&sent_text);
    let as_read = undo::read(&sent_text);
    if setting.knows_people {
        // An id stands for an address.
        for (email, id) in [
            ("lin@example.com", "linliang"),
            ("wang@example.com", "13800001111"),
        ] {
            if output.contains(id) {
                output.push_str(&undone(email));
            }
        }
    }
    if setting.form == Form::Wps365 {
        // A setting has another name and another value there.
        let settings = [
            ("disable", "-1"),
            ("todo_switch", "on"),
            ("shared_card", "true"),
        ];
        for (there, here) in settings {
            if strings.iter().any(|text| text == there) {
                output.push_str(here);
            }
        }
    }
    let json = serde_json::to_value(card).expect("a card is JSON");
    let mut found = Vec::new();
    leaves(&json, "", &markdowns(card), &mut found);
    let is_missing = |leaf: &&Leaf| {
        // The colon of a field's name stands between it and the value.
        let text = undone(&leaf.text);
        !output.contains(text.trim_end_matches(':'))
            && !as_read.contains(undo::read(&leaf.text).trim_end_matches(':'))
            && !sent.report.iter().any(|loss| covers(loss, leaf))
    };
    let leaf = found.iter().find(is_missing)?;
    let (pointer, text, report) = (&leaf.pointer, &leaf.text, &sent.report);
    Some(format!("{pointer}: {text:?}\n{report}\n{strings:#?}"))
}

proptest! {
    #![proptest_config(cases(8000))]

    #[test]
    fn nothing_is_lost_without_an_entry(card in card(), setting in setting(FORMS)) {
        let missing = missing(&card, setting);
        prop_assert!(missing.is_none(), "{}", missing.unwrap_or_default());
    }
}

#[test]
fn a_per_cent_sign_before_a_number_is_one() {
    let card = Card::new().markdown(Markdown::new().strike("50%").font("red", "12."));
    for form in FORMS {
        let setting = Setting::new(*form);
        assert_eq!(missing(&card, setting), None, "{form:?}");
    }
}
