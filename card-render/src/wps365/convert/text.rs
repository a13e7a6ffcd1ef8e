//! Texts.

use card_model::{Href as OlderHref, Markdown, Text as OlderText, TextElement};

use super::{
    super::{Href, Text, TextType},
    Conversion, unboxed,
};

impl Conversion<'_> {
    pub(super) fn text_element(&mut self, text: TextElement) -> Text {
        match text {
            TextElement::Text(text) => self.plain(text),
            TextElement::Markdown(markdown) => self.markdown(markdown),
            _ => Text::default(),
        }
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
    let entries = href.iter().map(|(name, link)| Href {
        key: name.to_owned().into(),
        value: link.clone(),
    });
    entries.collect()
}
