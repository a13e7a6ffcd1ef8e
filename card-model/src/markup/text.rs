//! Adds literals and values to a text, where it stands.

use std::fmt::{Display, Write};

use super::{
    program::Op,
    url::{self, Place},
};
use crate::{Str, clean::clean_from};

/// Room for what follows in a text that is put together.
const SPARE: usize = 40;

/// Adds text of the author.
#[inline]
pub(super) fn push(text: &mut Str, literal: &'static str) {
    if text.is_empty() {
        *text = Str::Borrowed(literal);
    } else {
        owned(text, literal.len()).push_str(literal);
    }
}

/// Adds the text of a value, as the operation of its hole says.
pub(super) fn show(text: &mut Str, op: Op, value: &dyn Display) {
    show_in(owned(text, 0), op, value);
}

/// As [`show`], for a text that is owned already.
pub(super) fn show_in(text: &mut String, op: Op, value: &dyn Display) {
    let start = text.len();
    // Writing to a string fails where the value's own `Display` does; what it wrote until then is shown.
    let _ = write!(text, "{value}");
    clean_from(text, start);
    match op {
        Op::Component => url::encode_from(text, start, Place::Component),
        Op::Authority => url::encode_from(text, start, Place::Authority),
        Op::Mailbox => url::encode_from(text, start, Place::Mailbox),
        _ => {}
    }
}

/// The text as one that can be added to.
fn owned(text: &mut Str, more: usize) -> &mut String {
    if let Str::Borrowed(start) = *text {
        *text = Str::Owned(String::with_capacity(start.len() + more + SPARE));
        text.to_mut().push_str(start);
    }
    text.to_mut()
}
