//! What a markdown text says, as one row of parts.
//!
//! A text of a megabyte has a hundred thousand parts. As a [`Tree`](super::Tree) each of them is an allocation or two, which
//! takes longer than to parse them (`fallbacks` of the benchmarks). A flow is two: one string that holds every text, in
//! order, and one list of parts. A part that holds others stands before them and knows how many they are, so that what is
//! inside of it is a slice of the list; [`Blocks`](super::Blocks) and [`Spans`](super::Spans) are views of such slices.

use super::{
    LinkTarget,
    tree::{Alignment, Span},
    view::{Blocks, Forms, Spans},
};

/// A text with markup, read.
#[doc(hidden)]
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Flow {
    pub(super) text: String,
    pub(super) alignments: Vec<Alignment>,
    parts: Vec<Part>,
    /// The text that more text would be a part of: the last part, if nothing was opened or closed since.
    last: Option<usize>,
}

/// How many bytes of a text become a part, more or less.
const PART: usize = 10;

/// A part of a flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) kind: PartKind,
    /// Its text: what a leaf says, where a link leads, what a colour is.
    pub(super) from: usize,
    pub(super) to: usize,
    /// How many of the parts that follow are inside of it; more than 32 bits count do not fit into any memory.
    inside: u32,
}

impl Part {
    /// How many of the parts that follow are inside of it.
    #[inline]
    pub(super) fn inside(&self) -> usize {
        usize::try_from(self.inside).unwrap_or(usize::MAX)
    }

    /// How many bytes it has to read, without what is inside of it.
    pub(super) fn length(&self) -> usize {
        match self.kind {
            PartKind::Text | PartKind::Code => self.to - self.from,
            PartKind::Break | PartKind::SoftBreak => 1,
            _ => 0,
        }
    }
}

/// What a part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PartKind {
    /// It became a part of the text before it.
    Nothing,
    Text,
    Code,
    Break,
    SoftBreak,
    Bold,
    Italic,
    Strike,
    Font,
    At,
    /// A link to a URL.
    Url,
    /// A link to a `$variable`.
    Variable,
    /// A picture; its text is the URL, inside is what stands for it.
    Image,
    Paragraph,
    Heading(u8),
    Quote,
    Bullets,
    /// A list with numbers; `from` is the first one.
    Numbers,
    Item,
    /// Its text is the language, inside is the code.
    CodeBlock,
    /// `from` and `to` say which alignments are its own; the first row inside is the header.
    Table,
    Row,
    Cell,
    Rule,
}

impl PartKind {
    /// Whether it is text, or nothing but what text stands in.
    #[inline]
    pub(super) const fn is_words(self) -> bool {
        matches!(
            self,
            Self::Nothing
                | Self::Text
                | Self::Break
                | Self::SoftBreak
                | Self::Paragraph
                | Self::Item
                | Self::Row
                | Self::Cell
        )
    }
}

/// A tag whose closing tag is awaited.
#[derive(Debug, Clone, Copy)]
pub(super) struct OpenTag {
    pub(super) at: usize,
    /// The text right before it.
    before: Option<usize>,
    /// Where the tag as written is in the text.
    from: usize,
    to: usize,
}

impl Flow {
    /// An empty flow for a text of so many bytes.
    pub(super) fn with_capacity(length: usize) -> Self {
        Self {
            text: String::with_capacity(length),
            parts: Vec::with_capacity(length / PART),
            ..Self::default()
        }
    }

