//! What a target cannot show.

use std::{borrow::Cow, fmt};

use card_model::spec::Limit;

pub use card_model::spec::Severity;

use crate::quote::{Place, lines};

/// What a target cannot show of a card, or shows in another way.
///
/// Displayed, it is one line per loss.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
pub struct Report {
    losses: Vec<Loss>,
}

impl Report {
    /// A report without entries.
    pub const fn new() -> Self {
        Self { losses: Vec::new() }
    }

    /// Adds an entry; entries stand in the order of the card.
    pub fn push(&mut self, loss: Loss) {
        self.losses.push(loss);
    }

    /// Leaves nothing but the first entries.
    pub(crate) fn truncate(&mut self, length: usize) {
        self.losses.truncate(length);
    }

    /// The entries, in the order of the card.
    pub fn losses(&self) -> &[Loss] {
        &self.losses
    }

    pub(crate) fn into_losses(self) -> Vec<Loss> {
        self.losses
    }

    /// As [`Report::losses`].
    pub fn iter(&self) -> std::slice::Iter<'_, Loss> {
        self.losses.iter()
    }

    /// Whether the target shows the whole card as it is.
    pub fn is_empty(&self) -> bool {
        self.losses.is_empty()
    }

    /// The severity of the worst entry.
    pub fn worst(&self) -> Option<Severity> {
        let mut worst = None;
        for loss in &self.losses {
            worst = worst.max(Some(loss.severity));
        }
        worst
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        lines(f, &self.losses)
    }
}

impl<'a> IntoIterator for &'a Report {
    type Item = &'a Loss;
    type IntoIter = std::slice::Iter<'a, Loss>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl From<Vec<Loss>> for Report {
    fn from(losses: Vec<Loss>) -> Self {
        Self { losses }
    }
}

/// One part of a card that a target shows in another way, or not at all.
///
/// Displayed, it is one line that says where, what and why.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
#[non_exhaustive]
pub struct Loss {
    /// Where: an RFC 6901 pointer into the card's own JSON. Empty for the card as a whole.
    pub pointer: String,
    /// The tag of the element, as it is called in markup, such as `button`.
    pub element: Cow<'static, str>,
    /// What became of it.
    pub kind: LossKind,
    /// How much is lost.
    pub severity: Severity,
    /// What happened, in a sentence without a full stop.
    pub detail: String,
}

impl Loss {
    /// An entry at `pointer` for an element with this tag.
    pub fn new(
        pointer: impl Into<String>,
        element: impl Into<Cow<'static, str>>,
        kind: LossKind,
        severity: Severity,
        detail: impl Into<String>,
    ) -> Self {
        Self {
            pointer: pointer.into(),
            element: element.into(),
            kind,
            severity,
            detail: detail.into(),
        }
    }
}

impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = Place {
            pointer: &self.pointer,
            whole: "the card",
        };
        write!(f, "{place}: {}", self.detail)
    }
}

/// What became of a part that a target cannot show as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum LossKind {
    /// It is not there.
    Dropped,
    /// Something else stands in its place.
    Replaced,
    /// It was cut to the target's limit.
    Clamped {
        /// How long it may be.
        limit: Limit,
        /// How long it was, in the limit's unit.
        had: usize,
    },
    /// It says the same in other characters.
    Rewritten,
    /// It is spread over several messages.
    Split {
        /// How many.
        parts: usize,
    },
    /// The name is there, but nobody is notified.
    MentionLost,
}

impl LossKind {
    /// A short name that does not change between versions.
    ///
    /// ```
    /// use message_card::LossKind;
    ///
    /// assert_eq!(LossKind::MentionLost.code(), "mention-lost");
    /// assert!(LossKind::CODES.contains(&"mention-lost"));
    /// ```
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Dropped => "dropped",
            Self::Replaced => "replaced",
            Self::Clamped { .. } => "clamped",
            Self::Rewritten => "rewritten",
            Self::Split { .. } => "split",
            Self::MentionLost => "mention-lost",
        }
    }

    /// Every code, in the order of the variants.
    pub const CODES: &'static [&'static str] = &[
        "dropped",
        "replaced",
        "clamped",
        "rewritten",
        "split",
        "mention-lost",
    ];
}
