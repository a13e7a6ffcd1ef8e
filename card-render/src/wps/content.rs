//! What a message says: a card, a text, or what this library does not know.

use card_model::{Card, Str};
use serde_json::Value;

/// The `content` of a message, with its kind.
///
/// ```
/// use message_card::Card;
/// use message_card::wps::Content;
///
/// let content = Content::from(Card::new().hr());
/// assert_eq!(content.msg_type(), 23);
/// assert_eq!(serde_json::to_string(&content)?, r#"{"type":23,"content":{"elements":[{"tag":"hr"}]}}"#);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Source: `bgpt.qhzwfw.gov.cn/developer/document/app/history/collab-dev/dev-guide/msg-card/quick-start/how-to-send-msg-card.html`
/// (field `content`) for cards; programs in use for the other kinds.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Content {
    /// A card: `{"type":23,"content":…}`.
    Card(Card),
    /// A text: `{"type":1,"body":…}`.
    ///
    /// The body is sent as it is. What a client makes of `<at …>` in a body without `style` is not documented: for text
    /// that comes from elsewhere, a card is the safe way.
    Text {
        /// How the body is read: `markdown` is the one value seen. `None`: as plain text.
        style: Option<Str>,
        /// The text; at most 5000 characters.
        body: Str,
    },
    /// Content of another kind, or of another shape than the ones above, as it stands in the body.
    Other {
        /// The kind; 12 (file), 13 (picture) and 18 (text with pictures) are seen in programs, as are 2, 19 and 20, whose
        /// meaning is unknown.
        msg_type: i64,
        /// The content. That of some kinds repeats `msg_type` as `type`, that of others does not.
        content: Value,
    },
}

/// The `msg_type` of a card.
pub(super) const CARD: i64 = 23;

/// The `msg_type` of a text.
pub(super) const TEXT: i64 = 1;

impl Content {
    /// The kind: the body's `msg_type`.
    pub const fn msg_type(&self) -> i64 {
        match self {
            Self::Card(_) => CARD,
            Self::Text { .. } => TEXT,
            Self::Other { msg_type, .. } => *msg_type,
        }
    }
}

impl From<Card> for Content {
    fn from(card: Card) -> Self {
        Self::Card(card)
    }
}
