use crate::{Str, clean::cleaned, names::from_text};

/// What stands for an element on a target that cannot show it.
///
/// This is the library's own: it never reaches the WPS wire. A text that says nothing counts as none, and `validate` reports it.
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

    /// Whether this is a text in which nothing can be read: it stands for nothing.
    ///
    /// ```
    /// use message_card::Fallback;
    ///
    /// assert!(Fallback::from(" ").is_blank());
    /// assert!(!Fallback::from("drop").is_blank());
    /// ```
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Text(text) => cleaned(text).trim().is_empty(),
            Self::Drop => false,
        }
    }
}

from_text! {
    /// `"drop"` is [`Fallback::Drop`], anything else the text to show.
    Fallback, |text| if text == Self::DROP { Self::Drop } else { Self::Text(text) }
}
