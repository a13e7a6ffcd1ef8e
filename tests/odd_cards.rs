//! Cards that `validate` would refuse, or that nobody would write: what is sent all the same, and what is said of it.

#![allow(clippy::expect_used, clippy::indexing_slicing)]

use message_card::{Loss, markdown, prelude::*};

fn text(rendered: &Rendered<dingtalk::Message>) -> String {
    let message = serde_json::to_value(&rendered.messages[0]).expect("a message is JSON");
    message["markdown"]["text"]
        .as_str()
        .expect("a text")
        .to_owned()
}

fn lines<M>(rendered: &Rendered<M>) -> Vec<String> {
    rendered.report.iter().map(ToString::to_string).collect()
}

#[test]
fn a_blank_title_is_no_heading() {
    for blank in ["", " ", "\u{200b}"] {
        let card = Card::new()
            .header(Header::new(blank).subtitle(blank))
            .text("全部通过");
        assert_eq!(
            text(&DingTalk::new().render(&card)),
            "全部通过",
            "{blank:?}"
        );
    }
}

#[test]
fn a_refused_url_of_one_client_gives_way_to_the_one_for_all() {
    let link = Link::new("https://a.cn")
        .pc_url("https://pc.a.cn")
        .android_url("javascript:x");
    let card = card! { <><markdown><a href={link}>"看"</a></markdown></> };
    let refused = "/elements/0/href/url_val: `android_url` is left out, `url` stands in: the URL scheme `javascript` is not allowed";

    let both = DingTalk::new().render(&card);
    assert!(text(&both).contains("pc.a.cn") && !text(&both).contains("javascript"));
    assert_eq!(lines(&both), [refused]);

    let android = PlainText::new().client(Client::Android).render(&card);
    assert_eq!(android.messages, ["看 (https://a.cn)"]);
    assert_eq!(lines(&android)[0], refused);

    let dead = Link::new("https://a.cn").pc_url("javascript:x");
    let card = card! { <><markdown><a href={dead}>"看"</a></markdown></> };
    let pc = PlainText::new().client(Client::Pc).render(&card);
    assert_eq!(pc.messages, ["看 (https://a.cn)"]);
    // It does not lead to where it would on a PC, and nothing says so.
    assert_eq!(lines(&pc).len(), 1);
}

#[test]
fn a_card_without_content_is_no_empty_message() {
    let rendered = DingTalk::new().render(&Card::new());
    assert_eq!(text(&rendered), "消息卡片");
    assert_eq!(rendered.report.worst(), Some(Severity::Info));
    assert_eq!(PlainText::new().render(&Card::new()).messages, [""]);
}

#[test]
fn what_is_left_out_for_size_has_one_line() {
    let card = card! {
        <card>
            <text>{"很长的一段文字。".repeat(1500)}</text>
            <img store_key="k1"/>
            <markdown>"负责人 " <at email="lin@wps.cn">"林亮"</at></markdown>
        </card>
    };
    let rendered = WeCom::new().format(wecom::Format::Markdown).render(&card);
    let pointers: Vec<&str> = rendered.report.iter().map(|loss| &*loss.pointer).collect();
    assert_eq!(pointers, ["/elements/0", "/elements/1", "/elements/2"]);
    assert!(lines(&rendered)[1].contains("it is left out"));
}

/// A link that names somebody, which `card!` refuses.
fn named_in_link(url: &str) -> Card {
    let source = format!("[看 <at email=\"lin@wps.cn\">林亮</at>]({url})");
    Card::new().markdown(Markdown::from_trusted_source(source))
}

#[test]
fn who_is_named_in_a_link_is_not_mentioned_as_the_report_says() {
    use dingtalk::Format::{ActionCard, Markdown as DingTalkMarkdown, Text as DingTalkText};
    use wecom::Format::{Markdown as WeComMarkdown, MarkdownV2, Text as WeComText};

    let people = |_: &str| Some("linliang");
    for url in ["https://a.cn", "javascript:x"] {
        let card = named_in_link(url);
        let check = |report: &Report, message: String| {
            let lines: Vec<_> = report.iter().map(ToString::to_string).collect();
            let lost = "/elements/0/content/text: `林亮` is not notified: it stands in a link";
            assert!(lines.iter().any(|line| line == lost), "{url}: {lines:#?}");
            assert!(!message.contains("linliang"), "{url}: {message}");
            assert!(message.contains("林亮"), "{url}: {message}");
        };
        for format in [ActionCard, DingTalkMarkdown, DingTalkText] {
            let sent = DingTalk::new().people(people).format(format).render(&card);
            let message = serde_json::to_string(&sent.messages[0]).expect("a message is JSON");
            check(&sent.report, message);
        }
        for format in [WeComMarkdown, MarkdownV2, WeComText] {
            let sent = WeCom::new().people(people).format(format).render(&card);
            let message = serde_json::to_string(&sent.messages[0]).expect("a message is JSON");
            check(&sent.report, message);
        }
        let sent = PlainText::new().render(&card);
        check(&sent.report, sent.messages.concat());
    }
}

#[test]
fn a_link_in_a_link_leads_nowhere_as_the_report_says() {
    use markdown::{Inline, LinkTarget};

    let link = |name: &str, children| Inline::Link {
        target: LinkTarget::Url(format!("https://a.cn/{name}").into()),
        children,
    };
    let inner = link("inner", vec![Inline::text("甲")].into());
    let outer = link("outer", vec![inner, Inline::text("乙")].into());
    let card = Card::new().markdown(Markdown::new().inline(outer));
    let check = |report: &Report, message: String| {
        assert!(message.contains("outer"), "{message}");
        assert!(!message.contains("inner"), "{message}");
        assert!(
            message.contains('甲') && message.contains('乙'),
            "{message}"
        );
        let told =
            |loss: &Loss| loss.detail == "`甲` is text without a link: it stands in another one";
        assert!(report.iter().any(told), "{report}");
    };
    for format in [dingtalk::Format::Markdown, dingtalk::Format::Text] {
        let sent = DingTalk::new().format(format).render(&card);
        check(
            &sent.report,
            serde_json::to_string(&sent.messages[0]).expect("a message is JSON"),
        );
    }
    for format in [
        wecom::Format::Markdown,
        wecom::Format::MarkdownV2,
        wecom::Format::Text,
    ] {
        let sent = WeCom::new().format(format).render(&card);
        check(
            &sent.report,
            serde_json::to_string(&sent.messages[0]).expect("a message is JSON"),
        );
    }
    let sent = PlainText::new().render(&card);
    check(&sent.report, sent.messages.concat());
}

#[test]
fn who_is_named_in_a_link_takes_no_room_of_a_long_text() {
    for length in 19_850..20_010 {
        let card = named_in_link("https://a.cn").text("w".repeat(length));
        let target = DingTalk::new().format(dingtalk::Format::Text);
        let sent = target.people(|_| Some("linliang")).render(&card);
        assert_eq!(sent.messages[0].validate(), Ok(()), "{length}");
    }
}
