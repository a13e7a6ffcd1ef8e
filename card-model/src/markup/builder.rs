//! Runs the programs of a card's markup.

use std::{
    fmt::{Display, Write},
    mem,
};

use super::{
    program::{self, Op},
    url::{self, Place},
    value::Hole,
};
use crate::{
    Action, ActionItem, Button, Card, Config, Div, Element, Fallback, Header, Hr, Href, Img, Link,
    Locale, Markdown, NonsupportClient, PicText, Str, Text, TextElement,
    clean::{clean_from, clean_line},
    markdown::{Inline, LinkTarget},
    spec::{Attribute, Tag},
};

/// Room for what follows in a text that is put together.
const SPARE: usize = 24;

/// How many elements a card has room for before it grows.
const ELEMENTS: usize = 8;

/// Builds a card from programs, one after the other: the control flow between them is the user's.
///
/// An element is made where it belongs as soon as its tag opens, and filled there. The macro has checked that tags nest
/// and attributes fit; an operation that does not fit is passed over.
#[derive(Debug, Default)]
pub struct Builder {
    card: Card,
    open: Vec<Tag>,
    /// The attribute that is being given its value.
    attribute: Option<Attribute>,
    value: Value,
    /// A `<link>` or `<href>` that is open, and its name.
    link: (Str, Link),
    /// The inline tags that are open.
    inline: Vec<Part>,
}

/// What an attribute is given.
#[derive(Debug, Default)]
struct Value {
    text: Str,
    other: Option<Box<Other>>,
}

/// A value that is no text.
#[derive(Debug)]
enum Other {
    Link(Link),
    Flag(bool),
    Json(serde_json::Value),
}

/// An inline tag that is open: its one attribute, and what stands in it.
#[derive(Debug)]
struct Part {
    tag: Tag,
    value: Value,
    children: Vec<Inline>,
    /// The name of a mention.
    name: Str,
}

impl Builder {
    /// A builder of an empty card.
    pub fn new() -> Self {
        Self {
            open: Vec::with_capacity(8),
            ..Self::default()
        }
    }

