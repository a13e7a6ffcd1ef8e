//! The messages that the webhook of a group robot takes.

use card_model::{Card, Str, Violations, spec::WEBHOOK};
use serde_core::{Serialize, Serializer, ser::SerializeMap};
use serde_json::Value;

use super::UnreadableMessage;
use crate::wire::{self, Check, Fields, Read, deserialize, kind, object, unknown};

/// One message of a group robot: the body that its webhook takes.
///
/// ```
/// use message_card::Card;
/// use message_card::wps::WebhookMessage;
///
/// let message = WebhookMessage::from(Card::new().hr());
/// let json = r#"{"msgtype":"card","card":{"elements":[{"tag":"hr"}]}}"#;
/// assert_eq!(serde_json::to_string(&message)?, json);
/// assert_eq!(serde_json::from_str::<WebhookMessage>(json)?, message);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Third parties name a fourth kind, `link`, whose shape is unknown; it cannot be read. That the webhook takes cards of this
/// dialect is seen in programs, not in the documentation. Fields that are there twice are not seen by reading, and the links
/// of a card may change their order.
///
/// Source: `open-xz.wps.cn/pages/client/robot/custom-robot`.
#[derive(Debug, Clone, PartialEq)]
#[must_use]
#[non_exhaustive]
pub enum WebhookMessage {
    /// A card: `{"msgtype":"card","card":…}`.
    Card(Box<Card>),
    /// Markdown: `{"msgtype":"markdown","markdown":{"text":…}}`.
    Markdown {
        /// The source: at most 5000 characters.
        text: Str,
    },
    /// A text: `{"msgtype":"text","text":{"content":…}}`.
    Text {
        /// The text, in which `<at user_id="…">name</at>` and `<at email="…">name</at>` mention a person, and the user id
        /// -1 everybody: at most 5000 characters.
        content: Str,
    },
}

impl WebhookMessage {
    /// Markdown with this source.
    pub fn markdown(text: impl Into<String>) -> Self {
        Self::Markdown {
            text: Str::Owned(text.into()),
        }
    }

    /// This text.
    pub fn text(content: impl Into<String>) -> Self {
        Self::Text {
            content: Str::Owned(content.into()),
        }
    }

    /// Holds the message to the platform's limits, and its card to the rules of cards.
    ///
    /// A message may have 5000 characters; what counts is not documented. Here it is the text, and for a card what
    /// [`Card::validate`] counts.
    ///
    /// ```
    /// use message_card::wps::WebhookMessage;
    ///
    /// assert_eq!(
    ///     WebhookMessage::text("").validate().unwrap_err().to_string(),
    ///     "/text/content: `content` is empty, give it a value"
    /// );
    /// ```
    ///
    /// # Errors
    ///
    /// All the [`Violations`], in the order of the body's JSON.
    pub fn validate(&self) -> Result<(), Violations> {
        let mut check = Check::default();
        match self {
            Self::Card(card) => check.within("card", |check| check.take_over(card.validate())),
            Self::Markdown { text } => {
                check.within("markdown", |check| check.content("text", WEBHOOK, text));
            }
            Self::Text { content } => {
                check.within("text", |check| check.content("content", WEBHOOK, content));
            }
        }
        check.finish()
    }
}

impl From<Card> for WebhookMessage {
    fn from(card: Card) -> Self {
        Self::Card(Box::new(card))
    }
}

/// What stands under `markdown`.
struct Markdown {
    text: Str,
}

object!(Markdown { must "text" text });

/// What stands under `text`.
struct Text {
    content: Str,
}

object!(Text { must "content" content });

impl Serialize for WebhookMessage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_map(Some(2))?;
        match self {
            Self::Card(card) => {
                fields.serialize_entry("msgtype", "card")?;
                fields.serialize_entry("card", card)?;
            }
            Self::Markdown { text } => {
                let text = text.clone();
                fields.serialize_entry("msgtype", "markdown")?;
                fields.serialize_entry("markdown", &Markdown { text })?;
            }
            Self::Text { content } => {
                let content = content.clone();
                fields.serialize_entry("msgtype", "text")?;
                fields.serialize_entry("text", &Text { content })?;
            }
        }
        fields.end()
    }
}

impl WebhookMessage {
    /// Reads a message from a value that was read before.
    ///
    /// ```
    /// use message_card::wps::WebhookMessage;
    ///
    /// let json = serde_json::json!({"msgtype": "text", "text": {"text": "a"}});
    /// assert_eq!(WebhookMessage::from_value(json).unwrap_err().pointer, "/text/text");
    /// ```
    ///
    /// # Errors
    ///
    /// The first [`UnreadableMessage`], with its place.
    pub fn from_value(json: Value) -> Result<Self, UnreadableMessage> {
        Read::read(json)
    }
}

impl Read for WebhookMessage {
    fn read(json: Value) -> wire::Result<Self> {
        match kind(&json, "msgtype")? {
            "card" => {
                let mut fields = Fields::open(json, &["msgtype", "card"])?;
                let card = fields.required("card", |json| Ok(Card::from_value(json)?))?;
                Ok(Self::from(card))
            }
            "markdown" => {
                let mut fields = Fields::open(json, &["msgtype", "markdown"])?;
                let Markdown { text } = fields.required("markdown", Read::read)?;
                Ok(Self::Markdown { text })
            }
            "text" => {
                let mut fields = Fields::open(json, &["msgtype", "text"])?;
                let Text { content } = fields.required("text", Read::read)?;
                Ok(Self::Text { content })
            }
            other => Err(unknown(other, &["text", "markdown", "card"]).within("msgtype")),
        }
    }
}

deserialize!(WebhookMessage);
