//! What stands between a line and the one before it.

use super::{Emitter, Last};
use crate::layout::{Content, Gap, Kind, Line};

/// Up to this many bytes the texts of elements stand on lines below each other; longer ones are paragraphs.
const SHORT: usize = 120;

impl Emitter<'_, '_> {
    /// Writes what stands between the line before and this one.
    pub(super) fn separate(&mut self, line: &Line<'_>) {
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

    fn gap(&self, line: &Line<'_>, last: Last) -> Gap {
        let is_same = last.origin == line.origin;
        match (last.kind, line.kind) {
            (Kind::Title, Kind::Subtitle) => Gap::Row,
            (Kind::Buttons, Kind::Buttons) => Gap::Break,
            (Kind::Title | Kind::Subtitle | Kind::Rule | Kind::Buttons, _)
            | (_, Kind::Rule | Kind::Buttons) => Gap::Block,
            (Kind::Field, Kind::Field) if self.field_mark() == "> " => Gap::Break,
            // Whether a line break alone ends a quotation is not documented for WeCom.
            _ if last.quote > line.quote => Gap::Block,
            (Kind::Field, Kind::Field) | (Kind::Heading(_), Kind::Text) => Gap::Row,
            (Kind::Text, Kind::Text) if is_same => match line.gap {
                Gap::Row => Gap::Break,
                gap if last.quote == line.quote => gap,
                _ => Gap::Block,
            },
            (Kind::Text, Kind::Text) if last.quote == 0 && line.quote == 0 => {
                if last.is_short && is_short(&line.content) {
                    Gap::Element
                } else {
                    Gap::Block
                }
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
}

/// Whether a text can stand on a line below another one.
pub(super) fn is_short(content: &Content<'_>) -> bool {
    content.length() <= SHORT
}

/// What stands between two of a kind: where they are only lines of text, a line break that is one.
const fn between(is_block: bool) -> Gap {
    if is_block { Gap::Row } else { Gap::Break }
}