    /// Runs a program. Each of its holes takes the next of the values.
    pub fn run(&mut self, program: &'static str, holes: &mut [Hole<'_>]) {
        let mut holes = holes.iter_mut();
        for op in program::read(program) {
            match op {
                Op::Literal(text) => self.literal(Str::Borrowed(text)),
                Op::Open(tag) => {
                    self.end_attribute();
                    self.open(tag);
                }
                Op::Close => {
                    self.end_attribute();
                    self.close();
                }
                Op::Attribute(attribute) => {
                    self.end_attribute();
                    self.attribute = Some(attribute);
                }
                Op::Content => self.end_attribute(),
                _ => self.hole(op, holes.next().map(mem::take).unwrap_or_default()),
            }
        }
    }

    /// The card.
    pub fn finish(self) -> Card {
        self.card
    }

    fn open(&mut self, tag: Tag) {
        match tag {
            Tag::Card => self.card.elements.reserve(ELEMENTS),
            Tag::Config => self.card.config = Some(Config::default()),
            Tag::Link | Tag::Href => {
                self.link = (Str::Borrowed(Href::DEFAULT_NAME), Link::default())
            }
            Tag::Header => *self.header() = Some(Header::default()),
            Tag::Text => self.element(Text::default()),
            Tag::Markdown => self.open_markdown(),
            Tag::Div => self.element(Div::default()),
            // A picText has its picture from the beginning.
            Tag::Img if self.innermost() == Some(Tag::PicText) => {}
            Tag::Img => self.element(Img::default()),
            Tag::Hr => self.element(Hr::default()),
            Tag::PicText => self.element(PicText::default()),
            Tag::Action => self.element(Action::default()),
            Tag::Button => self.action_item(Button::default()),
            Tag::Locale => self.card.i18n.push(Locale::new(Str::Borrowed(""))),
            Tag::Raw if self.innermost() == Some(Tag::Action) => {
                self.action_item(crate::Other::new(serde_json::Value::Null))
            }
            Tag::Raw => self.element(crate::Other::new(serde_json::Value::Null)),
            Tag::B | Tag::I | Tag::S | Tag::Font | Tag::A | Tag::At | Tag::Br => {
                self.inline.push(Part {
                    tag,
                    value: Value::default(),
                    children: Vec::new(),
                    name: Str::default(),
                })
            }
        }
        self.open.push(tag);
    }

    fn open_markdown(&mut self) {
        let markdown = Markdown::default();
        match (self.innermost(), self.body().last_mut()) {
            (Some(Tag::Div), Some(Element::Div(div))) => div.fields.push(markdown.into()),
            (Some(Tag::PicText), Some(Element::PicText(pic_text))) => {
                pic_text.text = markdown.into()
            }
            _ => self.element(markdown),
        }
    }

    fn close(&mut self) {
        let Some(tag) = self.open.pop() else { return };
        match tag {
            Tag::Link => self.close_link(),
            Tag::Href => self.close_href(),
            _ if tag.is_inline() => self.close_inline(),
            _ => {}
        }
    }

    fn close_link(&mut self) {
        let link = mem::take(&mut self.link.1);
        let place = match (self.innermost(), self.body().last_mut()) {
            (Some(Tag::Text), Some(Element::Text(text))) => &mut text.link,
            (Some(Tag::Div), Some(Element::Div(div))) => &mut div.link,
            (Some(Tag::PicText), Some(Element::PicText(pic_text))) => &mut pic_text.link,
            (Some(Tag::Markdown), _) => match self.markdown() {
                Some(markdown) => &mut markdown.link,
                None => return,
            },
            _ => &mut self.card.link,
        };
        *place = Some(Box::new(link));
    }

    fn close_href(&mut self) {
        let (name, link) = mem::take(&mut self.link);
        if self.innermost() == Some(Tag::Button) {
            if let Some(button) = self.button() {
                button.href.put(name, link);
            }
        } else if let Some(markdown) = self.markdown() {
            markdown.href.put(name, link);
        }
    }

    fn close_inline(&mut self) {
        let Some(Part {
            tag,
            value,
            children,
            name,
        }) = self.inline.pop()
        else {
            return;
        };
        let inline = match tag {
            Tag::B => Inline::Bold(children),
            Tag::I => Inline::Italic(children),
            Tag::S => Inline::Strike(children),
            Tag::Font => Inline::Font {
                color: value.text,
                children,
            },
            Tag::A => Inline::Link {
                target: self.target(value.into_link()),
                children,
            },
            Tag::At => Inline::At {
                email: value.text,
                name,
            },
            _ if self.innermost() == Some(Tag::Text) => return self.text(Str::Borrowed("\n")),
            _ => Inline::Break,
        };
        self.part(inline);
    }

    /// How a link of the markdown that is open is written: one with a URL per client needs a variable there.
    fn target(&mut self, link: Link) -> LinkTarget {
        match self.markdown() {
            Some(markdown) => markdown.target(link),
            None => LinkTarget::Url(link.url),
        }
    }

    /// Text of the author.
    #[inline]
    fn literal(&mut self, text: Str) {
        if self.attribute.is_some() {
            return push(&mut self.value.text, text);
        }
        match self.innermost() {
            Some(Tag::At | Tag::Text | Tag::Button) => self.text(text),
            _ => self.part(Inline::Source(text)),
        }
    }

    fn hole(&mut self, op: Op, hole: Hole<'_>) {
        let place = match op {
            Op::Component => Place::Component,
            Op::Authority => Place::Authority,
            Op::Mailbox => Place::Mailbox,
            _ => return self.value(op, hole),
        };
        if let Hole::Text(value) = hole {
            self.literal(Str::Owned(url::encode(&shown(value), place)));
        }
    }

    fn value(&mut self, op: Op, hole: Hole<'_>) {
        if self.attribute.is_some() {
            return self.attribute_value(hole);
        }
        match (op, hole) {
            (Op::Url, Hole::Text(value)) => {
                self.part(Inline::Source(Str::Owned(url::destination(&shown(value)))))
            }
            (Op::Code, Hole::Text(value)) => self.part(Inline::Code(Str::Owned(shown(value)))),
            (_, Hole::Text(value)) => self.text(Str::Owned(shown(value))),
            (_, Hole::Elements(mut elements)) => self.body().append(&mut elements),
            (_, Hole::Fields(mut fields)) => {
                if let Some(Element::Div(div)) = self.body().last_mut() {
                    div.fields.append(&mut fields);
                }
            }
            (_, Hole::Actions(mut actions)) => {
                if let Some(Element::Action(action)) = self.body().last_mut() {
                    action.actions.append(&mut actions);
                }
            }
            _ => {}
        }
    }

    fn attribute_value(&mut self, hole: Hole<'_>) {
        let other = match hole {
            Hole::Text(value) => return show(&mut self.value.text, value),
            Hole::Link(link) => Other::Link(link.clone()),
            Hole::Flag(flag) => Other::Flag(flag),
            Hole::Json(json) => Other::Json(json.clone()),
            _ => {
                self.attribute = None;
                return;
            }
        };
        self.value.other = Some(Box::new(other));
    }

    /// Text that is shown as it is.
    #[inline]
    fn text(&mut self, text: Str) {
        match self.innermost() {
            Some(Tag::Text) => {
                if let Some(Element::Text(element)) = self.body().last_mut() {
                    push(&mut element.content, text);
                }
            }
            Some(Tag::Button) => {
                if let Some(button) = self.button() {
                    push(&mut button.label, clean_line(text));
                }
            }
            Some(Tag::At) => {
                if let Some(open) = self.inline.last_mut() {
                    push(&mut open.name, text);
                }
            }
            _ => self.part(Inline::Text(text)),
        }
    }

    #[inline]
    fn part(&mut self, part: Inline) {
        if let Some(open) = self.inline.last_mut() {
            open.children.push(part);
        } else if let Some(markdown) = self.markdown() {
            markdown.content.push(part);
        }
    }

    #[inline]
    fn end_attribute(&mut self) {
        if let Some(attribute) = self.attribute.take() {
            self.set(attribute);
        }
    }

    fn set(&mut self, attribute: Attribute) {
        let value = mem::take(&mut self.value);
        let Some(tag) = self.innermost() else { return };
        match tag {
            Tag::Config => {
                if let Some(config) = &mut self.card.config {
                    set_config(config, attribute, value);
                }
            }
            Tag::Link | Tag::Href => set_link(&mut self.link, attribute, value.text),
            Tag::Header => {
                if let Some(header) = self.header() {
                    set_header(header, attribute, value);
                }
            }
            Tag::Markdown => {
                if let Some(markdown) = self.markdown() {
                    markdown.fallback = Some(value.text.into());
                }
            }
            Tag::Button => {
                if let Some(button) = self.button() {
                    set_button(button, attribute, value);
                }
            }
            Tag::Locale => {
                if let Some(locale) = self.card.i18n.last_mut() {
                    locale.lang = value.text.into();
                }
            }
            _ if tag.is_inline() => {
                if let Some(part) = self.inline.last_mut() {
                    part.value = value;
                }
            }
            _ => {
                if let Some(element) = self.body().last_mut() {
                    set_element(element, tag, attribute, value);
                }
            }
        }
    }

    fn innermost(&self) -> Option<Tag> {
        self.open.last().copied()
    }

    /// The elements that are being added to.
    #[inline]
    fn body(&mut self) -> &mut Vec<Element> {
        match self.card.i18n.last_mut() {
            Some(locale) if self.open.contains(&Tag::Locale) => &mut locale.elements,
            _ => &mut self.card.elements,
        }
    }

    fn header(&mut self) -> &mut Option<Header> {
        match self.card.i18n.last_mut() {
            Some(locale) if self.open.contains(&Tag::Locale) => &mut locale.header,
            _ => &mut self.card.header,
        }
    }

    fn element(&mut self, element: impl Into<Element>) {
        self.body().push(element.into());
    }

    fn action_item(&mut self, item: impl Into<ActionItem>) {
        if let Some(Element::Action(action)) = self.body().last_mut() {
            action.actions.push(item.into());
        }
    }

    /// The button that is open.
    fn button(&mut self) -> Option<&mut Button> {
        match self.body().last_mut() {
            Some(Element::Action(action)) => match action.actions.last_mut() {
                Some(ActionItem::Button(button)) => Some(button),
                _ => None,
            },
            _ => None,
        }
    }

    /// The markdown that is open.
    fn markdown(&mut self) -> Option<&mut Markdown> {
        let text = match self.body().last_mut()? {
            Element::Markdown(markdown) => return Some(markdown),
            Element::Div(div) => div.fields.last_mut()?,
            Element::PicText(pic_text) => &mut pic_text.text,
            _ => return None,
        };
        match text {
            TextElement::Markdown(markdown) => Some(markdown),
            TextElement::Text(_) => None,
        }
    }
}

