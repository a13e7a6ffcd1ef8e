//! A card's own words in a sentence about them.

use std::fmt::{self, Write as _};

/// How many characters of a name are shown.
const NAME: usize = 60;

/// How many characters of a pointer are shown.
const POINTER: usize = 240;

/// Text in backticks, on one line and cut where it is long; what is not shown as such is escaped.
pub(crate) struct Name<'a>(pub(crate) &'a str);

impl fmt::Display for Name<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('`')?;
        cut(f, self.0, NAME)?;
        f.write_char('`')
    }
}

/// Where something is; `whole` is what an empty pointer means.
pub(crate) struct Place<'a> {
    pub(crate) pointer: &'a str,
    pub(crate) whole: &'a str,
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.pointer.is_empty() {
            f.write_str(self.whole)
        } else {
            cut(f, self.pointer, POINTER)
        }
    }
}

fn cut(f: &mut fmt::Formatter<'_>, text: &str, max: usize) -> fmt::Result {
    for (number, c) in text.chars().enumerate() {
        if number == max {
            return f.write_char('…');
        }
        match c {
            '"' | '\'' | '\\' => f.write_char(c)?,
            c => write!(f, "{}", c.escape_debug())?,
        }
    }
    Ok(())
}

/// Writes `items` as lines.
pub(crate) fn lines<T: fmt::Display>(f: &mut fmt::Formatter<'_>, items: &[T]) -> fmt::Result {
    for (number, item) in items.iter().enumerate() {
        if number > 0 {
            f.write_char('\n')?;
        }
        write!(f, "{item}")?;
    }
    Ok(())
}