    /// The blocks, in order.
    pub fn blocks(&self) -> Blocks<'_> {
        Blocks::new(self, &self.parts)
    }

    /// The blocks and spans that are more than words, in order, wherever they stand.
    pub fn forms(&self) -> Forms<'_> {
        Forms::new(self, &self.parts)
    }

    /// How many parts there are.
    pub const fn size(&self) -> usize {
        self.parts.len()
    }

    /// Adds text; it is one with the text right before it.
    pub(super) fn text(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        self.text.push_str(text);
        let to = self.text.len();
        if let Some(last) = self.last.and_then(|last| self.parts.get_mut(last)) {
            last.to = to;
        } else {
            self.last = Some(self.parts.len());
            self.part(PartKind::Text, to - text.len(), to);
        }
    }

    /// Adds a part without others inside.
    pub(super) fn leaf(&mut self, kind: PartKind, text: &str) {
        let from = self.text.len();
        self.text.push_str(text);
        self.last = None;
        self.part(kind, from, self.text.len());
    }

    /// Opens a part; what is added until it is closed is inside of it. Returns what [`Flow::close`] needs.
    pub(super) fn open(&mut self, kind: PartKind) -> usize {
        self.last = None;
        let at = self.parts.len();
        self.part(kind, 0, 0);
        at
    }

    /// Closes what [`Flow::open`] opened.
    pub(super) fn close(&mut self, at: usize) {
        self.last = None;
        let inside = self.parts.len().saturating_sub(at + 1);
        if let Some(part) = self.parts.get_mut(at) {
            part.inside = u32::try_from(inside).unwrap_or(u32::MAX);
        }
    }

    /// Sets the text of a part that is open.
    pub(super) fn name(&mut self, at: usize, text: &str) {
        let from = self.text.len();
        self.text.push_str(text);
        self.place(at, from, self.text.len());
    }

    /// As [`Flow::name`], for numbers that are no places in the text.
    pub(super) fn place(&mut self, at: usize, from: usize, to: usize) {
        if let Some(part) = self.parts.get_mut(at) {
            (part.from, part.to) = (from, to);
        }
    }

    /// Sets what a part that is open is.
    pub(super) fn turn_into(&mut self, at: usize, kind: PartKind) {
        if let Some(part) = self.parts.get_mut(at) {
            part.kind = kind;
        }
    }

    /// Takes out what is inside of the part that was opened last, and returns it.
    pub(super) fn take_inside(&mut self, at: usize) -> String {
        let inside = self.parts.get(at + 1..).unwrap_or_default();
        let text = Spans::new(self, inside).plain_text();
        self.parts.truncate(at + 1);
        self.last = None;
        text
    }

    /// Opens what a tag begins, whose value is `value`. The tag may turn out not to be closed: it is written down as well, so
    /// that it can become a part of the text around it.
    pub(super) fn open_tag(&mut self, kind: PartKind, written: &str, value: &str) -> OpenTag {
        let from = self.text.len();
        self.text.push_str(written);
        let tag = OpenTag {
            at: self.parts.len(),
            before: self.last.take(),
            from,
            to: self.text.len(),
        };
        let value_from = match value {
            "" => from,
            value => from + written.find(value).unwrap_or(0),
        };
        self.part(kind, value_from, value_from + value.len());
        tag
    }

    /// Makes text of a tag that is not closed, one with the texts before it and behind it.
    pub(super) fn spell_out(&mut self, tag: OpenTag) {
        let next = tag.at + 1;
        let is_last = next >= self.parts.len() || self.last == Some(next);
        let mut to = tag.to;
        if let Some(inner) = self.parts.get_mut(next)
            && inner.kind == PartKind::Text
        {
            to = inner.to;
            inner.kind = PartKind::Nothing;
        }
        let at = tag.before.unwrap_or(tag.at);
        self.turn_into(tag.at, PartKind::Nothing);
        self.turn_into(at, PartKind::Text);
        if let Some(part) = self.parts.get_mut(at) {
            part.from = part.from.min(tag.from);
            part.to = to;
        }
        if is_last {
            self.last = Some(at);
        }
    }

    /// Adds spans; a text is one with the text right before it.
    pub(super) fn spans(&mut self, spans: &[Span]) {
        for span in spans {
            match span {
                Span::Text(text) => self.text(text),
                span => self.span(span),
            }
        }
    }

    fn span(&mut self, span: &Span) {
        let (kind, value, content) = match span {
            Span::Text(text) => return self.leaf(PartKind::Text, text),
            Span::Code(code) => return self.leaf(PartKind::Code, code),
            Span::Break => return self.leaf(PartKind::Break, ""),
            Span::SoftBreak => return self.leaf(PartKind::SoftBreak, ""),
            Span::Image { url, alt } => {
                let at = self.open(PartKind::Image);
                self.name(at, url);
                self.text(alt);
                return self.close(at);
            }
            Span::Bold(content) => (PartKind::Bold, "", content),
            Span::Italic(content) => (PartKind::Italic, "", content),
            Span::Strike(content) => (PartKind::Strike, "", content),
            Span::Font { color, content } => (PartKind::Font, color.as_str(), content),
            Span::At { email, content } => (PartKind::At, email.as_str(), content),
            Span::Link { target, content } => match target {
                LinkTarget::Url(url) => (PartKind::Url, url.as_ref(), content),
                LinkTarget::Variable(name) => (PartKind::Variable, name.as_ref(), content),
            },
        };
        let at = self.open(kind);
        self.name(at, value);
        for span in content {
            self.span(span);
        }
        self.close(at);
    }

    fn part(&mut self, kind: PartKind, from: usize, to: usize) {
        self.parts.push(Part {
            kind,
            from,
            to,
            inside: 0,
        });
    }
}
