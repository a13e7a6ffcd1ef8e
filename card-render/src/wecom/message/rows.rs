//! The rows of a card.

use card_model::Str;

use super::link::URL;
use crate::wire::{object, texts};

/// The `type` of a row that is a file.
pub(super) const FILE: i64 = 2;

/// The `type` of a row that is a person.
pub(super) const MEMBER: i64 = 3;

/// One row of a card's `horizontal_content_list`: a name and its value.
///
/// ```
/// use message_card::wecom::HorizontalContent;
///
/// assert_eq!(
///     serde_json::to_string(&HorizontalContent::url("日志", "查看", "https://ci.example.com/128/log"))?,
///     r#"{"keyname":"日志","value":"查看","type":1,"url":"https://ci.example.com/128/log"}"#
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Source: `developer.work.weixin.qq.com/document/path/99110`, 模版卡片类型 (`horizontal_content_list`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
#[non_exhaustive]
pub struct HorizontalContent {
    /// The name: at most 5 characters are recommended.
    pub keyname: Str,
    /// The value: at most 26 characters are recommended. For a file, its name with the extension.
    pub value: Option<Str>,
    /// What the value is: nothing for a text, 1 a URL, 2 a file, 3 a person. 0 is not documented, and let through as a text.
    pub r#type: Option<i64>,
    /// The URL, for 1.
    pub url: Option<Str>,
    /// The file that was uploaded, for 2.
    pub media_id: Option<Str>,
    /// The person, for 3.
    pub userid: Option<Str>,
}

impl HorizontalContent {
    /// A text.
    pub fn text(keyname: impl Into<String>, value: impl Into<String>) -> Self {
        Self {
            keyname: Str::Owned(keyname.into()),
            value: Some(Str::Owned(value.into())),
            ..Self::default()
        }
    }

    /// A text that leads to this URL.
    pub fn url(
        keyname: impl Into<String>,
        value: impl Into<String>,
        url: impl Into<String>,
    ) -> Self {
        Self {
            r#type: Some(URL),
            url: Some(Str::Owned(url.into())),
            ..Self::text(keyname, value)
        }
    }

    /// A file that was uploaded; `value` is its name with the extension.
    pub fn file(
        keyname: impl Into<String>,
        value: impl Into<String>,
        media_id: impl Into<String>,
    ) -> Self {
        Self {
            r#type: Some(FILE),
            media_id: Some(Str::Owned(media_id.into())),
            ..Self::text(keyname, value)
        }
    }

    /// A person of the company.
    pub fn member(
        keyname: impl Into<String>,
        value: impl Into<String>,
        userid: impl Into<String>,
    ) -> Self {
        Self {
            r#type: Some(MEMBER),
            userid: Some(Str::Owned(userid.into())),
            ..Self::text(keyname, value)
        }
    }
}

object!(HorizontalContent {
    must "keyname" keyname,
    some "value" value,
    some "type" r#type,
    some "url" url,
    some "media_id" media_id,
    some "userid" userid,
});

/// One entry of a `news_notice`'s `vertical_content_list`: a title and a text below it.
///
/// Source: `developer.work.weixin.qq.com/document/path/99110`, 模版卡片类型 (`vertical_content_list`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
#[non_exhaustive]
pub struct VerticalContent {
    /// The title: at most 26 characters are recommended.
    pub title: Str,
    /// The text: at most 112 characters are recommended.
    pub desc: Option<Str>,
}

impl VerticalContent {
    /// An entry with this title.
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: Str::Owned(title.into()),
            desc: None,
        }
    }

    texts! {
        /// Sets the text.
        desc,
    }
}

object!(VerticalContent {
    must "title" title,
    some "desc" desc,
});
