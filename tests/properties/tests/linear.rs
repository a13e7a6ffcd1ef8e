//! No text costs more than linear time, whatever it repeats. What counts is the time of the test's own thread.

#![allow(clippy::expect_used, clippy::panic)]

use std::time::Duration;

use cpu_time::ThreadTime;
use message_card::prelude::*;

/// What is repeated: nesting, delimiters, brackets, tags, blocks, line ends.
const REPEATED: &[&str] = &[
    "> ",
    "- ",
    "1. ",
    "[",
    "[a](",
    "![",
    "*",
    "*a ",
    "**a ",
    "_a_",
    "`",
    "`a",
    "~a",
    "~~a ",
    "<",
    "</font>",
    "<font color='red'>",
    "<at email=\"a@b.cn\">",
    "&",
    "&lt;",
    "|a",
    "|a|b|\n|-|-|\n",
    "\\",
    "- a\n",
    "# a\n",
    "```\n",
    "#",
    "!",
    "\n",
    "\r",
    " ",
    "\u{200b}",
    "中文，。",
    "[a](https://a.cn/b) ",
    "[a]($x) ",
    "<at email=\"a@b.cn\">a</at> ",
];

/// How many kinds of message [`render`] makes.
const FORMS: usize = 11;
const SHORT: usize = 4_000;
const LINKS: usize = 500;
const LONGER: usize = 8;
/// Three times what it may take: caches are shared.
const MOST: u32 = 24;
/// What is worse than linear is so each time.
const TRIES: usize = 8;
/// Less than this says nothing.
const NOTICED: Duration = Duration::from_millis(60);

/// The text as its author's markdown, and as values.
fn cards(repeated: &str, bytes: usize) -> [Card; 2] {
    let text = repeated.repeat(bytes / repeated.len());
    let source = Card::new().markdown(Markdown::from_trusted_source(text.clone()));
    let value = Card::new()
        .text(text.clone())
        .markdown(Markdown::new().text(text.clone()).bold(text));
    [source, value]
}

/// A text with this many links, each with a URL per client, and a name for each of them.
fn linked(count: usize) -> Card {
    let link = |number| Link::new(format!("https://a.cn/{number}")).pc_url("https://b.cn");
    let links = (0..count).fold(Markdown::new(), |text, number| {
        text.a(link(number), "a").text("，")
    });
    Card::new().markdown(links)
}

fn render(form: usize, card: &Card) {
    let wecom = || WeCom::new().fit(Fit::Reject);
    let messages = match form {
        0 => wecom()
            .format(wecom::Format::Markdown)
            .render(card)
            .messages
            .len(),
        1 => wecom()
            .format(wecom::Format::MarkdownV2)
            .render(card)
            .messages
            .len(),
        2 => wecom()
            .format(wecom::Format::TemplateCard)
            .render(card)
            .messages
            .len(),
        3 => DingTalk::new().fit(Fit::Reject).render(card).messages.len(),
        4 => WpsWebhook::new()
            .markdown()
            .fit(Fit::Reject)
            .render(card)
            .messages
            .len(),
        5 => Wps::new().render(card).messages.len(),
        6 => {
            let target = Wps365::new().company("c").people(|_| Some("u"));
            target.render(card).messages.len()
        }
        7 => PlainText::new().render(card).messages.len(),
        8 => wecom()
            .format(wecom::Format::Text)
            .render(card)
            .messages
            .len(),
        9 => DingTalk::new()
            .format(dingtalk::Format::Text)
            .fit(Fit::Reject)
            .render(card)
            .messages
            .len(),
        _ => WpsWebhook::new()
            .text()
            .fit(Fit::Reject)
            .render(card)
            .messages
            .len(),
    };
    assert_eq!(messages, 1);
}

fn time(form: usize, card: &Card) -> Duration {
    let once = || {
        let start = ThreadTime::now();
        render(form, card);
        start.elapsed()
    };
    once().min(once())
}

#[test]
fn what_is_repeated_costs_as_often() {
    for repeated in REPEATED {
        let short = cards(repeated, SHORT);
        let long = cards(repeated, SHORT * LONGER);
        for (short, long) in short.iter().zip(&long) {
            for form in 0..FORMS {
                let is_linear = || {
                    let took = time(form, long);
                    took < NOTICED || took < time(form, short) * MOST
                };
                assert!(
                    (0..TRIES).any(|_| is_linear()),
                    "{repeated:?} on form {form}"
                );
            }
        }
    }
}

/// Lines, beside links whose URLs and labels are as long.
fn beside_links(lines: usize) -> Card {
    let text = "，\n".repeat(lines);
    card! {
        <card>
            <text>{text}</text>
            <markdown>
                <a href="https://a.cn/{text}">{text}</a>
                <a href="https://b.cn/{text}">{text}</a>
                <a href="https://c.cn/{text}">{text}</a>
            </markdown>
        </card>
    }
}

#[test]
fn many_lines_beside_long_links_cost_as_often() {
    for form in 0..FORMS {
        let [short, long] = [SHORT, SHORT * LONGER].map(beside_links);
        let is_linear = || {
            let took = time(form, &long);
            took < NOTICED || took < time(form, &short) * MOST
        };
        assert!((0..TRIES).any(|_| is_linear()), "form {form}");
    }
}

#[test]
fn many_links_cost_as_often() {
    for form in 0..FORMS {
        let time = |count| {
            let start = ThreadTime::now();
            let card = linked(count);
            render(form, &card);
            start.elapsed()
        };
        let is_linear = || {
            let took = time(LINKS * LONGER);
            took < NOTICED || took < time(LINKS) * MOST
        };
        assert!((0..TRIES).any(|_| is_linear()), "form {form}");
    }
}
