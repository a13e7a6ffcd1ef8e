//! Views of what a text says: its blocks, their lines and cells, and the spans in them.

#![expect(
    clippy::copy_iterator,
    reason = "a view is copied as the slice is that it shows"
)]

use super::{
    LinkTarget,
    flow::{Flow, Part, PartKind},
    tree::{Alignment, Block, Span, Tree},
};

/// Some parts of a flow that follow each other.
#[derive(Debug, Clone, Copy)]
struct Slice<'f> {
    flow: &'f Flow,
    parts: &'f [Part],
}

impl<'f> Slice<'f> {
    /// The first part, and what is inside of it.
    #[inline]
    fn next(&mut self) -> Option<(&'f Part, Self)> {
        loop {
            let (first, rest) = self.parts.split_first()?;
            let (inside, after) = rest.split_at_checked(first.inside()).unwrap_or((rest, &[]));
            self.parts = after;
            if first.kind != PartKind::Nothing {
                let parts = inside;
                return Some((first, Self { parts, ..*self }));
            }
        }
    }

    /// Goes on behind the text and the line breaks that come next.
    fn skip_text(&mut self) {
        let is_text = |part: &&Part| {
            matches!(
                part.kind,
                PartKind::Text | PartKind::Nothing | PartKind::Break | PartKind::SoftBreak
            )
        };
        while let Some((_, rest)) = self.parts.split_first().filter(|(first, _)| is_text(first)) {
            self.parts = rest;
        }
    }

    #[inline]
    fn text(self, part: &Part) -> &'f str {
        self.flow.text.get(part.from..part.to).unwrap_or("")
    }

    /// The text of the only part.
    fn only_text(mut self) -> &'f str {
        self.next().map_or("", |(part, _)| self.text(part))
    }
}

/// Blocks that follow each other.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub struct Blocks<'f>(Slice<'f>);

/// A block, as [`Block`].
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub enum BlockRef<'f> {
    Paragraph(Spans<'f>),
    Heading {
        level: u8,
        content: Spans<'f>,
    },
    Quote(Blocks<'f>),
    List {
        start: Option<u64>,
        items: Items<'f>,
    },
    Code {
        language: Option<&'f str>,
        text: &'f str,
    },
    Table {
        alignments: &'f [Alignment],
        header: Cells<'f>,
        rows: Rows<'f>,
    },
    Rule,
}

impl<'f> Blocks<'f> {
    pub(super) const fn new(flow: &'f Flow, parts: &'f [Part]) -> Self {
        Self(Slice { flow, parts })
    }

    /// Whether there is none.
    pub const fn is_empty(&self) -> bool {
        self.0.parts.is_empty()
    }

    /// What the only block says, where that is a paragraph.
    pub fn only_paragraph(mut self) -> Option<Spans<'f>> {
        match self.next()? {
            BlockRef::Paragraph(spans) if self.is_empty() => Some(spans),
            _ => None,
        }
    }

    /// The blocks as a tree.
    pub fn to_tree(self) -> Tree {
        Tree {
            blocks: self.to_blocks(),
        }
    }

    fn to_blocks(self) -> Vec<Block> {
        self.map(BlockRef::to_block).collect()
    }
}

impl<'f> Iterator for Blocks<'f> {
    type Item = BlockRef<'f>;

    #[inline]
    fn next(&mut self) -> Option<BlockRef<'f>> {
        let (part, inside) = self.0.next()?;
        Some(match part.kind {
            PartKind::Heading(level) => BlockRef::Heading {
                level,
                content: Spans::of(inside),
            },
            PartKind::Quote => BlockRef::Quote(Self(inside)),
            PartKind::Bullets | PartKind::Numbers => BlockRef::List {
                start: (part.kind == PartKind::Numbers)
                    .then(|| u64::try_from(part.from).unwrap_or(u64::MAX)),
                items: Items(inside),
            },
            PartKind::CodeBlock => BlockRef::Code {
                language: Some(inside.text(part)).filter(|language| !language.is_empty()),
                text: inside.only_text(),
            },
            PartKind::Table => {
                let alignments = inside.flow.alignments.get(part.from..part.to);
                let mut rows = Rows(inside);
                BlockRef::Table {
                    alignments: alignments.unwrap_or_default(),
                    header: rows.next().unwrap_or_default(),
                    rows,
                }
            }
            PartKind::Rule => BlockRef::Rule,
            _ => BlockRef::Paragraph(Spans::of(inside)),
        })
    }
}

