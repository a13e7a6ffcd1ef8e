//! Runs what stands in a `<link>` and in an `<href>`: their attributes.

use super::{
    program::Op,
    run::{End, Run},
};
use crate::{
    Href, Link,
    spec::{Attribute, Tag},
};

impl Run<'_, '_> {
    /// A `<link>` of what stands around it.
    pub(super) fn link_in(&mut self, place: &mut Option<Box<Link>>) -> End {
        let end = self.link(place.insert(Box::default()));
        self.end(Tag::Link, end)
    }

    pub(super) fn link(&mut self, link: &mut Link) -> End {
        loop {
            match self.ops.op()? {
                Op::Close => return Some(()),
                Op::Attribute(attribute) => self.url(link, attribute),
                op => self.pass(op)?,
            }
        }
    }

    /// An `<href>` of what stands around it.
    pub(super) fn href_in(&mut self, href: &mut Href) -> End {
        href.begin();
        let end = self.href(href);
        self.end(Tag::Href, end)
    }

    pub(super) fn href(&mut self, href: &mut Href) -> End {
        let (name, link) = href.last_mut()?;
        loop {
            match self.ops.op()? {
                Op::Close => break,
                Op::Attribute(Attribute::Name) => {
                    self.required(name);
                }
                Op::Attribute(attribute) => self.url(link, attribute),
                op => self.pass(op)?,
            }
        }
        href.finish(true);
        Some(())
    }

    fn url(&mut self, link: &mut Link, attribute: Attribute) {
        match attribute {
            Attribute::Url => {
                self.required(&mut link.url);
            }
            Attribute::AndroidUrl => self.optional(&mut link.android_url),
            Attribute::IosUrl => self.optional(&mut link.ios_url),
            Attribute::PcUrl => self.optional(&mut link.pc_url),
            _ => self.pass_value(),
        }
    }
}
