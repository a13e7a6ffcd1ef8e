//! The beginning of a text, with a mark for the rest.

use card_model::spec::Limit;

/// The beginning of a text that is longer than `limit`, in characters.
pub(crate) fn shortened(text: &str, limit: Limit) -> String {
    let mut chars = text.chars();
    for _ in 1..limit.max {
        chars.next();
    }
    let kept = text.len() - chars.as_str().len();
    ended(text.get(..kept).unwrap_or(text).to_owned())
}

/// The beginning of a text, with the mark behind it.
pub(crate) fn ended(mut kept: String) -> String {
    // A joiner joins nothing where the emoji behind it is cut off.
    let is_edge = |c: char| c.is_whitespace() || c == '\u{200d}';
    while kept.chars().next_back().is_some_and(is_edge) {
        kept.pop();
    }
    kept.push('…');
    kept
}
