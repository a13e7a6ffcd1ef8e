//! The words of a server in an error: short, on one line and printable.

use super::mask::masked;

/// How much of a body an error shows, in characters.
const EXCERPT: usize = 200;
/// How much of a platform's message an error keeps, in characters.
const MESSAGE: usize = 500;
/// How much of a text is looked at, in characters; in bytes for a body. What is masked or blank is shown shorter.
const LOOKED_AT: usize = 4096;

/// The beginning of a body.
pub(super) fn excerpt(body: &[u8]) -> String {
    let head = body.get(..LOOKED_AT).unwrap_or(body);
    let text = String::from_utf8_lossy(head);
    shown(&text, head.len() < body.len(), EXCERPT)
}

/// A platform's message.
pub(super) fn message(text: &str) -> String {
    let end = text.char_indices().nth(LOOKED_AT).map(|(end, _)| end);
    let head = end.and_then(|end| text.get(..end)).unwrap_or(text);
    shown(head, head.len() < text.len(), MESSAGE)
}

fn shown(text: &str, cut: bool, most: usize) -> String {
    let mut out = String::new();
    let mut count = 0;
    let masked = masked(text);
    for word in masked.split_whitespace() {
        let blank = usize::from(count > 0);
        for c in " ".chars().take(blank).chain(word.chars()) {
            if count == most {
                out.push('…');
                return out;
            }
            count += 1;
            push_printable(&mut out, c);
        }
    }
    if cut {
        out.push('…');
    }
    out
}

fn push_printable(out: &mut String, c: char) {
    match c {
        '"' | '\'' | '\\' => out.push(c),
        c => out.extend(c.escape_debug()),
    }
}
