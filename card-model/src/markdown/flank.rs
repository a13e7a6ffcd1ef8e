//! Where `**` opens and closes: between which characters.

/// Whether `CommonMark` may take `c` for punctuation. What is neither a letter, nor a digit, nor a blank is assumed to be.
pub(super) fn is_punctuation(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_punctuation();
    }
    // Circled and squared letters are symbols.
    let is_symbol = matches!(c, '\u{2460}'..='\u{24ff}' | '\u{1f130}'..='\u{1f1ff}');
    let is_private = matches!(c, '\u{e000}'..='\u{f8ff}');
    !c.is_whitespace() && !is_private && (is_symbol || !c.is_alphanumeric())
}
