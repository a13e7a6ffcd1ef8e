//! Who is mentioned, and what the report says of it.

#![allow(clippy::panic, reason = "a test fails by panicking")]

use message_card::LossKind;
use property_tests::{
    card, cases,
    markdowns::markdowns,
    people::People,
    setting::{FORMS, Form, send, setting},
};
use proptest::prelude::*;

/// The ids that the platforms know two of the people by.
const IDS: [&str; 2] = ["linliang", "13800001111"];

proptest! {
    #![proptest_config(cases(8000))]

    #[test]
    fn who_is_lost_is_not_mentioned(mut card in card(), mut setting in setting(FORMS)) {
        // There a mention has the address.
        if matches!(setting.form, Form::Card | Form::RobotCard) {
            return Ok(());
        }
        setting.knows_people = true;
        card.i18n.clear();
        let people = markdowns(&card).values().fold(0, |sum, markdown| {
            let People { free, linked } = People::of(markdown);
            sum + free + linked
        });
        let sent = send(&card, setting);
        let lost = sent.report.iter().filter(|loss| loss.kind == LossKind::MentionLost).count();
        prop_assert!(lost <= people, "{} of {}: {}", lost, people, sent.report);
        if lost == people {
            let found = sent.scalars().into_iter().find(|text| IDS.iter().any(|id| text.contains(id)));
            prop_assert_eq!(found, None, "{}", sent.report);
        }
    }
}
