//! A card, and what it says in each language.

use card_model::Link;

use super::{Config, Element, Text, names::names};
use crate::wire::object;

/// A card of WPS 365: settings, a link, and a title and a body for each language.
///
/// ```
/// use message_card::wps365::{Card, I18nItem, Language, Text, Body};
///
/// let value = Body::new([Text::plain("全部通过")]).title("发布完成");
/// let card = Card::new([I18nItem::new(Language::ZhCn, value)]);
/// assert_eq!(
///     serde_json::to_value(&card)?,
///     serde_json::json!({
///         "config": {},
///         "i18n_items": [{
///             "key": "zh-CN",
///             "value": {
///                 "header": {"title": {"tag": "text", "text": {"type": "plain", "content": "发布完成"}}},
///                 "elements": [{"text": {"tag": "text", "text": {"type": "plain", "content": "全部通过"}}}],
///             },
///         }],
///     })
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Source: `open.wps.cn/documents/app-integration-dev/guide/card/card-structure`.
#[derive(Debug, Clone, PartialEq, Default)]
#[must_use]
#[non_exhaustive]
pub struct Card {
    /// The settings. The page says that they have to be there; programs in use leave them out.
    pub config: Option<Config>,
    /// Where a click on the card leads.
    pub link: Option<Link>,
    /// What the card says, one entry per language.
    pub i18n_items: Vec<I18nItem>,
}

object!(Card {
    some "config" config,
    some "link" link,
    must "i18n_items" i18n_items,
});

impl Card {
    /// A card without settings, in these languages.
    pub fn new(items: impl IntoIterator<Item = I18nItem>) -> Self {
        Self {
            config: Some(Config::default()),
            link: None,
            i18n_items: items.into_iter().collect(),
        }
    }

    /// Sets the settings.
    pub fn config(mut self, config: Config) -> Self {
        self.config = Some(config);
        self
    }

    /// Sets where a click on the card leads.
    pub fn link(mut self, link: impl Into<Link>) -> Self {
        self.link = Some(link.into());
        self
    }
}

names! {
    /// A language of a card.
    ///
    /// Source: `open.wps.cn/documents/app-integration-dev/guide/card/card-structure` (field `i18n_items.key`).
    pub enum Language {
        /// Simplified Chinese.
        ZhCn = "zh-CN",
        /// Traditional Chinese.
        ZhTw = "zh-TW",
        /// English.
        EnUs = "en-US",
        /// Thai.
        ThTh = "th-TH",
        /// Japanese.
        JaJp = "ja-JP",
    }
}

/// What a card says in one language.
///
/// Source: `open.wps.cn/documents/app-integration-dev/guide/card/card-structure` (field `i18n_items`).
#[derive(Debug, Clone, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct I18nItem {
    /// The language.
    pub key: Language,
    /// Title and body.
    pub value: Option<Body>,
}

object!(I18nItem {
    name "key" key,
    some "value" value,
});

impl I18nItem {
    /// This title and body, in this language.
    pub const fn new(key: Language, value: Body) -> Self {
        Self {
            key,
            value: Some(value),
        }
    }
}

/// A title and a body.
///
/// Source: `open.wps.cn/documents/app-integration-dev/guide/card/card-structure` (field `i18n_items.value`). The row of
/// `elements` could not be read; every sample has a list of elements there.
#[derive(Debug, Clone, PartialEq, Default)]
#[must_use]
#[non_exhaustive]
pub struct Body {
    /// The title block. The page says that it has to be there; a program in use leaves it out.
    pub header: Option<Header>,
    /// The body.
    pub elements: Vec<Element>,
}

object!(Body {
    some "header" header,
    full "elements" elements,
});

impl Body {
    /// A body of these elements, without a title.
    pub fn new<E: Into<Element>>(elements: impl IntoIterator<Item = E>) -> Self {
        Self {
            header: None,
            elements: elements.into_iter().map(Into::into).collect(),
        }
    }

    /// Sets a title without markup.
    pub fn title(mut self, title: impl Into<String>) -> Self {
        self.header = Some(Header::new(Text::plain(title)));
        self
    }

    /// Sets the title block.
    pub fn header(mut self, header: Header) -> Self {
        self.header = Some(header);
        self
    }

    /// Adds an element.
    pub fn element(mut self, element: impl Into<Element>) -> Self {
        self.elements.push(element.into());
        self
    }
}

/// The title block.
///
/// Source: `open.wps.cn/documents/app-integration-dev/guide/card/card-structure` (field `header`).
#[derive(Debug, Clone, PartialEq, Default)]
#[must_use]
#[non_exhaustive]
pub struct Header {
    /// The title. The page documents its `text` alone, not that it has links.
    pub title: Text,
    /// The line under the title. Its row could not be read: that it has the title's form is seen in a program in use.
    pub subtitle: Option<Text>,
}

object!(Header {
    must "title" title,
    some "subtitle" subtitle,
});

impl Header {
    /// A title.
    pub const fn new(title: Text) -> Self {
        Self {
            title,
            subtitle: None,
        }
    }

    /// Sets the line under the title.
    pub fn subtitle(mut self, subtitle: Text) -> Self {
        self.subtitle = Some(subtitle);
        self
    }
}
