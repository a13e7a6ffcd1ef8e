//! Adds literals and values to a text, where it stands.

use std::fmt::Write;

use super::{program::Op, url, value::Words};
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
pub(super) fn show(text: &mut Str, op: Op, value: Words<'_>) {
    let more = match value {
        Words::Str(value) => value.len(),
        Words::Any(_) => 0,
    };
    show_in(owned(text, more), op, value);
}

fn show_in(text: &mut String, op: Op, value: Words<'_>) {
    let start = text.len();
    match value {
        Words::Str(value) => text.push_str(value),
        // Writing to a string fails where the value's own `Display` does; what it wrote until then is shown.
        Words::Any(value) => {
            let _ = write!(text, "{value}");
        }
    }
    clean_from(text, start);
    if !matches!(op, Op::Hole | Op::Code) {
        url::encode_from(text, start, op);
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
