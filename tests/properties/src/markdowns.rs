//! The texts with markup of a card.

use std::collections::HashMap;

use message_card::{Card, Element, Header, Markdown, TextElement};

/// The texts with markup of a card, with where the wire has them.
pub fn markdowns(card: &Card) -> HashMap<String, &Markdown> {
    let mut found = HashMap::new();
    body(card.header.as_ref(), &card.elements, "", &mut found);
    for locale in &card.i18n {
        let lang = locale.lang.as_str().replace('~', "~0").replace('/', "~1");
        let base = format!("/i18n/{lang}");
        body(locale.header.as_ref(), &locale.elements, &base, &mut found);
    }
    found
}

fn body<'c>(
    header: Option<&'c Header>,
    elements: &'c [Element],
    base: &str,
    found: &mut HashMap<String, &'c Markdown>,
) {
    let mut text = |text: &'c TextElement, pointer: String| {
        if let TextElement::Markdown(markdown) = text {
            found.insert(pointer, markdown);
        }
    };
    if let Some(header) = header {
        text(&header.title, format!("{base}/header/title/content/text"));
        if let Some(subtitle) = &header.subtitle {
            text(subtitle, format!("{base}/header/subtitle/content/text"));
        }
    }
    for (index, element) in elements.iter().enumerate() {
        let base = format!("{base}/elements/{index}");
        match element {
            Element::Div(div) => {
                for (index, field) in div.fields.iter().enumerate() {
                    text(field, format!("{base}/fields/{index}/content/text"));
                }
            }
            Element::PicText(pic_text) => text(&pic_text.text, format!("{base}/text/text")),
            _ => {}
        }
    }
    for (index, element) in elements.iter().enumerate() {
        if let Element::Markdown(markdown) = element {
            found.insert(format!("{base}/elements/{index}/content/text"), markdown);
        }
    }
}
