//! Why a body cannot be read.

use std::fmt;

use card_model::{Position, ReadError, ReadErrorKind, words::join};

use super::super::receivers::FIELDS;
use crate::{pointer::Pointer, quote::Place};

/// Why a body could not be read as a message, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnreadableMessage {
    /// Where: an RFC 6901 pointer into the body. Empty for the body as a whole.
    pub pointer: String,
    /// Why.
    pub kind: UnreadableKind,
    /// Where in the text of the body, if that is known.
    pub position: Option<Position>,
}

/// Why a body could not be read as a message.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum UnreadableKind {
    /// For one of the reasons for which a card cannot be read.
    Document(ReadErrorKind),
    /// There has to be exactly one kind of receivers: there is none, or there are these.
    Receivers(Vec<&'static str>),
    /// The content says another kind than the message.
    OtherKind {
        /// The message's `msg_type`.
        msg_type: i64,
        /// The content's `type`.
        found: i64,
    },
}

impl UnreadableMessage {
    pub(super) const fn new(kind: UnreadableKind) -> Self {
        Self {
            pointer: String::new(),
            kind,
            position: None,
        }
    }

    pub(crate) const fn document(kind: ReadErrorKind) -> Self {
        Self::new(UnreadableKind::Document(kind))
    }

    /// Moves the pointer under the field or item of this name.
    pub(crate) fn within(mut self, name: &str) -> Self {
        let mut pointer = Pointer::default();
        pointer.enter(name);
        self.pointer.insert_str(0, pointer.as_str());
        self
    }
}

impl From<ReadError> for UnreadableMessage {
    fn from(error: ReadError) -> Self {
        Self {
            pointer: error.pointer,
            kind: UnreadableKind::Document(error.kind),
            position: error.position,
        }
    }
}

impl fmt::Display for UnreadableMessage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = Place {
            pointer: &self.pointer,
            whole: "the message",
        };
        match self.position {
            Some(position) => write!(f, "{place} ({position}): {}", self.kind),
            None => write!(f, "{place}: {}", self.kind),
        }
    }
}

impl UnreadableKind {
    /// A short name that does not change between versions: of a document, [`ReadErrorKind::code`].
    ///
    /// ```
    /// use message_card::wps::SendMessage;
    ///
    /// let error = SendMessage::from_json(r#"{"msg_type":1}"#).unwrap_err();
    /// assert_eq!(error.kind.code(), "receivers");
    /// ```
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Document(kind) => kind.code(),
            Self::Receivers(_) => "receivers",
            Self::OtherKind { .. } => "other-kind",
        }
    }
}

impl fmt::Display for UnreadableKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Document(kind) => kind.fmt(f),
            Self::Receivers(found) if found.is_empty() => {
                write!(
                    f,
                    "there are no receivers, add one of `{}`",
                    join(FIELDS, "`, `")
                )
            }
            Self::Receivers(found) => write!(
                f,
                "several kinds of receivers, `{}`: a message has one",
                join(found, "`, `")
            ),
            Self::OtherKind { msg_type, found } => write!(
                f,
                "the content has `type` {found}, the message `msg_type` {msg_type}: they have to agree"
            ),
        }
    }
}

impl std::error::Error for UnreadableMessage {}
