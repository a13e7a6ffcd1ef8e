//! Lists that are literal in the markup, as the constants that `card!` makes of them: nothing is asked for and nothing is
//! copied when the card is built.

use super::value::Hole;
use crate::{
    Href, List, Markdown, Str, TextElement,
    markdown::Inline::{self, Bold, Italic, Source, Strike},
};

/// A line break.
pub const BREAK: Inline = Inline::Break;

/// Markdown of the author.
pub const fn source(text: &'static str) -> Inline {
    Source(Str::Borrowed(text))
}

/// Bold text.
pub const fn bold(parts: &'static [Inline]) -> Inline {
    Bold(List::Borrowed(parts))
}

/// Italic text.
pub const fn italic(parts: &'static [Inline]) -> Inline {
    Italic(List::Borrowed(parts))
}

/// Text that is struck through.
pub const fn strike(parts: &'static [Inline]) -> Inline {
    Strike(List::Borrowed(parts))
}

/// A column of a div.
pub const fn column(parts: &'static [Inline]) -> TextElement {
    TextElement::Markdown(Markdown {
        content: List::Borrowed(parts),
        href: Href::new(),
        link: None,
        fallback: None,
    })
}

/// All that a text with markup holds, for a hole.
pub const fn parts(parts: &'static [Inline]) -> Hole<'static> {
    Hole::Parts(parts)
}

/// All columns of a div, for a hole.
pub const fn columns(columns: &'static [TextElement]) -> Hole<'static> {
    Hole::Columns(columns)
}
