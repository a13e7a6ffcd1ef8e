//! From a card to the lines of a message.

mod button;
mod div;
mod element;
mod line;
mod list;
mod prose;
mod title;
mod writer;

pub(crate) use self::{
    button::BETWEEN,
    line::{Content, Gap, Kind, Line, Origin},
};

use self::writer::Writer;
use crate::{
    body::{Body, Item, Kind as ItemKind},
    context::Context,
    dialect::Dialect,
    survey::Decisions,
};

/// How many parts of a text are a line, more or less.
const PARTS: usize = 4;

/// The lines of a message.
#[derive(Debug, Default)]
pub(crate) struct Layout<'b> {
    /// The title, and the line under it.
    pub(crate) head: Vec<Line<'b>>,
    pub(crate) body: Vec<Line<'b>>,
    /// The last row of buttons, and the link of the card.
    pub(crate) foot: Vec<Line<'b>>,
    /// The buttons that a format shows as such.
    pub(crate) buttons: Vec<OwnButton>,
}

/// A button beside the text.
#[derive(Debug, Clone)]
pub(crate) struct OwnButton {
    pub(crate) origin: Origin,
    pub(crate) label: String,
    pub(crate) url: String,
}

impl<'b> Layout<'b> {
    /// The lines of `body`; `own_buttons` is how many buttons the format has beside its text.
    pub(crate) fn new(
        body: &'b Body<'_>,
        decisions: &Decisions,
        cx: &'b Context<'_>,
        dialect: &'static Dialect,
        own_buttons: usize,
    ) -> Self {
        let mut writer = Writer::new(cx, dialect, own_buttons);
        writer.head(body, &decisions.header);
        let parts: usize = body.items.iter().map(Item::size).sum();
        let head = std::mem::replace(&mut writer.lines, Vec::with_capacity(parts / PARTS));
        let last = body.last_actions();
        let mut foot = Vec::new();
        let mut buttons = Vec::new();
        for (index, item) in body.items.iter().enumerate() {
            writer.origin = Origin::Element(index);
            writer.gap = Gap::Element;
            if !last.contains(&index) {
                writer.item(item, decisions.item(index));
                continue;
            }
            let lines = std::mem::take(&mut writer.lines);
            if let ItemKind::Action(actions) = item.kind {
                writer.last_action(actions, &mut buttons);
            }
            foot.append(&mut writer.lines);
            writer.lines = lines;
        }
        let body_lines = std::mem::take(&mut writer.lines);
        writer.card_link(body, &buttons, &foot);
        foot.append(&mut writer.lines);
        Self {
            head,
            body: body_lines,
            foot,
            buttons,
        }
    }
}
