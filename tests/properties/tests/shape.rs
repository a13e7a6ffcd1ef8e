//! No value changes what a reader of markdown makes of a message.

#![allow(clippy::panic, reason = "a test fails by panicking")]

use message_card::prelude::*;
use property_tests::{
    card, cases, harmless,
    setting::{Form, Kind, MARKDOWN, Setting, send, setting},
    shape::{mentions, shape},
};
use proptest::prelude::*;

proptest! {
    #![proptest_config(cases(12000))]

    #[test]
    fn a_value_changes_no_shape(card in card(), setting in setting(MARKDOWN)) {
        let found = send(&card, setting);
        let expected = send(&harmless::card(&card), setting);
        // A message that is cut is cut elsewhere when its words are longer.
        if found.is_cut() || expected.is_cut() {
            return Ok(());
        }
        let pairs = found.texts().into_iter().zip(expected.texts());
        prop_assert_eq!(found.messages.len(), expected.messages.len());
        for ((kind, text), (harmless_kind, harmless)) in pairs {
            prop_assert_eq!(kind, harmless_kind);
            if kind.is_markdown() {
                prop_assert_eq!(shape(text), shape(harmless), "\n{}\n----\n{}\n", text, harmless);
            }
            // Of the markdowns, only this one has such mentions.
            if kind == Kind::WeCom {
                prop_assert_eq!(mentions(text), mentions(harmless), "\n{}\n", text);
            }
        }
    }
}

#[test]
fn a_message_without_a_whole_part_is_cut() {
    let url = "a".repeat(1000);
    let card = |text: &str| {
        card! {
            <card>
                <text>{text}</text>
                <markdown><a href="https://a.cn/{url}">"b"</a></markdown>
            </card>
        }
    };
    let markdown = Setting::new(Form::WeCom(Some(message_card::wecom::Format::Markdown)));
    assert!(send(&card(&"c".repeat(3500)), markdown).is_cut());
    assert!(!send(&card("c"), markdown).is_cut());
}
