//! A card in one line.

use card_model::{
    Action, ActionItem, Card, Element, Fallback, Header, Img, Markdown, Text, TextElement,
    spec::Limit,
};

use crate::context::Choice;

/// How long a summary is. Our own: notifications and lists of messages cut at about this length.
const LENGTH: Limit = Limit::chars(80);

/// The title of `card` in this language, else the first text in it, without markup, on one line.
pub(crate) fn summary(card: &Card, locale: Option<&str>) -> String {
    let chosen = Choice::of(card, locale);
    let locales = card
        .i18n
        .iter()
        .map(|locale| (locale.header.as_ref(), locale.elements.as_slice()));
    [
        (chosen.header, chosen.elements),
        (card.header.as_ref(), card.elements.as_slice()),
    ]
    .into_iter()
    .chain(locales)
    .find_map(|(title, elements)| {
        title
            .and_then(header)
            .or_else(|| elements.iter().find_map(element))
    })
    .map(cut)
    .unwrap_or_default()
}

fn header(header: &Header) -> Option<String> {
    text_element(&header.title).or_else(|| header.subtitle.as_ref().and_then(text_element))
}

fn element(element: &Element) -> Option<String> {
    match element {
        Element::Text(text) => line(&text.content),
        Element::Markdown(text) => markdown(text),
        Element::Div(div) => div.fields.iter().find_map(text_element),
        Element::Img(picture) => img(picture),
        Element::PicText(element) => text_element(&element.text).or_else(|| img(&element.img)),
        Element::Action(Action { actions, .. }) => actions.iter().find_map(|item| match item {
            ActionItem::Button(button) => line(&button.label),
            ActionItem::Other(other) => fallback(other.fallback.as_ref()),
            _ => None,
        }),
        Element::Other(other) => fallback(other.fallback.as_ref()),
        _ => None,
    }
}

fn text_element(text: &TextElement) -> Option<String> {
    match text {
        TextElement::Text(text) => line(&text.content),
        TextElement::Markdown(text) => markdown(text),
        _ => None,
    }
}

fn markdown(markdown: &Markdown) -> Option<String> {
    line(&markdown.tree().plain_text())
}

fn img(img: &Img) -> Option<String> {
    line(img.alt.as_deref()?)
}

fn fallback(fallback: Option<&Fallback>) -> Option<String> {
    match fallback {
        Some(Fallback::Text(text)) => line(text),
        _ => None,
    }
}

/// `text` on one line, with single blanks; `None` where nothing can be read.
fn line(text: &str) -> Option<String> {
    // Fields are public, so that what the constructors take out may still be there.
    let text = Text::new(text.to_owned()).content;
    let words: Vec<_> = text.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}

fn cut(text: String) -> String {
    if LENGTH.allows(LENGTH.measure(&text)) {
        return text;
    }
    let kept: String = text.chars().take(LENGTH.max - 1).collect();
    format!("{}…", kept.trim_end())
}
