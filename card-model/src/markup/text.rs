//! Adds literals and values to a text, where it stands.

use std::fmt::{self, Display, Write};

use super::{program::Op, url};
use crate::{Str, clean::clean_from};

/// Room for what follows in a text that is put together.
const SPARE: usize = 40;

/// Adds text of the author.
#[inline]
pub(super) fn push(text: &mut Str, literal: &'static str) {
    if text.is_empty() {
        *text = Str::Borrowed(literal);
    } else {
        owned(text, literal.len() + SPARE).push_str(literal);
    }
}

/// Adds the text of a value, as the operation of its hole says.
pub(super) fn show(text: &mut Str, op: Op, value: &dyn Display) {
    add(Value { text, spare: SPARE }, op, value);
}

/// As [`show`], for a text that nothing follows in.
pub(super) fn show_alone(text: &mut Str, op: Op, value: &dyn Display) {
    add(Value { text, spare: 0 }, op, value);
}

/// A text that a value is written to. Memory is asked for when the length of the value's text is known.
struct Value<'t> {
    text: &'t mut Str,
    spare: usize,
}

impl Write for Value<'_> {
    fn write_str(&mut self, more: &str) -> fmt::Result {
        owned(self.text, more.len() + self.spare).push_str(more);
        Ok(())
    }
}

fn add(mut place: Value<'_>, op: Op, value: &dyn Display) {
    let start = place.text.len();
    // Writing to a string fails where the value's own `Display` does; what it wrote until then is shown.
    let _ = write!(place, "{value}");
    if let Str::Owned(text) = place.text {
        clean_from(text, start);
        if !matches!(op, Op::Hole | Op::Code) {
            url::encode_from(text, start, op);
        }
    }
}

/// The text as one that can be added to.
fn owned(text: &mut Str, room: usize) -> &mut String {
    if let Str::Borrowed(start) = *text {
        *text = Str::Owned(String::with_capacity(start.len() + room));
        text.to_mut().push_str(start);
    }
    text.to_mut()
}
