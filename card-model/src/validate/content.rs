//! How long the content of a card is: see [`CONTENT`](crate::spec::CONTENT).

use crate::{Action, ActionItem, Card, Element, Header, Markdown, Text, TextElement, spec::Limit};

/// The length of every title, text, markdown source and label, all languages together.
pub(super) fn length(card: &Card, limit: Limit) -> usize {
    let locales = card
        .i18n
        .iter()
        .map(|locale| (locale.header.as_ref(), &locale.elements));
    std::iter::once((card.header.as_ref(), &card.elements))
        .chain(locales)
        .map(|(title, elements)| {
            title.map_or(0, |title| header(title, limit))
                + elements
                    .iter()
                    .map(|part| element(part, limit))
                    .sum::<usize>()
        })
        .sum()
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
            let columns = div.fields.iter();
            columns.map(|column| text_element(column, limit)).sum()
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
    let labels = action.actions.iter().map(|item| match item {
        ActionItem::Button(button) => limit.measure(&button.label),
        ActionItem::Other(_) => 0,
    });
    labels.sum()
}
