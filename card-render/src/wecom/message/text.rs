//! Plain text, and both kinds of markdown.

use card_model::Str;

use crate::wire::object;

/// Plain text, with the people to mention.
///
/// ```
/// use message_card::wecom::Text;
///
/// let text = Text::new("发布失败").mention("wangqing").mention_mobile("13800001111").mention_all();
/// assert_eq!(
///     serde_json::to_string(&text)?,
///     r#"{"content":"发布失败","mentioned_list":["wangqing","@all"],"mentioned_mobile_list":["13800001111"]}"#
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// The lists notify by themselves; nothing has to stand in the text.
///
/// Source: `developer.work.weixin.qq.com/document/path/99110`, 文本类型.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
#[non_exhaustive]
pub struct Text {
    /// What is shown, without markup: at most 2048 bytes of UTF-8. `<@userid>` in it is a mention as well.
    pub content: Str,
    /// The user ids of the people to mention; `@all` is everybody.
    pub mentioned_list: Vec<Str>,
    /// The telephone numbers of the people to mention; `@all` is everybody.
    pub mentioned_mobile_list: Vec<Str>,
}

impl Text {
    /// A text that mentions nobody.
    pub fn new(content: impl Into<String>) -> Self {
        Self {
            content: Str::Owned(content.into()),
            ..Self::default()
        }
    }

    /// Mentions the person with this user id.
    pub fn mention(mut self, user_id: impl Into<String>) -> Self {
        self.mentioned_list.push(Str::Owned(user_id.into()));
        self
    }

    /// Mentions the person with this telephone number.
    pub fn mention_mobile(mut self, number: impl Into<String>) -> Self {
        self.mentioned_mobile_list.push(Str::Owned(number.into()));
        self
    }

    /// Mentions everybody in the group.
    pub fn mention_all(mut self) -> Self {
        self.mentioned_list.push(Str::Borrowed("@all"));
        self
    }
}

object!(Text {
    must "content" content,
    full "mentioned_list" mentioned_list,
    full "mentioned_mobile_list" mentioned_mobile_list,
});

/// The older markdown: headings, bold, links, inline code, quotes, three font colours, and `<@userid>`.
///
/// ```
/// use message_card::wecom::{Markdown, Message};
///
/// let message = Message::from(Markdown::new("# 发布完成\n**全部通过**"));
/// assert_eq!(
///     serde_json::to_string(&message)?,
///     r##"{"msgtype":"markdown","markdown":{"content":"# 发布完成\n**全部通过**"}}"##
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// The content is sent as it is: how markup in it can be escaped is not documented.
///
/// Source: `developer.work.weixin.qq.com/document/path/99110`, markdown 类型.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
#[non_exhaustive]
pub struct Markdown {
    /// The source: at most 4096 bytes of UTF-8.
    pub content: Str,
}

impl Markdown {
    /// Markdown with this source.
    pub fn new(content: impl Into<String>) -> Self {
        Self {
            content: Str::Owned(content.into()),
        }
    }
}

object!(Markdown { must "content" content });

/// The newer markdown, with italics, lists, tables, rules, pictures and code blocks, but without colours and mentions.
///
/// ```
/// use message_card::wecom::{MarkdownV2, Message};
///
/// let message = Message::from(MarkdownV2::new("- 登录\n- 搜索"));
/// assert_eq!(
///     serde_json::to_string(&message)?,
///     r#"{"msgtype":"markdown_v2","markdown_v2":{"content":"- 登录\n- 搜索"}}"#
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Clients below 4.1.36 (Android: 4.1.38) show the source. Whether a single line break is one on the screen, and how markup
/// can be escaped, is not documented.
///
/// Source: `developer.work.weixin.qq.com/document/path/99110`, `markdown_v2` 类型.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
#[non_exhaustive]
pub struct MarkdownV2 {
    /// The source: at most 4096 bytes of UTF-8.
    pub content: Str,
}

impl MarkdownV2 {
    /// Markdown with this source.
    pub fn new(content: impl Into<String>) -> Self {
        Self {
            content: Str::Owned(content.into()),
        }
    }
}

object!(MarkdownV2 { must "content" content });
