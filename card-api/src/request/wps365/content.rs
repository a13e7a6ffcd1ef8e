use card_model::Violation;
use card_render::wps365::{Card, Mention, Message};
use serde_json::{Map, Value, json};

/// What a message holds, with its kind: the body's `type` and `content`.
///
/// ```
/// use message_card::wps365::{Content, ContentType};
/// use serde_json::json;
///
/// let content = Content::card(json!({"config": {}, "i18n_items": []}));
/// assert_eq!(content.r#type, ContentType::Card);
/// assert_eq!(content.content, json!({"card": {"config": {}, "i18n_items": []}}));
/// ```
///
/// A card is one of this platform's own dialect, not that of `msg_type` 23. A [`Message`] of the target `Wps365`, or a
/// [`Card`], becomes content as well: it is held to the rules that are known, and the request of one that breaks them is not
/// built. In a card that is given as JSON nothing is looked at.
///
/// A message of a robot is said to have at most 5000 characters, a card 15000; how they are counted is not documented. A
/// text is held to the first, a card to the second.
///
/// Source: `open.wps.cn/documents/app-integration-dev/wps365/server/im/message/message-content-description`.
#[derive(Debug, Clone, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Content {
    /// The kind.
    pub r#type: ContentType,
    /// What stands under `content`: an object with one field, of the kind's name.
    pub content: Value,
    /// Whom its markdown mentions; [`Create`](super::Create) and [`BatchCreate`](super::BatchCreate) take them over, the
    /// call that updates has no place for them.
    pub mentions: Vec<Mention>,
    /// What is wrong with a card that was not given as JSON.
    faults: Vec<Violation>,
}

impl Content {
    /// Content of this kind, as it stands under `content`.
    pub const fn new(r#type: ContentType, content: Value) -> Self {
        Self {
            r#type,
            content,
            mentions: Vec::new(),
            faults: Vec::new(),
        }
    }

    /// This card: `{"config":…,"i18n_items":…}`.
    pub fn card(card: Value) -> Self {
        Self::of(ContentType::Card, card)
    }

    /// This text, without markup.
    pub fn text(text: impl Into<String>) -> Self {
        let text = json!({"content": text.into(), "type": "plain"});
        Self::of(ContentType::Text, text)
    }

    /// Markdown with this source. A single line break in it is reported to become a blank.
    pub fn markdown(text: impl Into<String>) -> Self {
        let text = json!({"content": text.into(), "type": "markdown"});
        Self::of(ContentType::Text, text)
    }

    /// What is wrong with it, as far as that was looked at.
    pub(super) fn faults(&self) -> &[Violation] {
        &self.faults
    }

    fn of(r#type: ContentType, part: Value) -> Self {
        let fields = Map::from_iter([(r#type.name().to_owned(), part)]);
        Self::new(r#type, Value::Object(fields))
    }
}

impl From<Message> for Content {
    /// This card, with whom it mentions.
    fn from(message: Message) -> Self {
        let faults = message.validate().err().into_iter().flatten();
        let faults = faults.filter(|fault| !fault.pointer.starts_with("/mentions"));
        let faults = faults.collect();
        // A card is made of texts, flags, lists and what was JSON before: all of it has a JSON form.
        let card = serde_json::to_value(&message.card).unwrap_or_default();
        Self {
            mentions: message.mentions,
            faults,
            ..Self::card(card)
        }
    }
}

impl From<Card> for Content {
    /// This card, which mentions nobody.
    fn from(card: Card) -> Self {
        Message::new(card).into()
    }
}

impl From<Value> for Content {
    /// This card, as [`Content::card`] takes it.
    fn from(card: Value) -> Self {
        Self::card(card)
    }
}

/// A kind of message. The platform answers 400000002 to any other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ContentType {
    /// Plain text or markdown.
    Text,
    /// Text with pictures.
    RichText,
    /// A picture.
    Image,
    /// A file.
    File,
    /// A recording.
    Audio,
    /// A film.
    Video,
    /// A card.
    Card,
}

impl ContentType {
    /// The name on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::RichText => "rich_text",
            Self::Image => "image",
            Self::File => "file",
            Self::Audio => "audio",
            Self::Video => "video",
            Self::Card => "card",
        }
    }
}
