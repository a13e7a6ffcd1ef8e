//! Texts.

use card_model::{Href as OlderHref, Markdown, Text as OlderText, TextElement};

use super::{
    super::{Href, Text, TextType},
    Conversion,
    element::words,
    unboxed,
};
use crate::body::instead_of;

impl Conversion<'_> {
    /// A text that is a part of something; `None` where its fallback leaves it out.
    pub(super) fn text_element(&mut self, text: &TextElement) -> Option<Text> {
        let before = self.before();
        let converted = match text {
            TextElement::Text(text) => self.plain(text.clone()),
            TextElement::Markdown(markdown) => self.markdown(markdown.clone()),
            _ => Text::default(),
        };
        let fallback = instead_of(text);
        if self.takes_back(&before, tag(text), fallback) {
            return words(fallback);
        }
        Some(converted)
    }

    pub(super) fn plain(&mut self, mut text: OlderText) -> Text {
        self.repair.link(&mut text.link, "text");
        Text {
            link: unboxed(text.link),
            ..Text::plain(text.content)
        }
    }

    pub(super) fn markdown(&mut self, mut markdown: Markdown) -> Text {
        self.within("content", |this| {
            this.within("text", |this| this.mentions(&mut markdown));
        });
        self.repair.markdown(&mut markdown);
        written(markdown)
    }
}

/// The tag of a text in markup.
pub(super) const fn tag(text: &TextElement) -> &'static str {
    match text {
        TextElement::Markdown(_) => "markdown",
        _ => "text",
    }
}

/// The text as it is sent.
pub(super) fn written(markdown: Markdown) -> Text {
    let content = markdown.to_wire().into_owned();
    Text {
        href: hrefs(&markdown.href),
        link: unboxed(markdown.link),
        ..Text::of(TextType::Markdown, content)
    }
}

pub(super) fn hrefs(href: &OlderHref) -> Vec<Href> {
    let mut entries = Vec::with_capacity(href.len());
    for (name, link) in href.iter() {
        entries.push(Href {
            key: name.to_owned().into(),
            value: link.clone(),
        });
    }
    entries
}
