//! A card that is too long for one message: truncated, split, or left whole.

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

#[path = "fit/examples.rs"]
mod examples;
#[path = "fit/long.rs"]
mod long;

use std::collections::HashSet;

use long::{Block, Long, email, long, said};
use message_card::{
    DingTalk, Fit, LossKind, PlainText, Rendered, Report, Severity, Target, Violations, WeCom,
    WpsWebhook, dingtalk, spec::Limit, wecom, wps,
};
use property_tests::cases;
use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};
use serde::Serialize;
use serde_json::Value;

/// The texts of the messages, and the report.
struct Sent {
    texts: Vec<String>,
    bodies: Vec<Value>,
    report: Report,
}

/// A target, and how its messages are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    WeCom(wecom::Format),
    DingTalk(dingtalk::Format),
    RobotMarkdown,
    RobotText,
}

const PLACES: [Place; 8] = [
    Place::WeCom(wecom::Format::Markdown),
    Place::WeCom(wecom::Format::MarkdownV2),
    Place::WeCom(wecom::Format::Text),
    Place::DingTalk(dingtalk::Format::Markdown),
    Place::DingTalk(dingtalk::Format::ActionCard),
    Place::DingTalk(dingtalk::Format::Text),
    Place::RobotMarkdown,
    Place::RobotText,
];

impl Place {
    fn send(self, long: &Long, fit: Fit) -> Sent {
        let people = |address: &str| {
            let person = (0..6).find(|person| email(*person) == address);
            person.map(|person| format!("id{person}"))
        };
        let card = long.card();
        let is_checked = fit != Fit::Reject;
        match self {
            Self::WeCom(format) => {
                let target = WeCom::new().format(format).fit(fit).people(people);
                let check = |message: &wecom::Message| message.validate();
                sent(target.render(&card), is_checked.then_some(&check))
            }
            Self::DingTalk(format) => {
                let target = DingTalk::new().format(format).fit(fit).people(people);
                let check = |message: &dingtalk::Message| message.validate();
                sent(target.render(&card), is_checked.then_some(&check))
            }
            Self::RobotMarkdown | Self::RobotText => {
                let target = WpsWebhook::new().fit(fit);
                let target = match self {
                    Self::RobotText => target.text(),
                    _ => target.markdown(),
                };
                let check = |message: &wps::WebhookMessage| message.validate();
                sent(target.render(&card), is_checked.then_some(&check))
            }
        }
    }

    /// How long a message is, in the unit that the platform counts.
    fn length(self, sent: &Sent) -> usize {
        let (text, body) = (&sent.texts[0], &sent.bodies[0]);
        match self {
            Self::WeCom(_) => text.len(),
            Self::DingTalk(_) => serde_json::to_string(body).unwrap().len(),
            Self::RobotMarkdown | Self::RobotText => text.chars().count(),
        }
    }

    /// How often people are mentioned, not only named.
    fn mentions(self, text: &str, body: &Value) -> usize {
        match self {
            Self::WeCom(wecom::Format::Markdown) => text.matches("<@").count(),
            Self::WeCom(wecom::Format::Text) => body["text"]["mentioned_list"]
                .as_array()
                .map_or(0, Vec::len),
            Self::WeCom(_) => 0,
            Self::DingTalk(_) => body["at"]["atUserIds"].as_array().map_or(0, Vec::len),
            Self::RobotMarkdown | Self::RobotText => text.matches("<at ").count(),
        }
    }

    fn has_tables(self) -> bool {
        matches!(
            self,
            Self::WeCom(wecom::Format::MarkdownV2)
                | Self::DingTalk(dingtalk::Format::Markdown | dingtalk::Format::ActionCard)
        )
    }

    fn is_read_as_markdown(self) -> bool {
        self.has_tables()
    }
}

/// Holds a message to the limits of its platform.
type Check<'c, M> = &'c dyn Fn(&M) -> Result<(), Violations>;

fn sent<M: Serialize>(rendered: Rendered<M>, check: Option<Check<'_, M>>) -> Sent {
    for message in &rendered.messages {
        if let Some(Err(violations)) = check.map(|check| check(message)) {
            panic!("{violations}");
        }
    }
    let messages = rendered.messages.iter();
    let bodies: Vec<Value> = messages
        .map(|message| serde_json::to_value(message).unwrap())
        .collect();
    let text = |body: &Value| {
        let content = &body[body["msgtype"].as_str().unwrap()];
        let text = content.get("content").or_else(|| content.get("text"));
        text.and_then(Value::as_str).unwrap().to_owned()
    };
    Sent {
        texts: bodies.iter().map(text).collect(),
        bodies,
        report: rendered.report,
    }
}

