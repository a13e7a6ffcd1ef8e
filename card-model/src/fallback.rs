use crate::{Str, names::from_text};

/// What stands for an element on a target that cannot show it.
///
/// This is the library's own: it never reaches the WPS wire.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Fallback {
    /// This text is shown instead.
    Text(Str),
    /// The element is left out on purpose.
    Drop,
}

impl Fallback {
    /// The word that asks for [`Fallback::Drop`] in markup: `fallback="drop"`.
    pub const DROP: &'static str = "drop";
}

from_text! {
    /// `"drop"` is [`Fallback::Drop`], anything else the text to show.
    Fallback, |text| if text == Self::DROP { Self::Drop } else { Self::Text(text) }
}
