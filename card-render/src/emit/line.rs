//! One line after the other: what stands between them, before them and around them.

use card_model::markdown::{Alignment, Span};

use super::{Emitter, Last, State};
use crate::{
    dialect::{Colors, Fence},
    layout::{Content, Gap, Kind, Line},
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
        self.end(line);
        self.note(line);
    }

    fn note(&mut self, line: &Line<'_>) {
        self.last = Some(Last {
            kind: line.kind,
            quote: line.quote,
            origin: line.origin,
            length: line.content.length(),
        });
    }

    /// Whether the line shows nothing by itself; a divider may be a blank line between its neighbours.
    fn leaves_out(&mut self, line: &Line<'_>) -> bool {
        let is_blank_rule = line.kind == Kind::Rule
            && self.dialect.format == card_model::spec::Format::WeComMarkdown;
        if is_blank_rule && let Some(last) = &mut self.last {
            last.kind = Kind::Rule;
        }
        let is_empty_code = matches!(line.kind, Kind::Code(_))
            && self.dialect.fence == Fence::Spans
            && matches!(&line.content, Content::Text(text) if text.trim().is_empty());
        is_blank_rule || is_empty_code
    }

    /// Writes what stands between the line before and this one.
    fn separate(&mut self, line: &Line<'_>) {
        let Some(last) = self.last else { return };
        let gap = self.gap(line, last);
        let between = match gap {
            Gap::Block => "\n\n",
            Gap::Element => self.dialect.paragraph,
            Gap::Break => self.dialect.line_break,
            Gap::Row => "\n",
        };
        self.out.push_str(between);
        if between == "\n\n" {
            self.paragraph = self.out.len();
        }
    }

    #[expect(clippy::match_same_arms, reason = "the first that fits decides")]
    fn gap(&self, line: &Line<'_>, last: Last) -> Gap {
        let is_same = last.origin == line.origin;
        match (last.kind, line.kind) {
            (Kind::Title, Kind::Subtitle) => Gap::Row,
            (Kind::Buttons, Kind::Buttons) => Gap::Break,
            (Kind::Title | Kind::Subtitle | Kind::Rule | Kind::Buttons, _)
            | (_, Kind::Rule | Kind::Buttons) => Gap::Block,
            (Kind::Field, Kind::Field) if self.field_mark() == "> " => Gap::Break,
            (Kind::Field, Kind::Field) | (Kind::Heading(_), Kind::Text) => Gap::Row,
            (Kind::Text, Kind::Text) if is_same => match line.gap {
                Gap::Row => Gap::Break,
                gap if last.quote == line.quote => gap,
                _ => Gap::Block,
            },
            (Kind::Text, Kind::Text) if last.quote == 0 && line.quote == 0 => {
                let is_short = last.length <= SHORT && line.content.length() <= SHORT;
                if is_short { Gap::Element } else { Gap::Block }
            }
            (Kind::Item(_), Kind::Text) if is_same && line.gap != Gap::Block => Gap::Break,
            (Kind::Row(one, _), Kind::Row(other, _)) if one == other => between(self.dialect.table),
            // What follows a table without a blank line is a row of it.
            (Kind::Row(..), _) | (_, Kind::Row(..)) => Gap::Block,
            (_, Kind::Text | Kind::Item(_)) if is_same && line.gap == Gap::Row => {
                between(self.dialect.list)
            }
            (Kind::Item(_), Kind::Item(_)) if !is_same && line.indent == 0 => {
                between(self.dialect.list)
            }
            (Kind::Code(one), Kind::Code(other)) if one == other => Gap::Break,
            _ => Gap::Block,
        }
    }

    /// Writes what begins the line.
    fn begin(&mut self, line: &Line<'_>) {
        self.line = State {
            is_start: true,
            is_one_line: matches!(
                line.kind,
                Kind::Title | Kind::Subtitle | Kind::Heading(_) | Kind::Row(..)
            ),
            is_heading: matches!(line.kind, Kind::Title | Kind::Heading(_)),
            is_item: match line.kind {
                Kind::Item(_) => true,
                Kind::Field => self.field_mark() == "- ",
                _ => false,
            },
            prefix: self.prefix(line),
            ..State::default()
        };
        self.out.push_str(&self.line.prefix);
        self.mark_line(line.kind);
    }

    /// What begins each line of a paragraph: the quotations and the items that it stands in.
    fn prefix(&self, line: &Line<'_>) -> String {
        let quotes = match line.quote {
            0 => 0,
            levels if self.dialect.nested_quote => levels,
            _ => 1,
        };
        let quote = if self.dialect.quote { "> " } else { "  " };
        let (step, columns) = if self.dialect.list {
            (" ", line.indent)
        } else {
            ("\u{2003}", line.indent.div_ceil(2))
        };
        quote.repeat(usize::from(quotes)) + &step.repeat(usize::from(columns))
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
                self.out.extend(std::iter::repeat_n('#', level));
                self.out.push(' ');
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
                if self.field_mark() == "> " {
                    self.line.prefix.push_str("> ");
                }
            }
            Kind::Code(_) if !self.dialect.is_markdown => self.out.push_str("    "),
            _ => {}
        }
    }

    /// What begins a pair of a div.
    const fn field_mark(&self) -> &'static str {
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
            (Content::Text(text), Kind::Subtitle) => self.subtitle(&[Span::Text(text.to_string())]),
            (Content::Spans(spans), Kind::Subtitle) => self.subtitle(spans),
            (Content::Text(text), _) => self.text(text),
            (Content::Spans(spans), _) => self.spans(spans),
            (Content::Cells(cells, alignments), kind) => {
                self.row(cells, alignments, kind);
            }
            (Content::Pair(key, value), _) => self.pair(key, value),
        }
    }

    fn end(&mut self, _line: &Line<'_>) {
        self.line.needs_blank = false;
        self.line.ends_mention = false;
        let length = self.out.trim_end_matches([' ', '\t']).len();
        if self
            .out
            .get(..length)
            .is_none_or(|text| !text.is_empty() && !text.ends_with('\n'))
        {
            self.out.truncate(length);
        }
    }

    fn subtitle(&mut self, spans: &[Span]) {
        let color = match self.dialect.colors {
            Colors::Named => "comment",
            Colors::Hex => "#888888",
            Colors::None | Colors::Own => return self.spans(spans),
        };
        self.colored(color, spans);
    }

    fn pair(&mut self, key: &[Span], value: &[Span]) {
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

    /// Spans whose line breaks are blanks.
    fn line_of(&mut self, spans: &[Span]) {
        let outer = std::mem::replace(&mut self.line.is_one_line, true);
        self.spans(spans);
        self.line.is_one_line = outer;
    }

    fn row(&mut self, cells: &[Vec<Span>], alignments: &[Alignment], kind: Kind) {
        let is_header = matches!(kind, Kind::Row(_, true));
        let between = match (self.dialect.table, self.dialect.is_markdown) {
            (false, true) => " ｜ ",
            _ => " | ",
        };
        self.line.in_cell = self.dialect.table;
        if self.dialect.table {
            self.out.push_str("| ");
            self.line.is_start = false;
        }
        for (index, cell) in cells.iter().enumerate() {
            if index > 0 {
                self.closed();
                self.out.push_str(between);
            }
            if is_header && !self.dialect.table {
                self.bold(cell);
            } else {
                self.spans(cell);
            }
        }
        if self.dialect.table {
            self.out.push_str(" |");
            // Whatever row is the first is what a table begins with.
            if !self.is_in_table(kind) {
                self.delimiters(cells.len(), alignments);
            }
        }
    }

    /// Whether the line before is a row of the same table.
    fn is_in_table(&self, kind: Kind) -> bool {
        let table = |kind| match kind {
            Kind::Row(table, _) => Some(table),
            _ => None,
        };
        let last = self.last.and_then(|last| table(last.kind));
        last.is_some() && last == table(kind)
    }

    fn delimiters(&mut self, columns: usize, alignments: &[Alignment]) {
        let prefix = std::mem::take(&mut self.line.prefix);
        self.out.push('\n');
        self.out.push_str(&prefix);
        self.out.push('|');
        for column in 0..columns {
            self.out.push_str(match alignments.get(column) {
                Some(Alignment::Center) => " :---: |",
                Some(Alignment::Right) => " ---: |",
                _ => " :--- |",
            });
        }
        self.line.prefix = prefix;
    }

    /// A line of a code block between fences.
    fn fenced(&mut self, line: &Line<'_>, block: usize) {
        if self.fence == Some(block) {
            self.line.prefix.clear();
        } else {
            self.finish();
            self.separate(line);
            self.begin(line);
            self.out.push_str("```");
            self.fence = Some(block);
        }
        self.out.push('\n');
        if let Content::Text(code) = &line.content {
            self.code_line(code);
        }
        self.note(line);
    }
}

/// Up to this many bytes the texts of elements stand on lines below each other; longer ones are paragraphs.
const SHORT: usize = 120;

/// What stands between two of a kind: where they are only lines of text, a line break that is one.
const fn between(is_block: bool) -> Gap {
    if is_block { Gap::Row } else { Gap::Break }
}
