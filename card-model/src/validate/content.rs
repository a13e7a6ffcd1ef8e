//! How long the content of a card is: see [`CONTENT`](crate::spec::CONTENT).

use crate::{Action, ActionItem, Card, Element, Header, Markdown, Text, TextElement, spec::Limit};

/// The length of every title, text, markdown source and label, all languages together.
pub(super) fn length(card: &Card, limit: Limit) -> usize {
    let mut length = body(card.header.as_ref(), &card.elements, limit);
    for locale in &card.i18n {
        length += body(locale.header.as_ref(), &locale.elements, limit);
    }
    length
}

fn body(title: Option<&Header>, elements: &[Element], limit: Limit) -> usize {
    let mut length = title.map_or(0, |title| header(title, limit));
    for part in elements {
        length += element(part, limit);
    }
    length
}

fn header(header: &Header, limit: Limit) -> usize {
    let subtitle = header.subtitle.as_ref();
    text_element(&header.title, limit) + subtitle.map_or(0, |line| text_element(line, limit))
}

fn element(element: &Element, limit: Limit) -> usize {
    match element {
        Element::Text(text) => plain(text, limit),
        Element::Markdown(markdown) => marked(markdown, limit),
        Element::Div(div) => {
            let mut length = 0;
            for column in div.fields.iter() {
                length += text_element(column, limit);
            }
            length
        }
        Element::PicText(pic_text) => text_element(&pic_text.text, limit),
        Element::Action(action) => labels(action, limit),
        Element::Img(_) | Element::Hr(_) | Element::Other(_) => 0,
    }
}

fn text_element(text: &TextElement, limit: Limit) -> usize {
    match text {
        TextElement::Text(text) => plain(text, limit),
        TextElement::Markdown(markdown) => marked(markdown, limit),
    }
}

fn plain(text: &Text, limit: Limit) -> usize {
    limit.measure(&text.content)
}

fn marked(markdown: &Markdown, limit: Limit) -> usize {
    limit.measure(&markdown.to_wire())
}

fn labels(action: &Action, limit: Limit) -> usize {
    let mut length = 0;
    for item in &action.actions {
        if let ActionItem::Button(button) = item {
            length += limit.measure(&button.label);
        }
    }
    length
}
