//! A line in two: on the tree, so that what is open in the first is closed there and opened anew in the second.

use std::{borrow::Cow, collections::VecDeque};

use card_model::markdown::Span;
use unicode_segmentation::{GraphemeCursor, GraphemeIncomplete};

use crate::layout::{Content, Kind, Line};

/// A longer text is held in pieces of this many characters, so that cutting it again and again takes no longer than it is.
const PIECE: usize = 1024;

/// A line that can be cut: its parts, in order.
#[derive(Debug, Clone)]
pub(super) struct Cuttable<'b> {
    pub(super) line: Line<'b>,
    spans: VecDeque<Span>,
    /// How many characters are left.
    pub(super) chars: usize,
}

impl<'b> Cuttable<'b> {
    pub(super) fn new(line: &Line<'b>) -> Self {
        let spans = match &line.content {
            Content::Text(text) => vec![Span::Text(text.to_string())],
            Content::Spans(spans) => spans.to_vec(),
            Content::Cells(cells, _) => join(cells),
            Content::Pair(key, value) => {
                let mut spans = vec![Span::Bold(key.clone()), Span::Text("：".to_owned())];
                spans.extend(value.iter().cloned());
                spans
            }
        };
        let mut line = line.clone();
        if matches!(line.kind, Kind::Row(..) | Kind::Field) {
            line.kind = Kind::Text;
        }
        line.content = Content::Text(Cow::Borrowed(""));
        let spans: VecDeque<Span> = pieces(spans).into();
        let chars = spans.iter().map(length).sum();
        Self { line, spans, chars }
    }

    /// What is left, as a line.
    pub(super) fn rest(self) -> Line<'b> {
        self.with(self.spans.iter().cloned().collect())
    }

    fn with(&self, spans: Vec<Span>) -> Line<'b> {
        let mut line = self.line.clone();
        line.content = match (line.kind, spans.as_slice()) {
            (Kind::Code(_), spans) => Content::Text(Cow::Owned(Span::plain_text(spans))),
            _ => Content::Spans(Cow::Owned(spans)),
        };
        line
    }

    /// The first `chars` characters, as a line.
    pub(super) fn first(&self, chars: usize) -> Line<'b> {
        let mut head = Vec::new();
        let mut left = chars;
        for span in &self.spans {
            if left == 0 {
                break;
            }
            let length = length(span);
            if length <= left {
                head.push(span.clone());
                left -= length;
            } else {
                head.extend(split(span, left).map(|(head, _)| head));
                left = 0;
            }
        }
        self.with(head)
    }

    /// Takes the first `chars` characters off.
    pub(super) fn skip(&mut self, chars: usize) {
        let mut left = chars;
        while left > 0 {
            let Some(span) = self.spans.pop_front() else {
                break;
            };
            let length = length(&span);
            if length <= left {
                left -= length;
                self.chars -= length;
                continue;
            }
            if let Some((_, tail)) = split(&span, left) {
                self.spans.push_front(tail);
                self.chars -= left;
            } else {
                self.spans.push_front(span);
            }
            left = 0;
        }
        self.line.gap = crate::layout::Gap::Break;
        if matches!(self.line.kind, Kind::Item(_)) {
            self.line.kind = Kind::Text;
        }
    }

    /// The best place to cut at or before `most`: behind a sentence, else at a blank, else between characters; not inside
    /// of what is more than text, where there is another place.
    pub(super) fn best(&self, most: usize) -> usize {
        let (outside, is_text) = self.outside(most);
        let end = if outside == 0 { most } else { outside };
        if outside != 0 && !is_text {
            return end;
        }
        let text: String = Span::plain_text(&self.spans_until(end + 1));
        nice(&text, end)
    }

    fn spans_until(&self, chars: usize) -> Vec<Span> {
        let mut found = Vec::new();
        let mut had = 0;
        for span in &self.spans {
            if had >= chars {
                break;
            }
            had += length(span);
            found.push(span.clone());
        }
        found
    }

    /// The place at or before `most` that is inside of nothing but text, and whether it is in the middle of one.
    fn outside(&self, most: usize) -> (usize, bool) {
        let mut at = 0;
        for span in &self.spans {
            let length = length(span);
            if at + length > most {
                return if matches!(span, Span::Text(_)) {
                    (most, true)
                } else {
                    (at, false)
                };
            }
            at += length;
        }
        (at, false)
    }
}

