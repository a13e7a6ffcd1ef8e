//! The buttons of an `actionCard`.

use card_model::Str;
use serde_json::Value;

use crate::wire::{self, Part, Read, Write, object, text, unknown};

/// The buttons of an [`ActionCard`](super::ActionCard).
///
/// Source: `open.dingtalk.com/document/development/robot-message-type`, actionCard 类型.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
#[non_exhaustive]
pub enum Buttons {
    /// One: `singleTitle` and `singleURL`. On phones, a tap anywhere on the card is documented to lead to its URL for the
    /// messages of service groups; for robots this is likely, not documented.
    Single {
        /// What the button says.
        title: Str,
        /// Where it leads.
        url: Str,
    },
    /// Several: `btns`. No number is documented for robots; the platform's own templates have at most 5.
    Several(Vec<ActionButton>),
}

impl Buttons {
    /// One button.
    pub fn single(title: impl Into<String>, url: impl Into<String>) -> Self {
        Self::Single {
            title: Str::Owned(title.into()),
            url: Str::Owned(url.into()),
        }
    }

    /// Several buttons.
    pub fn several(buttons: impl IntoIterator<Item = ActionButton>) -> Self {
        Self::Several(buttons.into_iter().collect())
    }
}

/// One of several buttons.
///
/// Source: `open.dingtalk.com/document/development/robot-message-type`, actionCard 类型 (`btns`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
#[non_exhaustive]
pub struct ActionButton {
    /// What the button says. No length is documented for robots.
    pub title: Str,
    /// Where it leads.
    pub action_url: Str,
}

impl ActionButton {
    /// A button that leads to this URL.
    pub fn new(title: impl Into<String>, action_url: impl Into<String>) -> Self {
        Self {
            title: Str::Owned(title.into()),
            action_url: Str::Owned(action_url.into()),
        }
    }
}

object!(ActionButton {
    must "title" title,
    must "actionURL" action_url,
});

/// How several buttons stand.
///
/// Source: `open.dingtalk.com/document/development/robot-message-type`, actionCard 类型 (`btnOrientation`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Orientation {
    /// One below the other: `"0"` on the wire.
    Vertical,
    /// Side by side: `"1"` on the wire. For exactly two buttons; others are shown one below the other.
    Horizontal,
}

impl Orientation {
    /// The code on the wire.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Vertical => "0",
            Self::Horizontal => "1",
        }
    }
}

impl Write for Orientation {
    fn write(&self) -> Part<'_> {
        Part::Text(self.code())
    }
}

wire::serialize!(Orientation);

impl Read for Orientation {
    fn read(json: Value) -> wire::Result<Self> {
        let is_horizontal = switch(json)?;
        Ok(if is_horizontal {
            Self::Horizontal
        } else {
            Self::Vertical
        })
    }
}

wire::deserialize!(Orientation);

/// A switch of an `actionCard`: a string by the documentation, which programs send as an integer.
pub(super) fn switch(json: Value) -> wire::Result<bool> {
    let code = match json {
        Value::Number(number) => Str::Owned(number.to_string()),
        other => text(other)?,
    };
    match code.as_ref() {
        "0" => Ok(false),
        "1" => Ok(true),
        other => Err(unknown(other, &["0", "1"])),
    }
}
