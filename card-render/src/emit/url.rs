//! Where a link leads, written so that nothing in it ends it.

use card_model::{markdown::character::percent, words::cleaned};

/// Writes a URL that was checked as the destination of a markdown link.
pub(super) fn destination(out: &mut String, url: &str) {
    if url.bytes().all(is_inert) {
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
    if url.bytes().all(is_inert) {
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

/// Whether a byte means nothing anywhere in a destination, nor in plain text.
fn is_inert(byte: u8) -> bool {
    byte.is_ascii_alphanumeric()
        || matches!(
            byte,
            b'/' | b'.' | b'-' | b'_' | b':' | b'?' | b'=' | b'#' | b'%' | b'+' | b',' | b'@'
        )
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
