use crate::Str;

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

impl<T: Into<Str>> From<T> for Fallback {
    /// `"drop"` is [`Fallback::Drop`], anything else the text to show.
    fn from(text: T) -> Self {
        let text = text.into();
        if text == Self::DROP {
            Self::Drop
        } else {
            Self::Text(text)
        }
    }
}
