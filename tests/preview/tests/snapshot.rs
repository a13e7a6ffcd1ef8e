//! The snapshot text.

use message_card::{prelude::*, snapshot};
use preview_tests::{hostile_cards, template_cards};

#[test]
fn it_has_a_section_for_each_target_and_a_line_for_each_loss() {
    for (name, card) in template_cards() {
        let text = snapshot(&card);
        for target in ["WPS", "WPS 365", "WeCom", "DingTalk", "plain text"] {
            assert!(
                text.contains(&format!("════ {target} ════\n")),
                "{name}: {target}"
            );
        }
        let reports = [
            Wps::new().render(&card).report,
            Wps365::new().render(&card).report,
            WeCom::new().render(&card).report,
            DingTalk::new().render(&card).report,
            PlainText::new().render(&card).report,
        ];
        for loss in reports.iter().flatten() {
            assert!(text.contains(&loss.to_string()), "{name}: {loss}");
        }
        assert_eq!(text, snapshot(&card), "{name}");
    }
}

#[test]
fn markdown_stands_there_as_lines() {
    let card = Card::new().markdown(Markdown::new().text("一").br().text("二"));
    let text = snapshot(&card);
    assert!(
        text.contains("/content/elements/0/content/text:\n│ 一␣␣\n│ 二\n"),
        "{text}"
    );
    assert!(text.contains("/markdown/content:\n│ 一\n│ 二\n"), "{text}");
    assert!(text.contains("/markdown/text:\n"), "{text}");
}

#[test]
fn it_takes_any_card() {
    for card in hostile_cards() {
        assert!(snapshot(&card).starts_with("════ WPS ════\n"));
    }
}
