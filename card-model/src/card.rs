use crate::{
    Action, Config, Div, Element, Header, Hr, Img, Link, Markdown, PicText, Text, names::names,
};

/// A message card.
///
/// ```
/// use message_card::Card;
///
/// let card = Card::new().header("发布完成").text("全部通过");
/// assert_eq!(
///     serde_json::to_value(&card)?,
///     serde_json::json!({
///         "header": {"title": {"tag": "text", "content": {"type": "plainText", "text": "发布完成"}}},
///         "elements": [{"tag": "text", "content": {"type": "plainText", "text": "全部通过"}}],
///     })
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Fields are written in the order of this struct; those that are not set are left out, and so is an empty list of elements.
///
/// Source: `open-xz.wps.cn/pages/develop-guide/card/structure/`.
#[derive(Debug, Clone, PartialEq, Default)]
#[must_use]
#[non_exhaustive]
pub struct Card {
    /// The settings.
    pub config: Option<Box<Config>>,
    /// Where a click on the card leads.
    pub link: Option<Box<Link>>,
    /// The title block.
    pub header: Option<Header>,
    /// The body.
    pub elements: Vec<Element>,
    /// The card in other languages. The fields above are its Simplified Chinese form.
    pub i18n: Vec<Locale>,
}

names! {
    /// A language of a [`Locale`].
    ///
    /// Source: `open-xz.wps.cn/pages/develop-guide/card/structure/` (field `i18n`).
    pub enum Language {
        /// Simplified Chinese.
        ZhCn = "zh-CN",
        /// Traditional Chinese.
        ZhTw = "zh-TW",
        /// English.
        EnUs = "en-US",
    }
}

/// A card's title and body in one language.
///
/// Source: `open-xz.wps.cn/pages/develop-guide/card/structure/` (field `i18n`).
#[derive(Debug, Clone, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Locale {
    /// The language.
    pub lang: Language,
    /// The title block.
    pub header: Option<Header>,
    /// The body.
    pub elements: Vec<Element>,
}

/// The setters that a card and a locale share: title and body.
macro_rules! body {
    ($name:ident) => {
        impl $name {
            /// Sets the title block.
            pub fn header(mut self, header: impl Into<Header>) -> Self {
                self.header = Some(header.into());
                self
            }

            /// Adds a text without markup.
            pub fn text(self, text: impl Into<Text>) -> Self {
                self.element(text.into())
            }

            /// Adds a text with markup. A literal is its source; a value goes into one with [`Markdown::text`], and a source that
            /// is no literal with [`Markdown::from_trusted_source`].
            pub fn markdown(self, markdown: impl Into<Markdown>) -> Self {
                self.element(markdown.into())
            }

            /// Adds a text in columns.
            #[allow(clippy::should_implement_trait)] // It is the platform's name, and nothing is divided.
            pub fn div(self, div: Div) -> Self {
                self.element(div)
            }

            /// Adds a picture.
            pub fn img(self, img: Img) -> Self {
                self.element(img)
            }

            /// Adds a divider.
            pub fn hr(self) -> Self {
                self.element(Hr::new())
            }

            /// Adds a picture with a text.
            pub fn pic_text(self, pic_text: PicText) -> Self {
                self.element(pic_text)
            }

            /// Adds a row of buttons.
            pub fn action(self, action: Action) -> Self {
                self.element(action)
            }

            /// Adds an element of any kind.
            pub fn element(mut self, element: impl Into<Element>) -> Self {
                self.elements.push(element.into());
                self
            }

            /// Adds several elements.
            pub fn elements<E: Into<Element>>(
                mut self,
                elements: impl IntoIterator<Item = E>,
            ) -> Self {
                self.elements.extend(elements.into_iter().map(Into::into));
                self
            }
        }
    };
}
body!(Card);
body!(Locale);

impl Card {
    /// An empty card.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the settings.
    pub fn config(mut self, config: Config) -> Self {
        self.config = Some(Box::new(config));
        self
    }

    /// Sets where a click on the card leads.
    pub fn link(mut self, link: impl Into<Link>) -> Self {
        self.link = Some(Box::new(link.into()));
        self
    }

    /// Adds the card in another language.
    pub fn locale(mut self, locale: Locale) -> Self {
        self.i18n.push(locale);
        self
    }
}

impl Locale {
    /// An empty title and body in this language.
    pub fn new(lang: impl Into<Language>) -> Self {
        Self {
            lang: lang.into(),
            header: None,
            elements: Vec::new(),
        }
    }
}
