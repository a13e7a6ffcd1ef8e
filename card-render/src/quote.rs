//! A card's own words in a sentence about them.

use std::fmt::{self, Write as _};

use card_model::words::{Line, each, join};

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
            Line(self.pointer).fmt(f)
        }
    }
}

/// Says that characters were changed, each with what stands for it.
pub(crate) fn look_alikes(changed: &[(char, char)]) -> String {
    let pairs = each(changed, |(from, to)| format!("{to} for {from}"));
    let pairs = join(&pairs, ", ");
    format!("a text shows {pairs}, so that nothing in it is markup")
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
