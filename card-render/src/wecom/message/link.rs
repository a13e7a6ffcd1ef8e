//! Where a card and its links lead.

use card_model::Str;

use crate::wire::object;

/// The `type` of a link to a URL.
pub(super) const URL: i64 = 1;

/// The `type` of a link to a mini program.
pub(super) const MINI_PROGRAM: i64 = 2;

/// Where a tap on a card leads. Every card has to have one.
///
/// ```
/// use message_card::wecom::CardAction;
///
/// let action = CardAction::mini_program("wx0123456789abcdef", "pages/build?id=128");
/// assert_eq!(
///     serde_json::to_string(&action)?,
///     r#"{"type":2,"appid":"wx0123456789abcdef","pagepath":"pages/build?id=128"}"#
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Source: `developer.work.weixin.qq.com/document/path/99110`, 模版卡片类型 (`card_action`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
#[non_exhaustive]
pub struct CardAction {
    /// What it leads to: 1 a URL, 2 a mini program. Fields of the other kind may be there as well.
    pub r#type: i64,
    /// The URL, for 1.
    pub url: Option<Str>,
    /// The mini program, for 2.
    pub appid: Option<Str>,
    /// The page of the mini program.
    pub pagepath: Option<Str>,
}

impl CardAction {
    /// Leads to this URL.
    pub fn url(url: impl Into<String>) -> Self {
        Self {
            r#type: URL,
            url: Some(Str::Owned(url.into())),
            ..Self::default()
        }
    }

    /// Leads to this page of this mini program.
    pub fn mini_program(appid: impl Into<String>, pagepath: impl Into<String>) -> Self {
        Self {
            r#type: MINI_PROGRAM,
            appid: Some(Str::Owned(appid.into())),
            pagepath: Some(Str::Owned(pagepath.into())),
            ..Self::default()
        }
    }
}

object!(CardAction {
    must "type" r#type,
    some "url" url,
    some "appid" appid,
    some "pagepath" pagepath,
});

/// One row of a card's `jump_list`, below its content.
///
/// ```
/// use message_card::wecom::Jump;
///
/// assert_eq!(
///     serde_json::to_string(&Jump::url("日志", "https://ci.example.com/128/log"))?,
///     r#"{"type":1,"url":"https://ci.example.com/128/log","title":"日志"}"#
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Source: `developer.work.weixin.qq.com/document/path/99110`, 模版卡片类型 (`jump_list`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
#[non_exhaustive]
pub struct Jump {
    /// What it leads to: 1 a URL, 2 a mini program; 0 or nothing: it is no link.
    pub r#type: Option<i64>,
    /// The URL, for 1.
    pub url: Option<Str>,
    /// The mini program, for 2.
    pub appid: Option<Str>,
    /// The page of the mini program.
    pub pagepath: Option<Str>,
    /// What the row says: at most 13 characters are recommended.
    pub title: Str,
}

impl Jump {
    /// A row that leads nowhere.
    pub fn text(title: impl Into<String>) -> Self {
        Self {
            title: Str::Owned(title.into()),
            ..Self::default()
        }
    }

    /// A row that leads to this URL.
    pub fn url(title: impl Into<String>, url: impl Into<String>) -> Self {
        Self {
            r#type: Some(URL),
            url: Some(Str::Owned(url.into())),
            ..Self::text(title)
        }
    }

    /// A row that leads to this page of this mini program.
    pub fn mini_program(
        title: impl Into<String>,
        appid: impl Into<String>,
        pagepath: impl Into<String>,
    ) -> Self {
        Self {
            r#type: Some(MINI_PROGRAM),
            appid: Some(Str::Owned(appid.into())),
            pagepath: Some(Str::Owned(pagepath.into())),
            ..Self::text(title)
        }
    }
}

object!(Jump {
    some "type" r#type,
    some "url" url,
    some "appid" appid,
    some "pagepath" pagepath,
    must "title" title,
});
