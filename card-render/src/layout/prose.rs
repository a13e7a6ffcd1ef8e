//! The lines of a text.

use std::borrow::Cow;

use card_model::{
    Link,
    markdown::{Alignment, BlockRef, Blocks, Cells, Rows, Span, SpanRef, Spans},
    words::cleaned,
};

use super::{
    Content, Gap, Kind,
    writer::{Writer, link_span},
};
use crate::body::{Passage, Prose};

impl<'b> Writer<'b, '_> {
    /// The lines of a text, with its link.
    pub(super) fn passage(&mut self, passage: &'b Passage<'_>, link: Option<&Link>) {
        self.href = passage.href;
        let url = link.and_then(|link| self.cx.allowed_url(link));
        match url {
            None => self.prose(&passage.prose),
            Some(url) => self.linked(&passage.prose, url),
        }
        self.href = None;
    }

    fn prose(&mut self, prose: &'b Prose<'_>) {
        match prose {
            Prose::Plain(text) => self.plain(text),
            Prose::Marked(flow) => self.blocks(flow.blocks()),
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
            Prose::Marked(flow) => {
                let spans = flow.blocks().only_paragraph();
                let label = spans.filter(|spans| spans.clone().all(is_label));
                label.map(Spans::to_vec)
            }
        };
        if let Some(label) = label {
            return self.push_own(Kind::Text, vec![link_span(url, label)]);
        }
        self.prose(prose);
        self.details(Kind::Text, url);
    }

    fn blocks(&mut self, blocks: Blocks<'b>) {
        for (index, block) in blocks.enumerate() {
            if index > 0 {
                self.gap = Gap::Block;
            }
            self.block(block);
        }
    }

    pub(super) fn block(&mut self, block: BlockRef<'b>) {
        match block {
            BlockRef::Paragraph(spans) => self.paragraph(spans),
            BlockRef::Heading { level, content } => {
                let marker = self.marker.take();
                self.push_spans(marker.unwrap_or(Kind::Heading(level)), content);
            }
            BlockRef::Quote(blocks) => {
                self.quote = self.quote.saturating_add(1);
                self.blocks(blocks);
                self.quote -= 1;
                self.gap = Gap::Block;
            }
            BlockRef::List { start, items } => self.list(start, items),
            BlockRef::Code { text, .. } => self.code(text),
            BlockRef::Table {
                alignments,
                header,
                rows,
            } => self.table(alignments, header, rows),
            BlockRef::Rule => self.push(Kind::Rule, Content::Text(Cow::Borrowed(""))),
        }
    }

    fn paragraph(&mut self, spans: Spans<'b>) {
        let mut rest = Some(spans);
        while let Some(spans) = rest {
            let (line, after) = spans.split_line();
            rest = after;
            let kind = self.marker.take().unwrap_or(Kind::Text);
            if !line.is_empty() || kind != Kind::Text {
                self.push_spans(kind, line);
            }
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

    fn table(&mut self, alignments: &'b [Alignment], header: Cells<'b>, rows: Rows<'b>) {
        self.blocks += 1;
        let block = self.blocks;
        self.push(Kind::Row(block, true), Content::Cells(header, alignments));
        for row in rows {
            self.gap = Gap::Row;
            self.push(Kind::Row(block, false), Content::Cells(row, alignments));
        }
        self.gap = Gap::Block;
    }
}

/// Whether a span can be a part of a link's label.
fn is_label(span: SpanRef<'_>) -> bool {
    match span {
        SpanRef::Text(_) | SpanRef::Code(_) => true,
        SpanRef::Bold(mut content)
        | SpanRef::Italic(mut content)
        | SpanRef::Strike(mut content)
        | SpanRef::Font { mut content, .. } => content.all(is_label),
        _ => false,
    }
}

fn one_line(text: &str) -> Option<String> {
    let text = cleaned(text);
    let text = text.trim();
    (!text.is_empty() && !text.contains('\n')).then(|| text.to_owned())
}
