//! Runs what stands in an element.

use super::{
    blank,
    program::Op,
    run::{End, Run},
    text::push,
    value::Hole,
};
use crate::{
    Action, ActionItem, Button, Div, Element, Hr, Href, Img, Link, Other, PicText, Str, Text,
    TextElement,
    clean::clean_line_in,
    spec::{Attribute, Tag},
};

impl Run<'_, '_> {
    /// Adds elements that were made elsewhere.
    pub(super) fn elements(&mut self, elements: &mut Vec<Element>) {
        if let Some(Hole::Elements(more)) = self.holes.next() {
            elements.append(more);
        }
    }

    /// An element.
    pub(super) fn element(&mut self, elements: &mut Vec<Element>, tag: Tag, room: u8) -> End {
        elements.push(match tag {
            Tag::Text => blank::TEXT,
            Tag::Markdown => blank::MARKDOWN,
            Tag::Div => blank::DIV,
            Tag::Img => Img::default().into(),
            Tag::Hr => blank::HR,
            Tag::PicText => PicText::default().into(),
            Tag::Action => blank::ACTION,
            _ => Other::new(serde_json::Value::Null).into(),
        });
        self.last_element(elements, room)
    }

    /// Runs what stands in the last element.
    pub(super) fn last_element(&mut self, elements: &mut [Element], room: u8) -> End {
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
                Op::Attribute => {
                    self.ops.attribute()?;
                    text.fallback = self.named();
                }
                Op::Open if self.ops.tag()?.0 == Tag::Link => self.link_in(&mut text.link)?,
                Op::Open => {
                    push(&mut text.content, "\n");
                    let end = self.skip();
                    self.end(Tag::Br, end)?;
                }
                Op::Literal => push(&mut text.content, self.ops.text()?),
                op => self.add_value(&mut text.content, op),
            }
        }
    }

    fn div(&mut self, div: &mut Div, room: u8) -> End {
        if let Some(tag) = self.open.pop() {
            self.in_div(div, tag, 0)?;
        } else if room > 0 {
            div.fields = Vec::with_capacity(room.into());
        }
        loop {
            match self.ops.op()? {
                Op::Close => return Some(()),
                Op::Attribute => match self.ops.attribute()? {
                    Attribute::Division => div.division = self.named(),
                    _ => div.fallback = self.named(),
                },
                Op::Open => {
                    let (tag, room) = self.ops.tag()?;
                    if tag == Tag::Link {
                        div.link = Some(Box::default());
                    } else {
                        div.fields.push(blank::FIELD);
                    }
                    self.in_div(div, tag, room)?;
                }
                Op::Hole => {
                    if let Some(Hole::Fields(fields)) = self.holes.next() {
                        div.fields.append(fields);
                    }
                }
                op => self.pass(op)?,
            }
        }
    }

    fn in_div(&mut self, div: &mut Div, tag: Tag, room: u8) -> End {
        let end = match tag {
            Tag::Link => self.link(div.link.as_mut()?),
            _ => self.field(div.fields.last_mut()?, room),
        };
        self.end(tag, end)
    }

    fn field(&mut self, text: &mut TextElement, room: u8) -> End {
        match text {
            TextElement::Markdown(markdown) => self.markdown(markdown, room),
            TextElement::Text(text) => self.text(text),
        }
    }

    fn img(&mut self, img: &mut Img) -> End {
        loop {
            match self.ops.op()? {
                Op::Close => return Some(()),
                Op::Attribute => match self.ops.attribute()? {
                    Attribute::StoreKey => {
                        self.required(&mut img.store_key);
                    }
                    Attribute::StoreKeySha1 => self.optional(&mut img.store_key_sha1),
                    Attribute::PicType => self.optional(&mut img.pic_type),
                    Attribute::Alt => self.optional(&mut img.alt),
                    Attribute::Url => self.optional(&mut img.url),
                    _ => img.fallback = self.named(),
                },
                op => self.pass(op)?,
            }
        }
    }

    fn hr(&mut self, hr: &mut Hr) -> End {
        loop {
            match self.ops.op()? {
                Op::Close => return Some(()),
                Op::Attribute => {
                    self.ops.attribute()?;
                    self.optional(&mut hr.style);
                }
                op => self.pass(op)?,
            }
        }
    }

    fn pic_text(&mut self, pic_text: &mut PicText) -> End {
        if let Some(tag) = self.open.pop() {
            self.in_pic_text(pic_text, tag, 0)?;
        }
        loop {
            match self.ops.op()? {
                Op::Close => return Some(()),
                Op::Attribute => {
                    self.ops.attribute()?;
                    pic_text.fallback = self.named();
                }
                Op::Open => {
                    let (tag, room) = self.ops.tag()?;
                    match tag {
                        Tag::Link => pic_text.link = Some(Box::default()),
                        Tag::Markdown => pic_text.text = blank::FIELD,
                        // A picText has its picture from the beginning.
                        _ => {}
                    }
                    self.in_pic_text(pic_text, tag, room)?;
                }
                op => self.pass(op)?,
            }
        }
    }

    fn in_pic_text(&mut self, pic_text: &mut PicText, tag: Tag, room: u8) -> End {
        let end = match tag {
            Tag::Link => self.link(pic_text.link.as_mut()?),
            Tag::Img => self.img(&mut pic_text.img),
            _ => self.field(&mut pic_text.text, room),
        };
        self.end(tag, end)
    }

    fn action(&mut self, action: &mut Action, room: u8) -> End {
        if let Some(tag) = self.open.pop() {
            self.in_action(action, tag)?;
        } else if room > 0 {
            action.actions = Vec::with_capacity(room.into());
        }
        loop {
            match self.ops.op()? {
                Op::Close => return Some(()),
                Op::Open => {
                    let (tag, _) = self.ops.tag()?;
                    action.actions.push(if tag == Tag::Raw {
                        Other::new(serde_json::Value::Null).into()
                    } else {
                        blank::BUTTON
                    });
                    self.in_action(action, tag)?;
                }
                Op::Hole => {
                    if let Some(Hole::Actions(actions)) = self.holes.next() {
                        action.actions.append(actions);
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

    fn button(&mut self, button: &mut Button) -> End {
        if let Some(tag) = self.open.pop() {
            let end = self.href(&mut button.href);
            self.end(tag, end)?;
        }
        loop {
            match self.ops.op()? {
                Op::Close => break,
                Op::Attribute => {
                    let attribute = self.ops.attribute()?;
                    self.attribute_of_button(button, attribute);
                }
                Op::Open => {
                    self.ops.tag()?;
                    self.href_in(&mut button.href)?;
                }
                Op::Literal => push(&mut button.label, self.ops.text()?),
                op => self.add_value(&mut button.label, op),
            }
        }
        clean_line_in(&mut button.label);
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
            _ => button.fallback = self.named(),
        }
    }

    fn raw(&mut self, raw: &mut Other) -> End {
        loop {
            match self.ops.op()? {
                Op::Close => return Some(()),
                Op::Attribute => match self.ops.attribute()? {
                    Attribute::Json => match self.json_of_attribute() {
                        Some(json) => raw.json = json.clone(),
                        None => self.pass_value(),
                    },
                    _ => raw.fallback = self.named(),
                },
                op => self.pass(op)?,
            }
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
