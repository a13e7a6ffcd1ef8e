//! Runs the programs of a card's markup.

use std::mem;

use super::{
    program::{self, Op},
    url::{self, Place},
    value::Hole,
};
use crate::{
    Action, Button, Card, Config, Div, Element, Fallback, Header, Href, Hr, Img, Link, Locale, Markdown,
    NonsupportClient, Other, PicText, Str, Text, TextElement,
    clean::clean_line,
    markdown::{Inline, LinkTarget},
    spec::{Attribute, Tag},
};

/// Builds a card from programs, one after the other: the control flow between them is the user's.
///
/// The macro has checked that tags nest and attributes fit; an operation that does not fit is passed over.
#[derive(Debug, Default)]
pub struct Builder {
    card: Card,
    open: Vec<Frame>,
    attribute: Option<(Attribute, Value)>,
}

/// A tag that has begun. The card itself is not among them.
#[derive(Debug)]
enum Frame {
    Card,
    Config(Config),
    Link(Link),
    Header(Header),
    Text(Text),
    Markdown(Markdown),
    Div(Div),
    Img(Img),
    Hr(Hr),
    PicText(PicText),
    Action(Action),
    Button(Button),
    Href(Str, Link),
    Locale(Locale),
    Raw(Other),
    Inline(Tag, Value, Vec<Inline>),
}

/// What an attribute is given, piece by piece.
#[derive(Debug, Default)]
struct Value {
    text: Str,
    other: Option<Hole>,
}

impl Builder {
    /// A builder of an empty card.
    pub fn new() -> Self {
        Self::default()
    }

    /// Runs a program. Each of its holes takes the next of the values.
    pub fn run(&mut self, program: &'static str, holes: &mut [Hole]) {
        let mut holes = holes.iter_mut().map(mem::take);
        for op in program::read(program) {
            match op {
                Op::Open(tag) => {
                    self.end_attribute();
                    self.open.push(Frame::new(tag));
                }
                Op::Close => {
                    self.end_attribute();
                    self.close();
                }
                Op::Attribute(attribute) => {
                    self.end_attribute();
                    self.attribute = Some((attribute, Value::default()));
                }
                Op::Content => self.end_attribute(),
                Op::Literal(text) => self.literal(text),
                _ => self.hole(op, holes.next().unwrap_or_default()),
            }
        }
    }

    /// The card, with whatever is still open closed.
    pub fn finish(mut self) -> Card {
        while !self.open.is_empty() {
            self.end_attribute();
            self.close();
        }
        self.card
    }

    fn literal(&mut self, text: &'static str) {
        if let Some((_, value)) = &mut self.attribute {
            value.push(Str::Borrowed(text));
        } else if let Some(frame) = self.open.last_mut() {
            frame.literal(Str::Borrowed(text));
        }
    }

    fn hole(&mut self, op: Op, hole: Hole) {
        let place = match op {
            Op::Component => Place::Component,
            Op::Authority => Place::Authority,
            Op::Mailbox => Place::Mailbox,
            _ => return self.value(op, hole),
        };
        let Hole::Text(text) = hole else { return };
        let mut encoded = String::with_capacity(text.len());
        url::encode(&text, place, &mut encoded);
        if let Some((_, value)) = &mut self.attribute {
            value.push(Str::Owned(encoded));
        } else if let Some(frame) = self.open.last_mut() {
            frame.literal(Str::Owned(encoded));
        }
    }

    fn value(&mut self, op: Op, hole: Hole) {
        if let Some((_, value)) = &mut self.attribute {
            return match hole {
                Hole::Text(text) => value.push(text),
                other => value.other = Some(other),
            };
        }
        let Some(frame) = self.open.last_mut() else { return };
        match (op, hole) {
            (Op::Url, Hole::Text(text)) => frame.literal(Str::Owned(url::destination(&text))),
            (Op::Code, Hole::Text(text)) => frame.part(Inline::Code(text)),
            (_, Hole::Text(text)) => frame.text(text),
            (_, hole) => self.splice(hole),
        }
    }

