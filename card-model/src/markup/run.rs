//! One run of a program: its operations, and the values for its holes.

use std::slice;

use serde_json::Value;

use super::{
    open::Open,
    program::{Op, Reader},
    text::{push, show},
    value::Hole,
};
use crate::{Link, Str, spec::Tag};

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
        program: &'static str,
        holes: &'r mut [Hole<'v>],
        open: &'r mut Open,
    ) -> Self {
        Self {
            ops: Reader::new(program),
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
            Op::Open => {
                self.ops.tag()?;
                return self.skip();
            }
            Op::Attribute => {
                self.ops.attribute()?;
                self.pass_value();
            }
            Op::Literal => {
                self.ops.text()?;
            }
            Op::Close => {}
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
        if let Some(literal) = self.ops.only_text() {
            *place = Str::Borrowed(literal);
            return true;
        }
        self.several(place)
    }

    #[inline(never)]
    fn several(&mut self, place: &mut Str) -> bool {
        *place = Str::Borrowed("");
        for _ in 0..self.ops.number().unwrap_or_default() {
            match self.ops.op() {
                Some(Op::Literal) => push(place, self.ops.text().unwrap_or_default()),
                Some(op) => match self.holes.next() {
                    Some(Hole::Text(value)) => show(place, op, *value),
                    _ => return false,
                },
                None => return false,
            }
        }
        true
    }

    /// As [`Run::required`], for an attribute that need not have a text.
    #[inline(never)]
    pub(super) fn optional(&mut self, place: &mut Option<Str>) {
        if !self.required(place.insert(Str::Borrowed(""))) {
            *place = None;
        }
    }

    /// The text of an attribute, as what it names.
    pub(super) fn named<T: From<Str>>(&mut self) -> Option<T> {
        let mut name = None;
        self.optional(&mut name);
        name.map(T::from)
    }

    /// The value of an attribute that is something else than text; `None` leaves it to be read as text.
    #[inline]
    fn given<T>(&mut self, what: impl FnOnce(&Hole<'v>) -> Option<T>) -> Option<T> {
        let value = what(self.holes.as_slice().first()?)?;
        let value = (self.ops.is_at_hole()).then_some(value)?;
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
        flag.or_else(|| self.named::<Str>().map(|text| text == "true"))
    }

    /// The value of an attribute that is JSON.
    pub(super) fn json_of_attribute(&mut self) -> Option<&'v Value> {
        self.given(|hole| match hole {
            Hole::Json(json) => Some(*json),
            _ => None,
        })
    }
}
