//! What messages are written with, and how they are measured.

use super::{Room, own_line, page::Page};
use crate::{
    context::Context,
    dialect::Dialect,
    emit::Emitter,
    layout::{Content, Gap, Line, Origin},
};

/// The longest that stands between two lines.
const SEPARATOR: &str = "\n\n";

/// What messages are written with, and how long they may be.
#[derive(Clone, Copy)]
pub(super) struct Setting<'p, 'o> {
    pub(super) dialect: &'static Dialect,
    pub(super) cx: &'p Context<'o>,
    pub(super) room: Room,
}

impl<'p, 'o> Setting<'p, 'o> {
    pub(super) fn emitter(&self) -> Emitter<'p, 'o> {
        Emitter::new(self.dialect, self.cx, self.room.mentions)
    }

    /// An empty message.
    pub(super) fn page(&self) -> Page<'p, 'o> {
        Page::new(self.emitter(), self.room.measure)
    }

    /// What a line takes, with what stands before it.
    pub(super) fn cost_of(&self, line: &Line<'p>) -> usize {
        let mut page = self.page();
        page.write(line);
        page.cost() + self.separator()
    }

    /// What stands between two lines, at most.
    pub(super) fn separator(&self) -> usize {
        self.room.measure.of(SEPARATOR)
    }

    /// A line that says how much is left out.
    pub(super) fn note(&self, chars: usize) -> Line<'static> {
        let text = match chars {
            0 => "…".to_owned(),
            chars => self.cx.language.omitted(chars),
        };
        own_line(Content::Text(text.into()), Gap::Block, Origin::Title)
    }
}
