//! A message within its limit: left whole, truncated, or split.

mod cut;
mod measure;
mod pack;

use card_model::spec::Limit;

pub(crate) use self::measure::Measure;
use self::pack::Packer;
use crate::{
    Person,
    context::Context,
    dialect::Dialect,
    emit::Emitter,
    layout::{Content, Gap, Kind, Layout, Line, Origin},
};

/// What is done with a card that is too long for one message.
///
/// Lengths are measured in the platform's own unit, on the message as it is sent. Nothing is cut inside of a character, a
/// link, a mention, a code span or emphasis, as long as there is another place to cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Fit {
    /// The end of the body goes, and `…（已省略 N 字）` says so; the title, the mentions and the buttons stay.
    #[default]
    Truncate,
    /// The card becomes several messages, each with `(2/3)` in its first line; the mentions are in the first one, the buttons
    /// in the last one. What is too long for all of them is truncated.
    Split {
        /// The largest number of messages; 0 counts as 1.
        max_parts: usize,
    },
    /// The message stays whole and the report says that it is too long: the platform will refuse it.
    Reject,
}

/// How long a text may be.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Room {
    pub(crate) limit: Limit,
    pub(crate) measure: Measure,
    /// What of the limit the rest of the message takes.
    pub(crate) overhead: usize,
    /// How many people one message can mention beside its text.
    pub(crate) mentions: usize,
}

impl Room {
    /// How much the text may take.
    pub(crate) const fn text(&self) -> usize {
        self.limit.max.saturating_sub(self.overhead)
    }
}

/// The text of one message.
#[derive(Debug, Default)]
pub(crate) struct Part {
    pub(crate) text: String,
    pub(crate) mentioned: Vec<Person>,
}

/// What a card became within its limit.
#[derive(Debug, Default)]
pub(crate) struct Fitted {
    pub(crate) parts: Vec<Part>,
    /// The characters for which look-alikes stand, with where.
    pub(crate) rewritten: Vec<(Origin, char)>,
    /// Who is not mentioned, as there are too many.
    pub(crate) unmentioned: Vec<(Origin, String)>,
    pub(crate) over: Option<Over>,
}

/// What was too long.
#[derive(Debug, Default)]
pub(crate) struct Over {
    /// How long the message was, in the limit's unit.
    pub(crate) had: usize,
    /// How many characters are left out.
    pub(crate) omitted: usize,
    /// What is left out, or in part.
    pub(crate) omitted_origins: Vec<Origin>,
    /// What is shown at least in part.
    pub(crate) shown_origins: Vec<Origin>,
    /// Whether the message is left whole.
    pub(crate) is_whole: bool,
}

/// Writes a card's lines as messages within `room`.
pub(crate) fn fit(layout: &Layout<'_>, dialect: Dialect, cx: &Context<'_>, room: Room) -> Fitted {
    let mut emitter = Emitter::new(dialect, cx, room.mentions);
    let lines = layout.head.iter().chain(&layout.body).chain(&layout.foot);
    lines.for_each(|line| emitter.write(line));
    emitter.finish();
    let had = room.measure.of(&emitter.out);
    if had <= room.text() {
        return whole(emitter, None);
    }
    let over = Over {
        had: had + room.overhead,
        is_whole: true,
        ..Over::default()
    };
    let max_parts = match cx.options.fit {
        Fit::Reject => return whole(emitter, Some(over)),
        Fit::Split { max_parts } => max_parts.max(1),
        Fit::Truncate => 1,
    };
    drop(emitter);
    let mut fitted = Packer::new(layout, dialect, cx, room, max_parts).pack();
    if let Some(cut) = &mut fitted.over {
        cut.had = over.had;
    }
    fitted
}

fn whole(emitter: Emitter<'_, '_>, over: Option<Over>) -> Fitted {
    let part = Part {
        text: emitter.out,
        mentioned: emitter.mentioned,
    };
    Fitted {
        parts: vec![part],
        rewritten: emitter.rewritten,
        unmentioned: emitter.unmentioned,
        over,
    }
}

/// A line of the library's own.
fn own_line<'b>(content: Content<'b>, gap: Gap, origin: Origin) -> Line<'b> {
    Line {
        kind: Kind::Text,
        content,
        gap,
        quote: 0,
        indent: 0,
        origin,
        href: None,
    }
}
