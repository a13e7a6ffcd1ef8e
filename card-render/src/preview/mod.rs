//! A card as its readers see it: one HTML page, drawn from the payloads that are sent.

mod anchor;
mod blocks;
mod dialect;
mod dingtalk;
mod html;
mod inline;
mod meter;
mod notice;
mod other;
mod page;
mod picture;
mod platform;
mod report;
mod room;
mod value;
mod wecom;
mod wps;

use card_model::Card;
use serde_json::Value;

use crate::{DingTalk, WeCom};

pub use self::platform::Platform;

/// Draws a card as its readers see it: one HTML page with WPS, WeCom and DingTalk side by side.
///
/// ```
/// use message_card::prelude::*;
///
/// let card = card! {
///     <card>
///         <header title="发布完成" subtitle="build #128"/>
///         <text>"全部通过"</text>
///     </card>
/// };
/// let page = preview(&card);
/// assert!(page.starts_with("<!DOCTYPE html>"));
/// assert!(page.contains("发布完成"));
/// # std::fs::write(std::env::temp_dir().join("card.html"), page)?;
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// The page is one file without scripts that loads nothing. It is drawn from the rendered payloads, so that it shows nothing
/// that is not sent, and it is an emulation: the clients may differ. Beside each message stand its notification, how much of
/// the platform's limit it takes, the report and the JSON. [`Preview`] takes targets with options, and can load pictures.
pub fn preview(card: &Card) -> String {
    Preview::new().html(card)
}

/// A [`preview`] with targets of one's own.
///
/// ```
/// use message_card::{Preview, prelude::*};
///
/// let card = Card::new().markdown(Markdown::new().at("lin@wps.cn", "林亮"));
/// let wecom = WeCom::new().people(|email| email.split('@').next().map(str::to_owned));
/// let page = Preview::new().wecom(wecom).html(&card);
/// assert!(page.contains(r#"<span class="at">@lin</span>"#));
/// ```
#[derive(Debug, Clone, Default)]
#[must_use]
#[non_exhaustive]
pub struct Preview {
    wecom: WeCom,
    dingtalk: DingTalk,
    has_pictures: bool,
}

impl Preview {
    /// A preview with the targets' defaults: they know no people, and choose the format.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets what renders for WeCom.
    pub fn wecom(mut self, target: WeCom) -> Self {
        self.wecom = target;
        self
    }

    /// Sets what renders for DingTalk.
    pub fn dingtalk(mut self, target: DingTalk) -> Self {
        self.dingtalk = target;
        self
    }

    /// Has the page load the pictures that a message has by their URL: whoever opens it is seen by their servers. A picture
    /// that WPS alone has stays a placeholder.
    ///
    /// ```
    /// use message_card::{Preview, prelude::*};
    ///
    /// let card = Card::new().img(Img::new("K1").url("https://example.com/chart.png"));
    /// assert!(!preview(&card).contains("<img"));
    /// assert!(Preview::new().pictures().html(&card).contains(r#"src="https://example.com/chart.png""#));
    /// ```
    pub fn pictures(mut self) -> Self {
        self.has_pictures = true;
        self
    }

    /// Draws the page. Each language of the card has a panel of its own.
    pub fn html(&self, card: &Card) -> String {
        page::draw(self, card)
    }
}

/// What the page shows of one payload. For the tests: not a public interface.
#[doc(hidden)]
pub fn bubble(platform: Platform, payload: &Value) -> String {
    let mut html = html::Html::default();
    let mut anchors = anchor::Anchors::new(0);
    room::bubble(&mut html, platform, payload, &mut anchors, None);
    html.into_text()
}
