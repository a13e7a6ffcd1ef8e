use crate::{Str, Text, TextElement, clean::clean_line};

/// The title block of a card.
///
/// ```
/// use card_model::Header;
///
/// let header = Header::new("发布完成").subtitle("build #128");
/// # assert!(header.subtitle.is_some());
/// ```
///
/// Source: `open-xz.wps.cn/pages/develop-guide/card/structure/` (field `header`).
#[derive(Debug, Clone, PartialEq, Default)]
#[must_use]
#[non_exhaustive]
pub struct Header {
    /// The title. Every published sample has a plain text here; whether the platform takes markdown is unknown.
    pub title: TextElement,
    /// The line under the title.
    pub subtitle: Option<TextElement>,
    /// A colour scheme, such as `red`. Seen in one program's cards and in no official page: a client may ignore it.
    pub template: Option<Str>,
}

impl Header {
    /// A header with a plain title. Line breaks become spaces.
    pub fn new(title: impl Into<Str>) -> Self {
        Self {
            title: line(title),
            ..Self::default()
        }
    }

    /// Sets the line under the title. Line breaks become spaces.
    pub fn subtitle(mut self, subtitle: impl Into<Str>) -> Self {
        self.subtitle = Some(line(subtitle));
        self
    }

    /// Sets the colour scheme.
    pub fn template(mut self, template: impl Into<Str>) -> Self {
        self.template = Some(template.into());
        self
    }
}

fn line(text: impl Into<Str>) -> TextElement {
    TextElement::Text(Text {
        content: clean_line(text.into()),
        ..Text::default()
    })
}

impl<T: Into<Str>> From<T> for Header {
    fn from(title: T) -> Self {
        Self::new(title)
    }
}
