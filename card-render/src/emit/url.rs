//! Where a link leads, written so that nothing in it ends it.

use card_model::{markdown::character::percent, words::cleaned};

/// Writes a URL that was checked as the destination of a markdown link.
pub(super) fn destination(out: &mut String, url: &str) {
    if is_inert(url) {
        return out.push_str(url);
    }
    let (mut in_entity, mut last) = (false, ' ');
    for c in url.chars() {
        let ends_entity = in_entity && c == ';';
        in_entity = c == '&' || (in_entity && (c.is_ascii_alphanumeric() || c == '#'));
        if ends_entity || ends(c) || (c == '~' && last == '~') {
            percent(out, c);
        } else {
            out.push(c);
        }
        last = c;
    }
}

/// Writes a URL that was checked where it stands in plain text: blanks would end it.
pub(super) fn bare(out: &mut String, url: &str) {
    if is_inert(url) {
        return out.push_str(url);
    }
    for c in url.chars() {
        if c.is_whitespace() || c.is_control() || matches!(c, '<' | '>' | '"') {
            percent(out, c);
        } else {
            out.push(c);
        }
    }
}

/// Whether each byte means something in a destination or in plain text, looked up.
static MEANS: [bool; 256] = card_model::of_each_byte!(true, |byte| !(byte.is_ascii_alphanumeric()
    || matches!(
        byte,
        b'/' | b'.' | b'-' | b'_' | b':' | b'?' | b'=' | b'#' | b'%' | b'+' | b',' | b'@'
    )));

/// Whether nothing in `url` means anything in a destination, nor in plain text.
fn is_inert(url: &str) -> bool {
    let or = |found: bool, byte: &u8| found | (MEANS.get(usize::from(*byte)) == Some(&true));
    let (chunks, rest) = url.as_bytes().as_chunks::<8>();
    let of_chunk = |found, chunk: &[u8; 8]| chunk.iter().fold(found, or);
    !rest.iter().fold(chunks.iter().fold(false, of_chunk), or)
}

/// Characters that end a destination, or begin markup in one.
fn ends(c: char) -> bool {
    let is_hidden = c.is_whitespace() || c.is_control() || (!c.is_ascii() && is_hidden(c));
    let is_syntax = matches!(
        c,
        '(' | ')' | '<' | '>' | '"' | '\'' | '\\' | '`' | '|' | '*' | '[' | ']' | '{' | '}' | '^'
    );
    is_hidden || is_syntax
}

/// Whether a character is never shown.
fn is_hidden(c: char) -> bool {
    let mut buffer = [0; 4];
    cleaned(c.encode_utf8(&mut buffer)).is_empty()
}
