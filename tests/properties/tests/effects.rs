//! As many links, mentions and pictures come out as the card has, apart from those that the report says are lost.

#![allow(clippy::panic, reason = "a test fails by panicking")]

use property_tests::{
    cases,
    count::{Wanted, card, wanted},
    setting::{Kind, MARKDOWN, send, setting},
    shape::{effects, mentions},
};
use proptest::prelude::*;

/// The tags `<at email="…">` of a text of the WPS robot.
fn at_tags(text: &str) -> usize {
    text.matches("<at email=\"").count()
}

proptest! {
    #![proptest_config(cases(6000))]

    #[test]
    fn what_takes_effect_is_what_the_card_has((card, nodes) in card(), setting in setting(MARKDOWN)) {
        let sent = send(&card, setting);
        if sent.is_cut() {
            return Ok(());
        }
        let Wanted { links, images, mentions: people } = wanted(&nodes, &sent, setting);
        let (mut found_links, mut found_images, mut found_people) = (0, 0, 0);
        for (kind, text) in sent.texts() {
            let effects = effects(text);
            found_links += effects.links;
            found_images += effects.images;
            found_people += match kind {
                Kind::WeCom => mentions(text).len(),
                Kind::Robot => at_tags(text),
                Kind::DingTalk => text.matches("@linliang").count() + text.matches("@13800001111").count(),
                _ => 0,
            };
        }
        prop_assert_eq!(
            (found_links, found_images, found_people), (links, images, people),
            "links, images, mentions\n{}\n{:#?}", sent.report, sent.messages
        );
    }
}