impl Value {
    fn into_link(self) -> Link {
        match self.other.map(|other| *other) {
            Some(Other::Link(link)) => link,
            _ => Link::from(self.text),
        }
    }

    fn line(self) -> TextElement {
        TextElement::Text(Text {
            content: clean_line(self.text),
            ..Text::default()
        })
    }
}

fn set_element(element: &mut Element, tag: Tag, attribute: Attribute, value: Value) {
    match element {
        Element::Img(img) => set_img(img, attribute, value.text),
        Element::PicText(pic_text) if tag == Tag::Img => {
            set_img(&mut pic_text.img, attribute, value.text)
        }
        Element::PicText(pic_text) => pic_text.fallback = Some(value.text.into()),
        Element::Text(text) => text.fallback = Some(value.text.into()),
        Element::Div(div) if attribute == Attribute::Division => {
            div.division = Some(value.text.into())
        }
        Element::Div(div) => div.fallback = Some(value.text.into()),
        Element::Hr(hr) => hr.style = Some(value.text),
        Element::Other(other) => set_raw(other, value),
        Element::Action(action) => {
            if let Some(ActionItem::Other(other)) = action.actions.last_mut() {
                set_raw(other, value);
            }
        }
        Element::Markdown(_) => {}
    }
}

fn set_config(config: &mut Config, attribute: Attribute, value: Value) {
    match attribute {
        Attribute::OperatorAllow => config.operator_allow = Some(value.text.into()),
        Attribute::TodoSwitch => config.todo_switch = Some(value.text.into()),
        Attribute::FilterKey => config.filter_key = Some(value.text),
        Attribute::UpdateSingle => {
            config.update_single = Some(
                value.text == "true" || matches!(value.other.as_deref(), Some(Other::Flag(true))),
            );
        }
        Attribute::HideOn => {
            let names = value
                .text
                .split_whitespace()
                .map(|name| name.to_owned().into());
            hidden(config).client_type = names.collect();
        }
        _ => hidden(config).describe = Some(value.text),
    }
}

