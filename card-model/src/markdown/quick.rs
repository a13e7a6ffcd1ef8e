//! The short way to the wire, for texts whose values are plain words: nothing about a word depends on what stands around
//! it. Whatever is not certainly one takes the long way, [`Writer`](super::write::Writer).

use super::Inline;
use crate::json;

/// What the text becomes a part of.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Form {
    /// The wire's text as it is.
    Text,
    /// A JSON string.
    Json,
}

/// Adds the wire's text of `parts` to `out`, if every value is a word and stands where a word is safe. Where it returns
/// `false`, what was added is of no use.
pub(super) fn write(parts: &[Inline], form: Form, out: &mut String) -> bool {
    parts.iter().enumerate().all(|(index, part)| {
        let before = Before(parts.get(..index).unwrap_or_default());
        write_part(part, before, form, out)
    })
}

/// Words need no escaping in JSON, quotes and line breaks do.
fn write_part(part: &Inline, before: Before<'_>, form: Form, out: &mut String) -> bool {
    let is_json = form == Form::Json;
    match part {
        Inline::Source(source) if before.takes_source(source) => {
            if is_json {
                json::escape(source, out);
            } else {
                out.push_str(source);
            }
        }
        Inline::Text(text) if is_word(text) => out.push_str(text),
        Inline::Break if before.has_word() => out.push_str(if is_json { "  \\n" } else { "  \n" }),
        Inline::Font { color, children } if is_color(color) && before.takes_tag() => {
            let Some(word) = word(children) else {
                return false;
            };
            for piece in ["<font color='", color, "'>", word, "</font>"] {
                out.push_str(piece);
            }
        }
        Inline::At { email, name }
            if before.takes_tag()
                && is_plain_email(email)
                && (name.is_empty() || is_word(name)) =>
        {
            let quote = if is_json { "\\\"" } else { "\"" };
            for piece in ["<at email=", quote, email, quote, ">", name, "</at>"] {
                out.push_str(piece);
            }
        }
        Inline::Bold(children) if before.takes_delimiter() => {
            let Some(word) = word(children) else {
                return false;
            };
            for piece in ["**", word, "**"] {
                out.push_str(piece);
            }
        }
        _ => return false,
    }
    true
}

/// The parts before one, and what they say about it.
#[derive(Clone, Copy)]
struct Before<'p>(&'p [Inline]);

impl Before<'_> {
    /// Whether a value or a node beside this source is a word beside it: it is in no tag, entity, escape, URL or table,
    /// and meets no delimiter of ours.
    fn takes_source(self, source: &str) -> bool {
        let meets = self.is_node() && source.starts_with(['*', '_']);
        !meets && !source.is_empty() && !source.bytes().any(|byte| kind(byte) == Byte::Syntax)
    }

    /// Whether a tag can follow: not a delimiter, which it could keep from opening.
    fn takes_tag(self) -> bool {
        !matches!(self.last_byte(), Some(b'*' | b'_'))
    }

    /// Whether our own delimiter can follow, and what comes after it: only at the start, or after a blank.
    fn takes_delimiter(self) -> bool {
        self.0.is_empty() || self.last_byte() == Some(b' ')
    }

    /// Whether the line holds more than what begins blocks.
    fn has_word(self) -> bool {
        for part in self.0.iter().rev() {
            let Inline::Source(source) = part else {
                return !matches!(part, Inline::Break);
            };
            for byte in source.bytes().rev() {
                match kind(byte) {
                    Byte::Letter | Byte::Chinese => return true,
                    _ if byte == b'\n' => return false,
                    _ => {}
                }
            }
        }
        false
    }

    /// Whether a node of ours was written last.
    fn is_node(self) -> bool {
        let last = self.0.last();
        last.is_some_and(|part| {
            !matches!(part, Inline::Source(_) | Inline::Break | Inline::Text(_))
        })
    }

    /// The byte that the author's source ends with.
    fn last_byte(self) -> Option<u8> {
        match self.0.last()? {
            Inline::Source(source) => source.bytes().next_back(),
            _ => None,
        }
    }
}

/// The one word that a node of ours holds.
fn word(children: &[Inline]) -> Option<&str> {
    match children {
        [Inline::Text(text)] if is_word(text) => Some(text),
        _ => None,
    }
}

/// What a byte of a text can be.
#[derive(Clone, Copy, PartialEq)]
enum Byte {
    Letter,
    Digit,
    Blank,
    /// The first byte of three that are a Chinese character.
    Chinese,
    /// What can be, begin or end syntax in a source, beside words.
    Syntax,
    Other,
}

