//! `text`, `markdown` and `link`.

use card_model::Str;

use crate::wire::{object, texts};

/// Plain text.
///
/// Source: `open.dingtalk.com/document/development/robot-message-type`, 文本类型.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
#[non_exhaustive]
pub struct Text {
    /// What is shown, without markup. Only the whole body has a limit, of 20000 bytes.
    pub content: Str,
}

impl Text {
    /// This text.
    pub fn new(content: impl Into<String>) -> Self {
        Self {
            content: Str::Owned(content.into()),
        }
    }
}

object!(Text { must "content" content });

/// Markdown.
///
/// ```
/// use message_card::dingtalk::{Markdown, Message};
///
/// let message = Message::new(Markdown::new("发布完成", "### 发布完成\n\n全部通过"));
/// assert_eq!(
///     serde_json::to_string(&message)?,
///     r####"{"msgtype":"markdown","markdown":{"title":"发布完成","text":"### 发布完成\n\n全部通过"}}"####
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// The text is sent as it is: how markup in it can be escaped is not documented.
///
/// Source: `open.dingtalk.com/document/development/robot-message-type`, Markdown 类型.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
#[non_exhaustive]
pub struct Markdown {
    /// What the list of sessions and the notification show. The message itself does not.
    pub title: Str,
    /// The source. Only the whole body has a limit, of 20000 bytes.
    pub text: Str,
}

impl Markdown {
    /// Markdown with this title and this source.
    pub fn new(title: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            title: Str::Owned(title.into()),
            text: Str::Owned(text.into()),
        }
    }
}

object!(Markdown {
    must "title" title,
    must "text" text,
});

/// One link, with a picture. It holds no markdown and no mentions.
///
/// ```
/// use message_card::dingtalk::{Link, Message};
///
/// let message = Message::new(Link::new("周报", "第 47 周", "https://example.com/weekly"));
/// assert_eq!(
///     serde_json::to_string(&message)?,
///     r#"{"msgtype":"link","link":{"text":"第 47 周","title":"周报","messageUrl":"https://example.com/weekly"}}"#
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Source: `open.dingtalk.com/document/development/robot-message-type`, 链接类型.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
#[non_exhaustive]
pub struct Link {
    /// The title.
    pub title: Str,
    /// The text below it; the client cuts a long one.
    pub text: Str,
    /// Where it leads.
    pub message_url: Str,
    /// The picture: a URL, or `@` and the id of an upload. Without one, the client shows a chain.
    pub pic_url: Option<Str>,
}

impl Link {
    /// A link with this title and this text, which leads to this URL.
    pub fn new(
        title: impl Into<String>,
        text: impl Into<String>,
        message_url: impl Into<String>,
    ) -> Self {
        Self {
            title: Str::Owned(title.into()),
            text: Str::Owned(text.into()),
            message_url: Str::Owned(message_url.into()),
            pic_url: None,
        }
    }

    texts! {
        /// Sets the picture: a URL, or `@` and the id of an upload.
        pic_url,
    }
}

object!(Link {
    must "text" text,
    must "title" title,
    some "picUrl" pic_url,
    must "messageUrl" message_url,
});
