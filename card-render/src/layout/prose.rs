//! The lines of a text.

use std::borrow::Cow;

use card_model::{
    markdown::{Alignment, Block, Span},
    words::cleaned,
};

use super::{Content, Gap, Kind, Writer, link_span};
use crate::body::{Passage, Prose};

impl<'b> Writer<'b, '_> {
    /// The lines of a text, with its link.
    pub(super) fn passage(&mut self, passage: &'b Passage<'_>, link: Option<&card_model::Link>) {
        self.href = passage.href;
        let url = link.and_then(|link| self.cx.allowed_url(link));
        match url {
            None => self.prose(&passage.prose),
            Some(url) => self.linked(&passage.prose, url),
        }
        self.href = None;
    }

    /// A text on one line.
    pub(super) fn passage_line(&mut self, passage: &'b Passage<'_>, kind: Kind) {
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

    fn prose(&mut self, prose: &'b Prose<'_>) {
        match prose {
            Prose::Plain(text) => self.plain(text),
            Prose::Tree(tree) => self.blocks(&tree.blocks),
        }
    }

    pub(super) fn plain(&mut self, text: &'b str) {
        match cleaned(text) {
            Cow::Borrowed(text) => text.split('\n').for_each(|line| self.plain_line(line)),
            Cow::Owned(text) => text
                .split('\n')
                .for_each(|line| self.plain_line(line.to_owned())),
        }
    }

    fn plain_line(&mut self, line: impl Into<Cow<'b, str>>) {
        let line = line.into();
        // A blank line has nothing to show, and would begin a paragraph.
        if !line.trim().is_empty() {
            self.push_text(line);
        }
    }

    /// A text that leads somewhere as a whole: a link where it is one line, else with a link under it.
    fn linked(&mut self, prose: &'b Prose<'_>, url: String) {
        let label = match prose {
            Prose::Plain(text) => one_line(text).map(|text| vec![Span::Text(text)]),
            Prose::Tree(tree) => match tree.blocks.as_slice() {
                [Block::Paragraph(spans)] if spans.iter().all(is_label) => Some(spans.clone()),
                _ => None,
            },
        };
        if let Some(label) = label {
            return self.push_spans(Kind::Text, vec![link_span(url, label)]);
        }
        self.prose(prose);
        self.details(url);
    }

    /// A line that leads to where the element does.
    pub(super) fn details(&mut self, url: String) {
        let details = self.cx.language.details().to_owned();
        self.push_spans(Kind::Text, vec![link_span(url, vec![Span::Text(details)])]);
    }

    pub(super) fn blocks(&mut self, blocks: &'b [Block]) {
        for (index, block) in blocks.iter().enumerate() {
            if index > 0 {
                self.gap = Gap::Block;
            }
            self.block(block);
        }
    }

    fn block(&mut self, block: &'b Block) {
        match block {
            Block::Paragraph(spans) => self.paragraph(spans),
            Block::Heading { level, content } => {
                let marker = self.marker.take();
                self.push_spans(marker.unwrap_or(Kind::Heading(*level)), content.as_slice());
            }
            Block::Quote(blocks) => {
                self.quote = self.quote.saturating_add(1);
                self.blocks(blocks);
                self.quote -= 1;
                self.gap = Gap::Block;
            }
            Block::List { start, items } => self.list(*start, items),
            Block::Code { text, .. } => self.code(text),
            Block::Table {
                alignments,
                header,
                rows,
            } => self.table(alignments, header, rows),
            Block::Rule => self.push(Kind::Rule, Content::Text(Cow::Borrowed(""))),
            _ => {}
        }
    }

    fn paragraph(&mut self, spans: &'b [Span]) {
        for line in spans.split(|span| matches!(span, Span::Break | Span::SoftBreak)) {
            let kind = self.marker.take().unwrap_or(Kind::Text);
            if !line.is_empty() || kind != Kind::Text {
                self.push_spans(kind, line);
            }
        }
    }

    fn list(&mut self, start: Option<u64>, items: &'b [Vec<Block>]) {
        for (index, item) in items.iter().enumerate() {
            if index > 0 {
                self.gap = Gap::Row;
            }
            let index = u64::try_from(index).unwrap_or(u64::MAX);
            let number = start.map(|start| start.saturating_add(index));
            self.marker = Some(Kind::Item(number));
            self.list_item(item, width(number));
            self.begin_item();
        }
        self.gap = Gap::Block;
    }

    /// The blocks of an item; what is not its first line is indented by `width` columns.
    fn list_item(&mut self, item: &'b [Block], width: u16) {
        let mut blocks = item;
        if let Some((first @ (Block::Paragraph(_) | Block::Heading { .. }), rest)) =
            item.split_first()
        {
            let start = self.lines.len();
            self.block(first);
            for line in self.lines.iter_mut().skip(start + 1) {
                line.indent = line.indent.saturating_add(width);
            }
            blocks = rest;
        }
        let outer = self.indent;
        self.begin_item();
        self.indent = outer.saturating_add(width);
        for block in blocks {
            self.gap = Gap::Row;
            self.block(block);
        }
        self.indent = outer;
    }

    /// An item that says nothing itself.
    fn begin_item(&mut self) {
        if let Some(kind) = self.marker.take() {
            self.push(kind, Content::Text(Cow::Borrowed("")));
            self.gap = Gap::Row;
        }
    }

    fn code(&mut self, text: &'b str) {
        self.blocks += 1;
        let block = self.blocks;
        for line in text.strip_suffix('\n').unwrap_or(text).split('\n') {
            self.push(Kind::Code(block), Content::Text(Cow::Borrowed(line)));
            self.gap = Gap::Row;
        }
        self.gap = Gap::Block;
    }

    fn table(
        &mut self,
        alignments: &'b [Alignment],
        header: &'b [Vec<Span>],
        rows: &'b [Vec<Vec<Span>>],
    ) {
        self.blocks += 1;
        let block = self.blocks;
        self.push(
            Kind::Row(block, true),
            Content::Cells(Cow::Borrowed(header), alignments),
        );
        for row in rows {
            self.gap = Gap::Row;
            self.push(
                Kind::Row(block, false),
                Content::Cells(Cow::Borrowed(row), alignments),
            );
        }
        self.gap = Gap::Block;
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

/// How many columns the mark of an item takes.
fn width(number: Option<u64>) -> u16 {
    let digits = number.map_or(0, |number| number.checked_ilog10().unwrap_or(0) + 1);
    u16::try_from(digits).unwrap_or(0) + 2
}

/// Whether a span can be a part of a link's label.
fn is_label(span: &Span) -> bool {
    match span {
        Span::Text(_) | Span::Code(_) => true,
        Span::Bold(content)
        | Span::Italic(content)
        | Span::Strike(content)
        | Span::Font { content, .. } => content.iter().all(is_label),
        _ => false,
    }
}

fn one_line(text: &str) -> Option<String> {
    let text = cleaned(text);
    let text = text.trim();
    (!text.is_empty() && !text.contains('\n')).then(|| text.to_owned())
}
