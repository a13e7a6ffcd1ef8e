//! A message, and what it says.

mod at;
mod buttons;
mod card;
mod feed;
mod text;
mod validate;

use card_model::Str;
use serde_json::Value;

pub use self::{
    at::At,
    buttons::{ActionButton, Buttons, Orientation},
    card::ActionCard,
    feed::{FeedCard, FeedLink},
    text::{Link, Markdown, Text},
};
use crate::{
    wire::{self, Object, Part, Read, Write, deserialize, kinds, serialize_object},
    wps::UnreadableMessage,
};

/// One message of a group robot.
///
/// ```
/// use message_card::dingtalk::{At, Message, Text};
///
/// let message = Message::new(Text::new("发布失败 @13800001111")).at(At::new().mobile("13800001111"));
/// let json = concat!(
///     r#"{"msgtype":"text","text":{"content":"发布失败 @13800001111"},"#,
///     r#""at":{"atMobiles":["13800001111"]}}"#
/// );
/// assert_eq!(serde_json::to_string(&message)?, json);
/// assert_eq!(serde_json::from_str::<Message>(json)?, message);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Reading drops nothing silently: an unknown field, a `null` and an unknown `msgtype` are errors that name their place. A
/// field that is there twice is not seen, the last one counts.
///
/// Source: `open.dingtalk.com/document/development/custom-robots-send-group-messages`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
#[non_exhaustive]
pub struct Message {
    /// What is sent.
    pub content: Content,
    /// Who is mentioned. A [`Link`] and a [`FeedCard`] cannot mention; whether an [`ActionCard`] notifies is unsettled: it
    /// is seen to show the mention, and reported not to notify.
    pub at: Option<At>,
    /// A name of the message, the same again where it is sent again after a timeout, so that it is not shown twice. No
    /// length is documented.
    pub msg_uuid: Option<Str>,
}

impl Message {
    /// A message that mentions nobody.
    pub fn new(content: impl Into<Content>) -> Self {
        Self {
            content: content.into(),
            at: None,
            msg_uuid: None,
        }
    }

    /// Sets who is mentioned; one without anybody is left out.
    pub fn at(mut self, at: At) -> Self {
        self.at = (!at.is_empty()).then_some(at);
        self
    }

    /// Sets the name of the message.
    pub fn msg_uuid(mut self, uuid: impl Into<String>) -> Self {
        self.msg_uuid = Some(Str::Owned(uuid.into()));
        self
    }
}

impl From<Content> for Message {
    fn from(content: Content) -> Self {
        Self::new(content)
    }
}

kinds! {
    /// What a message holds: one of the five kinds that the webhook takes.
    ///
    /// ```
    /// use message_card::dingtalk::{Content, Markdown};
    ///
    /// let content = Content::from(Markdown::new("发布完成", "### 发布完成"));
    /// assert_eq!(content.msgtype(), "markdown");
    /// ```
    ///
    /// Source: `open.dingtalk.com/document/development/robot-message-type`.
    #[derive(Debug, Clone, PartialEq, Eq)]
    #[must_use]
    #[non_exhaustive]
    Content beside ["at", "msgUuid"] {
        /// Plain text.
        Text = "text",
        /// Markdown.
        Markdown = "markdown",
        /// One link with a picture.
        Link = "link",
        /// Markdown with buttons.
        ActionCard = "actionCard",
        /// Links with pictures.
        FeedCard = "feedCard",
    }
}

impl Object for Message {
    fn each(&self, field: &mut dyn FnMut(&'static str, Part<'_>)) {
        self.content.each(field);
        if let Some(at) = &self.at {
            field("at", at.write());
        }
        if let Some(uuid) = &self.msg_uuid {
            field("msgUuid", uuid.write());
        }
    }
}

serialize_object!(Message);

impl Message {
    /// Reads a message from a value that was read before.
    ///
    /// ```
    /// use message_card::dingtalk::Message;
    ///
    /// let json = serde_json::json!({"msgtype": "text", "text": {"text": "a"}});
    /// assert_eq!(Message::from_value(json).unwrap_err().pointer, "/text/text");
    /// ```
    ///
    /// # Errors
    ///
    /// The first [`UnreadableMessage`], with its place.
    pub fn from_value(json: Value) -> Result<Self, UnreadableMessage> {
        Read::read(json)
    }
}

impl Read for Message {
    fn read(json: Value) -> wire::Result<Self> {
        let (content, mut fields) = Content::open(json)?;
        let at = fields.some("at");
        let msg_uuid = fields.some("msgUuid");
        fields.end()?;
        Ok(Self {
            content,
            at,
            msg_uuid,
        })
    }
}

deserialize!(Message);
