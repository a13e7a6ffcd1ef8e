//! Spans, and where links lead.

use super::slice::Slice;
use crate::markdown::{
    LinkTarget,
    flow::{Flow, Part, PartKind},
    tree::Span,
};

/// Spans that follow each other: of a text that was read, or made for the purpose.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub struct Spans<'f>(Origin<'f>);

#[derive(Debug, Clone, Copy)]
enum Origin<'f> {
    Read(Slice<'f>),
    Made(&'f [Span]),
}

/// A part of a line, as [`Span`].
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub enum SpanRef<'f> {
    Text(&'f str),
    Code(&'f str),
    Break,
    SoftBreak,
    Bold(Spans<'f>),
    Italic(Spans<'f>),
    Strike(Spans<'f>),
    Font {
        color: &'f str,
        content: Spans<'f>,
    },
    At {
        email: &'f str,
        content: Spans<'f>,
    },
    Link {
        target: TargetRef<'f>,
        content: Spans<'f>,
    },
    Image {
        url: &'f str,
        alt: &'f str,
    },
}

/// What spans show.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub enum Leaf<'f> {
    /// Words, code, or what describes a picture.
    Text(&'f str),
    At {
        email: &'f str,
        content: Spans<'f>,
    },
}

/// Where a link leads, as [`LinkTarget`].
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub enum TargetRef<'f> {
    Url(&'f str),
    Variable(&'f str),
}

impl<'f> Spans<'f> {
    pub(in crate::markdown) const fn new(flow: &'f Flow, parts: &'f [Part]) -> Self {
        Self::of(Slice { flow, parts })
    }

    pub(super) const fn of(slice: Slice<'f>) -> Self {
        Self(Origin::Read(slice))
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        match self.0 {
            Origin::Read(slice) => slice.parts.is_empty(),
            Origin::Made(spans) => spans.is_empty(),
        }
    }

    /// How many bytes the text has, without markup.
    pub fn length(self) -> usize {
        match self.0 {
            Origin::Read(slice) => slice.parts.iter().map(Part::length).sum(),
            Origin::Made(_) => self.map(SpanRef::length).sum(),
        }
    }

    /// The text without markup; a line break of the source is a blank.
    pub fn plain_text(self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    pub(in crate::markdown) fn write(self, out: &mut String) {
        self.each_text(&mut |text| out.push_str(text));
    }

    /// Calls `see` with what they say without markup, in order; a line break of the source is a blank.
    pub(super) fn each_text(self, see: &mut dyn FnMut(&str)) {
        let spans = match self.0 {
            Origin::Read(slice) => return slice.each_text(see),
            Origin::Made(spans) => spans,
        };
        for span in spans {
            match SpanRef::from(span) {
                SpanRef::Text(text) | SpanRef::Code(text) | SpanRef::Image { alt: text, .. } => {
                    see(text);
                }
                SpanRef::Break => see("\n"),
                SpanRef::SoftBreak => see(" "),
                SpanRef::Bold(content)
                | SpanRef::Italic(content)
                | SpanRef::Strike(content)
                | SpanRef::Font { content, .. }
                | SpanRef::At { content, .. }
                | SpanRef::Link { content, .. } => content.each_text(see),
            }
        }
    }

    /// The next span, if that is text.
    #[inline]
    pub fn next_text(&mut self) -> Option<&'f str> {
        match &mut self.0 {
            Origin::Read(slice) => slice.next_text(),
            Origin::Made(spans) => {
                let (Span::Text(text), rest) = spans.split_first()? else {
                    return None;
                };
                *spans = rest;
                Some(text)
            }
        }
    }

    /// The next span, of those that are more than text and line breaks.
    #[inline]
    pub fn next_marked(&mut self) -> Option<SpanRef<'f>> {
        if let Origin::Read(slice) = &mut self.0 {
            slice.skip_text();
        }
        self.next()
    }

    /// Calls `see` with what is shown, however deep it stands.
    pub fn leaves(self, see: &mut impl FnMut(Leaf<'f>)) {
        let spans = match self.0 {
            Origin::Read(slice) => return slice.leaves(see),
            Origin::Made(spans) => spans,
        };
        for span in spans {
            match SpanRef::from(span) {
                SpanRef::Text(text) | SpanRef::Code(text) | SpanRef::Image { alt: text, .. } => {
                    see(Leaf::Text(text));
                }
                SpanRef::Break | SpanRef::SoftBreak => {}
                SpanRef::At { email, content } => see(Leaf::At { email, content }),
                SpanRef::Bold(content)
                | SpanRef::Italic(content)
                | SpanRef::Strike(content)
                | SpanRef::Font { content, .. }
                | SpanRef::Link { content, .. } => content.leaves(see),
            }
        }
    }

    /// The spans before the first line break and those behind it; without a line break, all of them.
    pub fn split_line(self) -> (Self, Option<Self>) {
        match self.0 {
            Origin::Read(slice) => {
                let mut rest = slice;
                while let Some((part, _)) = rest.next() {
                    if matches!(part.kind, PartKind::Break | PartKind::SoftBreak) {
                        let length = slice.parts.len() - rest.parts.len() - 1;
                        let parts = slice.parts.get(..length).unwrap_or_default();
                        return (Self::of(Slice { parts, ..slice }), Some(Self::of(rest)));
                    }
                }
                (self, None)
            }
            Origin::Made(spans) => {
                for (index, span) in spans.iter().enumerate() {
                    if matches!(span, Span::Break | Span::SoftBreak) {
                        let (line, rest) = spans.split_at(index);
                        let rest = rest.get(1..).unwrap_or_default();
                        return (Self::from(line), Some(Self::from(rest)));
                    }
                }
                (self, None)
            }
        }
    }

    /// The spans as those of a tree.
    pub fn to_vec(self) -> Vec<Span> {
        let mut spans = Vec::new();
        for span in self {
            spans.push(span.to_span());
        }
        spans
    }
}

impl<'f> From<&'f [Span]> for Spans<'f> {
    fn from(spans: &'f [Span]) -> Self {
        Self(Origin::Made(spans))
    }
}

impl<'f> Iterator for Spans<'f> {
    type Item = SpanRef<'f>;

    #[inline]
    fn next(&mut self) -> Option<SpanRef<'f>> {
        match &mut self.0 {
            Origin::Read(slice) => slice.next().map(|(part, inside)| read(part, inside)),
            Origin::Made(spans) => {
                let (first, rest) = spans.split_first()?;
                *spans = rest;
                Some(SpanRef::from(first))
            }
        }
    }
}

#[inline]
pub(super) fn read<'f>(part: &'f Part, inside: Slice<'f>) -> SpanRef<'f> {
    let text = || inside.text(part);
    let content = Spans::of(inside);
    match part.kind {
        PartKind::Code => SpanRef::Code(text()),
        PartKind::Break => SpanRef::Break,
        PartKind::SoftBreak => SpanRef::SoftBreak,
        PartKind::Bold => SpanRef::Bold(content),
        PartKind::Italic => SpanRef::Italic(content),
        PartKind::Strike => SpanRef::Strike(content),
        PartKind::Font => SpanRef::Font {
            color: text(),
            content,
        },
        PartKind::At => SpanRef::At {
            email: text(),
            content,
        },
        PartKind::Url => SpanRef::Link {
            target: TargetRef::Url(text()),
            content,
        },
        PartKind::Variable => SpanRef::Link {
            target: TargetRef::Variable(text()),
            content,
        },
        PartKind::Image => SpanRef::Image {
            url: text(),
            alt: inside.only_text(),
        },
        _ => SpanRef::Text(text()),
    }
}

impl<'f> From<&'f Span> for SpanRef<'f> {
    fn from(span: &'f Span) -> Self {
        match span {
            Span::Text(text) => Self::Text(text),
            Span::Code(code) => Self::Code(code),
            Span::Break => Self::Break,
            Span::SoftBreak => Self::SoftBreak,
            Span::Bold(content) => Self::Bold(content.as_slice().into()),
            Span::Italic(content) => Self::Italic(content.as_slice().into()),
            Span::Strike(content) => Self::Strike(content.as_slice().into()),
            Span::Font { color, content } => Self::Font {
                color,
                content: content.as_slice().into(),
            },
            Span::At { email, content } => Self::At {
                email,
                content: content.as_slice().into(),
            },
            Span::Link { target, content } => Self::Link {
                target: target.into(),
                content: content.as_slice().into(),
            },
            Span::Image { url, alt } => Self::Image { url, alt },
        }
    }
}

impl SpanRef<'_> {
    fn length(self) -> usize {
        match self {
            Self::Text(text) | Self::Code(text) | Self::Image { alt: text, .. } => text.len(),
            Self::Break | Self::SoftBreak => 1,
            Self::Bold(content)
            | Self::Italic(content)
            | Self::Strike(content)
            | Self::Font { content, .. }
            | Self::At { content, .. }
            | Self::Link { content, .. } => content.length(),
        }
    }

    /// The span as one of a tree.
    pub fn to_span(self) -> Span {
        match self {
            Self::Text(text) => Span::Text(text.to_owned()),
            Self::Code(code) => Span::Code(code.to_owned()),
            Self::Break => Span::Break,
            Self::SoftBreak => Span::SoftBreak,
            Self::Bold(content) => Span::Bold(content.to_vec()),
            Self::Italic(content) => Span::Italic(content.to_vec()),
            Self::Strike(content) => Span::Strike(content.to_vec()),
            Self::Font { color, content } => Span::Font {
                color: color.to_owned(),
                content: content.to_vec(),
            },
            Self::At { email, content } => Span::At {
                email: email.to_owned(),
                content: content.to_vec(),
            },
            Self::Link { target, content } => Span::Link {
                target: target.to_target(),
                content: content.to_vec(),
            },
            Self::Image { url, alt } => Span::Image {
                url: url.to_owned(),
                alt: alt.to_owned(),
            },
        }
    }
}

impl<'f> From<&'f LinkTarget> for TargetRef<'f> {
    fn from(target: &'f LinkTarget) -> Self {
        match target {
            LinkTarget::Url(url) => Self::Url(url),
            LinkTarget::Variable(name) => Self::Variable(name),
        }
    }
}

impl TargetRef<'_> {
    /// The target as one of a tree.
    pub fn to_target(self) -> LinkTarget {
        match self {
            Self::Url(url) => LinkTarget::Url(url.to_owned().into()),
            Self::Variable(name) => LinkTarget::Variable(name.to_owned().into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Markdown,
        markdown::{BlockRef, Blocks},
    };

    const PARTS: &[&str] = &[
        "a",
        " ",
        "\n",
        "  \n",
        "**",
        "*",
        "~~",
        "`",
        "[",
        "](https://a.cn)",
        "]($v)",
        "![",
        "<b>",
        "<font color='red'>",
        "</font>",
        "<at email=\"a@b.cn\">",
        "</at>",
        "\n\n",
        "> ",
        "- ",
        "|",
        "\n|-|-|\n",
        "```\n",
        "&amp;",
        "\\*",
    ];

    /// The way into each span and out again.
    fn leaves(spans: Spans<'_>, found: &mut Vec<String>) {
        for span in spans {
            match span {
                SpanRef::Text(text) | SpanRef::Code(text) | SpanRef::Image { alt: text, .. } => {
                    found.push(text.to_owned());
                }
                SpanRef::Break | SpanRef::SoftBreak => {}
                SpanRef::At { email, content } => {
                    found.push(format!("{email} {}", content.plain_text()));
                }
                SpanRef::Bold(content)
                | SpanRef::Italic(content)
                | SpanRef::Strike(content)
                | SpanRef::Font { content, .. }
                | SpanRef::Link { content, .. } => leaves(content, found),
            }
        }
    }

    fn each<'f>(blocks: Blocks<'f>, see: &mut impl FnMut(Spans<'f>)) {
        for block in blocks {
            match block {
                BlockRef::Paragraph(content) | BlockRef::Heading { content, .. } => see(content),
                BlockRef::Quote(inside) => each(inside, see),
                BlockRef::List { items, .. } => items.for_each(|item| each(item, see)),
                BlockRef::Table { header, rows, .. } => {
                    header.chain(rows.flatten()).for_each(&mut *see);
                }
                BlockRef::Code { .. } | BlockRef::Rule => {}
            }
        }
    }

    #[test]
    fn leaves_are_what_a_walk_into_each_span_meets() {
        let mut random = crate::random::numbers();
        for _ in 0..10_000 {
            let source: String = (0..=random(16))
                .map(|_| PARTS[random(PARTS.len())])
                .collect();
            let flow = Markdown::from_trusted_source(source.as_str()).flow();
            each(flow.blocks(), &mut |spans| {
                let (mut walked, mut found) = (Vec::new(), Vec::new());
                leaves(spans, &mut walked);
                spans.leaves(&mut |leaf| {
                    let text = match leaf {
                        Leaf::Text(text) => text.to_owned(),
                        Leaf::At { email, content } => format!("{email} {}", content.plain_text()),
                    };
                    found.push(text);
                });
                // A picture without a description has no part for it.
                walked.retain(|text| !text.is_empty());
                assert_eq!(found, walked, "{source:?}");
            });
        }
    }
}
