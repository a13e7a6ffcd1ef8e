//! The short way to the wire, for texts whose values are plain words: nothing about a word depends on what stands around
//! it. Whatever is not certainly one takes the long way, [`Writer`](super::write::Writer).

use super::Inline;
use crate::{
    bytes::{self, BLANK, ESCAPED, LETTER, OTHER, RARE, SYNTAX},
    json,
};

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
    for (index, part) in parts.iter().enumerate() {
        let before = Before(parts.get(..index).unwrap_or_default());
        if !write_part(part, before, form, out) {
            return false;
        }
    }
    true
}

/// Words need no escaping in JSON, quotes and line breaks do.
fn write_part(part: &Inline, before: Before<'_>, form: Form, out: &mut String) -> bool {
    let is_json = form == Form::Json;
    match part {
        Inline::Source(source) => {
            let kinds = bytes::kinds(source.as_bytes());
            if kinds & SYNTAX != 0 || !before.takes_source(source) {
                return false;
            }
            if is_json && kinds & ESCAPED != 0 {
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
            out.push_str("<font color='");
            out.push_str(color);
            out.push_str("'>");
            out.push_str(word);
            out.push_str("</font>");
        }
        Inline::At { email, name }
            if before.takes_tag()
                && is_plain_email(email)
                && (name.is_empty() || is_word(name)) =>
        {
            out.push_str(if is_json {
                "<at email=\\\""
            } else {
                "<at email=\""
            });
            out.push_str(email);
            out.push_str(if is_json { "\\\">" } else { "\">" });
            out.push_str(name);
            out.push_str("</at>");
        }
        Inline::Bold(children) if before.takes_delimiter() => {
            let Some(word) = word(children) else {
                return false;
            };
            out.push_str("**");
            out.push_str(word);
            out.push_str("**");
        }
        _ => return false,
    }
    true
}

/// The parts before one, and what they say about it.
#[derive(Clone, Copy)]
struct Before<'p>(&'p [Inline]);

impl Before<'_> {
    /// Whether a value or a node beside this source, which is in no tag, entity, escape, URL or table, is a word beside
    /// it: it meets no delimiter of ours.
    fn takes_source(self, source: &str) -> bool {
        match source.as_bytes() {
            [] => false,
            [b'*' | b'_', ..] => !self.is_node(),
            _ => true,
        }
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
                match byte {
                    b'\n' => return false,
                    _ if bytes::kind(byte) & (LETTER | RARE) != 0 => return true,
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

/// Words: letters and digits with single blanks between them, and at least one letter, so that no list, entity or
/// delimiter can be made of it.
fn is_word(text: &str) -> bool {
    let found = bytes::kinds(text.as_bytes());
    let has_letter = found & LETTER != 0 || (found & RARE != 0 && text.chars().any(is_chinese));
    has_letter
        && found & (SYNTAX | ESCAPED | OTHER) == 0
        && (found & BLANK == 0 || has_single_blanks(text))
        && (found & RARE == 0 || text.chars().all(|c| c.is_ascii() || is_chinese(c)))
}

/// The characters before U+4E00 are symbols and rare ones.
fn is_chinese(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

/// Whether blanks stand alone, and neither first nor last.
fn has_single_blanks(text: &str) -> bool {
    let bytes = text.as_bytes();
    let is_outside = matches!(bytes, [b' ', ..] | [.., b' ']);
    !is_outside && !bytes.windows(2).any(|pair| pair == b"  ")
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
        let mut random = crate::random::numbers();
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
