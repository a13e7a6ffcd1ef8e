//! A card as lines: what every text is written from, and where it may be cut.

use std::borrow::Cow;

use card_model::{
    Href,
    markdown::{Alignment, LinkTarget, Span},
    words::cleaned,
};

use crate::person::shown_name;

/// A line of a message.
#[derive(Debug, Clone)]
pub(crate) struct Line<'b> {
    pub(crate) kind: Kind,
    pub(crate) content: Content<'b>,
    pub(crate) gap: Gap,
    /// How many quotations it stands in.
    pub(crate) quote: u8,
    /// How many columns the list items that it stands in indent it, its own not counted.
    pub(crate) indent: u16,
    /// The element that it comes from.
    pub(crate) origin: Origin,
    /// The links that its `$variables` name.
    pub(crate) href: Option<&'b Href>,
}

/// The part of the card that a line comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Origin {
    Title,
    Subtitle,
    Element(usize),
    CardLink,
}

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Title,
    Subtitle,
    Text,
    Heading(u8),
    /// An item of a list, with its number.
    Item(Option<u64>),
    /// A pair of a div.
    Field,
    /// A line of the code block with this number.
    Code(usize),
    /// A row of the table with this number; whether it is its header.
    Row(usize, bool),
    Rule,
    Buttons,
}

/// How a line stands apart from the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gap {
    /// It is the next line of the same paragraph.
    Break,
    /// It is the next of its kind: an item, a row, a line of code.
    Row,
    /// It is the next element.
    Element,
    /// A blank line is between them.
    Block,
}

/// What a line says.
#[derive(Debug, Clone)]
pub(crate) enum Content<'b> {
    /// Text without markup.
    Text(Cow<'b, str>),
    Spans(Cow<'b, [Span]>),
    /// The cells of a row, and how their columns are aligned.
    Cells(Cow<'b, [Vec<Span>]>, &'b [Alignment]),
    /// The name and the value of a field.
    Pair(Vec<Span>, Vec<Span>),
}

impl Content<'_> {
    /// How many bytes the text has, without markup.
    pub(crate) fn length(&self) -> usize {
        match self {
            Self::Text(text) => text.len(),
            Self::Spans(spans) => length(spans),
            Self::Cells(cells, _) => cells.iter().map(|cell| length(cell)).sum(),
            Self::Pair(key, value) => length(key) + length(value),
        }
    }

    /// How many characters of the card it shows.
    pub(crate) fn chars(&self) -> usize {
        match self {
            Self::Text(text) => cleaned(text).chars().count(),
            Self::Spans(spans) => chars(spans),
            Self::Cells(cells, _) => cells.iter().map(|cell| chars(cell)).sum(),
            Self::Pair(key, value) => chars(key) + chars(value),
        }
    }

    /// Whether a link of a row of buttons has this URL.
    pub(crate) fn leads_to(&self, url: &str) -> bool {
        let Self::Spans(spans) = self else {
            return false;
        };
        spans.iter().any(|span| match span {
            Span::Link {
                target: LinkTarget::Url(known),
                ..
            } => known == url,
            Span::Text(text) => text
                .rsplit_once(": ")
                .is_some_and(|(_, known)| known == url),
            _ => false,
        })
    }

    /// The mentions in it: the address and the name of each.
    pub(crate) fn mentions(&self, found: &mut Vec<Span>) {
        match self {
            Self::Text(_) => {}
            Self::Spans(spans) => mentions(spans, found),
            Self::Cells(cells, _) => cells.iter().for_each(|cell| mentions(cell, found)),
            Self::Pair(key, value) => {
                mentions(key, found);
                mentions(value, found);
            }
        }
    }
}

fn mentions(spans: &[Span], found: &mut Vec<Span>) {
    for span in spans {
        match span {
            Span::At { .. } => found.push(span.clone()),
            Span::Bold(content)
            | Span::Italic(content)
            | Span::Strike(content)
            | Span::Font { content, .. } => mentions(content, found),
            _ => {}
        }
    }
}

fn length(spans: &[Span]) -> usize {
    let of_span = |span: &Span| match span {
        Span::Text(text) | Span::Code(text) => text.len(),
        Span::Bold(content)
        | Span::Italic(content)
        | Span::Strike(content)
        | Span::Font { content, .. }
        | Span::At { content, .. }
        | Span::Link { content, .. } => length(content),
        Span::Image { alt, .. } => alt.len(),
        _ => 1,
    };
    spans.iter().map(of_span).sum()
}

fn chars(spans: &[Span]) -> usize {
    let count = |span: &Span| match span {
        Span::Text(text) | Span::Code(text) | Span::Image { alt: text, .. } => {
            cleaned(text).chars().count()
        }
        Span::At { email, content } => shown_name(email, content).chars().count(),
        Span::Bold(content)
        | Span::Italic(content)
        | Span::Strike(content)
        | Span::Font { content, .. }
        | Span::Link { content, .. } => chars(content),
        _ => 0,
    };
    spans.iter().map(count).sum()
}
