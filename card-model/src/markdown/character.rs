//! What a character means to markdown, and what stands for it where it must not mean it.

/// Whether `CommonMark` may take `c` for punctuation. What is neither a letter, nor a digit, nor a blank is assumed to be.
pub fn is_punctuation(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_punctuation();
    }
    // Most of Chinese text, and known to be letters without a search.
    if matches!(c, '\u{4e00}'..='\u{9fff}') {
        return false;
    }
    // Circled and squared letters are symbols.
    let is_symbol = matches!(c, '\u{2460}'..='\u{24ff}' | '\u{1f130}'..='\u{1f1ff}');
    let is_private = matches!(c, '\u{e000}'..='\u{f8ff}');
    !c.is_whitespace() && !is_private && (is_symbol || !c.is_alphanumeric())
}

/// Whether `c` is a letter or a digit to every reader.
pub fn is_word(c: char) -> bool {
    c.is_alphanumeric() && !is_punctuation(c)
}

/// Splits `text` before its first character that ends it. Given to [`str::find`] itself, each closure would bring a searcher of
/// its own.
pub(super) fn split_where<'t>(text: &'t str, ends: &dyn Fn(char) -> bool) -> (&'t str, &'t str) {
    text.split_at(text.find(ends).unwrap_or(text.len()))
}

/// Whether `text` begins with such a character.
pub(super) fn begins_with(text: &str, is: fn(char) -> bool) -> bool {
    text.chars().next().is_some_and(is)
}

fn is_blank(c: Option<char>) -> bool {
    c.is_none_or(char::is_whitespace)
}

/// Whether what follows a `<` begins neither a tag nor an address: `a < b`, `<3`, `<=`.
pub fn is_comparison(rest: &str, next: Option<char>) -> bool {
    let ends = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '@');
    let (token, after) = split_where(rest, &ends);
    let follows = after.chars().next().or(next);
    let begins =
        token.is_empty() || begins_with(token, |c| c.is_ascii_digit() || matches!(c, '=' | '-'));
    begins && (is_blank(follows) || follows == Some('<') && !after.is_empty())
}

/// Whether what follows a `&` makes it an entity.
pub fn is_entity(rest: &str, next: Option<char>) -> bool {
    let (_, after) = split_where(rest, &|c| !(c.is_ascii_alphanumeric() || c == '#'));
    match after.chars().next() {
        Some(c) => c == ';' && after.len() < rest.len(),
        None => next.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, ';' | '#')),
    }
}

/// The full-width look-alike of an ASCII character.
pub fn wide(c: char) -> char {
    match c {
        '!'..='~' => char::from_u32(u32::from(c) + 0xfee0).unwrap_or(c),
        other => other,
    }
}

/// Writes `c` as a URL holds it where it would end the URL: each byte of its UTF-8 as `%` and two digits.
pub fn percent(out: &mut String, c: char) {
    const DIGITS: [char; 16] = [
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F',
    ];
    for byte in c.encode_utf8(&mut [0; 4]).bytes() {
        out.push('%');
        for half in [byte >> 4, byte & 15] {
            out.extend(DIGITS.get(usize::from(half)));
        }
    }
}
