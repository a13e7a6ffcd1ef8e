//! Runs what stands in an element.

use serde_json::Value;

use super::{
    blank,
    program::Op,
    run::{End, Run},
    text::push,
    value::Hole,
};
use crate::{
    Action, ActionItem, Button, Div, Element, Hr, Href, Img, Link, List, Other, PicText, Str, Text,
    TextElement,
    clean::clean_line_in,
    list::{make_room, put},
    spec::{Attribute, Tag},
};

/// Adds a part that is empty yet, and runs what stands in it.
macro_rules! begin {
    ($list:expr, $kind:path, $blank:expr, |$part:ident| $run:expr) => {{
        put($list, || $kind($blank));
        match $list.last_mut() {
            Some($kind($part)) => $run,
            _ => None,
        }
    }};
}

impl Run<'_, '_> {
    /// Adds elements that were made elsewhere.
    pub(super) fn elements(&mut self, elements: &mut Vec<Element>) {
        if let Some(Hole::Elements(more)) = self.holes.next() {
            elements.append(&mut more.take());
        }
    }

    /// An element.
    pub(super) fn element(&mut self, elements: &mut Vec<Element>, tag: Tag, room: usize) -> End {
        match tag {
            Tag::Text => begin!(elements, Element::Text, blank::TEXT, |it| self.text(it)),
            Tag::Markdown => begin!(elements, Element::Markdown, blank::MARKDOWN, |it| {
                self.new_markdown(it, room)
            }),
            Tag::Div => begin!(elements, Element::Div, blank::DIV, |it| self.div(it, room)),
            Tag::Hr => begin!(elements, Element::Hr, blank::HR, |it| self.hr(it)),
            Tag::Action => begin!(elements, Element::Action, blank::ACTION, |it| {
                self.action(it, room)
            }),
            tag => {
                elements.push(rare(tag));
                self.last_element(elements, room)
            }
        }
    }

    /// Runs what stands in the last element.
    pub(super) fn last_element(&mut self, elements: &mut [Element], room: usize) -> End {
        match elements.last_mut()? {
            Element::Text(text) => self.text(text),
            Element::Markdown(markdown) => self.markdown(markdown, room),
            Element::Div(div) => self.div(div, room),
            Element::Img(img) => self.img(img),
            Element::Hr(hr) => self.hr(hr),
            Element::PicText(pic_text) => self.pic_text(pic_text),
            Element::Action(action) => self.action(action, room),
            Element::Other(raw) => self.raw(raw),
        }
    }

    #[inline(never)]
    fn text(&mut self, text: &mut Text) -> End {
        if let Some(tag) = self.open.pop() {
            let end = match tag {
                Tag::Link => self.link(text.link.as_mut()?),
                _ => self.skip(),
            };
            self.end(tag, end)?;
        }
        loop {
            match self.ops.op()? {
                Op::Close => return Some(()),
                Op::Literal | Op::Rough => self.add_literal(&mut text.content)?,
                Op::Break => push(&mut text.content, "\n"),
                Op::Attribute(_) => self.fallback(&mut text.fallback),
                Op::Open(Tag::Link) => {
                    self.ops.room();
                    self.link_in(&mut text.link)?;
                }
                op @ Op::Open(_) => self.pass(op)?,
                op => self.add_value(&mut text.content, op),
            }
        }
    }

    #[inline(never)]
    fn div(&mut self, div: &mut Div, room: usize) -> End {
        if let Some(tag) = self.open.pop() {
            self.in_div(div, tag)?;
        }
        let fields = div.fields.to_mut();
        make_room(fields, room);
        loop {
            match self.ops.op()? {
                Op::Close => return Some(()),
                Op::Attribute(Attribute::Division) => self.named(&mut div.division),
                Op::Attribute(_) => self.fallback(&mut div.fallback),
                Op::Open(Tag::Link) => {
                    self.ops.room();
                    self.link_in(&mut div.link)?;
                }
                Op::Open(tag) => {
                    let room = self.ops.room();
                    let end = begin!(fields, TextElement::Markdown, blank::MARKDOWN, |it| {
                        self.new_markdown(it, room)
                    });
                    self.end(tag, end)?;
                }
                Op::Hole => match self.holes.next() {
                    Some(Hole::Fields(more)) => fields.append(&mut more.take()),
                    Some(Hole::Columns(literal)) => {
                        div.fields = List::Borrowed(literal);
                        return self.skip();
                    }
                    _ => {}
                },
                op => self.pass(op)?,
            }
        }
    }

    fn in_div(&mut self, div: &mut Div, tag: Tag) -> End {
        let end = match tag {
            Tag::Link => self.link(div.link.as_mut()?),
            _ => self.field(div.fields.to_mut().last_mut()?, 0),
        };
        self.end(tag, end)
    }

    fn field(&mut self, text: &mut TextElement, room: usize) -> End {
        match text {
            TextElement::Markdown(markdown) => self.markdown(markdown, room),
            TextElement::Text(text) => self.text(text),
        }
    }

    #[inline(never)]
    fn img(&mut self, img: &mut Img) -> End {
        loop {
            match self.ops.op()? {
                Op::Close => return Some(()),
                Op::Attribute(attribute) => self.attribute_of_img(img, attribute),
                op => self.pass(op)?,
            }
        }
    }

    fn attribute_of_img(&mut self, img: &mut Img, attribute: Attribute) {
        match attribute {
            Attribute::StoreKey => {
                self.required(&mut img.store_key);
            }
            Attribute::StoreKeySha1 => self.optional(&mut img.store_key_sha1),
            Attribute::PicType => self.optional(&mut img.pic_type),
            Attribute::Alt => self.optional(&mut img.alt),
            Attribute::Url => self.optional(&mut img.url),
            _ => self.fallback(&mut img.fallback),
        }
    }

