//! What the holes of a text hold: the parts of a [`Markdown`] that are not its author's source.

use std::borrow::Cow;

use super::{
    Inline, Markdown,
    character::split_where,
    flow::Flow,
    parse::read_filled,
    piece::Piece,
    tree::{Block, Span, Tree},
};

/// Parts that are nested deeper than this are read as their text.
const DEEPEST: usize = 32;

/// What a hole holds.
#[derive(Debug, Clone, Copy)]
pub(super) enum Filling<'a> {
    /// A harmless word.
    Word,
    /// A part of a text, so many levels deep.
    Part(&'a Inline, usize),
}

impl<'a> Filling<'a> {
    /// As text, without markup.
    pub(super) fn to_text(self) -> Cow<'a, str> {
        match self {
            Self::Word => Cow::Borrowed("\u{e000}"),
            Self::Part(Inline::Text(text) | Inline::Code(text), _) => Cow::Borrowed(text),
            Self::Part(part, depth) => {
                Cow::Owned(Span::plain_text(&part_spans(part, false, depth)))
            }
        }
    }

    /// Adds it to a text.
    pub(super) fn write(self, one_line: bool, flow: &mut Flow) {
        match self {
            Self::Word => flow.text("\u{e000}"),
            Self::Part(part, depth) => flow.spans(&part_spans(part, one_line, depth)),
        }
    }
}

impl Markdown {
    /// Reads the text as a tree.
    pub fn tree(&self) -> Tree {
        self.flow().blocks().to_tree()
    }

    /// Reads the text as a flow, which is cheaper.
    #[doc(hidden)]
    pub fn flow(&self) -> Flow {
        read_parts(&self.content, 0)
    }
}

fn read_parts(parts: &[Inline], depth: usize) -> Flow {
    if let [Inline::Source(source)] = parts {
        return read_filled(&[Piece::Source(source)], &|_| Filling::Word, false).flow;
    }
    let pieces = pieces(parts);
    let fill = |index: usize| {
        parts
            .get(index)
            .map_or(Filling::Word, |part| Filling::Part(part, depth))
    };
    read_filled(&pieces, &fill, false).flow
}

/// The parts as the parser takes them.
pub(super) fn pieces(parts: &[Inline]) -> Vec<Piece<'_>> {
    let mut pieces = Vec::with_capacity(parts.len());
    for (index, part) in parts.iter().enumerate() {
        pieces.push(match part {
            Inline::Source(source) => Piece::Source(source),
            Inline::Break if ends_block(parts, index) => Piece::Source("\n"),
            _ => Piece::Hole,
        });
    }
    pieces
}

/// Whether the line break at `index` stands before source that begins a block, as it does for those who read what is
/// written. A table's row and a heading take no line break.
fn ends_block(parts: &[Inline], index: usize) -> bool {
    let Some(Inline::Source(next)) = parts.get(index + 1) else {
        return false;
    };
    let (_, rest) = split_where(next, &|c| !c.is_ascii_digit());
    let is_item = ["- ", "* ", "+ "].iter().any(|mark| next.starts_with(mark))
        || (rest.len() < next.len() && [". ", ") "].iter().any(|mark| rest.starts_with(mark)));
    let begins = is_item || next.starts_with(['>', '#']);
    let before = parts.get(..index).unwrap_or_default().iter().rev();
    let mut sources = before.filter_map(|part| match part {
        Inline::Source(source) => Some(source),
        _ => None,
    });
    let line = sources.next().and_then(|source| source.rsplit('\n').next());
    begins && !line.is_some_and(|line| line.starts_with(['#', '|']))
}

fn part_spans(part: &Inline, one_line: bool, depth: usize) -> Vec<Span> {
    let span = match part {
        Inline::Text(text) => return lines(text, one_line),
        Inline::Source(text) | Inline::Code(text) => Span::Text(text.to_string()),
        Inline::Break if one_line => Span::Text(" ".to_owned()),
        Inline::Break => Span::Break,
        Inline::Bold(children) => Span::Bold(nested(children, depth)),
        Inline::Italic(children) => Span::Italic(nested(children, depth)),
        Inline::Strike(children) => Span::Strike(nested(children, depth)),
        Inline::Font { color, children } => Span::Font {
            color: color.to_string(),
            content: nested(children, depth),
        },
        Inline::At { email, name } => Span::At {
            email: email.to_string(),
            content: lines(name, true),
        },
        Inline::Link { target, children } => Span::Link {
            target: target.clone(),
            content: nested(children, depth),
        },
    };
    vec![span]
}

fn lines(text: &str, one_line: bool) -> Vec<Span> {
    let mut spans = Vec::new();
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            spans.push(if one_line {
                Span::Text(" ".to_owned())
            } else {
                Span::Break
            });
        }
        if !line.is_empty() {
            spans.push(Span::Text(line.to_owned()));
        }
    }
    spans
}

/// Parts inside of a part: what they say, on lines.
fn nested(parts: &[Inline], depth: usize) -> Vec<Span> {
    if depth >= DEEPEST {
        return flat(parts);
    }
    if let [Inline::Text(text)] = parts {
        return lines(text, false);
    }
    let mut spans = Vec::new();
    for block in read_parts(parts, depth + 1).blocks().to_tree().blocks {
        if !spans.is_empty() {
            spans.push(Span::Break);
        }
        match block {
            Block::Paragraph(content) | Block::Heading { content, .. } => spans.extend(content),
            block => {
                let text = Tree {
                    blocks: vec![block],
                }
                .plain_text();
                spans.extend(lines(&text, false));
            }
        }
    }
    spans
}

/// The text of parts that are nested too deep, without recursion.
pub(super) fn flat(parts: &[Inline]) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut waiting: Vec<&Inline> = parts.iter().rev().collect();
    while let Some(part) = waiting.pop() {
        match part {
            Inline::Source(text)
            | Inline::Text(text)
            | Inline::Code(text)
            | Inline::At { name: text, .. } => {
                spans.extend(lines(text, false));
            }
            Inline::Break => spans.push(Span::Break),
            Inline::Bold(children)
            | Inline::Italic(children)
            | Inline::Strike(children)
            | Inline::Font { children, .. }
            | Inline::Link { children, .. } => waiting.extend(children.iter().rev()),
        }
    }
    spans
}
