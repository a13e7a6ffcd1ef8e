//! Runs the programs of a card's markup.

use std::{fmt::Display, mem, slice};

use super::{
    blank,
    open::Open,
    program::{self, Op, Reader},
    slot,
    text::{push, show, show_in},
    value::Hole,
};
use crate::{
    ActionItem, Button, Card, Config, Element, Header, Href, Img, Link, Locale, Markdown, PicText,
    Str, TextElement,
    clean::clean_line_in,
    markdown::Inline,
    spec::{Attribute, Tag},
};

/// How many elements a card has room for before it grows.
const ELEMENTS: usize = 8;

/// The values of a program's holes that are not used yet.
type Holes<'h, 'v> = slice::IterMut<'h, Hole<'v>>;

/// Builds a card from programs, one after the other: the control flow between them is the user's.
///
/// A part of the card is made where it belongs as soon as its tag opens, and every text is written where it belongs;
/// nothing is moved there from elsewhere. The macro has checked that tags nest and attributes fit; an operation that does
/// not fit is passed over.
#[derive(Debug)]
pub struct Builder {
    card: Card,
    open: Open,
    /// The `<link>` or `<href>` that is open.
    link: Option<Box<Link>>,
    /// The name of the `<href>`.
    name: Str,
}

impl Builder {
    /// A builder of an empty card.
    pub fn new() -> Self {
        Self {
            card: Card::default(),
            open: Open::new(),
            link: None,
            name: Str::Borrowed(Href::DEFAULT_NAME),
        }
    }

