//! A message within its limit: left whole, truncated, or split.

mod cut;
mod fill;
mod foot;
mod head;
mod leaf;
mod measure;
mod mentions;
mod pack;
mod page;
mod place;
mod search;
mod setting;
mod waiting;
mod whole;

use card_model::spec::Limit;

pub(crate) use self::measure::Measure;
use self::{pack::Packer, setting::Setting, waiting::Waiting, whole::Whole};
use crate::{
    Person,
    context::Context,
    dialect::Dialect,
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
    /// How often a message's number stands beside its text, with a blank before it.
    pub(crate) numbers: usize,
    /// How many people one message can mention beside its text.
    pub(crate) mentions: usize,
}

impl Room {
    /// The room of a message that is nothing but its text.
    pub(crate) const fn of_text(limit: Limit, measure: Measure) -> Self {
        Self {
            limit,
            measure,
            overhead: 0,
            numbers: 0,
            mentions: usize::MAX,
        }
    }

    /// How much the text of a message with this number may take.
    fn text(&self, number: &str) -> usize {
        let beside = if number.is_empty() {
            0
        } else {
            self.numbers * (number.len() + 1)
        };
        self.limit.max.saturating_sub(self.overhead + beside)
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
    /// Whether the message is left whole.
    pub(crate) is_whole: bool,
    /// What is shown in part.
    pub(crate) cut: Vec<Origin>,
    /// What is left out.
    pub(crate) omitted: Vec<Origin>,
}

impl Over {
    /// Notes that what waits is left out.
    fn leave_out(&mut self, waiting: &Waiting<'_>) {
        let (origins, is_begun) = waiting.origins();
        let (begun, rest) = origins.split_at(usize::from(is_begun));
        self.cut.extend(begun);
        self.omitted.extend(rest);
    }
}

/// Writes a card's lines as messages within `room`.
pub(crate) fn fit<'p>(
    layout: &'p Layout<'p>,
    dialect: &'static Dialect,
    cx: &'p Context<'_>,
    room: Room,
) -> Fitted {
    let setting = Setting { dialect, cx, room };
    let whole = Whole::new(layout, setting);
    let Some(had) = whole.length_over(room.text("")) else {
        return whole.into_fitted();
    };
    let had = had + room.overhead;
    let max_parts = match cx.options.fit {
        Fit::Reject => {
            let mut fitted = whole.into_fitted();
            fitted.over = Some(Over {
                had,
                is_whole: true,
                ..Over::default()
            });
            return fitted;
        }
        Fit::Split { max_parts } => max_parts.max(1),
        Fit::Truncate => 1,
    };
    // A message holds at least one unit of the card.
    let mut fitted = match max_parts.min(had) {
        1 => Packer::new(layout, setting, String::new(), Some(whole)).pack(1),
        parts => {
            drop(whole);
            Packer::new(layout, setting, number(parts, parts), None).pack(parts)
        }
    };
    if fitted.parts.len() == 1 && max_parts > 1 {
        // There is no room to go on in another message, and no need for a number.
        fitted = Packer::new(layout, setting, String::new(), None).pack(1);
    }
    if let Some(over) = &mut fitted.over {
        over.had = had;
    }
    fitted
}

/// The number of one message of several.
pub(crate) fn number(part: usize, parts: usize) -> String {
    format!("({part}/{parts})")
}

/// A line of the library's own.
fn own_line(content: Content<'static>, gap: Gap, origin: Origin) -> Line<'static> {
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
