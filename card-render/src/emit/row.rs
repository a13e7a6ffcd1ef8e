//! The rows of a table.

use card_model::markdown::{Alignment, Spans};

use super::Emitter;
use crate::layout::Kind;

impl Emitter<'_, '_> {
    pub(super) fn row<'s>(
        &mut self,
        cells: impl Iterator<Item = Spans<'s>>,
        alignments: &[Alignment],
        kind: Kind,
    ) {
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
        let mut columns = 0;
        for (index, cell) in cells.enumerate() {
            columns += 1;
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
                self.delimiters(columns, alignments);
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
        self.out.push('\n');
        self.line.prefix.write(self.dialect, &mut self.out);
        self.out.push('|');
        for column in 0..columns {
            self.out.push_str(match alignments.get(column) {
                Some(Alignment::Center) => " :---: |",
                Some(Alignment::Right) => " ---: |",
                _ => " :--- |",
            });
        }
    }
}
