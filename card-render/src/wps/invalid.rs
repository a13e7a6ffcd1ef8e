//! What is wrong with a message.

use std::fmt;

use card_model::Rule;

use crate::quote::{Place, lines};

/// All the ways in which a message breaks the rules of the call: at least one.
///
/// Displayed, it is one line per fault.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvalidMessage(Vec<Fault>);

impl InvalidMessage {
    /// `Ok` where nothing was found.
    pub(super) fn check(found: Vec<Fault>) -> Result<(), Self> {
        if found.is_empty() {
            Ok(())
        } else {
            Err(Self(found))
        }
    }

    /// The one fault of a message that could not be written.
    pub(super) fn unwritable(error: &serde_json::Error) -> Self {
        let kind = FaultKind::Json(error.to_string());
        Self(vec![Fault {
            pointer: String::new(),
            kind,
        }])
    }

    /// The faults, in the order of the body's JSON.
    pub fn faults(&self) -> &[Fault] {
        &self.0
    }

    /// As [`InvalidMessage::faults`].
    pub fn iter(&self) -> std::slice::Iter<'_, Fault> {
        self.0.iter()
    }
}

impl fmt::Display for InvalidMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        lines(f, &self.0)
    }
}

impl std::error::Error for InvalidMessage {}

impl<'a> IntoIterator for &'a InvalidMessage {
    type Item = &'a Fault;
    type IntoIter = std::slice::Iter<'a, Fault>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// One way in which a message breaks the rules of the call.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fault {
    /// Where: an RFC 6901 pointer into the body's JSON. A card begins at `/content/content`.
    pub pointer: String,
    /// What is wrong there.
    pub kind: FaultKind,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = Place {
            pointer: &self.pointer,
            whole: "the message",
        };
        write!(f, "{place}: {}", self.kind)
    }
}

/// What is wrong in a message.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum FaultKind {
    /// A rule that cards have as well, or one of the card's own.
    Rule(Rule),
    /// A list of receivers is empty.
    NoReceivers,
    /// The id of a receiver is empty.
    EmptyId,
    /// The field of this name has to be there, because the message will be updated.
    NeededForUpdate(&'static str),
    /// A `utype` that is not documented.
    Utype(i64),
    /// The content says another kind than the message.
    OtherKind {
        /// The message's `msg_type`.
        msg_type: i64,
        /// The content's `type`.
        found: i64,
    },
    /// The message could not be written as JSON; the text says why.
    Json(String),
}

impl FaultKind {
    /// A short name that does not change between versions: of a rule, [`Rule::code`].
    ///
    /// ```
    /// use message_card::{Card, wps::{FaultKind, Receivers, SendMessage}};
    ///
    /// let message = SendMessage::new("AK", Receivers::chats([]), Card::new().hr());
    /// let invalid = message.validate().unwrap_err();
    /// assert_eq!(invalid.faults()[0].kind.code(), "no-receivers");
    /// assert!(FaultKind::CODES.contains(&"no-receivers"));
    /// ```
    pub fn code(&self) -> &'static str {
        match self {
            Self::Rule(rule) => rule.code(),
            Self::NoReceivers => "no-receivers",
            Self::EmptyId => "empty-id",
            Self::NeededForUpdate(_) => "needed-for-update",
            Self::Utype(_) => "utype",
            Self::OtherKind { .. } => "other-kind",
            Self::Json(_) => "json",
        }
    }

    /// The codes that a rule does not have, in the order of the variants.
    pub const CODES: &'static [&'static str] = &[
        "no-receivers",
        "empty-id",
        "needed-for-update",
        "utype",
        "other-kind",
        "json",
    ];
}

impl fmt::Display for FaultKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rule(Rule::EmptyCard) => write!(f, "the card {}", Rule::EmptyCard),
            Self::Rule(rule) => rule.fmt(f),
            Self::NoReceivers => f.write_str("there are no receivers, name at least one"),
            Self::EmptyId => f.write_str("the id is empty, give it a value or take it out"),
            Self::NeededForUpdate(field) => {
                write!(
                    f,
                    "`{field}` is missing, a message with `utype` 1 has to have it"
                )
            }
            Self::Utype(code) => write!(
                f,
                "unknown `utype` {code}, use 1 where the message will be updated, else 0"
            ),
            Self::OtherKind { msg_type, found } => write!(
                f,
                "the content has `type` {found}, the message `msg_type` {msg_type}: write the same number"
            ),
            Self::Json(error) => write!(f, "not writable as JSON: {error}"),
        }
    }
}
