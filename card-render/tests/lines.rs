//! How the lines of a message stand apart.

use card_model::{Card, Markdown};
use card_render::{DingTalk, Target, WeCom, dingtalk, wecom};

fn card(source: &'static str) -> Card {
    Card::new().markdown(Markdown::from_trusted_source(source))
}

fn wecom(source: &'static str, format: wecom::Format) -> String {
    let rendered = WeCom::new().format(format).render(&card(source));
    match rendered.messages.first() {
        Some(wecom::Message::Markdown(text)) => text.content.to_string(),
        Some(wecom::Message::MarkdownV2(text)) => text.content.to_string(),
        _ => String::new(),
    }
}

fn dingtalk(source: &'static str) -> String {
    let rendered = DingTalk::new().render(&card(source));
    match rendered.messages.first().map(|message| &message.content) {
        Some(dingtalk::Content::Markdown(text)) => text.text.to_string(),
        _ => String::new(),
    }
}

/// Whether a line break alone ends a quotation is not documented for `WeCom`.
#[test]
fn a_blank_line_ends_a_quotation() {
    let cases = [
        ("> a\n\nb", "> a\n\nb"),
        ("> # a\nb", "> # a\n\nb"),
        ("> # a\n> b", "> # a\n> b"),
        ("# a\n> b", "# a\n> b"),
    ];
    for (source, expected) in cases {
        assert_eq!(wecom(source, wecom::Format::Markdown), expected);
        assert_eq!(wecom(source, wecom::Format::MarkdownV2), expected);
        assert_eq!(dingtalk(source), expected.replace('#', "###"));
    }
    assert!(wecom("- > a\n- b", wecom::Format::Markdown).ends_with("a\n\n• b"));
}

/// A single line break is one in `WeCom`'s older markdown, and none in the others.
#[test]
fn a_line_break_is_one() {
    let source = "a  \nb\n\n# c\nd";
    assert_eq!(wecom(source, wecom::Format::Markdown), "a\nb\n\n# c\nd");
    assert_eq!(wecom(source, wecom::Format::MarkdownV2), "a  \nb\n\n# c\nd");
    // Headings begin at `###`: larger ones would be out of proportion.
    assert_eq!(dingtalk(source), "a  \nb\n\n### c\nd");
}