impl BlockRef<'_> {
    /// Adds its text without markup, each line with its end.
    pub fn write(self, out: &mut String) {
        match self {
            Self::Paragraph(content) | Self::Heading { content, .. } => {
                content.write(out);
                out.push('\n');
            }
            Self::Quote(blocks) => blocks.for_each(|block| block.write(out)),
            Self::List { items, .. } => items.flatten().for_each(|block| block.write(out)),
            Self::Code { text, .. } => {
                out.push_str(text);
                if !text.ends_with('\n') {
                    out.push('\n');
                }
            }
            Self::Table { header, rows, .. } => {
                for row in std::iter::once(header).chain(rows) {
                    for (index, cell) in row.enumerate() {
                        if index > 0 {
                            out.push_str("  ");
                        }
                        cell.write(out);
                    }
                    out.push('\n');
                }
            }
            Self::Rule => {}
        }
    }

    fn to_block(self) -> Block {
        match self {
            Self::Paragraph(content) => Block::Paragraph(content.to_vec()),
            Self::Heading { level, content } => Block::Heading {
                level,
                content: content.to_vec(),
            },
            Self::Quote(blocks) => Block::Quote(blocks.to_blocks()),
            Self::List { start, items } => Block::List {
                start,
                items: items.map(Blocks::to_blocks).collect(),
            },
            Self::Code { language, text } => Block::Code {
                language: language.map(str::to_owned),
                text: text.to_owned(),
            },
            Self::Table {
                alignments,
                header,
                rows,
            } => Block::Table {
                alignments: alignments.to_vec(),
                header: header.map(Spans::to_vec).collect(),
                rows: rows.map(|row| row.map(Spans::to_vec).collect()).collect(),
            },
            Self::Rule => Block::Rule,
        }
    }
}

/// The items of a list.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub struct Items<'f>(Slice<'f>);

impl<'f> Iterator for Items<'f> {
    type Item = Blocks<'f>;

    fn next(&mut self) -> Option<Blocks<'f>> {
        self.0.next().map(|(_, inside)| Blocks(inside))
    }
}

/// The rows of a table.
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub struct Rows<'f>(Slice<'f>);

impl<'f> Iterator for Rows<'f> {
    type Item = Cells<'f>;

    #[inline]
    fn next(&mut self) -> Option<Cells<'f>> {
        self.0.next().map(|(_, inside)| Cells(Some(inside)))
    }
}

/// The cells of a row.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, Default)]
pub struct Cells<'f>(Option<Slice<'f>>);

impl<'f> Iterator for Cells<'f> {
    type Item = Spans<'f>;

    #[inline]
    fn next(&mut self) -> Option<Spans<'f>> {
        self.0.as_mut()?.next().map(|(_, inside)| Spans::of(inside))
    }
}

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

/// Where a link leads, as [`LinkTarget`].
#[doc(hidden)]
#[derive(Debug, Clone, Copy)]
pub enum TargetRef<'f> {
    Url(&'f str),
    Variable(&'f str),
}

impl<'f> Spans<'f> {
    pub(super) const fn new(flow: &'f Flow, parts: &'f [Part]) -> Self {
        Self::of(Slice { flow, parts })
    }

    const fn of(slice: Slice<'f>) -> Self {
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

    pub(super) fn write(self, out: &mut String) {
        for span in self {
            match span {
                SpanRef::Text(text) | SpanRef::Code(text) | SpanRef::Image { alt: text, .. } => {
                    out.push_str(text);
                }
                SpanRef::Break => out.push('\n'),
                SpanRef::SoftBreak => out.push(' '),
                SpanRef::Bold(content)
                | SpanRef::Italic(content)
                | SpanRef::Strike(content)
                | SpanRef::Font { content, .. }
                | SpanRef::At { content, .. }
                | SpanRef::Link { content, .. } => content.write(out),
            }
        }
    }

    /// The spans that are more than text and line breaks.
    #[inline]
    pub fn marked(self) -> impl Iterator<Item = SpanRef<'f>> {
        let mut rest = self;
        std::iter::from_fn(move || {
            if let Origin::Read(slice) = &mut rest.0 {
                slice.skip_text();
            }
            rest.next()
        })
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
                let is_break = |span: &Span| matches!(span, Span::Break | Span::SoftBreak);
                let mut lines = spans.splitn(2, is_break).map(Self::from);
                (lines.next().unwrap_or(self), lines.next())
            }
        }
    }

    /// The spans as those of a tree.
    pub fn to_vec(self) -> Vec<Span> {
        self.map(SpanRef::to_span).collect()
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
fn read<'f>(part: &'f Part, inside: Slice<'f>) -> SpanRef<'f> {
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