    fn splice(&mut self, hole: Hole) {
        match (self.open.last_mut(), hole) {
            (Some(Frame::Card), Hole::Elements(elements)) => self.card.elements.extend(elements),
            (Some(Frame::Locale(locale)), Hole::Elements(elements)) => locale.elements.extend(elements),
            (Some(Frame::Div(div)), Hole::Fields(fields)) => div.fields.extend(fields),
            (Some(Frame::Action(action)), Hole::Actions(actions)) => action.actions.extend(actions),
            _ => {}
        }
    }

    fn end_attribute(&mut self) {
        let Some((attribute, value)) = self.attribute.take() else { return };
        if matches!(value.other, Some(Hole::Absent)) {
            return;
        }
        if let Some(frame) = self.open.last_mut() {
            frame.set(attribute, value);
        }
    }

    fn close(&mut self) {
        let Some(frame) = self.open.pop() else { return };
        match frame {
            Frame::Card => {}
            Frame::Config(config) => self.card.config = Some(config),
            Frame::Link(link) => self.close_link(link),
            Frame::Header(header) => match self.open.last_mut() {
                Some(Frame::Locale(locale)) => locale.header = Some(header),
                _ => self.card.header = Some(header),
            },
            Frame::Text(text) => self.element(text),
            Frame::Markdown(markdown) => self.close_markdown(markdown),
            Frame::Div(div) => self.element(div),
            Frame::Img(img) => match self.open.last_mut() {
                Some(Frame::PicText(pic_text)) => pic_text.img = img,
                _ => self.element(img),
            },
            Frame::Hr(hr) => self.element(hr),
            Frame::PicText(pic_text) => self.element(pic_text),
            Frame::Action(action) => self.element(action),
            Frame::Button(button) => {
                if let Some(Frame::Action(action)) = self.open.last_mut() {
                    action.actions.push(button.into());
                }
            }
            Frame::Href(name, link) => self.close_href(name, link),
            Frame::Locale(locale) => self.card.i18n.push(locale),
            Frame::Raw(raw) => match self.open.last_mut() {
                Some(Frame::Action(action)) => action.actions.push(raw.into()),
                _ => self.element(raw),
            },
            Frame::Inline(tag, value, children) => self.close_inline(tag, value, children),
        }
    }

    fn element(&mut self, element: impl Into<Element>) {
        let elements = match self.open.last_mut() {
            Some(Frame::Locale(locale)) => &mut locale.elements,
            _ => &mut self.card.elements,
        };
        elements.push(element.into());
    }

    fn close_link(&mut self, link: Link) {
        let place = match self.open.last_mut() {
            Some(Frame::Text(text)) => &mut text.link,
            Some(Frame::Markdown(markdown)) => &mut markdown.link,
            Some(Frame::Div(div)) => &mut div.link,
            Some(Frame::PicText(pic_text)) => &mut pic_text.link,
            _ => &mut self.card.link,
        };
        *place = Some(link);
    }

    fn close_href(&mut self, name: Str, link: Link) {
        match self.open.last_mut() {
            Some(Frame::Markdown(markdown)) => markdown.href.insert(name, link),
            Some(Frame::Button(button)) => button.href.insert(name, link),
            _ => {}
        }
    }

    fn close_markdown(&mut self, markdown: Markdown) {
        match self.open.last_mut() {
            Some(Frame::Div(div)) => div.fields.push(TextElement::Markdown(markdown)),
            Some(Frame::PicText(pic_text)) => pic_text.text = TextElement::Markdown(markdown),
            _ => self.element(markdown),
        }
    }

