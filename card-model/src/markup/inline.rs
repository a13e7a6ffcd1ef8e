//! Runs what stands in a markdown and in its inline tags.

use super::{
    blank,
    program::Op,
    run::{End, Run},
    text::{push, show_alone},
    value::Hole,
};
use crate::{
    Href, Markdown, Str,
    markdown::{Inline, LinkTarget},
    spec::Tag,
};

impl Run<'_, '_> {
    pub(super) fn markdown(&mut self, markdown: &mut Markdown, room: u8) -> End {
        if let Some(tag) = self.open.pop() {
            self.in_markdown(markdown, tag)?;
        } else if room > 0 {
            markdown.content = Vec::with_capacity(room.into());
        }
        let Markdown { content, href, .. } = markdown;
        if self.open.pop_inline() {
            self.last_inline(content, href, 0)?;
        }
        loop {
            match self.ops.op()? {
                Op::Close => return Some(()),
                Op::Attribute => {
                    self.ops.attribute()?;
                    markdown.fallback = self.named();
                }
                Op::Open => match self.ops.tag()? {
                    (Tag::Link, _) => self.link_in(&mut markdown.link)?,
                    (Tag::Href, _) => self.href_in(href)?,
                    (tag, room) => self.inline(tag, room, content, href)?,
                },
                Op::Literal => self.source(content)?,
                op => self.value(op, content),
            }
        }
    }

    fn in_markdown(&mut self, markdown: &mut Markdown, tag: Tag) -> End {
        let end = match tag {
            Tag::Link => self.link(markdown.link.as_mut()?),
            _ => self.href(&mut markdown.href),
        };
        self.end(tag, end)
    }

    /// Markdown of the author.
    fn source(&mut self, parts: &mut Vec<Inline>) -> End {
        let literal = self.ops.text()?;
        parts.push(blank::SOURCE);
        if let Some(Inline::Source(source)) = parts.last_mut() {
            *source = Str::Borrowed(literal);
        }
        Some(())
    }

    /// A value in a text with markup.
    fn value(&mut self, op: Op, parts: &mut Vec<Inline>) {
        let Some(Hole::Text(value)) = self.holes.next() else {
            return;
        };
        parts.push(match op {
            Op::Hole => blank::VALUE,
            Op::Code => blank::CODE,
            // What is encoded for its place in a URL is a part of the author's markdown.
            _ => blank::SOURCE,
        });
        if let Some(Inline::Text(text) | Inline::Code(text) | Inline::Source(text)) =
            parts.last_mut()
        {
            show_alone(text, op, *value);
        }
    }

    /// An inline tag.
    fn inline(&mut self, tag: Tag, room: u8, parts: &mut Vec<Inline>, href: &mut Href) -> End {
        match tag {
            Tag::B => parts.push(blank::BOLD),
            Tag::I => parts.push(blank::ITALIC),
            Tag::S => parts.push(blank::STRIKE),
            Tag::Font => parts.push(blank::FONT),
            Tag::A => parts.push(blank::A),
            Tag::At => parts.push(blank::AT),
            _ => parts.push(blank::BREAK),
        }
        self.last_inline(parts, href, room)
    }

    /// Runs what stands in the inline tag that was begun.
    fn last_inline(&mut self, parts: &mut [Inline], href: &mut Href, room: u8) -> End {
        let end = match parts.last_mut()? {
            Inline::Bold(children) | Inline::Italic(children) | Inline::Strike(children) => {
                self.children(children, href, room, |run, _| run.pass_value())
            }
            Inline::Font { color, children } => self.children(children, href, room, |run, _| {
                run.required(color);
            }),
            Inline::Link { target, children } => {
                self.children(children, href, room, |run, href| {
                    run.target(target, href);
                })
            }
            Inline::At { email, name } => self.at(email, name),
            _ => self.skip(),
        };
        if end.is_none() {
            self.open.push_inline();
        }
        end
    }

    fn children(
        &mut self,
        children: &mut Vec<Inline>,
        href: &mut Href,
        room: u8,
        mut attribute: impl FnMut(&mut Self, &mut Href),
    ) -> End {
        if self.open.pop_inline() {
            self.last_inline(children, href, 0)?;
        } else if room > 0 {
            *children = Vec::with_capacity(room.into());
        }
        loop {
            match self.ops.op()? {
                Op::Close => return Some(()),
                Op::Attribute => {
                    self.ops.attribute()?;
                    attribute(self, href);
                }
                Op::Open => {
                    let (tag, room) = self.ops.tag()?;
                    self.inline(tag, room, children, href)?;
                }
                Op::Literal => self.source(children)?,
                op => self.value(op, children),
            }
        }
    }

    fn at(&mut self, email: &mut Str, name: &mut Str) -> End {
        loop {
            match self.ops.op()? {
                Op::Close => return Some(()),
                Op::Attribute => {
                    self.ops.attribute()?;
                    self.required(email);
                }
                Op::Literal => push(name, self.ops.text()?),
                op @ Op::Open => self.pass(op)?,
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
