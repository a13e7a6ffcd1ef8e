//! The title and the line under it: texts on one line.

use std::borrow::Cow;

use card_model::{
    markdown::{Block, Span},
    words::cleaned,
};

use super::{Content, Gap, Kind, Origin, writer::Writer};
use crate::body::{Body, Passage, Prose};

impl<'b> Writer<'b, '_> {
    pub(super) fn head(&mut self, body: &'b Body<'_>) {
        if let Some(title) = body.title.as_ref().filter(|title| says(title)) {
            self.passage_line(title, Kind::Title);
        }
        if let Some(subtitle) = body.subtitle.as_ref().filter(|subtitle| says(subtitle)) {
            self.origin = Origin::Subtitle;
            self.gap = Gap::Break;
            self.passage_line(subtitle, Kind::Subtitle);
        }
        self.href = None;
    }

    /// A text on one line.
    fn passage_line(&mut self, passage: &'b Passage<'_>, kind: Kind) {
        self.href = passage.href;
        match &passage.prose {
            Prose::Plain(text) => self.push(kind, Content::Text(Cow::Borrowed(text))),
            Prose::Tree(tree) => match tree.blocks.as_slice() {
                [Block::Paragraph(spans)] => self.push_spans(kind, spans.as_slice()),
                blocks => {
                    let mut spans = Vec::new();
                    flatten(blocks, &mut spans);
                    self.push_spans(kind, spans);
                }
            },
        }
    }
}

/// Whether there is something to show: a heading that is blank is one all the same.
fn says(passage: &Passage<'_>) -> bool {
    match &passage.prose {
        Prose::Plain(text) => !cleaned(text).trim().is_empty(),
        Prose::Tree(tree) => !tree.blocks.is_empty(),
    }
}

/// The parts of blocks, for one line.
fn flatten(blocks: &[Block], spans: &mut Vec<Span>) {
    for block in blocks {
        match block {
            Block::Paragraph(content) | Block::Heading { content, .. } => join(content, spans),
            Block::Quote(blocks) => flatten(blocks, spans),
            Block::List { items, .. } => items.iter().for_each(|item| flatten(item, spans)),
            Block::Code { text, .. } => {
                for line in text.lines().filter(|line| !line.trim().is_empty()) {
                    join(&[Span::Code(line.to_owned())], spans);
                }
            }
            Block::Table { header, rows, .. } => {
                let cells = header.iter().chain(rows.iter().flatten());
                cells.for_each(|cell| join(cell, spans));
            }
            _ => {}
        }
    }
}

fn join(content: &[Span], spans: &mut Vec<Span>) {
    if !spans.is_empty() {
        spans.push(Span::Break);
    }
    spans.extend_from_slice(content);
}
