//! A line: what begins it, what it says, what ends it.

use card_model::{
    markdown::{Span, Spans},
    spec::Format,
};

use super::{Emitter, Fenced, Last, Prefix, State, gap::is_short};
use crate::{
    dialect::{Colors, Dialect, Fence},
    layout::{Content, Kind, Line},
};

impl<'e> Emitter<'e, '_> {
    /// Writes a line.
    pub(crate) fn write(&mut self, line: &Line<'e>) {
        self.origin = line.origin;
        self.href = line.href;
        if self.leaves_out(line) {
            return;
        }
        if let Kind::Code(block) = line.kind
            && self.dialect.fence == Fence::Fenced
        {
            return self.fenced(line, block);
        }
        self.finish();
        self.separate(line);
        self.begin(line);
        self.content(line);
        self.end();
        self.note(line);
    }

    fn note(&mut self, line: &Line<'_>) {
        self.last = Some(Last {
            kind: line.kind,
            quote: line.quote,
            origin: line.origin,
            is_short: line.kind == Kind::Text && line.quote == 0 && is_short(&line.content),
        });
    }

    /// Whether the line shows nothing by itself; a divider may be a blank line between its neighbours.
    fn leaves_out(&mut self, line: &Line<'_>) -> bool {
        let is_blank_rule = line.kind == Kind::Rule && self.dialect.format == Format::WeComMarkdown;
        if is_blank_rule && let Some(last) = &mut self.last {
            last.kind = Kind::Rule;
        }
        let is_empty_code = matches!(line.kind, Kind::Code(_))
            && self.dialect.fence == Fence::Spans
            && matches!(&line.content, Content::Text(text) if text.trim().is_empty());
        is_blank_rule || is_empty_code
    }

    /// Writes what begins the line.
    fn begin(&mut self, line: &Line<'_>) {
        let is_item = match line.kind {
            Kind::Item(_) => true,
            Kind::Field => self.field_mark() == "- ",
            _ => false,
        };
        let prefix = Prefix::of(line);
        self.open.clear();
        prefix.write(self.dialect, &mut self.out);
        self.line = State::of(line.kind, is_item, prefix);
        self.mark_line(line.kind);
    }

    /// Writes what says what the line is.
    fn mark_line(&mut self, kind: Kind) {
        match kind {
            Kind::Title => {
                self.out.push_str(self.dialect.title);
                self.line.is_start = self.dialect.title.is_empty();
            }
            Kind::Heading(level) if self.dialect.heading => {
                // A heading of the text is no larger than the title.
                let above = self.dialect.title.trim_end().len().saturating_sub(1);
                let level = (usize::from(level) + above).clamp(1, 6);
                self.push(&["######".get(..level).unwrap_or_default(), " "]);
                self.line.is_start = false;
            }
            Kind::Item(Some(number)) => {
                self.out.push_str(&number.to_string());
                self.out.push_str(". ");
            }
            Kind::Item(None) => self
                .out
                .push_str(if self.dialect.list { "- " } else { "• " }),
            Kind::Field => {
                self.out.push_str(self.field_mark());
                self.line.prefix.is_pair = self.field_mark() == "> ";
            }
            Kind::Code(_) if !self.dialect.is_markdown => self.out.push_str("    "),
            _ => {}
        }
    }

    /// What begins a pair of a div.
    pub(super) const fn field_mark(&self) -> &'static str {
        match self.dialect.colors {
            _ if !self.dialect.is_markdown => "",
            Colors::Hex => "- ",
            Colors::None => "",
            Colors::Named | Colors::Own => "> ",
        }
    }

    fn content(&mut self, line: &Line<'_>) {
        match (&line.content, line.kind) {
            (_, Kind::Rule) if self.dialect.is_markdown && self.dialect.colors != Colors::Own => {
                self.out.push_str("---");
            }
            (_, Kind::Rule) => self.out.push_str("────────"),
            (Content::Text(code), Kind::Code(_)) if self.dialect.code => self.code_span(code),
            (Content::Text(code), Kind::Code(_)) if !self.dialect.is_markdown => self.text(code),
            (Content::Text(text), Kind::Subtitle) => {
                self.subtitle([Span::Text(text.to_string())].as_slice().into());
            }
            (Content::Spans(spans), Kind::Subtitle) => self.subtitle(*spans),
            (Content::Own(spans), Kind::Subtitle) => self.subtitle(spans.as_slice().into()),
            (Content::Text(text), _) => self.text(text),
            (Content::Spans(spans), _) => self.spans(*spans),
            (Content::Own(spans), _) => self.spans(spans.as_slice().into()),
            (Content::Cells(cells, alignments), kind) => self.row(*cells, alignments, kind),
            (Content::Columns(columns), kind) => {
                let cells = columns.iter().map(|cell| cell.as_slice().into());
                self.row(cells, &[], kind);
            }
            (Content::Pair(key, value), _) => {
                self.pair(key.as_slice().into(), value.as_slice().into());
            }
        }
    }

    /// Takes off the blanks at the end.
    fn end(&mut self) {
        let bytes = self.out.as_bytes();
        let last = bytes
            .iter()
            .rposition(|byte| !matches!(*byte, b' ' | b'\t'));
        if let Some(last) = last.filter(|last| bytes.get(*last) != Some(&b'\n')) {
            self.out.truncate(last + 1);
        }
    }

    fn subtitle(&mut self, spans: Spans<'_>) {
        let color = match self.dialect.colors {
            Colors::Named => "comment",
            Colors::Hex => "#888888",
            Colors::None | Colors::Own => return self.spans(spans),
        };
        self.colored(color, spans);
    }

    fn pair(&mut self, key: Spans<'_>, value: Spans<'_>) {
        if !self.dialect.is_markdown {
            self.spans(key);
            self.out.push_str("  ");
            return self.line_of(value);
        }
        self.bold(key);
        self.closed();
        self.out.push_str(self.cx.language.colon());
        self.line_of(value);
    }

    /// A line of a code block between fences.
    fn fenced(&mut self, line: &Line<'_>, block: usize) {
        let fence = Fenced {
            block,
            prefix: Prefix::of(line),
        };
        if self.fence != Some(fence) {
            self.finish();
            self.separate(line);
            self.begin(line);
            self.out.push_str("```");
            self.fence = Some(fence);
        }
        self.out.push('\n');
        fence.prefix.write(self.dialect, &mut self.out);
        if let Content::Text(code) = &line.content {
            self.code_line(code);
        }
        self.note(line);
    }
}

impl Prefix {
    fn of(line: &Line<'_>) -> Self {
        Self {
            quote: line.quote,
            indent: line.indent,
            is_pair: false,
        }
    }

    /// Writes what begins each line of a paragraph: the quotations and the items that it stands in.
    #[inline]
    pub(super) fn write(self, dialect: &'static Dialect, out: &mut String) {
        if self != Self::default() {
            self.write_all(dialect, out);
        }
    }

    fn write_all(self, dialect: &'static Dialect, out: &mut String) {
        let quotes = if dialect.nested_quote {
            self.quote
        } else {
            self.quote.min(1)
        };
        let mark = if dialect.quote { "> " } else { "  " };
        for _ in 0..quotes {
            out.push_str(mark);
        }
        let (step, columns) = if dialect.list {
            (" ", self.indent)
        } else {
            ("\u{2003}", self.indent.div_ceil(2))
        };
        for _ in 0..columns {
            out.push_str(step);
        }
        if self.is_pair {
            out.push_str("> ");
        }
    }
}
