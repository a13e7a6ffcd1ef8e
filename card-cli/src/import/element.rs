//! Elements as markup; those that the compiler would refuse as `<raw>`.

use message_card::{
    Action, ActionItem, Button, Card, Div, Division, Element, Href, Img, Link, Markdown, PicText,
    Text, TextElement, spec::CONTENT,
};
use serde::Serialize;
use serde_json::Value;

use super::{
    json,
    markup::{Child, Tag},
    text,
};
use crate::output::Shown;

/// How many characters of a card's content are left for literals: the compiler counts them.
#[derive(Debug)]
pub(super) struct Room(usize);

impl Room {
    pub(super) const fn new() -> Self {
        Self(CONTENT.max)
    }

    /// Takes the room of these texts, if there is as much.
    pub(super) fn take(&mut self, texts: &[&str]) -> bool {
        let length = texts.iter().map(|text| CONTENT.measure(text)).sum();
        let left = self.0.checked_sub(length);
        self.0 = left.unwrap_or(self.0);
        left.is_some()
    }
}

/// The markup of an element.
pub(super) fn element(element: &Element, room: &mut Room) -> Tag {
    if let Element::Action(action) = element
        && !action.actions.is_empty()
    {
        return self::action(action, room);
    }
    match refused(element) {
        None => markup(element)
            .filter(|_| room.take(&texts(element)))
            .unwrap_or_else(|| raw(element)),
        Some(why) => raw(element).comment(why),
    }
}

/// Why the compiler would refuse an element as markup, if it would for a rule of cards.
fn refused(element: &Element) -> Option<String> {
    let found = Card::new().element(element.clone()).validate().err()?;
    // That a text is too long for a card is told by the room.
    let mut found = found
        .iter()
        .filter(|violation| !violation.pointer.is_empty());
    found
        .next()
        .map(|violation| Shown(&violation.rule.to_string()).to_string())
}

/// The JSON of an element that is sent as it is.
fn raw(json: &impl Serialize) -> Tag {
    // Elements have texts for keys, and are always writable.
    let value = serde_json::to_value(json).unwrap_or_default();
    Tag::new("raw").attribute(format!("json={{{}}}", json::expression(&value)))
}

/// What of an element counts as content.
fn texts(element: &Element) -> Vec<&str> {
    match element {
        Element::Text(text) => vec![&text.content],
        Element::Markdown(markdown) => vec![source(markdown)],
        Element::Div(div) => div.fields.iter().map(text_of).collect(),
        Element::PicText(pic_text) => vec![text_of(&pic_text.text)],
        _ => Vec::new(),
    }
}

fn text_of(text: &TextElement) -> &str {
    match text {
        TextElement::Text(text) => &text.content,
        TextElement::Markdown(markdown) => source(markdown),
        _ => "",
    }
}

/// The source of a markdown that was read: it is in one piece.
fn source(markdown: &Markdown) -> &str {
    match &*markdown.content {
        [message_card::markdown::Inline::Source(source)] => source,
        _ => "",
    }
}

fn markup(element: &Element) -> Option<Tag> {
    let value = serde_json::to_value(element).ok()?;
    if !is_printable(&value) {
        return None;
    }
    match element {
        Element::Text(text) => Some(self::text(text)),
        Element::Markdown(markdown) => self::markdown(markdown),
        Element::Div(div) => self::div(div),
        Element::Img(img) => Some(self::img(img)),
        Element::Hr(hr) => Some(Tag::new("hr").optional("style", hr.style.as_deref())),
        Element::PicText(pic_text) => self::pic_text(pic_text),
        _ => None,
    }
}

/// Whether no text in it holds a control character, which no literal may.
pub(super) fn is_printable(value: &Value) -> bool {
    let is_plain = |text: &str| {
        text.chars()
            .all(|c| !c.is_control() || matches!(c, '\n' | '\r' | '\t'))
    };
    match value {
        Value::String(text) => is_plain(text),
        Value::Array(items) => items.iter().all(is_printable),
        Value::Object(fields) => fields
            .iter()
            .all(|(name, value)| is_plain(name) && is_printable(value)),
        _ => true,
    }
}