/// The kind of each byte, looked up: to decide it by its value each time makes the whole card a sixth slower
/// (`card_macro` of the benchmarks).
static KINDS: [Byte; 256] = {
    let mut kinds = [Byte::Other; 256];
    let mut rest: &mut [Byte] = &mut kinds;
    let mut byte = 0;
    while let [kind, after @ ..] = rest {
        *kind = decide(byte);
        byte = byte.wrapping_add(1);
        rest = after;
    }
    kinds
};

const fn decide(byte: u8) -> Byte {
    match byte {
        b'a'..=b'z' | b'A'..=b'Z' => Byte::Letter,
        b'0'..=b'9' => Byte::Digit,
        b' ' => Byte::Blank,
        0xe4..=0xe9 => Byte::Chinese,
        b'<' | b'>' | b'&' | b'\\' | b'[' | b']' | b'|' | b'`' | b'#' | b'!' | b'~' => Byte::Syntax,
        _ => Byte::Other,
    }
}

fn kind(byte: u8) -> Byte {
    KINDS.get(usize::from(byte)).copied().unwrap_or(Byte::Other)
}

/// Words: letters and digits with single blanks between them, and at least one letter, so that no list, entity or
/// delimiter can be made of it.
fn is_word(text: &str) -> bool {
    let mut bytes = text.as_bytes();
    let mut has_letter = false;
    let mut is_blank = true;
    while let Some((&first, rest)) = bytes.split_first() {
        let byte = kind(first);
        bytes = rest;
        match byte {
            Byte::Blank if is_blank => return false,
            Byte::Letter => has_letter = true,
            Byte::Chinese => {
                // The characters before U+4E00 are symbols and rare ones.
                let [second, _, after @ ..] = rest else {
                    return false;
                };
                if first == 0xe4 && *second < 0xb8 {
                    return false;
                }
                bytes = after;
                has_letter = true;
            }
            Byte::Digit | Byte::Blank => {}
            Byte::Syntax | Byte::Other => return false,
        }
        is_blank = byte == Byte::Blank;
    }
    has_letter && !is_blank
}

fn is_color(color: &str) -> bool {
    !color.is_empty()
        && color
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'#')
}

/// An address that is one by its letters: `name@host.domain`.
fn is_plain_email(email: &str) -> bool {
    let (mut signs, mut label) = (0, 0);
    for byte in email.bytes() {
        match byte {
            b'@' | b'.' if label == 0 => return false,
            b'@' | b'.' => label = 0,
            _ if byte.is_ascii_alphanumeric() => label += 1,
            _ => return false,
        }
        signs += usize::from(byte == b'@');
    }
    signs == 1 && label > 0
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Str, markdown::write::long_way};

    const SOURCES: &[&str] = &[
        "**", "*", "** ", " **", "**a** b ", "a", " ", "- ", "1. ", "1", "2 * 3 ", "_", "a_", "\n",
        "x  \n", "：", "请", "> ", "-", "=", "www.", "http:", "@", "$", "(", ")", "[", "](", "&",
        "<", "`", "|", "~~", "\\", "# ", "$5", "    ", "\t", "", "+ ", "é",
    ];
    const VALUES: &[&str] = &[
        "a",
        "林亮",
        "gateway retries",
        "12",
        "1a",
        "",
        " a",
        "a ",
        "a  b",
        "*",
        "a.b",
        "é",
        "a1",
        "中 b",
    ];

    fn part(random: &mut impl FnMut(usize) -> usize) -> Inline {
        let mut value = || Str::Borrowed(VALUES[random(VALUES.len())]);
        let (text, other) = (value(), value());
        let child = vec![Inline::Text(text.clone())];
        match random(9) {
            0..=2 => Inline::Source(Str::Borrowed(SOURCES[random(SOURCES.len())])),
            3 | 4 => Inline::Text(text),
            5 => Inline::Break,
            6 => Inline::Font {
                color: "red".into(),
                children: child,
            },
            7 => Inline::At {
                email: format!("{other}@wps.cn").into(),
                name: text,
            },
            _ => Inline::Bold(child),
        }
    }

    #[test]
    fn both_ways_lead_to_the_same_text() {
        let mut state = 0x9e37_79b9_7f4a_7c15_u64;
        let mut random = |below: usize| {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            usize::try_from(state >> 33).unwrap() % below
        };
        let mut short = 0;
        for _ in 0..200_000 {
            let parts: Vec<Inline> = (0..=random(4)).map(|_| part(&mut random)).collect();
            let mut text = String::new();
            if write(&parts, Form::Text, &mut text) {
                short += 1;
                assert_eq!(text, long_way(&parts), "{parts:?}");
                let mut json = String::new();
                assert!(write(&parts, Form::Json, &mut json));
                assert_eq!(format!("\"{json}\""), serde_json::to_string(&text).unwrap());
            }
        }
        assert!(short > 20_000, "{short} of the cases went the short way");
    }
}
