//! Runs what stands in a markdown and in its inline tags.

use std::iter;

use super::{
    blank::EMPTY,
    program::Op,
    run::{End, Run},
    text::show_alone,
    value::Hole,
};
use crate::{
    Fallback, Href, Link, List, Markdown, Str,
    list::{make_room, put},
    markdown::{Inline, LinkTarget},
    spec::Tag,
};

const NONE: List<Inline> = List::Owned(Vec::new());

/// What the parts of a text with markup stand in, with what it has beside them.
enum Around<'m> {
    Markdown(&'m mut Option<Box<Link>>, &'m mut Option<Box<Fallback>>),
    Font(&'m mut Str),
    Link(&'m mut LinkTarget),
    Other,
}

impl Run<'_, '_> {
    pub(super) fn markdown(&mut self, markdown: &mut Markdown, room: usize) -> End {
        if let Some(tag) = self.open.pop() {
            self.in_markdown(markdown, tag)?;
        }
        self.new_markdown(markdown, room)
    }

    /// As [`Run::markdown`], for one that no program has left open.
    pub(super) fn new_markdown(&mut self, markdown: &mut Markdown, room: usize) -> End {
        let Markdown {
            content,
            href,
            link,
            fallback,
        } = markdown;
        self.parts(content, href, room, Around::Markdown(link, fallback))
    }

    fn in_markdown(&mut self, markdown: &mut Markdown, tag: Tag) -> End {
        let end = match tag {
            Tag::Link => self.link(markdown.link.as_mut()?),
            _ => self.href(&mut markdown.href),
        };
        self.end(tag, end)
    }

    fn parts(
        &mut self,
        list: &mut List<Inline>,
        href: &mut Href,
        room: usize,
        mut around: Around<'_>,
    ) -> End {
        let parts = list.to_mut();
        make_room(parts, room);
        if self.open.pop_inline() {
            self.last_inline(parts, href, 0)?;
        }
        loop {
            match self.ops.op()? {
                Op::Close => return Some(()),
                Op::Literal | Op::Rough => self.source(parts)?,
                Op::Break => put(parts, || Inline::Break),
                Op::Attribute(_) => self.attribute_of(&mut around, href),
                Op::Open(tag) => {
                    let room = self.ops.room();
                    match (tag, &mut around) {
                        (Tag::Link, Around::Markdown(link, _)) => self.link_in(link)?,
                        (Tag::Href, Around::Markdown(..)) => self.href_in(href)?,
                        _ => self.inline(tag, room, parts, href)?,
                    }
                }
                op => {
                    if let Some(literal) = self.value(op, parts) {
                        *list = List::Borrowed(literal);
                        return self.skip();
                    }
                }
            }
        }
    }

    /// Markdown of the author.
    #[inline(never)]
    fn source(&mut self, parts: &mut Vec<Inline>) -> End {
        let source = self.ops.text()?;
        parts.extend(iter::once_with(|| Inline::Source(Str::Borrowed(source))));
        Some(())
    }

    #[inline(never)]
    fn attribute_of(&mut self, around: &mut Around<'_>, href: &mut Href) {
        match around {
            Around::Markdown(_, fallback) => self.fallback(fallback),
            Around::Font(color) => {
                self.required(color);
            }
            Around::Link(target) => self.target(target, href),
            Around::Other => self.pass_value(),
        }
    }

    /// Adds a value to a text with markup, or gives all that the text holds.
    fn value(&mut self, op: Op, parts: &mut Vec<Inline>) -> Option<&'static [Inline]> {
        let value = match self.holes.next()? {
            Hole::Text(value) => value,
            Hole::Parts(literal) => return Some(literal),
            _ => return None,
        };
        match op {
            Op::Hole => put(parts, || Inline::Text(EMPTY)),
            Op::Code => put(parts, || Inline::Code(EMPTY)),
            // What is encoded for its place in a URL is a part of the author's markdown.
            _ => put(parts, || Inline::Source(EMPTY)),
        }
        if let Some(Inline::Text(text) | Inline::Code(text) | Inline::Source(text)) =
            parts.last_mut()
        {
            show_alone(text, op, *value);
        }
        None
    }

    /// An inline tag.
    fn inline(&mut self, tag: Tag, room: usize, parts: &mut Vec<Inline>, href: &mut Href) -> End {
        match tag {
            Tag::B => put(parts, || Inline::Bold(NONE)),
            Tag::I => put(parts, || Inline::Italic(NONE)),
            Tag::S => put(parts, || Inline::Strike(NONE)),
            Tag::Font => {
                put(parts, || Inline::Font {
                    color: EMPTY,
                    children: NONE,
                });
                if let Some(Inline::Font { color, children }) = parts.last_mut() {
                    let end = self.parts(children, href, room, Around::Font(color));
                    return self.end_inline(end);
                }
            }
            Tag::A => put(parts, || Inline::Link {
                target: LinkTarget::Url(EMPTY),
                children: NONE,
            }),
            Tag::At => {
                put(parts, || Inline::At {
                    email: EMPTY,
                    name: EMPTY,
                });
                if let Some(Inline::At { email, name }) = parts.last_mut() {
                    let end = self.at(email, name);
                    return self.end_inline(end);
                }
            }
            _ => return self.skip(),
        }
        self.last_inline(parts, href, room)
    }

    /// Runs what stands in the inline tag that was begun.
    fn last_inline(&mut self, parts: &mut [Inline], href: &mut Href, room: usize) -> End {
        let end = match parts.last_mut()? {
            Inline::Bold(children) | Inline::Italic(children) | Inline::Strike(children) => {
                self.parts(children, href, room, Around::Other)
            }
            Inline::Font { color, children } => {
                self.parts(children, href, room, Around::Font(color))
            }
            Inline::Link { target, children } => {
                self.parts(children, href, room, Around::Link(target))
            }
            Inline::At { email, name } => self.at(email, name),
            _ => return None,
        };
        self.end_inline(end)
    }

    /// Remembers the inline tag as open, if its end was not found.
    #[inline]
    fn end_inline(&mut self, end: End) -> End {
        if end.is_none() {
            self.open.push_inline();
        }
        end
    }

    #[inline(never)]
    fn at(&mut self, email: &mut Str, name: &mut Str) -> End {
        loop {
            match self.ops.op()? {
                Op::Close => return Some(()),
                Op::Attribute(_) => {
                    self.required(email);
                }
                Op::Literal | Op::Rough => self.add_literal(name)?,
                op @ (Op::Open(_) | Op::Break) => self.pass(op)?,
                op => self.add_value(name, op),
            }
        }
    }

    /// Where a link leads: one with a URL per client needs a variable of the markdown.
    fn target(&mut self, target: &mut LinkTarget, href: &mut Href) {
        if let Some(link) = self.link_of_attribute() {
            *target = Markdown::target_in(href, link.clone());
        } else if let LinkTarget::Url(url) = target {
            self.required(url);
        }
    }
}
