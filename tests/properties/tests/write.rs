//! A card and a message write themselves as `serde` writes them.

#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use message_card::{Card, wps};
use property_tests::{card, cases};
use proptest::prelude::*;

fn check(card: Card) {
    let json = serde_json::to_string(&card).expect("a card is JSON");
    assert_eq!(card.to_json(), json);
    let people = wps::Receivers::users("11111", ["22222"]);
    let message = wps::SendMessage::new("AK123", people, card).biz_type("test");
    if let Ok(body) = message.to_json() {
        assert_eq!(
            body,
            serde_json::to_string(&message).expect("a message is JSON")
        );
    }
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn both_writers_write_the_same_bytes(card in card()) {
        check(card);
    }
}