/// The report says what the texts do not: of each element that is left out, and of the one that is cut.
fn reported(long: &Long, texts: &[String], report: &Report) {
    let shown = said(&texts.concat());
    let all = long.said();
    assert!(
        all.starts_with(&shown),
        "not the beginning of the body, in its order:\n{shown}\n{all}"
    );
    let mut left = shown.len();
    for (index, block) in long.blocks.iter().enumerate() {
        let length = block.said().len();
        let pointer = format!("/elements/{index}");
        let is = |wanted: fn(LossKind) -> bool| {
            let mut losses = report
                .iter()
                .filter(|loss| loss.pointer == pointer && loss.severity == Severity::Lost);
            losses.any(|loss| wanted(loss.kind))
        };
        let (is_cut, is_dropped) = (
            is(|kind| matches!(kind, LossKind::Clamped { .. })),
            is(|kind| kind == LossKind::Dropped),
        );
        if left == 0 && length > 0 {
            // Something of it may be there: a mention, or the header of a table.
            assert!(
                is_dropped || is_cut,
                "{pointer} is left out without an entry:\n{report}"
            );
        } else if left < length {
            assert!(
                is_cut && !is_dropped,
                "{pointer} is cut without an entry:\n{report}"
            );
        } else if length > 0 {
            assert!(
                !is_dropped,
                "{pointer} is there, but the report says that it is not:\n{report}"
            );
        }
        left = left.saturating_sub(length);
    }
}

/// Numbers, parts and the entry of the report.
fn numbered(texts: &[String], max_parts: usize, report: &Report, has_room: bool) {
    let count = texts.len();
    assert!((1..=max_parts).contains(&count));
    let splits = report.iter().filter_map(|loss| match loss.kind {
        LossKind::Split { parts } => Some((parts, loss.pointer.as_str(), loss.severity)),
        _ => None,
    });
    let splits: Vec<_> = splits.collect();
    if count == 1 {
        assert_eq!(splits, []);
        assert!(!texts[0].contains("/1)"));
        return;
    }
    assert_eq!(splits, [(count, "", Severity::Info)]);
    for (index, text) in texts.iter().enumerate() {
        assert!(!text.trim().is_empty());
        let first = text.lines().next().unwrap();
        let number = format!("({}/{count})", index + 1);
        assert!(
            first.trim_end().ends_with(&number) || !has_room,
            "{first} is not {number}"
        );
        assert!(text.matches(&number).count() == 1 || !has_room, "{text}");
        let is_bare = said(text).is_empty()
            && !text.contains("open")
            && !text.contains('…')
            && !text.contains("name")
            && !text.contains(['。', '！', '，']);
        assert!(
            !is_bare || !has_room,
            "an empty part: {text:?} of {texts:#?}"
        );
    }
}

/// Everything that is opened in a part is closed there.
fn balanced(place: Place, text: &str) {
    assert_eq!(text.matches("```").count() % 2, 0, "{text}");
    assert_eq!(
        text.matches("<font").count(),
        text.matches("</font>").count(),
        "{text}"
    );
    assert_eq!(
        text.matches("](").count(),
        text.matches("](https://example.com/").count(),
        "{text}"
    );
    assert_eq!(
        text.matches("](https").count(),
        text.matches(['x', 'n'])
            .count()
            .min(text.matches("](https").count())
    );
    if place == Place::WeCom(wecom::Format::Markdown) {
        assert_eq!(text.matches("**").count() % 2, 0, "{text}");
        assert_eq!(text.matches('`').count() % 2, 0, "{text}");
    }
    if !place.is_read_as_markdown() {
        return;
    }
    let mut in_code = false;
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(pulldown_cmark::TagEnd::CodeBlock) => in_code = false,
            Event::Text(shown) if !in_code => {
                assert!(
                    !shown.contains(['*', '_', '`', '[', '|']),
                    "{shown:?} in {text}"
                );
            }
            _ => {}
        }
    }
}

fn fits() -> impl Strategy<Value = Fit> {
    prop_oneof![
        2 => Just(Fit::Truncate),
        5 => (1usize..=6).prop_map(|max_parts| Fit::Split { max_parts }),
        1 => Just(Fit::Split { max_parts: usize::MAX }),
    ]
}

fn max_parts(fit: Fit) -> usize {
    match fit {
        Fit::Split { max_parts } => max_parts,
        _ => 1,
    }
}