/// Where to cut `text` at or before the character `most`.
fn nice(text: &str, most: usize) -> usize {
    let end = text
        .char_indices()
        .nth(most)
        .map_or(text.len(), |(at, _)| at);
    let end = boundary(text, end);
    let before = text.get(..end).unwrap_or_default();
    // A cut much further ahead would waste the room.
    let least = before
        .char_indices()
        .nth(most - most / 4)
        .map_or(0, |(at, _)| at);
    let ends_sentence = |c: char| matches!(c, '。' | '！' | '？' | '；' | '!' | '?' | ';' | '\n');
    let sentence = before.rfind(ends_sentence).map(|at| {
        at + before
            .get(at..)
            .and_then(|rest| rest.chars().next())
            .map_or(0, char::len_utf8)
    });
    let blank = before.rfind(char::is_whitespace).map(|at| at + 1);
    let chosen = [sentence, blank]
        .into_iter()
        .flatten()
        .find(|at| *at > least && before.is_char_boundary(*at));
    let chosen = chosen.unwrap_or(end);
    let chars = text.get(..chosen).map_or(0, |text| text.chars().count());
    if chars == 0 { most } else { chars }
}

/// The nearest boundary between characters as a reader knows them, at or before `at`.
fn boundary(text: &str, at: usize) -> usize {
    let mut cursor = GraphemeCursor::new(at, text.len(), true);
    match cursor.is_boundary(text, 0) {
        Ok(false) => match cursor.prev_boundary(text, 0) {
            Ok(Some(before)) if before > 0 => before,
            _ => at,
        },
        Ok(true) | Err(GraphemeIncomplete::PreContext(_) | _) => at,
    }
}

/// How many characters a span shows; one that shows none counts as one, so that it can be taken.
fn length(span: &Span) -> usize {
    let length = match span {
        Span::Text(text) | Span::Code(text) | Span::Image { alt: text, .. } => text.chars().count(),
        Span::Bold(content)
        | Span::Italic(content)
        | Span::Strike(content)
        | Span::Font { content, .. }
        | Span::At { content, .. }
        | Span::Link { content, .. } => content.iter().map(length).sum(),
        _ => 1,
    };
    length.max(1)
}

/// The span in two; `None` where it is taken as a whole.
fn split(span: &Span, chars: usize) -> Option<(Span, Span)> {
    let halves = |content: &[Span]| {
        let (mut head, mut tail, mut left) = (Vec::new(), Vec::new(), chars);
        for span in content {
            let length = length(span);
            if left == 0 {
                tail.push(span.clone());
            } else if length <= left {
                head.push(span.clone());
                left -= length;
            } else {
                match split(span, left) {
                    Some((first, second)) => {
                        head.push(first);
                        tail.push(second);
                    }
                    None => tail.push(span.clone()),
                }
                left = 0;
            }
        }
        (!head.is_empty() && !tail.is_empty()).then_some((head, tail))
    };
    let texts = |text: &str| {
        let at = text
            .char_indices()
            .nth(chars)
            .map(|(at, _)| at)
            .filter(|at| *at > 0)?;
        let (head, tail) = text.split_at_checked(at)?;
        Some((head.to_owned(), tail.to_owned()))
    };
    Some(match span {
        Span::Text(text) => {
            let (head, tail) = texts(text)?;
            (Span::Text(head), Span::Text(tail))
        }
        Span::Code(text) => {
            let (head, tail) = texts(text)?;
            (Span::Code(head), Span::Code(tail))
        }
        Span::Bold(content) => {
            halves(content).map(|(head, tail)| (Span::Bold(head), Span::Bold(tail)))?
        }
        Span::Italic(content) => {
            halves(content).map(|(head, tail)| (Span::Italic(head), Span::Italic(tail)))?
        }
        Span::Strike(content) => {
            halves(content).map(|(head, tail)| (Span::Strike(head), Span::Strike(tail)))?
        }
        Span::Font { color, content } => {
            let (head, tail) = halves(content)?;
            let font = |content| Span::Font {
                color: color.clone(),
                content,
            };
            (font(head), font(tail))
        }
        Span::Link { target, content } => {
            let (head, tail) = halves(content)?;
            let link = |content| Span::Link {
                target: target.clone(),
                content,
            };
            (link(head), link(tail))
        }
        _ => return None,
    })
}

/// The cells of a row, one after the other.
fn join(cells: &[Vec<Span>]) -> Vec<Span> {
    let mut spans = Vec::new();
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            spans.push(Span::Text(" ｜ ".to_owned()));
        }
        spans.extend(cell.iter().cloned());
    }
    spans
}

/// The same spans, with long texts in pieces.
fn pieces(spans: Vec<Span>) -> Vec<Span> {
    let mut found = Vec::with_capacity(spans.len());
    for span in spans {
        match span {
            Span::Text(text) if text.len() > PIECE => {
                let mut piece = String::new();
                for (count, c) in text.chars().enumerate() {
                    if count > 0 && count % PIECE == 0 {
                        found.push(Span::Text(std::mem::take(&mut piece)));
                    }
                    piece.push(c);
                }
                found.push(Span::Text(piece));
            }
            span => found.push(span),
        }
    }
    found
}
