//! The beginning of a text, with a mark for the rest.

use card_model::spec::Limit;

/// The beginning of a text that is longer than `limit`, in characters.
pub(crate) fn shortened(text: &str, limit: Limit) -> String {
    let kept: String = text.chars().take(limit.max.saturating_sub(1)).collect();
    // A joiner joins nothing where the emoji behind it is cut off.
    let is_edge = |c: char| c.is_whitespace() || c == '\u{200d}';
    format!("{}…", kept.trim_end_matches(is_edge))
}