proptest! {
    #![proptest_config(cases(1500))]

    #[test]
    fn a_text_is_within_any_limit(long in long(0..8), fit in fits(), max in 1usize..4000, share in 0usize..110, is_chars in any::<bool>()) {
        let card = long.card();
        let whole = PlainText::new().render(&card).messages.concat();
        // Small limits, and all of them up to more than there is.
        let max = if share < 20 { max % 60 + 1 } else { (whole.len() * share / 100).max(1) };
        let limit = if is_chars { Limit::chars(max) } else { Limit::bytes(max) };
        let rendered = PlainText::new().limit(limit).fit(fit).render(&card);
        for text in &rendered.messages {
            prop_assert!(limit.allows(limit.measure(text)), "{} of {limit}: {text}", limit.measure(text));
        }
        reported(&long, &rendered.messages, &rendered.report);
        numbered(&rendered.messages, max_parts(fit), &rendered.report, max >= 200);
        let had = limit.measure(&whole);
        for loss in &rendered.report {
            if let LossKind::Clamped { limit: told, had: of } = loss.kind {
                prop_assert_eq!((told, of), (limit, had));
            }
        }
        let has_all = said(&rendered.messages.concat()) == long.said();
        prop_assert!(has_all || had > max);
        prop_assert!(has_all || fit != Fit::Split { max_parts: usize::MAX } || max < 200, "{}", rendered.report);
        if had <= max {
            prop_assert_eq!(rendered.messages, [whole]);
        } else if long.has_button && max >= 400 {
            for (index, text) in rendered.messages.iter().enumerate() {
                let is_last = index + 1 == rendered.messages.len();
                prop_assert_eq!(text.matches("open: https://example.com/open").count(), usize::from(is_last));
            }
        }
    }

    #[test]
    fn what_is_left_out_is_counted(texts in proptest::collection::vec("[天地A-C。]{1,80}", 1..6), max in 30usize..200) {
        let long = Long { blocks: texts.into_iter().map(Block::Plain).collect(), title: Some("notice".into()), has_button: true };
        let limit = Limit::chars(max);
        let all: usize = long.blocks.iter().map(|block| match block { Block::Plain(text) => text.chars().count(), _ => 0 }).sum();
        let text = PlainText::new().limit(limit).render(&long.card()).messages.concat();
        let shown = text.chars().filter(|c| "天地ABC。".contains(*c)).count();
        let told = text.split_once("…（已省略 ").and_then(|(_, rest)| rest.split_once(" 字）")).map(|(told, _)| told.parse().unwrap());
        prop_assert_eq!(told.unwrap_or(0), all - shown, "{}", text);
    }
}

proptest! {
    #![proptest_config(cases(1600))]

    #[test]
    fn a_message_is_within_the_limit_of_its_platform(size in prop_oneof![3 => long(1..25), 1 => long(20..60)], fit in fits(), place in proptest::sample::select(&PLACES[..])) {
        let long = size;
        let sent = place.send(&long, fit);
        reported(&long, &sent.texts, &sent.report);
        numbered(&sent.texts, max_parts(fit), &sent.report, true);
        let people: HashSet<_> = long.blocks.iter().flat_map(Block::people).collect();
        let mentions = place != Place::WeCom(wecom::Format::MarkdownV2);
        for (index, (text, body)) in sent.texts.iter().zip(&sent.bodies).enumerate() {
            let (is_last, count) = (index + 1 == sent.texts.len(), place.mentions(text, body));
            balanced(place, text);
            if index > 0 {
                prop_assert_eq!(count, 0, "{}", text);
            } else if mentions {
                prop_assert!(count >= people.len(), "{} of {:?} in {}", count, people, text);
            }
            let has_button = body.to_string().contains("https://example.com/open");
            prop_assert_eq!(has_button, is_last && long.has_button, "{}", text);
            let mut rows = text.lines().skip_while(|line| !line.starts_with("| ")).skip(1);
            let has_header = rows.next().is_none_or(|line| line.starts_with("| :---"));
            prop_assert!(has_header || !place.has_tables(), "rows without a header: {}", text);
            let last = text.lines().rev().find(|line| !line.is_empty()).unwrap_or_default();
            let is_orphan = last.starts_with("## ") || (last.starts_with("| :---") && !text.contains("| key |"));
            prop_assert!(!is_orphan || is_last, "{}", text);
        }
        let has_all = said(&sent.texts.concat()) == long.said();
        let families = |text: &str| text.matches("👨‍👩‍👧‍👦").count();
        let of_card = families(&serde_json::to_string(&long.card()).unwrap());
        prop_assert!(!has_all || families(&sent.texts.concat()) == of_card, "cut inside of a character");
        prop_assert!(has_all || fit != Fit::Split { max_parts: usize::MAX }, "{}", sent.report);
        let had = sent.report.iter().find_map(|loss| match loss.kind { LossKind::Clamped { had, .. } => Some(had), _ => None });
        if let Some(had) = had {
            let whole = place.send(&long, Fit::Reject);
            prop_assert_eq!(had, place.length(&whole));
        }
    }
}
