//! Runs what stands in a card and in a locale: their settings, titles and elements.

use super::{
    blank,
    program::Op,
    run::{End, Run},
};
use crate::{
    Card, Config, Header, Locale, NonsupportClient, Str, TextElement,
    clean::clean_line_in,
    list::make_room,
    spec::{Attribute, Tag},
};

impl Run<'_, '_> {
    /// The card itself: it is open from the first program's start to the last one's end, and its own tag says how many
    /// elements it is likely to hold.
    pub(super) fn root(&mut self, card: &mut Card) -> End {
        if let Some(tag) = self.open.pop() {
            self.in_card(card, tag)?;
        }
        loop {
            match self.ops.op()? {
                Op::Open(Tag::Card) => make_room(&mut card.elements, self.ops.room()),
                Op::Close => {}
                Op::Hole => self.elements(&mut card.elements),
                Op::Open(tag) => {
                    let room = self.ops.room();
                    let end = match tag {
                        Tag::Config => self.config(card.config.insert(Box::default())),
                        Tag::Link => self.link(card.link.insert(Box::default())),
                        Tag::Header => self.header(card.header.insert(blank::HEADER)),
                        Tag::Locale => {
                            card.i18n.push(locale(room));
                            self.locale(card.i18n.last_mut()?)
                        }
                        _ => self.element(&mut card.elements, tag, room),
                    };
                    self.end(tag, end)?;
                }
                op => self.pass(op)?,
            }
        }
    }

    fn in_card(&mut self, card: &mut Card, tag: Tag) -> End {
        let end = match tag {
            Tag::Config => self.config(card.config.as_mut()?),
            Tag::Link => self.link(card.link.as_mut()?),
            Tag::Header => self.header(card.header.as_mut()?),
            Tag::Locale => self.locale(card.i18n.last_mut()?),
            _ => self.last_element(&mut card.elements, 0),
        };
        self.end(tag, end)
    }

    #[inline(never)]
    fn locale(&mut self, locale: &mut Locale) -> End {
        if let Some(tag) = self.open.pop() {
            self.in_locale(locale, tag)?;
        }
        loop {
            match self.ops.op()? {
                Op::Close => return Some(()),
                Op::Hole => self.elements(&mut locale.elements),
                Op::Attribute(_) => {
                    locale.lang = self.word().unwrap_or(blank::EMPTY).into();
                }
                Op::Open(tag) => {
                    let room = self.ops.room();
                    let end = match tag {
                        Tag::Header => self.header(locale.header.insert(blank::HEADER)),
                        _ => self.element(&mut locale.elements, tag, room),
                    };
                    self.end(tag, end)?;
                }
                op => self.pass(op)?,
            }
        }
    }

    fn in_locale(&mut self, locale: &mut Locale, tag: Tag) -> End {
        let end = match tag {
            Tag::Header => self.header(locale.header.as_mut()?),
            _ => self.last_element(&mut locale.elements, 0),
        };
        self.end(tag, end)
    }

    #[inline(never)]
    fn header(&mut self, header: &mut Header) -> End {
        loop {
            match self.ops.op()? {
                Op::Close => return Some(()),
                Op::Attribute(Attribute::Title) => {
                    self.line(&mut header.title);
                }
                Op::Attribute(Attribute::Subtitle) => {
                    if !self.line(header.subtitle.insert(blank::LINE)) {
                        header.subtitle = None;
                    }
                }
                Op::Attribute(_) => self.optional(&mut header.template),
                op => self.pass(op)?,
            }
        }
    }

    /// Writes a title, and says whether there is one.
    fn line(&mut self, title: &mut TextElement) -> bool {
        let TextElement::Text(title) = title else {
            return false;
        };
        let is_line = self.ops.is_at(Op::Literal);
        let is_set = self.required(&mut title.content);
        if !is_line {
            clean_line_in(&mut title.content);
        }
        is_set
    }

    #[inline(never)]
    fn config(&mut self, config: &mut Config) -> End {
        loop {
            match self.ops.op()? {
                Op::Close => return Some(()),
                Op::Attribute(attribute) => self.setting(config, attribute),
                op => self.pass(op)?,
            }
        }
    }

    fn setting(&mut self, config: &mut Config, attribute: Attribute) {
        match attribute {
            Attribute::OperatorAllow => self.named(&mut config.operator_allow),
            Attribute::TodoSwitch => self.named(&mut config.todo_switch),
            Attribute::FilterKey => self.optional(&mut config.filter_key),
            Attribute::UpdateSingle => config.update_single = self.flag_of_attribute(),
            Attribute::HideText => {
                if let Some(text) = self.word() {
                    hidden(config).describe = Some(text);
                }
            }
            Attribute::HideOn => {
                if let Some(names) = self.word() {
                    let names = names.split_whitespace().map(|name| name.to_owned().into());
                    hidden(config).client_type = names.collect();
                }
            }
            _ => self.pass_value(),
        }
    }
}

/// What is said of the clients that must not show the card.
fn hidden(config: &mut Config) -> &mut NonsupportClient {
    config.nonsupport_client.get_or_insert_default()
}

fn locale(room: usize) -> Locale {
    Locale {
        elements: Vec::with_capacity(room),
        ..Locale::new(Str::Borrowed(""))
    }
}
