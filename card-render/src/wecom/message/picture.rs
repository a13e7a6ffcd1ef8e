//! The picture of a card.

use std::ops::RangeInclusive;

use card_model::Str;

use super::link::{MINI_PROGRAM, URL};
use crate::wire::{object, texts};

/// Width by height of a card's picture. Checked 2026-11-21.
///
/// The page asks for more than the least and less than the most, but its own sample has the most, so that both are taken.
///
/// Source: `developer.work.weixin.qq.com/document/path/99110`, 模版卡片类型 (`card_image`).
pub const ASPECT_RATIO: RangeInclusive<f64> = 1.3..=2.25;

/// The picture of a `news_notice`.
///
/// ```
/// use message_card::wecom::CardImage;
///
/// let image = CardImage::new("https://example.com/chart.png").aspect_ratio(2.25);
/// assert_eq!(
///     serde_json::to_string(&image)?,
///     r#"{"url":"https://example.com/chart.png","aspect_ratio":2.25}"#
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Source: `developer.work.weixin.qq.com/document/path/99110`, 模版卡片类型 (`card_image`).
#[derive(Debug, Clone, PartialEq, Default)]
#[must_use]
#[non_exhaustive]
pub struct CardImage {
    /// The URL of the picture.
    pub url: Str,
    /// Width by height, within [`ASPECT_RATIO`]; without it, the least of them. An integer that is read, such as 2, is
    /// written back as `2.0`; what is no number at all is written as `null`, and a violation.
    pub aspect_ratio: Option<f64>,
}

impl CardImage {
    /// The picture at this URL.
    pub fn new(url: impl Into<String>) -> Self {
        Self {
            url: Str::Owned(url.into()),
            aspect_ratio: None,
        }
    }

    /// Sets width by height.
    pub fn aspect_ratio(mut self, ratio: f64) -> Self {
        self.aspect_ratio = Some(ratio);
        self
    }
}

object!(CardImage {
    must "url" url,
    some "aspect_ratio" aspect_ratio,
});

/// A picture with text at its right, in a `news_notice`.
///
/// ```
/// use message_card::wecom::ImageTextArea;
///
/// let area = ImageTextArea::new("https://example.com/logo.png").title("周报").url("https://example.com/weekly");
/// assert_eq!(
///     serde_json::to_string(&area)?,
///     r#"{"type":1,"url":"https://example.com/weekly","title":"周报","image_url":"https://example.com/logo.png"}"#
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Source: `developer.work.weixin.qq.com/document/path/99110`, 模版卡片类型 (`image_text_area`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
#[non_exhaustive]
pub struct ImageTextArea {
    /// What a tap leads to: 1 a URL, 2 a mini program; 0 or nothing: it is no link.
    pub r#type: Option<i64>,
    /// The URL, for 1.
    pub url: Option<Str>,
    /// The mini program, for 2.
    pub appid: Option<Str>,
    /// The page of the mini program.
    pub pagepath: Option<Str>,
    /// The title. No length is documented.
    pub title: Option<Str>,
    /// The text below the title. No length is documented.
    pub desc: Option<Str>,
    /// The URL of the picture.
    pub image_url: Str,
}

impl ImageTextArea {
    /// The picture at this URL, without text.
    pub fn new(image_url: impl Into<String>) -> Self {
        Self {
            image_url: Str::Owned(image_url.into()),
            ..Self::default()
        }
    }

    texts! {
        /// Sets the title.
        title,
        /// Sets the text below the title.
        desc,
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

object!(ImageTextArea {
    some "type" r#type,
    some "url" url,
    some "appid" appid,
    some "pagepath" pagepath,
    some "title" title,
    some "desc" desc,
    must "image_url" image_url,
});
