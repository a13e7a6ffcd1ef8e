//! Markdown that an author or a stranger wrote, read as a tree and shown on every target.

#![no_main]

use libfuzzer_sys::fuzz_target;
use message_card::{Card, Markdown};
use property_tests::setting::{FORMS, Setting, send};

fuzz_target!(|source: &str| {
    let markdown = Markdown::from_trusted_source(source);
    assert_eq!(markdown.tree(), markdown.tree());
    let card = Card::new().markdown(markdown);
    let _ = card.validate();
    for form in FORMS {
        send(&card, Setting::new(*form));
    }
});
