//! Every message is one that its platform takes: within its limit, and without characters that nobody sees.

#![allow(clippy::panic, reason = "a test fails by panicking")]

use message_card::{Card, Fit};
use property_tests::{
    card, cases,
    setting::{FORMS, Form, Setting, send, setting},
};
use proptest::{collection::vec, prelude::*};
use serde_json::Value;

/// A character that is never shown as such. A joiner between emoji is.
fn is_hidden(text: &str, at: usize, c: char) -> bool {
    let is_emoji = |c: Option<char>| {
        c.is_some_and(
            |c| matches!(c, '\u{fe0f}' | '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}'),
        )
    };
    match c {
        '\n' => false,
        '\u{200d}' => {
            let before = text.get(..at).and_then(|text| text.chars().next_back());
            let after = text
                .get(at + c.len_utf8()..)
                .and_then(|text| text.chars().next());
            !(is_emoji(before) && is_emoji(after))
        }
        c => {
            c.is_control()
                || matches!(c,
                    '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
                    | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
        }
    }
}

fn hidden(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => {
            let found = text.char_indices().find(|(at, c)| is_hidden(text, *at, *c));
            found.map(|(_, c)| format!("{c:?} in {text:?}"))
        }
        Value::Array(items) => items.iter().find_map(hidden),
        Value::Object(fields) => fields.values().find_map(hidden),
        _ => None,
    }
}

/// A card as it is sent to WPS keeps what its fields hold: the constructors and the reader took out what nobody sees.
fn is_card(form: Form) -> bool {
    matches!(form, Form::Card | Form::Wps365 | Form::RobotCard)
}

/// A card that shows nothing is an empty message, which no platform takes: the card's own fault.
fn is_own(fault: &str) -> bool {
    fault
        .lines()
        .all(|line| line.ends_with("is empty, give it a value"))
}

fn check(card: &Card, setting: Setting) -> Result<(), TestCaseError> {
    let sent = send(card, setting);
    let is_empty = sent.texts().iter().all(|(_, text)| text.trim().is_empty());
    for fault in &sent.faults {
        prop_assert!(is_empty && is_own(fault), "{}\n{:#?}", fault, sent.messages);
    }
    if !is_card(setting.form) {
        let found = sent.messages.iter().find_map(hidden);
        prop_assert!(found.is_none(), "{}", found.unwrap_or_default());
    }
    let found = hidden(&Value::String(sent.summary));
    prop_assert!(found.is_none(), "summary: {}", found.unwrap_or_default());
    Ok(())
}

/// A card that is longer than every limit.
fn long() -> impl Strategy<Value = Card> {
    (card(), vec(card(), 1..4), 1_usize..40).prop_map(|(card, others, times)| {
        let mut long = card;
        for _ in 0..times {
            for other in &others {
                long.elements.extend(other.elements.iter().cloned());
            }
        }
        long
    })
}

proptest! {
    #![proptest_config(cases(4000))]

    #[test]
    fn every_message_is_one_that_its_platform_takes(card in card(), setting in setting(FORMS)) {
        check(&card, setting)?;
    }
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn a_long_card_is_within_its_limit(card in long(), mut setting in setting(FORMS), is_split in any::<bool>()) {
        setting.fit = if is_split { Fit::Split { max_parts: 5 } } else { Fit::Truncate };
        check(&card, setting)?;
    }
}