    /// Runs a program. Each of its holes takes the next of the values.
    pub fn run(&mut self, program: &'static str, holes: &mut [Hole<'_>]) {
        let mut ops = program::read(program);
        let mut holes = holes.iter_mut();
        while let Some(op) = ops.next() {
            match op {
                Op::Open(tag) => self.open(tag),
                Op::Close => self.close(),
                Op::Attribute(attribute) => self.attribute(attribute, &mut ops, &mut holes),
                Op::Content => {}
                Op::Literal(text) => self.literal(text),
                _ => {
                    if let Some(hole) = holes.next() {
                        self.hole(op, hole);
                    }
                }
            }
        }
    }

    /// The card; the builder is left with an empty one.
    pub fn finish(&mut self) -> Card {
        mem::take(&mut self.card)
    }

    fn open(&mut self, tag: Tag) {
        match tag {
            Tag::Card => self.card.elements.reserve(ELEMENTS),
            Tag::Config => self.card.config = Some(Config::default()),
            Tag::Link | Tag::Href => self.open_link(),
            Tag::Header => *self.header() = blank::HEADER,
            Tag::Text => self.body().push(blank::TEXT),
            Tag::Markdown => self.open_markdown(),
            Tag::Div => self.body().push(blank::DIV),
            // A picText has its picture from the beginning.
            Tag::Img if self.open.innermost() == Some(Tag::PicText) => {}
            Tag::Img => self.body().push(Img::default().into()),
            Tag::Hr => self.body().push(blank::HR),
            Tag::PicText => self.body().push(PicText::default().into()),
            Tag::Action => self.body().push(blank::ACTION),
            Tag::Button => self.action_item(blank::BUTTON),
            Tag::Locale => self.card.i18n.push(Locale::new(Str::Borrowed(""))),
            Tag::Raw => self.open_raw(),
            Tag::B | Tag::I | Tag::S | Tag::Font | Tag::A | Tag::At | Tag::Br => {
                self.open_inline(tag);
            }
        }
        self.open.push(tag);
    }

    fn open_link(&mut self) {
        self.link = Some(Box::new(Link::EMPTY));
        self.name = Str::Borrowed(Href::DEFAULT_NAME);
    }

    fn open_raw(&mut self) {
        let raw = crate::Other::new(serde_json::Value::Null);
        if self.open.innermost() == Some(Tag::Action) {
            self.action_item(raw.into());
        } else {
            self.body().push(raw.into());
        }
    }

    fn open_markdown(&mut self) {
        match (self.open.innermost(), self.body().last_mut()) {
            (Some(Tag::Div), Some(Element::Div(div))) => {
                div.fields.push(blank::FIELD);
            }
            (Some(Tag::PicText), Some(Element::PicText(pic_text))) => {
                pic_text.text = blank::FIELD;
            }
            _ => self.body().push(blank::MARKDOWN),
        }
    }

    fn open_inline(&mut self, tag: Tag) {
        if tag == Tag::Br && self.open.innermost() == Some(Tag::Text) {
            return self.literal("\n");
        }
        let Some(parts) = self.parts() else { return };
        match tag {
            Tag::B => parts.push(blank::BOLD),
            Tag::I => parts.push(blank::ITALIC),
            Tag::S => parts.push(blank::STRIKE),
            Tag::Font => parts.push(blank::FONT),
            Tag::A => parts.push(blank::A),
            Tag::At => parts.push(blank::AT),
            _ => parts.push(blank::BREAK),
        }
    }

    fn close(&mut self) {
        let Some(tag) = self.open.pop() else { return };
        match tag {
            Tag::Link => self.close_link(),
            Tag::Href => self.close_href(),
            Tag::Button => {
                if let Some(button) = self.button() {
                    clean_line_in(&mut button.label);
                }
            }
            _ => {}
        }
    }

    fn close_link(&mut self) {
        let link = self.link.take();
        let place = match (self.open.innermost(), self.body().last_mut()) {
            (Some(Tag::Text), Some(Element::Text(text))) => &mut text.link,
            (Some(Tag::Div), Some(Element::Div(div))) => &mut div.link,
            (Some(Tag::PicText), Some(Element::PicText(pic_text))) => &mut pic_text.link,
            (Some(Tag::Markdown), _) => match self.markdown() {
                Some(markdown) => &mut markdown.link,
                None => return,
            },
            _ => &mut self.card.link,
        };
        *place = link;
    }

    fn close_href(&mut self) {
        let name = mem::take(&mut self.name);
        let Some(link) = self.link.take() else { return };
        if self.open.innermost() == Some(Tag::Button) {
            if let Some(button) = self.button() {
                button.href.put(name, *link);
            }
        } else if let Some(markdown) = self.markdown() {
            markdown.href.put(name, *link);
        }
    }

    /// Text of the author.
    #[inline]
    fn literal(&mut self, literal: &'static str) {
        if let Some(text) = self.plain() {
            push(text, literal);
        } else if let Some(parts) = self.parts() {
            parts.push(blank::SOURCE);
            if let Some(Inline::Source(source)) = parts.last_mut() {
                *source = Str::Borrowed(literal);
            }
        }
    }

    fn hole(&mut self, op: Op, hole: &mut Hole<'_>) {
        match hole {
            Hole::Text(value) => self.value(op, *value),
            Hole::Elements(elements) => self.body().append(elements),
            Hole::Fields(fields) => {
                if let Some(Element::Div(div)) = self.body().last_mut() {
                    div.fields.append(fields);
                }
            }
            Hole::Actions(actions) => {
                if let Some(Element::Action(action)) = self.body().last_mut() {
                    action.actions.append(actions);
                }
            }
            Hole::Absent | Hole::Link(_) | Hole::Flag(_) | Hole::Json(_) => {}
        }
    }

    /// A value that is shown as text.
    fn value(&mut self, op: Op, value: &dyn Display) {
        if let Some(text) = self.plain() {
            return show(text, op, value);
        }
        let Some(parts) = self.parts() else { return };
        match op {
            Op::Hole => parts.push(blank::VALUE),
            Op::Code => parts.push(blank::CODE),
            // What is encoded for its place in a URL is a part of the author's markdown.
            _ => parts.push(blank::SOURCE),
        }
        if let Some(Inline::Text(text) | Inline::Code(text) | Inline::Source(text)) =
            parts.last_mut()
        {
            show_in(text.to_mut(), op, value);
        }
    }

    fn attribute(&mut self, attribute: Attribute, ops: &mut Reader, holes: &mut Holes<'_, '_>) {
        if ops.is_at_hole() && !matches!(holes.as_slice().first(), Some(Hole::Text(_))) {
            ops.next();
            if let Some(hole) = holes.next() {
                self.set(attribute, hole);
            }
            return;
        }
        if let Some(text) = self.slot(attribute) {
            fill(text, ops, holes);
            if matches!(attribute, Attribute::Title | Attribute::Subtitle) {
                clean_line_in(text);
            }
        } else {
            let mut name = Str::Borrowed("");
            fill(&mut name, ops, holes);
            self.name(attribute, name);
        }
    }

    /// Where the text of an attribute belongs; `None` for one that takes a name.
    fn slot(&mut self, attribute: Attribute) -> Option<&mut Str> {
        if self.open.inline > 0 {
            return slot::inline(self.part()?, attribute);
        }
        match self.open.innermost()? {
            Tag::Href if attribute == Attribute::Name => {
                self.name = Str::Borrowed("");
                Some(&mut self.name)
            }
            Tag::Link | Tag::Href => slot::link(self.link.as_mut()?, attribute),
            Tag::Config => slot::config(self.card.config.as_mut()?, attribute),
            Tag::Header => slot::header(self.header().as_mut()?, attribute),
            Tag::Button => slot::button(self.button()?, attribute),
            tag => slot::element(self.body().last_mut()?, tag, attribute),
        }
    }

    /// Sets an attribute to a name of the platform, or to what stands for an element elsewhere.
    fn name(&mut self, attribute: Attribute, name: Str) {
        let Some(tag) = self.open.innermost() else {
            return;
        };
        match tag {
            Tag::Config => {
                if let Some(config) = &mut self.card.config {
                    set_config(config, attribute, name);
                }
            }
            Tag::Locale => {
                if let Some(locale) = self.card.i18n.last_mut() {
                    locale.lang = name.into();
                }
            }
            Tag::Markdown => {
                if let Some(markdown) = self.markdown() {
                    markdown.fallback = Some(name.into());
                }
            }
            Tag::Button => {
                if let Some(button) = self.button() {
                    button.fallback = Some(name.into());
                }
            }
            _ => {
                if let Some(element) = self.body().last_mut() {
                    set_element(element, tag, attribute, name);
                }
            }
        }
    }

    /// Sets an attribute to a value that is no text.
    fn set(&mut self, attribute: Attribute, hole: &Hole<'_>) {
        match (hole, self.open.innermost()) {
            (Hole::Link(link), Some(Tag::Button)) => {
                if let Some(button) = self.button() {
                    set_link(button, attribute, link);
                }
            }
            (Hole::Link(link), _) => self.set_target(link),
            (Hole::Flag(flag), _) => {
                if let Some(config) = &mut self.card.config {
                    config.update_single = Some(*flag);
                }
            }
            (Hole::Json(json), _) => {
                if let Some(raw) = self.raw() {
                    raw.json = serde_json::Value::clone(json);
                }
            }
            _ => {}
        }
    }

    /// Sets where the inline link that is open leads: one with a URL per client needs a variable of the markdown.
    fn set_target(&mut self, link: &Link) {
        let Some(markdown) = self.markdown() else {
            return;
        };
        let leads_to = markdown.target(link.clone());
        if let Some(Inline::Link { target, .. }) = self.part() {
            *target = leads_to;
        }
    }

    /// The elements that are being added to.
    #[inline]
    fn body(&mut self) -> &mut Vec<Element> {
        match self.card.i18n.last_mut() {
            Some(locale) if self.open.contains(Tag::Locale) => &mut locale.elements,
            _ => &mut self.card.elements,
        }
    }

    fn header(&mut self) -> &mut Option<Header> {
        match self.card.i18n.last_mut() {
            Some(locale) if self.open.contains(Tag::Locale) => &mut locale.header,
            _ => &mut self.card.header,
        }
    }

    #[inline]
    fn action_item(&mut self, item: ActionItem) {
        if let Some(Element::Action(action)) = self.body().last_mut() {
            action.actions.push(item);
        }
    }

    fn last_action_item(&mut self) -> Option<&mut ActionItem> {
        match self.body().last_mut()? {
            Element::Action(action) => action.actions.last_mut(),
            _ => None,
        }
    }

    /// The button that is open.
    fn button(&mut self) -> Option<&mut Button> {
        match self.last_action_item()? {
            ActionItem::Button(button) => Some(button),
            ActionItem::Other(_) => None,
        }
    }

    /// The raw JSON that is open.
    fn raw(&mut self) -> Option<&mut crate::Other> {
        match self.body().last_mut()? {
            Element::Other(raw) => Some(raw),
            Element::Action(action) => match action.actions.last_mut()? {
                ActionItem::Other(raw) => Some(raw),
                ActionItem::Button(_) => None,
            },
            _ => None,
        }
    }

    /// The text without markup that is open.
    #[inline]
    fn plain(&mut self) -> Option<&mut Str> {
        if self.open.inline > 0 {
            return match self.part()? {
                Inline::At { name, .. } => Some(name),
                _ => None,
            };
        }
        match self.open.innermost()? {
            Tag::Text => match self.body().last_mut()? {
                Element::Text(text) => Some(&mut text.content),
                _ => None,
            },
            Tag::Button => Some(&mut self.button()?.label),
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

    /// The parts that are being added to: of the markdown, or of the inline tag that is open in it.
    #[inline]
    fn parts(&mut self) -> Option<&mut Vec<Inline>> {
        self.parts_at(self.open.inline)
    }

    /// The inline tag that is open.
    fn part(&mut self) -> Option<&mut Inline> {
        self.parts_at(self.open.inline.checked_sub(1)?)?.last_mut()
    }

    fn parts_at(&mut self, depth: usize) -> Option<&mut Vec<Inline>> {
        let mut parts = &mut self.markdown()?.content;
        for _ in 0..depth {
            parts = match parts.last_mut()? {
                Inline::Bold(children)
                | Inline::Italic(children)
                | Inline::Strike(children)
                | Inline::Font { children, .. }
                | Inline::Link { children, .. } => children,
                _ => return None,
            };
        }
        Some(parts)
    }
}

/// Writes the value of an attribute.
fn fill(text: &mut Str, ops: &mut Reader, holes: &mut Holes<'_, '_>) {
    while ops.is_at_value() {
        match ops.next() {
            Some(Op::Literal(literal)) => push(text, literal),
            Some(op) => {
                if let Some(Hole::Text(value)) = holes.next() {
                    show(text, op, *value);
                }
            }
            None => return,
        }
    }
}

fn set_element(element: &mut Element, tag: Tag, attribute: Attribute, name: Str) {
    match element {
        Element::PicText(pic_text) if tag == Tag::Img => {
            pic_text.img.fallback = Some(name.into());
        }
        Element::PicText(pic_text) => pic_text.fallback = Some(name.into()),
        Element::Img(img) => img.fallback = Some(name.into()),
        Element::Text(text) => text.fallback = Some(name.into()),
        Element::Div(div) if attribute == Attribute::Division => div.division = Some(name.into()),
        Element::Div(div) => div.fallback = Some(name.into()),
        Element::Other(raw) => raw.fallback = Some(name.into()),
        Element::Action(action) => {
            if let Some(ActionItem::Other(raw)) = action.actions.last_mut() {
                raw.fallback = Some(name.into());
            }
        }
        Element::Hr(_) | Element::Markdown(_) => {}
    }
}

fn set_config(config: &mut Config, attribute: Attribute, name: Str) {
    match attribute {
        Attribute::OperatorAllow => config.operator_allow = Some(name.into()),
        Attribute::TodoSwitch => config.todo_switch = Some(name.into()),
        Attribute::UpdateSingle => config.update_single = Some(name == "true"),
        _ => {
            let names = name.split_whitespace().map(|name| name.to_owned().into());
            slot::hidden(config).client_type = names.collect();
        }
    }
}

fn set_link(button: &mut Button, attribute: Attribute, link: &Link) {
    // The wire's `url` is one URL; a link that differs by client fits `href` only.
    if attribute == Attribute::Url && !link.is_per_client() {
        button.url = Some(link.url.clone());
    } else {
        let name = Str::Borrowed(Href::DEFAULT_NAME);
        button.href.put(name, link.clone());
    }
}

impl Default for Builder {
    fn default() -> Self {
        Self::new()
    }
}

/// Builds a card from one program.
pub fn build(program: &'static str, holes: &mut [Hole<'_>]) -> Card {
    let mut builder = Builder::new();
    builder.run(program, holes);
    builder.finish()
}
