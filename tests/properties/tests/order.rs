//! A rendering is the same each time, its report is in the order of the card, and `deny` goes by the report.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use message_card::{Loss, Severity};
use property_tests::{
    card, cases,
    setting::{FORMS, send, setting},
};
use proptest::prelude::*;
use serde_json::Value;

/// Where a pointer leads, as numbers that stand in the order of the JSON. The fields of an object are in the order of the
/// platform's samples, which `serde_json` only keeps in text.
fn place(pointer: &str) -> Vec<usize> {
    const FIELDS: &[&str] = &["config", "link", "header", "elements", "i18n"];
    let mut steps = pointer.split('/').skip(1);
    let first = steps
        .next()
        .and_then(|first| FIELDS.iter().position(|field| *field == first));
    let Some(first) = first else {
        return Vec::new();
    };
    let mut place = vec![first];
    let rest: Vec<_> = steps.collect();
    // The index of an element; an entry of the element as a whole may stand behind those of its parts.
    match rest.as_slice() {
        [index, ..] if first == 3 => place.extend(index.parse::<usize>()),
        [_, "header", ..] if first == 4 => place.push(0),
        [_, "elements", index, ..] if first == 4 => {
            place.push(1);
            place.extend(index.parse::<usize>());
        }
        _ => {}
    }
    place
}

fn in_order(losses: &[Loss]) -> bool {
    losses.is_sorted_by_key(|loss| place(&loss.pointer))
}

proptest! {
    #![proptest_config(cases(4000))]

    #[test]
    fn a_rendering_is_the_same_each_time(card in card(), setting in setting(FORMS)) {
        let (one, other) = (send(&card, setting), send(&card, setting));
        prop_assert_eq!(&one.messages, &other.messages);
        prop_assert_eq!(&one.report, &other.report);
        prop_assert_eq!(&one.summary, &other.summary);
        let losses = one.report.losses();
        prop_assert!(in_order(losses), "{}", one.report);
        let severities = [Severity::Info, Severity::Degraded, Severity::Lost];
        for (severity, denied) in severities.into_iter().zip(one.denied) {
            let wanted = losses.iter().filter(|loss| loss.severity >= severity).count();
            prop_assert_eq!(denied, (wanted > 0).then_some(wanted));
        }
        let json = serde_json::to_value(&card).expect("a card is JSON");
        for loss in losses {
            prop_assert!(stands(&json, &loss.pointer), "{}", loss);
        }
    }
}

/// Whether a pointer leads somewhere. What only other targets have, such as the public copy of a picture, is not in the JSON
/// of WPS.
fn stands(json: &Value, pointer: &str) -> bool {
    json.pointer(pointer).is_some()
}
