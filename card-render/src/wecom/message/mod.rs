//! A message, and what it says.

mod card;
mod link;
mod media;
mod news;
mod notice;
mod picture;
mod quote;
mod rows;
mod text;
mod title;
mod validate;

use serde_json::Value;

pub use self::{
    card::TemplateCard,
    link::{CardAction, Jump},
    media::{File, Image, Voice},
    news::{Article, News},
    notice::{NewsNotice, TextNotice},
    picture::{ASPECT_RATIO, CardImage, ImageTextArea},
    quote::QuoteArea,
    rows::{HorizontalContent, VerticalContent},
    text::{Markdown, MarkdownV2, Text},
    title::{EmphasisContent, MainTitle, Source},
};
use crate::{
    wire::{self, Read, deserialize, kinds, serialize_object},
    wps::UnreadableMessage,
};

kinds! {
    /// One message of a group robot.
    ///
    /// ```
    /// use message_card::wecom::{Message, Text};
    ///
    /// let message = Message::from(Text::new("发布完成").mention("wangqing"));
    /// let json = r#"{"msgtype":"text","text":{"content":"发布完成","mentioned_list":["wangqing"]}}"#;
    /// assert_eq!(serde_json::to_string(&message)?, json);
    /// assert_eq!(serde_json::from_str::<Message>(json)?, message);
    ///
    /// let error = serde_json::from_str::<Message>(r#"{"msgtype":"text","text":{"contents":"x"}}"#).unwrap_err();
    /// assert!(error.to_string().starts_with("/text/contents: unknown field `contents`, did you mean `content`?"));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    ///
    /// Reading drops nothing silently: an unknown field, a `null` and an unknown `msgtype` are errors that name their place.
    /// An empty list is read as one that is not there; a field that is there twice is not seen, the last one counts.
    ///
    /// Source: `developer.work.weixin.qq.com/document/path/99110`.
    #[derive(Debug, Clone, PartialEq)]
    #[must_use]
    #[non_exhaustive]
    Message beside [] {
        /// Plain text, with mentions.
        Text = "text",
        /// The older markdown, with colours and mentions.
        Markdown = "markdown",
        /// The newer markdown, with tables and pictures.
        MarkdownV2 = "markdown_v2",
        /// A picture.
        Image = "image",
        /// Links with pictures.
        News = "news",
        /// A file that was uploaded.
        File = "file",
        /// A recording that was uploaded.
        Voice = "voice",
        /// A card.
        TemplateCard = "template_card",
    }
}

impl From<TextNotice> for Message {
    fn from(notice: TextNotice) -> Self {
        Self::TemplateCard(notice.into())
    }
}

impl From<NewsNotice> for Message {
    fn from(notice: NewsNotice) -> Self {
        Self::TemplateCard(notice.into())
    }
}

serialize_object!(Message);

impl Message {
    /// Reads a message from a value that was read before.
    ///
    /// ```
    /// use message_card::wecom::Message;
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
        Self::open(json).map(|(message, _)| message)
    }
}

deserialize!(Message);
