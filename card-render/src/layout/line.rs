//! A card as lines: what every text is written from, and where it may be cut.

use std::borrow::Cow;

use card_model::{
    Href,
    markdown::{Alignment, Cells, Leaf, LinkTarget, Span, SpanRef, Spans},
    words::cleaned_count,
};

use crate::{
    context::{Context, Goal},
    person::shown_name,
};

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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Origin {
    Title,
    Subtitle,
    Element(usize),
    CardLink,
}

impl Origin {
    /// Where it stands in the order of the card.
    pub(crate) const fn rank(self) -> usize {
        match self {
            Self::Title => 0,
            Self::Subtitle => 1,
            Self::Element(index) => index.saturating_add(2),
            Self::CardLink => usize::MAX,
        }
    }
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
    Spans(Spans<'b>),
    /// Spans that the card does not have as they are.
    Own(Vec<Span>),
    /// The cells of a row, and how their columns are aligned.
    Cells(Cells<'b>, &'b [Alignment]),
    /// A name and its value as the cells of a row.
    Columns([Vec<Span>; 2]),
    /// The name and the value of a field.
    Pair(Vec<Span>, Vec<Span>),
}

impl Line<'_> {
    /// Whether a click in it leads elsewhere than to `url`.
    pub(crate) fn leads_elsewhere(&self, url: &str, cx: &Context<'_>) -> bool {
        let mut is_found = false;
        let is_other = |goal: Goal<'_>| cx.goal(goal) != url;
        self.content
            .each(|spans| is_found = is_found || leads(spans, self.href, &is_other));
        is_found
    }
}

impl Content<'_> {
    /// How many bytes the text has, without markup.
    pub(crate) fn length(&self) -> usize {
        let mut sum = 0;
        match self {
            Self::Text(text) => return text.len(),
            _ => self.each(|spans| sum += spans.length()),
        }
        sum
    }

    /// How many characters of the card it shows.
    pub(crate) fn chars(&self) -> usize {
        let mut sum = 0;
        match self {
            Self::Text(text) => return cleaned_count(text),
            _ => self.each(|spans| sum += chars(spans)),
        }
        sum
    }

    /// Whether a link of a row of buttons has this URL.
    pub(crate) fn leads_to(&self, url: &str) -> bool {
        let Self::Own(spans) = self else {
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
        self.each(|spans| mentions(spans, found));
    }

    /// Calls `see` with the spans of each of its parts.
    pub(crate) fn each<'s>(&'s self, mut see: impl FnMut(Spans<'s>)) {
        match self {
            Self::Text(_) => {}
            Self::Spans(spans) => see(*spans),
            Self::Own(spans) => see(spans.as_slice().into()),
            Self::Cells(cells, _) => cells.for_each(see),
            Self::Columns([key, value]) | Self::Pair(key, value) => {
                see(key.as_slice().into());
                see(value.as_slice().into());
            }
        }
    }
}

fn mentions(mut spans: Spans<'_>, found: &mut Vec<Span>) {
    while let Some(span) = spans.next_marked() {
        match span {
            SpanRef::At { .. } => found.push(span.to_span()),
            SpanRef::Bold(content)
            | SpanRef::Italic(content)
            | SpanRef::Strike(content)
            | SpanRef::Font { content, .. } => mentions(content, found),
            _ => {}
        }
    }
}

/// Whether a link is among the spans that leads where `is_meant` says so.
fn leads(mut spans: Spans<'_>, href: Option<&Href>, is_meant: &dyn Fn(Goal<'_>) -> bool) -> bool {
    while let Some(span) = spans.next_marked() {
        let is_link = match span {
            SpanRef::Link { target, .. } => Goal::of(target, href).is_ok_and(is_meant),
            SpanRef::Bold(content)
            | SpanRef::Italic(content)
            | SpanRef::Strike(content)
            | SpanRef::Font { content, .. } => leads(content, href, is_meant),
            _ => false,
        };
        if is_link {
            return true;
        }
    }
    false
}

fn chars(spans: Spans<'_>) -> usize {
    let mut sum = 0;
    spans.leaves(&mut |leaf| {
        sum += match leaf {
            Leaf::Text(text) => cleaned_count(text),
            Leaf::At { email, content } => shown_name(email, content).chars().count(),
        }
    });
    sum
}
