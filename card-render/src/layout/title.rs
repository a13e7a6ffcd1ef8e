//! The title and the line under it: texts on one line.

use std::borrow::Cow;

use card_model::{
    markdown::{BlockRef, Blocks, Span, Spans},
    words::cleaned,
};

use super::{Content, Gap, Kind, Origin, writer::Writer};
use crate::{
    body::{Body, Passage, Prose},
    survey::Texts,
};

impl<'b> Writer<'b, '_> {
    pub(super) fn head(&mut self, body: &'b Body<'_>, texts: &Texts) {
        let mut header = texts.shown(&body.alone);
        let mut next = |text| header.next(text).filter(|text| says(text));
        if let Some(title) = body.title.as_ref().and_then(&mut next) {
            self.passage_line(title, Kind::Title);
        }
        if let Some(subtitle) = body.subtitle.as_ref().and_then(next) {
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
            Prose::Marked(flow) => {
                if let Some(spans) = flow.blocks().only_paragraph() {
                    return self.push_spans(kind, spans);
                }
                let mut spans = Vec::new();
                flatten(flow.blocks(), &mut spans);
                self.push_own(kind, spans);
            }
        }
    }
}

/// Whether there is something to show: a heading that is blank is one all the same.
fn says(passage: &Passage<'_>) -> bool {
    match &passage.prose {
        Prose::Plain(text) => !cleaned(text).trim().is_empty(),
        Prose::Marked(flow) => !flow.blocks().is_empty(),
    }
}

/// The parts of blocks, for one line.
fn flatten(blocks: Blocks<'_>, spans: &mut Vec<Span>) {
    for block in blocks {
        match block {
            BlockRef::Paragraph(content) | BlockRef::Heading { content, .. } => {
                join(content, spans);
            }
            BlockRef::Quote(blocks) => flatten(blocks, spans),
            BlockRef::List { items, .. } => items.for_each(|item| flatten(item, spans)),
            BlockRef::Code { text, .. } => {
                for line in text.lines().filter(|line| !line.trim().is_empty()) {
                    join([Span::Code(line.to_owned())].as_slice().into(), spans);
                }
            }
            BlockRef::Table { header, rows, .. } => {
                let cells = header.chain(rows.flatten());
                cells.for_each(|cell| join(cell, spans));
            }
            BlockRef::Rule => {}
        }
    }
}

fn join(content: Spans<'_>, spans: &mut Vec<Span>) {
    if !spans.is_empty() {
        spans.push(Span::Break);
    }
    spans.extend(content.to_vec());
}
