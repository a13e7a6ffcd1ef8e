//! Texts, with markup or without.

use card_model::{Link, Str};
use serde_json::Value;

use super::names::names;
use crate::wire::{self, Part, Read, Write, object, serialize};

/// A text.
///
/// ```
/// use message_card::wps365::Text;
///
/// assert_eq!(
///     serde_json::to_string(&Text::markdown("**环境** production"))?,
///     r#"{"tag":"text","text":{"type":"markdown","content":"**环境** production"}}"#
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Among the elements of a card it stands in an object with the one field `text`; in a title and in the columns of a
/// [`Div`](super::Div) it stands by itself.
///
/// Source: `open.wps.cn/documents/app-integration-dev/guide/card/show-widget/text.html`.
#[derive(Debug, Clone, PartialEq, Default)]
#[must_use]
#[non_exhaustive]
pub struct Text {
    /// What is shown.
    pub text: TextContent,
    /// The links that the markdown names as `[label]($key)`.
    pub href: Vec<Href>,
    /// Where a click on the text leads.
    pub link: Option<Link>,
}

object!(Text ["tag" = "text"] {
    must "text" text,
    full "href" href,
    some "link" link,
});

impl Text {
    /// A text without markup.
    pub fn plain(content: impl Into<String>) -> Self {
        Self::of(TextType::Plain, content.into())
    }

    /// Markdown with this source. It is trusted: never build it from values that come from elsewhere.
    pub fn markdown(source: impl Into<String>) -> Self {
        Self::of(TextType::Markdown, source.into())
    }

    pub(super) fn of(r#type: TextType, content: String) -> Self {
        Self {
            text: TextContent {
                r#type,
                content: Str::Owned(content),
                ..TextContent::default()
            },
            ..Self::default()
        }
    }

    /// Adds a link that the markdown names as `[label]($key)`.
    pub fn href(mut self, key: impl Into<String>, value: impl Into<Link>) -> Self {
        self.href.push(Href {
            key: Str::Owned(key.into()),
            value: value.into(),
        });
        self
    }

    /// Sets where a click on the text leads.
    pub fn link(mut self, link: impl Into<Link>) -> Self {
        self.link = Some(link.into());
        self
    }

    /// Sets how large the text is.
    pub fn text_size(mut self, size: TextSize) -> Self {
        self.text.text_size = Some(size);
        self
    }

    /// Sets where in its line the text stands.
    pub fn text_align(mut self, align: TextAlign) -> Self {
        self.text.text_align = Some(align);
        self
    }

    /// Sets the icon before the text, by the key that its upload returned.
    pub fn icon(mut self, storage_key: impl Into<String>) -> Self {
        self.text.icon = Some(Icon {
            storage_key: Str::Owned(storage_key.into()),
        });
        self
    }
}

/// What a [`Text`] says, and how it looks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
#[non_exhaustive]
pub struct TextContent {
    /// Whether it has markup.
    pub r#type: TextType,
    /// What is shown.
    pub content: Str,
    /// How large it is.
    pub text_size: Option<TextSize>,
    /// Where in its line it stands.
    pub text_align: Option<TextAlign>,
    /// The icon before it.
    pub icon: Option<Icon>,
}

object!(TextContent {
    must "type" r#type,
    must "content" content,
    some "text_size" text_size,
    some "text_align" text_align,
    some "icon" icon,
});

/// Whether a text has markup.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum TextType {
    /// It has none.
    #[default]
    Plain,
    /// It is markdown.
    Markdown,
}

impl TextType {
    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Markdown => "markdown",
        }
    }
}

impl Write for TextType {
    fn write(&self) -> Part<'_> {
        Part::Text(self.as_str())
    }
}

serialize!(TextType);

impl Read for TextType {
    fn read(json: Value) -> wire::Result<Self> {
        Ok(match wire::word(&json, &["plain", "markdown"])? {
            "plain" => Self::Plain,
            _ => Self::Markdown,
        })
    }
}

names! {
    /// How large a text is.
    ///
    /// Source: `open.wps.cn/documents/app-integration-dev/guide/card/show-widget/text.html` (field `text_size`).
    pub enum TextSize {
        /// 30 pixels.
        XxxxLarge = "xxxx-large",
        /// 24 pixels.
        XxxLarge = "xxx-large",
        /// 20 pixels.
        XxLarge = "xx-large",
        /// 18 pixels.
        XLarge = "x-large",
        /// 16 pixels.
        Large = "large",
        /// 14 pixels.
        Medium = "medium",
        /// 12 pixels.
        Small = "small",
        /// 10 pixels.
        XSmall = "x-small",
    }
}

names! {
    /// Where in its line a text stands.
    ///
    /// Source: `open.wps.cn/documents/app-integration-dev/guide/card/show-widget/text.html` (field `text_align`).
    pub enum TextAlign {
        /// At the left.
        Left = "left",
        /// In the middle.
        Center = "center",
        /// At the right.
        Right = "right",
    }
}

/// An icon before a text: `custom_icon`, the one kind that the page names.
///
/// Source: `open.wps.cn/documents/app-integration-dev/guide/card/show-widget/text.html` (field `icon`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
#[non_exhaustive]
pub struct Icon {
    /// The key that the upload of the icon returned.
    pub storage_key: Str,
}

object!(Icon ["tag" = "custom_icon"] {
    must "storage_key" storage_key,
});

/// A link that markdown names as `[label]($key)`.
///
/// Source: `open.wps.cn/documents/app-integration-dev/guide/card/show-widget/text.html` (field `href`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
#[non_exhaustive]
pub struct Href {
    /// The name.
    pub key: Str,
    /// Where it leads.
    pub value: Link,
}

object!(Href {
    must "key" key,
    must "value" value,
});