fn hidden(config: &mut Config) -> &mut NonsupportClient {
    config.nonsupport_client.get_or_insert_default()
}

fn set_link((name, link): &mut (Str, Link), attribute: Attribute, text: Str) {
    match attribute {
        Attribute::Name => *name = text,
        Attribute::AndroidUrl => link.android_url = Some(text),
        Attribute::IosUrl => link.ios_url = Some(text),
        Attribute::PcUrl => link.pc_url = Some(text),
        _ => link.url = text,
    }
}

fn set_header(header: &mut Header, attribute: Attribute, value: Value) {
    match attribute {
        Attribute::Subtitle => header.subtitle = Some(value.line()),
        Attribute::Template => header.template = Some(value.text),
        _ => header.title = value.line(),
    }
}

fn set_img(img: &mut Img, attribute: Attribute, text: Str) {
    match attribute {
        Attribute::StoreKeySha1 => img.store_key_sha1 = Some(text),
        Attribute::PicType => img.pic_type = Some(text),
        Attribute::Alt => img.alt = Some(text),
        Attribute::Url => img.url = Some(text),
        Attribute::Fallback => img.fallback = Some(text.into()),
        _ => img.store_key = text,
    }
}

fn set_button(button: &mut Button, attribute: Attribute, value: Value) {
    match attribute {
        Attribute::Key => button.key = Some(value.text),
        Attribute::Style => button.style = Some(value.text),
        Attribute::Fallback => button.fallback = Some(Fallback::from(value.text)),
        Attribute::Href => button
            .href
            .put(Str::Borrowed(Href::DEFAULT_NAME), value.into_link()),
        _ => match value.into_link() {
            // The wire's `url` is one URL; a link that differs by client fits `href` only.
            link if link.is_per_client() => {
                button.href.put(Str::Borrowed(Href::DEFAULT_NAME), link)
            }
            link => button.url = Some(link.url),
        },
    }
}

fn set_raw(raw: &mut crate::Other, value: Value) {
    match value.other.map(|other| *other) {
        Some(Other::Json(json)) => raw.json = json,
        _ => raw.fallback = Some(value.text.into()),
    }
}

/// The text of a value, without what no client shows.
fn shown(value: &dyn Display) -> String {
    let mut text = String::new();
    // Writing to a string fails where the value's own `Display` does; what it wrote until then is shown.
    let _ = write!(text, "{value}");
    clean_from(&mut text, 0);
    text
}

/// Adds the text of a value.
fn show(text: &mut Str, value: &dyn Display) {
    if let Str::Borrowed(start) = text {
        let mut whole = String::with_capacity(start.len() + SPARE);
        whole.push_str(start);
        *text = Str::Owned(whole);
    }
    let whole = text.to_mut();
    let start = whole.len();
    let _ = write!(whole, "{value}");
    clean_from(whole, start);
}

#[inline]
fn push(text: &mut Str, more: Str) {
    match text {
        _ if text.is_empty() => *text = more,
        Str::Borrowed(start) => {
            let mut whole = String::with_capacity(start.len() + more.len() + SPARE);
            whole.push_str(start);
            whole.push_str(&more);
            *text = Str::Owned(whole);
        }
        Str::Owned(whole) => whole.push_str(&more),
    }
}

/// Builds a card from one program.
pub fn build(program: &'static str, holes: &mut [Hole<'_>]) -> Card {
    let mut builder = Builder::new();
    builder.run(program, holes);
    builder.finish()
}