    fn close_inline(&mut self, tag: Tag, value: Value, children: Vec<Inline>) {
        let inline = match tag {
            Tag::B => Inline::Bold(children),
            Tag::I => Inline::Italic(children),
            Tag::S => Inline::Strike(children),
            Tag::Font => Inline::Font { color: value.text, children },
            Tag::A => Inline::Link { target: self.target(value.into_link()), children },
            Tag::At => Inline::At { email: value.text, name: name_of(children) },
            _ => Inline::Break,
        };
        match self.open.last_mut() {
            Some(Frame::Text(text)) => push(&mut text.content, Str::Borrowed("\n")),
            Some(frame) => frame.part(inline),
            None => {}
        }
    }

    /// How a link of the innermost markdown is written: a link with a URL per client needs a variable there.
    fn target(&mut self, link: Link) -> LinkTarget {
        let markdown = self.open.iter_mut().rev().find_map(|frame| match frame {
            Frame::Markdown(markdown) => Some(markdown),
            _ => None,
        });
        match markdown {
            Some(markdown) => markdown.target(link),
            None => LinkTarget::Url(link.url),
        }
    }
}

impl Frame {
    fn new(tag: Tag) -> Self {
        match tag {
            Tag::Card => Self::Card,
            Tag::Config => Self::Config(Config::default()),
            Tag::Link => Self::Link(Link::default()),
            Tag::Header => Self::Header(Header::default()),
            Tag::Text => Self::Text(Text::default()),
            Tag::Markdown => Self::Markdown(Markdown::default()),
            Tag::Div => Self::Div(Div::default()),
            Tag::Img => Self::Img(Img::default()),
            Tag::Hr => Self::Hr(Hr::default()),
            Tag::PicText => Self::PicText(PicText::default()),
            Tag::Action => Self::Action(Action::default()),
            Tag::Button => Self::Button(Button::default()),
            Tag::Href => Self::Href(Str::Borrowed(Href::DEFAULT_NAME), Link::default()),
            Tag::Locale => Self::Locale(Locale::new("")),
            Tag::Raw => Self::Raw(Other::new(serde_json::Value::Null)),
            Tag::B | Tag::I | Tag::S | Tag::Font | Tag::A | Tag::At | Tag::Br => {
                Self::Inline(tag, Value::default(), Vec::new())
            }
        }
    }

    /// Text of the author.
    fn literal(&mut self, text: Str) {
        match self {
            Self::Inline(Tag::At, ..) => self.part(Inline::Text(text)),
            Self::Markdown(_) | Self::Inline(..) => self.part(Inline::Source(text)),
            _ => self.text(text),
        }
    }

    /// Text that is shown as it is.
    fn text(&mut self, text: Str) {
        match self {
            Self::Text(element) => push(&mut element.content, text),
            Self::Button(button) => push(&mut button.label, clean_line(text)),
            _ => self.part(Inline::Text(text)),
        }
    }

    fn part(&mut self, part: Inline) {
        match self {
            Self::Markdown(markdown) => markdown.content.push(part),
            Self::Inline(_, _, children) => children.push(part),
            _ => {}
        }
    }

    fn set(&mut self, attribute: Attribute, value: Value) {
        match self {
            Self::Config(config) => set_config(config, attribute, value),
            Self::Link(link) => set_link(link, attribute, value),
            Self::Href(name, _) if attribute == Attribute::Name => *name = value.text,
            Self::Href(_, link) => set_link(link, attribute, value),
            Self::Header(header) => set_header(header, attribute, value),
            Self::Text(text) => text.fallback = Some(Fallback::from(value.text)),
            Self::Markdown(markdown) => markdown.fallback = Some(Fallback::from(value.text)),
            Self::Div(div) if attribute == Attribute::Division => div.division = Some(value.text.into()),
            Self::Div(div) => div.fallback = Some(Fallback::from(value.text)),
            Self::Img(img) => set_img(img, attribute, value),
            Self::Hr(hr) => hr.style = Some(value.text),
            Self::PicText(pic_text) => pic_text.fallback = Some(Fallback::from(value.text)),
            Self::Button(button) => set_button(button, attribute, value),
            Self::Locale(locale) => locale.lang = value.text.into(),
            Self::Raw(raw) => match (attribute, value.other) {
                (Attribute::Json, Some(Hole::Json(json))) => raw.json = json,
                _ => raw.fallback = Some(Fallback::from(value.text)),
            },
            Self::Inline(_, own, _) => *own = value,
            // `targets` of a card is for the compiler alone; an action has no attributes.
            Self::Card | Self::Action(_) => {}
        }
    }
}