fn text(text: &Text) -> Tag {
    Tag::new("text")
        .children(text::plain(&text.content))
        .children(own_link(text.link.as_deref()))
}

fn markdown(markdown: &Markdown) -> Option<Tag> {
    let links = hrefs(&markdown.href)?;
    let tag = Tag::new("markdown").children(text::marked(source(markdown)));
    let own = own_link(markdown.link.as_deref());
    Some(tag.children(links).children(own))
}

fn div(div: &Div) -> Option<Tag> {
    let division = div.division.as_ref().map(Division::as_str);
    let columns: Option<Vec<Child>> = div
        .fields
        .iter()
        .map(|column| match column {
            TextElement::Markdown(column) => markdown(column).map(Child::from),
            _ => None,
        })
        .collect();
    let tag = Tag::new("div").optional("division", division);
    let own = own_link(div.link.as_deref());
    Some(tag.children(columns?).children(own))
}

fn img(img: &Img) -> Tag {
    Tag::new("img")
        .text("store_key", &img.store_key)
        .optional("store_key_sha1", img.store_key_sha1.as_deref())
        .optional("pic_type", img.pic_type.as_deref())
}

fn pic_text(pic_text: &PicText) -> Option<Tag> {
    let TextElement::Markdown(text) = &pic_text.text else {
        return None;
    };
    if !text.href.is_empty() {
        return None;
    }
    let tag = Tag::new("picText").child(img(&pic_text.img));
    let own = own_link(pic_text.link.as_deref());
    Some(tag.child(markdown(text)?).children(own))
}

fn action(action: &Action, room: &mut Room) -> Tag {
    let items = action.actions.iter().map(|item| match item {
        ActionItem::Button(button) => button_or_raw(button, room).into(),
        other => raw(other).into(),
    });
    let items: Vec<Child> = items.collect();
    Tag::new("action").children(items)
}

fn button_or_raw(button: &Button, room: &mut Room) -> Tag {
    let alone = Element::from(Action::new([button.clone()]));
    if let Some(why) = refused(&alone) {
        return raw(button).comment(why);
    }
    let is_line = Button::new(button.label.as_ref()).label == button.label;
    let value = serde_json::to_value(button).unwrap_or_default();
    let tag = self::button(button).filter(|_| is_line && is_printable(&value));
    tag.filter(|_| room.take(&[&button.label]))
        .unwrap_or_else(|| raw(button))
}

fn button(button: &Button) -> Option<Tag> {
    let tag = Tag::new("button");
    let label = Child::Text(super::literal::quoted(&button.label));
    let style = button.style.as_deref();
    let tag = match (&button.key, &button.url, button.href.len()) {
        (Some(key), None, 0) => tag.text("key", key),
        (None, Some(url), 0) => tag.text("url", url),
        (None, None, 1) => match button.href.get(Href::DEFAULT_NAME) {
            Some(link) if !link.is_per_client() => tag.text("href", &link.url),
            _ => {
                let links = hrefs(&button.href)?;
                let tag = tag.optional("style", style).child(label);
                return Some(tag.children(links));
            }
        },
        _ => return None,
    };
    Some(tag.optional("style", style).child(label))
}

/// The links that a text names, if the markup can name them.
fn hrefs(href: &Href) -> Option<Vec<Child>> {
    let is_name = |name: &str| {
        let is_part = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
        !name.is_empty() && name.bytes().all(is_part)
    };
    let links = href.iter().map(|(name, link)| {
        let tag = Tag::new("href");
        let tag = match name {
            Href::DEFAULT_NAME => tag,
            name if is_name(name) => tag.text("name", name),
            _ => return None,
        };
        Some(urls(tag, link).into())
    });
    links.collect()
}

fn own_link(link: Option<&Link>) -> Option<Child> {
    link.map(|link| urls(Tag::new("link"), link).into())
}

/// A tag with the URLs of a link.
pub(super) fn urls(tag: Tag, link: &Link) -> Tag {
    link.urls()
        .fold(tag, |tag, (name, url)| tag.text(name, url))
}
