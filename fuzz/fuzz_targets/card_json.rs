//! The JSON of a card, as anybody may write it.
//!
//! What is read is written back equal, by serde and by the model's own writer, and can be validated, rendered and shown.

#![no_main]

use libfuzzer_sys::fuzz_target;
use message_card::{Card, preview, snapshot};
use property_tests::setting::{FORMS, Setting, send};

fuzz_target!(|json: &[u8]| {
    let Ok(card) = Card::from_slice(json) else {
        return;
    };
    let written = serde_json::to_string(&card).expect("a card is JSON");
    assert_eq!(card.to_json(), written);
    let again = Card::from_json(&written).expect("what was written is read");
    assert_eq!(again, card);
    if let Err(violations) = card.validate() {
        assert!(!violations.to_string().is_empty());
    }
    for form in FORMS {
        send(&card, Setting::new(*form));
    }
    preview(&card);
    snapshot(&card);
});