impl Value {
    fn push(&mut self, text: Str) {
        push(&mut self.text, text);
    }

    fn into_link(self) -> Link {
        match self.other {
            Some(Hole::Link(link)) => link,
            _ => Link::new(self.text),
        }
    }

    fn line(self) -> TextElement {
        TextElement::Text(Text {
            content: clean_line(self.text),
            ..Text::default()
        })
    }
}

fn set_config(config: &mut Config, attribute: Attribute, value: Value) {
    let hidden = |config: &mut Config| config.nonsupport_client.take().unwrap_or_default();
    match attribute {
        Attribute::OperatorAllow => config.operator_allow = Some(value.text.into()),
        Attribute::TodoSwitch => config.todo_switch = Some(value.text.into()),
        Attribute::FilterKey => config.filter_key = Some(value.text),
        Attribute::UpdateSingle => {
            config.update_single = Some(matches!(value.other, Some(Hole::Flag(true))) || value.text == "true");
        }
        Attribute::HideOn => {
            let names = value.text.split_whitespace().map(|name| name.to_owned().into()).collect();
            config.nonsupport_client = Some(NonsupportClient { client_type: names, ..hidden(config) });
        }
        _ => config.nonsupport_client = Some(hidden(config).describe(value.text)),
    }
}

fn set_link(link: &mut Link, attribute: Attribute, value: Value) {
    match attribute {
        Attribute::AndroidUrl => link.android_url = Some(value.text),
        Attribute::IosUrl => link.ios_url = Some(value.text),
        Attribute::PcUrl => link.pc_url = Some(value.text),
        _ => link.url = value.text,
    }
}

fn set_header(header: &mut Header, attribute: Attribute, value: Value) {
    match attribute {
        Attribute::Subtitle => header.subtitle = Some(value.line()),
        Attribute::Template => header.template = Some(value.text),
        _ => header.title = value.line(),
    }
}

fn set_img(img: &mut Img, attribute: Attribute, value: Value) {
    match attribute {
        Attribute::StoreKeySha1 => img.store_key_sha1 = Some(value.text),
        Attribute::PicType => img.pic_type = Some(value.text),
        Attribute::Alt => img.alt = Some(value.text),
        Attribute::Url => img.url = Some(value.text),
        Attribute::Fallback => img.fallback = Some(Fallback::from(value.text)),
        _ => img.store_key = value.text,
    }
}

fn set_button(button: &mut Button, attribute: Attribute, value: Value) {
    match attribute {
        Attribute::Key => button.key = Some(value.text),
        Attribute::Style => button.style = Some(value.text),
        Attribute::Fallback => button.fallback = Some(Fallback::from(value.text)),
        Attribute::Href => button.href.insert(Href::DEFAULT_NAME, value.into_link()),
        _ => match value.into_link() {
            // The wire's `url` is one URL; a link that differs by client fits `href` only.
            link if link.is_per_client() => button.href.insert(Href::DEFAULT_NAME, link),
            link => button.url = Some(link.url),
        },
    }
}

fn name_of(children: Vec<Inline>) -> Str {
    let mut name = Str::default();
    for child in children {
        if let Inline::Text(text) = child {
            push(&mut name, text);
        }
    }
    name
}

fn push(text: &mut Str, more: Str) {
    if text.is_empty() {
        *text = more;
    } else {
        text.to_mut().push_str(&more);
    }
}

/// Builds a card from one program.
pub fn build(program: &'static str, holes: &mut [Hole]) -> Card {
    let mut builder = Builder::new();
    builder.run(program, holes);
    builder.finish()
}
