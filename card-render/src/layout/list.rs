//! The lines of a list.

use std::borrow::Cow;

use card_model::markdown::{BlockRef, Blocks, Items};

use super::{Content, Gap, Kind, writer::Writer};

impl<'b> Writer<'b, '_> {
    pub(super) fn list(&mut self, start: Option<u64>, items: Items<'b>) {
        for (index, item) in items.enumerate() {
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
    fn list_item(&mut self, item: Blocks<'b>, width: u16) {
        let mut blocks = item;
        let mut rest = item;
        if let Some(first @ (BlockRef::Paragraph(_) | BlockRef::Heading { .. })) = rest.next() {
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
}

/// How many columns the mark of an item takes.
fn width(number: Option<u64>) -> u16 {
    let digits = number.map_or(0, |number| number.checked_ilog10().unwrap_or(0) + 1);
    u16::try_from(digits).unwrap_or(0) + 2
}
