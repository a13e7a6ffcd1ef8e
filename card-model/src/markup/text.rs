//! Adds literals and values to a text, where it stands.

use std::fmt::{self, Display, Write};

use super::{program::Op, url};
use crate::{
    Str,
    bytes::{self, UNSEEN},
    clean::clean_from,
};

/// Room for what follows in a text that is put together.
const SPARE: usize = 40;

/// Adds text of the author.
#[inline]
pub(super) fn push(text: &mut Str, literal: &'static str) {
    if text.is_empty() {
        set(text, literal);
    } else {
        append(text, literal, SPARE);
    }
}

/// Replaces a text by one of the author's. Most replace one, and have nothing to drop.
#[inline]
pub(super) fn set(text: &mut Str, literal: &'static str) {
    match text {
        Str::Borrowed(text) => *text = literal,
        Str::Owned(_) => reset(text, literal),
    }
}

#[cold]
fn reset(text: &mut Str, literal: &'static str) {
    *text = Str::Borrowed(literal);
}

/// Adds the text of a value, as the operation of its hole says.
pub(super) fn show(text: &mut Str, op: Op, value: &dyn Display) {
    add(text, SPARE, op, value);
}

/// As [`show`], for a text that nothing follows in.
pub(super) fn show_alone(text: &mut Str, op: Op, value: &dyn Display) {
    add(text, 0, op, value);
}

/// A text that a value is written to. Memory is asked for when the length of the value's text is known.
struct Value<'t> {
    text: &'t mut Str,
    spare: usize,
    /// What the bytes of the value are. They are read before they are copied: right after it they take longer to load.
    kinds: u8,
}

impl Write for Value<'_> {
    fn write_str(&mut self, more: &str) -> fmt::Result {
        self.kinds |= bytes::kinds(more.as_bytes());
        append(self.text, more, self.spare);
        Ok(())
    }
}

#[inline(never)]
fn add(text: &mut Str, spare: usize, op: Op, value: &dyn Display) {
    let start = text.len();
    let mut place = Value {
        text,
        spare,
        kinds: 0,
    };
    // Writing to a string fails where the value's own `Display` does; what it wrote until then is shown.
    let _ = write!(place, "{value}");
    if let Str::Owned(text) = place.text {
        if place.kinds & UNSEEN != 0 {
            clean_from(text, start);
        }
        if !matches!(op, Op::Hole | Op::Code) {
            url::encode_from(text, start, op);
        }
    }
}

/// Adds to a text, and makes room for so much beside it where it owns nothing yet.
fn append(text: &mut Str, more: &str, room: usize) {
    if let Str::Borrowed(start) = *text {
        *text = Str::Owned(String::with_capacity(start.len() + more.len() + room));
        text.to_mut().push_str(start);
    }
    text.to_mut().push_str(more);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A value that writes its pieces one after the other, and fails behind them.
    struct Pieces(&'static [&'static str]);

    impl Display for Pieces {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            self.0.iter().try_for_each(|piece| f.write_str(piece))?;
            Err(fmt::Error)
        }
    }

    #[test]
    fn a_value_is_cleaned_whichever_piece_needs_it() {
        for (pieces, cleaned) in [
            (&["a\u{202e}", "b", "c"][..], "abc"),
            (&["a", "b\u{0}", "c"], "abc"),
            (&["a", "b", "\tc"], "ab c"),
            (&["a\r", "\nb"], "a\nb"),
            (&["👩\u{200d}", "👧"], "👩\u{200d}👧"),
            (&[], ""),
        ] {
            for before in ["", "before \t"] {
                let mut text = Str::Borrowed(before);
                show(&mut text, Op::Hole, &Pieces(pieces));
                assert_eq!(text, format!("{before}{cleaned}"), "{pieces:?}");
            }
        }
    }
}
