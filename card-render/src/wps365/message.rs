//! A message with a card.

use card_model::{Card as OlderCard, ReadError, Violations, spec::wps365::MENTIONS};
use serde_json::Value;

use super::{Card, Mention, read};
use crate::{
    Report,
    wire::{self, Check, Fields, Object, Part, Read, Write, deserialize, serialize_object, word},
    wps::UnreadableMessage,
};

/// A message with a card: what is sent, but for who gets it.
///
/// ```
/// use message_card::wps365::{Card, I18nItem, Identity, Language, Mention, Message, Text, Body};
///
/// let text = Text::markdown(r#"负责人 <at id="2">林亮</at>"#);
/// let card = Card::new([I18nItem::new(Language::ZhCn, Body::new([text]))]);
/// let message = Message::new(card).mention(Mention::user("2", Identity::new("11111", "22222")));
/// message.validate()?;
/// # Ok::<(), message_card::Violations>(())
/// ```
///
/// Serialised, it is `{"type":"card","mentions":[…],"content":{"card":…}}`: the body of a call without its receivers, and
/// without mentions the body of the call that updates. With the feature `api`, it goes into
/// `wps365::Create::new(receiver, message)`.
///
/// Sources: `open.wps.cn/documents/app-integration-dev/wps365/server/im/message/single-create-msg.html`,
/// `…/message-content-description`.
#[derive(Debug, Clone, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Message {
    /// Whom its markdown mentions: at most 100.
    pub mentions: Vec<Mention>,
    /// The card.
    pub card: Card,
}

impl Message {
    /// A message with this card that mentions nobody.
    pub const fn new(card: Card) -> Self {
        Self {
            mentions: Vec::new(),
            card,
        }
    }

    /// Adds whom its markdown mentions.
    pub fn mention(mut self, mention: Mention) -> Self {
        self.mentions.push(mention);
        self
    }

    /// Reads a message: its `type`, `mentions` and `content`. A body with receivers is none.
    ///
    /// # Errors
    ///
    /// The first [`ReadError`].
    pub fn from_json(json: &str) -> Result<Self, ReadError> {
        read::from_json(json)
    }

    /// Reads a message from a value that was read before, as [`Card::from_value`] does.
    ///
    /// ```
    /// use message_card::wps365::Message;
    ///
    /// let json = serde_json::json!({"type": "card", "content": {"card": {}}});
    /// let error = Message::from_value(json).unwrap_err();
    /// assert_eq!(error.to_string(), "/content/card: missing field `i18n_items`");
    /// ```
    ///
    /// # Errors
    ///
    /// The first [`UnreadableMessage`], with its place.
    pub fn from_value(json: Value) -> Result<Self, UnreadableMessage> {
        Self::read(json)
    }

    /// Holds the message to the rules that are known: those of [`Card::validate`], and those of mentions. The pointers lead
    /// into the message's JSON.
    ///
    /// # Errors
    ///
    /// Everything that is wrong.
    pub fn validate(&self) -> Result<(), Violations> {
        let mut check = Check::default();
        check.count("mentions", MENTIONS, self.mentions.len());
        check.each("mentions", &self.mentions, |check, mention| {
            check.filled("id", &mention.id);
            check.part("identity", mention.identity.as_ref(), |check, identity| {
                check.filled("company_id", &identity.company_id);
                check.filled("id", &identity.id);
            });
        });
        check.within("content", |check| {
            check.within("card", |check| check.take_over(self.card.validate()));
        });
        check.finish()
    }

    /// The message as JSON, where it keeps to the rules.
    ///
    /// # Errors
    ///
    /// As [`Message::validate`].
    pub fn to_json(&self) -> Result<String, Violations> {
        self.validate()?;
        // A message is made of texts, flags, lists and what was JSON before.
        Ok(self.write().to_json().unwrap_or_default())
    }

    /// The card in the older dialect, as [`Card::to_card`] makes it.
    pub fn to_card(&self) -> (OlderCard, Report) {
        self.card.to_card()
    }
}

impl From<Card> for Message {
    fn from(card: Card) -> Self {
        Self::new(card)
    }
}

impl Object for Message {
    fn each(&self, field: &mut dyn FnMut(&'static str, Part<'_>)) {
        field("type", Part::Text("card"));
        if !self.mentions.is_empty() {
            field("mentions", self.mentions.write());
        }
        field("content", Part::Object(&Content(&self.card)));
    }
}

serialize_object!(Message);

/// What stands under `content`.
struct Content<'a>(&'a Card);

impl Object for Content<'_> {
    fn each(&self, field: &mut dyn FnMut(&'static str, Part<'_>)) {
        field("card", self.0.write());
    }
}

impl Read for Message {
    fn read(json: Value) -> wire::Result<Self> {
        let mut fields = Fields::open(json, &["type", "mentions", "content"])?;
        fields.required("type", |kind| word(&kind, &["card"]))?;
        let mentions = fields.optional("mentions", Read::read)?;
        let card = fields.required("content", |content| {
            Fields::open(content, &["card"])?.required("card", Read::read)
        })?;
        Ok(Self {
            mentions: mentions.unwrap_or_default(),
            card,
        })
    }
}

deserialize!(Message);