    #[inline(never)]
    fn hr(&mut self, hr: &mut Hr) -> End {
        loop {
            match self.ops.op()? {
                Op::Close => return Some(()),
                Op::Attribute(_) => self.optional(&mut hr.style),
                op => self.pass(op)?,
            }
        }
    }

    #[inline(never)]
    fn pic_text(&mut self, pic_text: &mut PicText) -> End {
        if let Some(tag) = self.open.pop() {
            self.in_pic_text(pic_text, tag, 0)?;
        }
        loop {
            match self.ops.op()? {
                Op::Close => return Some(()),
                Op::Attribute(_) => self.fallback(&mut pic_text.fallback),
                Op::Open(tag) => {
                    let room = self.ops.room();
                    match tag {
                        Tag::Link => pic_text.link = Some(Box::default()),
                        Tag::Markdown => pic_text.text = blank::MARKDOWN.into(),
                        // A picText has its picture from the beginning.
                        _ => {}
                    }
                    self.in_pic_text(pic_text, tag, room)?;
                }
                op => self.pass(op)?,
            }
        }
    }

    fn in_pic_text(&mut self, pic_text: &mut PicText, tag: Tag, room: usize) -> End {
        let end = match tag {
            Tag::Link => self.link(pic_text.link.as_mut()?),
            Tag::Img => self.img(&mut pic_text.img),
            _ => self.field(&mut pic_text.text, room),
        };
        self.end(tag, end)
    }

    #[inline(never)]
    fn action(&mut self, action: &mut Action, room: usize) -> End {
        if let Some(tag) = self.open.pop() {
            self.in_action(action, tag)?;
        }
        make_room(&mut action.actions, room);
        loop {
            match self.ops.op()? {
                Op::Close => return Some(()),
                Op::Open(tag) => {
                    self.ops.room();
                    if tag == Tag::Raw {
                        put(&mut action.actions, || Other::new(Value::Null).into());
                    } else {
                        put(&mut action.actions, || ActionItem::Button(blank::BUTTON));
                    }
                    self.in_action(action, tag)?;
                }
                Op::Hole => {
                    if let Some(Hole::Actions(actions)) = self.holes.next() {
                        action.actions.append(&mut actions.take());
                    }
                }
                op => self.pass(op)?,
            }
        }
    }

    fn in_action(&mut self, action: &mut Action, tag: Tag) -> End {
        let end = match action.actions.last_mut()? {
            ActionItem::Button(button) => self.button(button),
            ActionItem::Other(raw) => self.raw(raw),
        };
        self.end(tag, end)
    }

    #[inline(never)]
    fn button(&mut self, button: &mut Button) -> End {
        // What an earlier program has added is not known.
        let mut is_line = button.label.is_empty();
        if let Some(tag) = self.open.pop() {
            let end = self.href(&mut button.href);
            self.end(tag, end)?;
        }
        loop {
            match self.ops.op()? {
                Op::Close => break,
                op @ (Op::Literal | Op::Rough) => {
                    is_line &= op == Op::Literal;
                    self.add_literal(&mut button.label)?;
                }
                Op::Attribute(attribute) => self.attribute_of_button(button, attribute),
                Op::Open(_) => {
                    self.ops.room();
                    self.href_in(&mut button.href)?;
                }
                op @ Op::Break => self.pass(op)?,
                op => {
                    is_line = false;
                    self.add_value(&mut button.label, op);
                }
            }
        }
        if !is_line {
            clean_line_in(&mut button.label);
        }
        Some(())
    }

    fn attribute_of_button(&mut self, button: &mut Button, attribute: Attribute) {
        match attribute {
            Attribute::Key => self.optional(&mut button.key),
            Attribute::Style => self.optional(&mut button.style),
            Attribute::Url | Attribute::Href => {
                if let Some(link) = self.link_of_attribute() {
                    set_link(button, attribute, link);
                } else if attribute == Attribute::Url {
                    self.optional(&mut button.url);
                } else {
                    button.href.begin();
                    let is_set = button
                        .href
                        .last_mut()
                        .is_some_and(|(_, link)| self.required(&mut link.url));
                    button.href.finish(is_set);
                }
            }
            _ => self.fallback(&mut button.fallback),
        }
    }

    #[inline(never)]
    fn raw(&mut self, raw: &mut Other) -> End {
        loop {
            match self.ops.op()? {
                Op::Close => return Some(()),
                Op::Attribute(Attribute::Json) => match self.json_of_attribute() {
                    Some(json) => raw.json = json.clone(),
                    None => self.pass_value(),
                },
                Op::Attribute(_) => self.fallback(&mut raw.fallback),
                op => self.pass(op)?,
            }
        }
    }
}

/// An element that most cards do not have.
#[cold]
fn rare(tag: Tag) -> Element {
    match tag {
        Tag::Img => Img::default().into(),
        Tag::PicText => PicText::default().into(),
        _ => Other::new(Value::Null).into(),
    }
}

#[cold]
fn set_link(button: &mut Button, attribute: Attribute, link: &Link) {
    // The wire's `url` is one URL; a link that differs by client fits `href` only.
    if attribute == Attribute::Url && !link.is_per_client() {
        button.url = Some(link.url.clone());
    } else {
        let name = Str::Borrowed(Href::DEFAULT_NAME);
        button.href.put(name, link.clone());
    }
}
