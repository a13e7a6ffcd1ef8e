use crate::{Str, Text, TextElement, clean::clean_line, names::from_text};

/// The title block of a card.
///
/// ```
/// use message_card::Header;
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
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: line(Str::Owned(title.into())),
            ..Self::default()
        }
    }

    /// Sets the line under the title. Line breaks become spaces.
    pub fn subtitle(mut self, subtitle: impl Into<String>) -> Self {
        self.subtitle = Some(line(Str::Owned(subtitle.into())));
        self
    }

    /// Sets the colour scheme.
    pub fn template(mut self, template: impl Into<String>) -> Self {
        self.template = Some(Str::Owned(template.into()));
        self
    }
}

fn line(text: Str) -> TextElement {
    TextElement::Text(Text {
        content: clean_line(text),
        ..Text::default()
    })
}

from_text! { Header, |title| Self { title: line(title), ..Self::default() } }
