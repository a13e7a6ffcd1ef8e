//! Texts with markup.

use message_card::{
    Fallback, Href, Link, List, Markdown, Text,
    markdown::{Inline, LinkTarget},
};
use proptest::{collection::vec, option, prelude::*, sample};

use crate::{link, source::SOURCES, token};

const COLORS: &[&str] = &[
    "red",
    "#0a0",
    "green",
    "nonsense",
    "",
    "\"><at email=\"a@b.cn\">",
    "rgb(1,2,3)",
];

/// Who is mentioned. The second is known nowhere, the others are no addresses that can be written.
const EMAILS: &[&str] = &[
    "lin@example.com",
    "wang@example.com",
    "nobody@example.com",
    "a|b@example.com",
    "all",
    "\"><@all>",
];

/// A text with markup, with its links, and a fallback at times.
pub(crate) fn markdown() -> BoxedStrategy<Markdown> {
    let parts = prop_oneof![
        2 => source(),
        3 => vec(inline(), 1..5),
        1 => (source(), vec(inline(), 1..3)).prop_map(|(mut parts, more)| {
            // Behind a fence nothing else may stand.
            parts.push(Inline::Source("\n\n".into()));
            parts.extend(more);
            parts
        }),
    ];
    (
        parts,
        link::link(),
        option::weighted(0.2, link::link()),
        fallback(),
    )
        .prop_map(|(content, named, own, fallback)| {
            let mut markdown = Markdown::new();
            if names(&content) || named.pc_url.is_some() {
                markdown = markdown.href(Href::DEFAULT_NAME, named);
            }
            markdown.content = content.into();
            markdown.link = own.map(Box::new);
            markdown.fallback = fallback.map(Box::new);
            markdown
        })
        .boxed()
}

/// Whether a link leads to the variable `url_val`.
fn names(parts: &[Inline]) -> bool {
    parts.iter().any(|part| match part {
        Inline::Source(source) => source.contains("$url_val"),
        Inline::Link {
            target: LinkTarget::Variable(_),
            ..
        } => true,
        Inline::Bold(children)
        | Inline::Italic(children)
        | Inline::Strike(children)
        | Inline::Font { children, .. }
        | Inline::Link { children, .. } => names(children),
        _ => false,
    })
}

/// What stands for an element where it is lost.
pub(crate) fn fallback() -> BoxedStrategy<Option<Fallback>> {
    let fallback = prop_oneof![
        Just(Fallback::Drop),
        token::value().prop_map(|text| Fallback::Text(text.into())),
    ];
    option::weighted(0.1, fallback).boxed()
}

/// The author's markdown with a value in each of its places.
fn source() -> BoxedStrategy<Vec<Inline>> {
    (sample::select(SOURCES), vec(token::value(), 4))
        .prop_map(|(source, values)| {
            let mut values = values.into_iter();
            let (mut parts, mut in_url) = (Vec::new(), false);
            for (index, source) in source.split("{}").enumerate() {
                if index > 0 {
                    let mut value = values.next().unwrap_or_default();
                    if in_url {
                        value = link::component(&value);
                    }
                    parts.push(Inline::text(value));
                }
                in_url = source.ends_with(['/', '=']);
                if !source.is_empty() {
                    parts.push(Inline::Source(source.into()));
                }
            }
            parts
        })
        .boxed()
}

/// A part of a text, nested a few times.
fn inline() -> BoxedStrategy<Inline> {
    leaf()
        .prop_recursive(3, 8, 3, |inner| {
            let children = vec(inner, 1..3).prop_map(List::Owned);
            prop_oneof![
                children.clone().prop_map(Inline::Bold),
                children.clone().prop_map(Inline::Italic),
                children.clone().prop_map(Inline::Strike),
                (sample::select(COLORS), children.clone()).prop_map(|(color, children)| {
                    Inline::Font {
                        color: color.into(),
                        children,
                    }
                }),
                (target(), children)
                    .prop_map(|(target, children)| Inline::Link { target, children }),
            ]
        })
        .boxed()
}

fn leaf() -> BoxedStrategy<Inline> {
    prop_oneof![
        6 => token::value().prop_map(Inline::text),
        1 => sample::select(&["**注意：**", "`code`", " 与 ", "*a*", "x"][..])
            .prop_map(|source| Inline::Source(source.into())),
        1 => Just(Inline::Break),
        2 => (sample::select(EMAILS), token::value()).prop_map(|(email, name)| Inline::At {
            email: email.into(),
            name: Text::new(name).content,
        }),
    ]
    .boxed()
}

fn target() -> BoxedStrategy<LinkTarget> {
    prop_oneof![
        4 => link::url().prop_map(|url| LinkTarget::Url(url.into())),
        1 => Just(LinkTarget::Variable(Href::DEFAULT_NAME.into())),
        1 => Just(LinkTarget::Variable("nobody".into())),
    ]
    .boxed()
}

/// A link of a button.
pub(crate) fn named(link: Link) -> Href {
    let mut href = Href::new();
    href.insert(Href::DEFAULT_NAME, link);
    href
}
