//! The quotation in a card.

use card_model::Str;

use super::link::{MINI_PROGRAM, URL};
use crate::wire::{object, texts};

/// A quotation in a card.
///
/// ```
/// use message_card::wecom::QuoteArea;
///
/// let quote = QuoteArea::new("登录：超时").title("失败的用例").url("https://ci.example.com/128");
/// assert_eq!(
///     serde_json::to_string(&quote)?,
///     r#"{"type":1,"url":"https://ci.example.com/128","title":"失败的用例","quote_text":"登录：超时"}"#
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Source: `developer.work.weixin.qq.com/document/path/99110`, 模版卡片类型 (`quote_area`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
#[non_exhaustive]
pub struct QuoteArea {
    /// What a tap leads to: 1 a URL, 2 a mini program; 0 or nothing: it is no link. Fields of the other kind may be there.
    pub r#type: Option<i64>,
    /// The URL, for 1.
    pub url: Option<Str>,
    /// The mini program, for 2.
    pub appid: Option<Str>,
    /// The page of the mini program.
    pub pagepath: Option<Str>,
    /// What stands above the quotation. No length is documented.
    pub title: Option<Str>,
    /// The quotation, with line breaks. No length is documented.
    pub quote_text: Option<Str>,
}

impl QuoteArea {
    /// A quotation that leads nowhere.
    pub fn new(quote_text: impl Into<String>) -> Self {
        Self::default().quote_text(quote_text)
    }

    texts! {
        /// Sets the quotation.
        quote_text,
        /// Sets what stands above the quotation.
        title,
    }

    /// Makes it lead to this URL.
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.r#type = Some(URL);
        self.url = Some(Str::Owned(url.into()));
        self
    }

    /// Makes it lead to this page of this mini program.
    pub fn mini_program(mut self, appid: impl Into<String>, pagepath: impl Into<String>) -> Self {
        self.r#type = Some(MINI_PROGRAM);
        self.appid = Some(Str::Owned(appid.into()));
        self.pagepath = Some(Str::Owned(pagepath.into()));
        self
    }
}

object!(QuoteArea {
    some "type" r#type,
    some "url" url,
    some "appid" appid,
    some "pagepath" pagepath,
    some "title" title,
    some "quote_text" quote_text,
});
