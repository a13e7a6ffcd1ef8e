//! One run of a program: its operations, and the values for its holes.

use std::slice;

use serde_json::Value;

use super::{
    open::Open,
    program::{Op, Reader},
    text::{push, set, show},
    value::Hole,
};
use crate::{Fallback, Link, Str, spec::Tag};

/// Whether a tag's end was found: `None` where the program ends before, and the next one goes on.
pub(super) type End = Option<()>;

/// One run of a program.
pub(super) struct Run<'r, 'v> {
    pub(super) ops: Reader,
    pub(super) holes: slice::IterMut<'r, Hole<'v>>,
    pub(super) open: &'r mut Open,
}

impl<'r, 'v> Run<'r, 'v> {
    #[inline]
    pub(super) fn new(
        ops: &'static str,
        texts: &'static str,
        holes: &'r mut [Hole<'v>],
        open: &'r mut Open,
    ) -> Self {
        Self {
            ops: Reader::new(ops, texts),
            holes: holes.iter_mut(),
            open,
        }
    }

    /// Remembers the tag whose content has been run as open, if its end was not found.
    #[inline]
    pub(super) fn end(&mut self, tag: Tag, end: End) -> End {
        if end.is_none() {
            self.open.push(tag);
        }
        end
    }

    /// Adds text of the author to a text without markup.
    #[inline(never)]
    pub(super) fn add_literal(&mut self, text: &mut Str) -> End {
        push(text, self.ops.text()?);
        Some(())
    }

    /// Adds a value to a text without markup.
    #[inline]
    pub(super) fn add_value(&mut self, text: &mut Str, op: Op) {
        if let Some(Hole::Text(value)) = self.holes.next() {
            show(text, op, *value);
        }
    }

    /// Passes over what does not fit.
    pub(super) fn pass(&mut self, op: Op) -> End {
        match op {
            Op::Open(_) => {
                self.ops.room();
                return self.skip();
            }
            Op::Attribute(_) => self.pass_value(),
            Op::Literal | Op::Rough => {
                self.ops.text()?;
            }
            Op::Close | Op::Break | Op::Several => {}
            _ => {
                self.holes.next();
            }
        }
        Some(())
    }

    /// Passes over the value of an attribute.
    pub(super) fn pass_value(&mut self) {
        self.required(&mut Str::Borrowed(""));
    }

    /// Passes over what stands in a tag that holds nothing.
    pub(super) fn skip(&mut self) -> End {
        loop {
            match self.ops.op()? {
                Op::Close => return Some(()),
                op => self.pass(op)?,
            }
        }
    }

    /// Writes the text of an attribute where it belongs, and says whether there is one.
    #[inline(never)]
    pub(super) fn required(&mut self, place: &mut Str) -> bool {
        match self.ops.op() {
            Some(Op::Literal | Op::Rough) => match self.ops.text() {
                Some(text) => {
                    set(place, text);
                    true
                }
                None => false,
            },
            Some(op) => self.several(op, place),
            None => false,
        }
    }

    /// The value of an attribute that is not one text of the author.
    #[inline(never)]
    fn several(&mut self, first: Op, place: &mut Str) -> bool {
        set(place, "");
        if first != Op::Several {
            return self.part(first, place);
        }
        let count = self.ops.number().unwrap_or_default();
        (0..count).all(|_| self.ops.op().is_some_and(|op| self.part(op, place)))
    }

    fn part(&mut self, op: Op, place: &mut Str) -> bool {
        match op {
            Op::Literal | Op::Rough => self.add_literal(place).is_some(),
            op => match self.holes.next() {
                Some(Hole::Text(value)) => {
                    show(place, op, *value);
                    true
                }
                _ => false,
            },
        }
    }

    /// As [`Run::required`], for an attribute that need not have a text.
    #[inline(never)]
    pub(super) fn optional(&mut self, place: &mut Option<Str>) {
        if !self.required(place.insert(Str::Borrowed(""))) {
            *place = None;
        }
    }

    /// As [`Run::optional`], for what the text names.
    #[inline(never)]
    pub(super) fn named<T: From<Str>>(&mut self, place: &mut Option<T>) {
        *place = self.word().map(T::from);
    }

    /// As [`Run::named`], for what stands instead.
    pub(super) fn fallback(&mut self, place: &mut Option<Box<Fallback>>) {
        *place = self.word().map(|text| Box::new(text.into()));
    }

    /// The text of an attribute.
    pub(super) fn word(&mut self) -> Option<Str> {
        let mut text = None;
        self.optional(&mut text);
        text
    }

    /// The value of an attribute that is something else than text; `None` leaves it to be read as text.
    #[inline]
    fn given<T>(&mut self, what: impl FnOnce(&Hole<'v>) -> Option<T>) -> Option<T> {
        let value = what(self.holes.as_slice().first()?)?;
        let value = self.ops.is_at(Op::Hole).then_some(value)?;
        self.pass_value();
        Some(value)
    }

    /// The value of an attribute, if it is a link with its URLs.
    pub(super) fn link_of_attribute(&mut self) -> Option<&'v Link> {
        self.given(|hole| match hole {
            Hole::Link(link) => Some(*link),
            _ => None,
        })
    }

    /// The value of an attribute that is a yes or no.
    pub(super) fn flag_of_attribute(&mut self) -> Option<bool> {
        let flag = self.given(|hole| match hole {
            Hole::Flag(flag) => Some(*flag),
            _ => None,
        });
        flag.or_else(|| self.word().map(|text| text == "true"))
    }

    /// The value of an attribute that is JSON.
    pub(super) fn json_of_attribute(&mut self) -> Option<&'v Value> {
        self.given(|hole| match hole {
            Hole::Json(json) => Some(*json),
            _ => None,
        })
    }
}
