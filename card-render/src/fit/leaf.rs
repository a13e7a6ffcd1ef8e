//! The text of a line as a row of leaves, each with the markup around it: what can be cut anywhere and put together again.

use std::rc::Rc;

use card_model::{
    markdown::{Span, SpanRef, Spans},
    words::cleaned,
};

use crate::{dialect::Dialect, layout::Content, person::shown_name};

/// A longer text is several leaves, so that taking one off costs no more than it is long.
const PIECE: usize = 1024;

/// A part of a line without parts of its own.
#[derive(Debug, Clone)]
pub(super) struct Leaf {
    pub(super) span: Span,
    /// The markup around it, from the outside in, without content; what has the same pointer is the same part of the text.
    pub(super) around: Vec<Rc<Span>>,
}

impl Leaf {
    /// How many places a cut can move through it.
    pub(super) fn units(&self) -> usize {
        match &self.span {
            Span::Text(text) => text.chars().count(),
            _ => 1,
        }
    }

    /// Takes the first `units` of a text off.
    pub(super) fn split_front(&mut self, units: usize) -> Self {
        let mut front = self.clone();
        if let (Span::Text(head), Span::Text(tail)) = (&mut front.span, &mut self.span) {
            let at = tail
                .char_indices()
                .nth(units)
                .map_or(tail.len(), |(at, _)| at);
            *head = tail.drain(..at).collect();
        }
        front
    }

    /// Its text, where it is something that can only be shown as a whole.
    pub(super) fn loosened(&self) -> Option<Self> {
        let span = match &self.span {
            Span::Text(_) if self.around.is_empty() => return None,
            Span::At { email, content } => Span::Text(shown_name(email, content.as_slice().into())),
            Span::Text(_) => self.span.clone(),
            span => Span::Text(Span::plain_text(std::slice::from_ref(span))),
        };
        Some(Self {
            span,
            around: Vec::new(),
        })
    }
}

/// The leaves of a line's content.
pub(super) fn leaves(content: &Content<'_>, dialect: &'static Dialect) -> Vec<Leaf> {
    let (after_name, between_cells) = if dialect.is_markdown {
        ("：", " ｜ ")
    } else {
        ("  ", " | ")
    };
    let mut leaves = Vec::new();
    match content {
        Content::Text(text) => pieces(text, &[], &mut leaves),
        Content::Pair(key, value) => {
            let bold = [Rc::new(Span::Bold(Vec::new()))];
            flatten(key.as_slice().into(), &bold, &mut leaves);
            pieces(after_name, &[], &mut leaves);
            flatten(value.as_slice().into(), &[], &mut leaves);
        }
        _ => {
            let mut is_first = true;
            content.each(|cell| {
                if !std::mem::take(&mut is_first) {
                    pieces(between_cells, &[], &mut leaves);
                }
                flatten(cell, &[], &mut leaves);
            });
        }
    }
    leaves
}

fn flatten(spans: Spans<'_>, around: &[Rc<Span>], leaves: &mut Vec<Leaf>) {
    for span in spans {
        match span {
            SpanRef::Text(text) => pieces(text, around, leaves),
            SpanRef::Code(code) => {
                pieces(code, &within(around, Span::Code(String::new())), leaves);
            }
            _ => match hollow(span) {
                Some((hollow, content)) => flatten(content, &within(around, hollow), leaves),
                None => leaves.push(Leaf {
                    span: span.to_span(),
                    around: around.to_vec(),
                }),
            },
        }
    }
}

/// Markup without its content, and its content.
fn hollow(span: SpanRef<'_>) -> Option<(Span, Spans<'_>)> {
    let none = Vec::new();
    Some(match span {
        SpanRef::Bold(content) => (Span::Bold(none), content),
        SpanRef::Italic(content) => (Span::Italic(none), content),
        SpanRef::Strike(content) => (Span::Strike(none), content),
        SpanRef::Font { color, content } => {
            let color = color.to_owned();
            (
                Span::Font {
                    color,
                    content: none,
                },
                content,
            )
        }
        // One without a label shows its URL.
        SpanRef::Link { target, content } if !content.is_empty() => {
            let target = target.to_target();
            (
                Span::Link {
                    target,
                    content: none,
                },
                content,
            )
        }
        _ => return None,
    })
}

fn within(around: &[Rc<Span>], inner: Span) -> Vec<Rc<Span>> {
    let mut around = around.to_vec();
    around.push(Rc::new(inner));
    around
}

fn pieces(text: &str, around: &[Rc<Span>], leaves: &mut Vec<Leaf>) {
    let text = cleaned(text);
    let mut rest = text.as_ref();
    while !rest.is_empty() {
        let at = rest
            .char_indices()
            .nth(PIECE)
            .map_or(rest.len(), |(at, _)| at);
        let (piece, after) = rest.split_at_checked(at).unwrap_or((rest, ""));
        let span = Span::Text(piece.to_owned());
        leaves.push(Leaf {
            span,
            around: around.to_vec(),
        });
        rest = after;
    }
}

/// The spans that such leaves are, from the markup at `depth` on.
pub(super) fn nested(leaves: &[Leaf], depth: usize) -> Vec<Span> {
    let mut spans = Vec::new();
    let is_same = |one: &Leaf, other: &Leaf| match (one.around.get(depth), other.around.get(depth))
    {
        (None, None) => true,
        (Some(one), Some(other)) => Rc::ptr_eq(one, other),
        _ => false,
    };
    for run in leaves.chunk_by(is_same) {
        match run.first().and_then(|leaf| leaf.around.get(depth)) {
            None => run.iter().for_each(|leaf| append(&mut spans, &leaf.span)),
            Some(around) => spans.push(filled(around, nested(run, depth + 1))),
        }
    }
    spans
}

/// Adds a span; texts that follow each other are one.
fn append(spans: &mut Vec<Span>, span: &Span) {
    match (spans.last_mut(), span) {
        (Some(Span::Text(text)), Span::Text(more)) => text.push_str(more),
        _ => spans.push(span.clone()),
    }
}

fn filled(hollow: &Span, content: Vec<Span>) -> Span {
    match hollow {
        Span::Bold(_) => Span::Bold(content),
        Span::Italic(_) => Span::Italic(content),
        Span::Strike(_) => Span::Strike(content),
        Span::Font { color, .. } => Span::Font {
            color: color.clone(),
            content,
        },
        Span::Link { target, .. } => Span::Link {
            target: target.clone(),
            content,
        },
        _ => Span::Code(Span::plain_text(&content)),
    }
}
