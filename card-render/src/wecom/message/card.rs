//! A card of one of the two kinds.

use serde_json::Value;

use super::{NewsNotice, TextNotice};
use crate::wire::{self, Part, Read, Write, deserialize, kind, serialize, unknown};

/// A card: one of the two kinds that are documented for the webhook. There is no markup and no mention in it.
///
/// ```
/// use message_card::wecom::{CardAction, Message, TextNotice};
///
/// let notice = TextNotice::new("发布完成", CardAction::url("https://ci.example.com/128"));
/// assert_eq!(
///     serde_json::to_string(&Message::from(notice))?,
///     concat!(
///         r#"{"msgtype":"template_card","template_card":{"card_type":"text_notice","main_title":{"title":"发布完成"},"#,
///         r#""card_action":{"type":1,"url":"https://ci.example.com/128"}}}"#
///     )
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// All its lengths are recommendations, so a longer text is no violation; what a client does with it is not documented.
///
/// Source: `developer.work.weixin.qq.com/document/path/99110`, 模版卡片类型.
#[derive(Debug, Clone, PartialEq)]
#[must_use]
#[non_exhaustive]
pub enum TemplateCard {
    /// A card of texts: `text_notice`.
    TextNotice(Box<TextNotice>),
    /// A card with a picture: `news_notice`.
    NewsNotice(Box<NewsNotice>),
}

impl TemplateCard {
    /// The kind, as the wire calls it.
    pub const fn card_type(&self) -> &'static str {
        match self {
            Self::TextNotice(_) => "text_notice",
            Self::NewsNotice(_) => "news_notice",
        }
    }
}

impl From<TextNotice> for TemplateCard {
    fn from(notice: TextNotice) -> Self {
        Self::TextNotice(Box::new(notice))
    }
}

impl From<NewsNotice> for TemplateCard {
    fn from(notice: NewsNotice) -> Self {
        Self::NewsNotice(Box::new(notice))
    }
}

impl Write for TemplateCard {
    fn write(&self) -> Part<'_> {
        match self {
            Self::TextNotice(notice) => notice.write(),
            Self::NewsNotice(notice) => notice.write(),
        }
    }
}

serialize!(TemplateCard);

impl Read for TemplateCard {
    fn read(json: Value) -> wire::Result<Self> {
        match kind(&json, "card_type")? {
            "text_notice" => TextNotice::read(json).map(Self::from),
            "news_notice" => NewsNotice::read(json).map(Self::from),
            other => Err(unknown(other, &["text_notice", "news_notice"]).within("card_type")),
        }
    }
}

deserialize!(TemplateCard);
