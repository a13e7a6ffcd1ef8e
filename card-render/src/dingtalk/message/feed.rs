//! `feedCard`: rows of links.

use card_model::Str;

use crate::wire::object;

/// Links with pictures. It holds no text and no mentions.
///
/// ```
/// use message_card::dingtalk::{FeedCard, FeedLink, Message};
///
/// let link = FeedLink::new("周报", "https://example.com/weekly", "https://example.com/chart.png");
/// assert_eq!(
///     serde_json::to_string(&Message::new(FeedCard::new([link])))?,
///     concat!(
///         r#"{"msgtype":"feedCard","feedCard":{"links":[{"title":"周报","messageURL":"https://example.com/weekly","#,
///         r#""picURL":"https://example.com/chart.png"}]}}"#
///     )
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Source: `open.dingtalk.com/document/development/robot-message-type`, feedCard 类型.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
#[non_exhaustive]
pub struct FeedCard {
    /// The links, from top to bottom. No number is documented; phones are reported to show no more than 9.
    pub links: Vec<FeedLink>,
}

impl FeedCard {
    /// These links.
    pub fn new(links: impl IntoIterator<Item = FeedLink>) -> Self {
        Self {
            links: links.into_iter().collect(),
        }
    }
}

object!(FeedCard { must "links" links });

/// One link of a [`FeedCard`].
///
/// Source: `open.dingtalk.com/document/development/robot-message-type`, feedCard 类型 (`links`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
#[non_exhaustive]
pub struct FeedLink {
    /// What it is called.
    pub title: Str,
    /// Where it leads.
    pub message_url: Str,
    /// The picture: a URL, or `@` and the id of an upload.
    pub pic_url: Str,
}

impl FeedLink {
    /// A link with this title, which leads to this URL, with this picture.
    pub fn new(
        title: impl Into<String>,
        message_url: impl Into<String>,
        pic_url: impl Into<String>,
    ) -> Self {
        Self {
            title: Str::Owned(title.into()),
            message_url: Str::Owned(message_url.into()),
            pic_url: Str::Owned(pic_url.into()),
        }
    }
}

object!(FeedLink {
    must "title" title,
    must "messageURL" message_url,
    must "picURL" pic_url,
});
