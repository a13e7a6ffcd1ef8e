//! The short way to the wire, for texts whose values are plain words: nothing about a word depends on what stands around
//! it. Whatever is not certainly one takes the long way, [`Writer`](super::write::Writer).

use super::Inline;
use crate::{
    bytes::{self, BLANK, ESCAPED, LETTER, OTHER, PLAIN, RARE, SYNTAX},
    json,
};

/// Adds the wire's text of `parts` to `out`, if every value is a word and stands where a word is safe: as it is, or as what
/// stands in a JSON string. Where it returns `false`, what was added is of no use.
pub(super) fn write<const JSON: bool>(parts: &[Inline], out: &mut String) -> bool {
    for (index, part) in parts.iter().enumerate() {
        if !write_part::<JSON>(part, Before { parts, index }, out) {
            return false;
        }
    }
    true
}

/// Words need no escaping in JSON, quotes and line breaks do.
#[inline]
fn write_part<const JSON: bool>(part: &Inline, before: Before<'_>, out: &mut String) -> bool {
    match part {
        Inline::Source(source) => {
            let kinds = bytes::kinds(source.as_bytes());
            let meets_nothing = kinds & SYNTAX == 0 && before.takes_source(source);
            // Alone it meets nothing either.
            if !meets_nothing && before.parts.len() > 1 {
                return false;
            }
            if JSON && kinds & ESCAPED != 0 {
                json::escape(source, out);
            } else {
                out.push_str(source);
            }
        }
        Inline::Text(text) if is_word(text) => out.push_str(text),
        Inline::Break if before.has_word() => out.push_str(if JSON { "  \\n" } else { "  \n" }),
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
            out.push_str(if JSON {
                "<at email=\\\""
            } else {
                "<at email=\""
            });
            out.push_str(email);
            out.push_str(if JSON { "\\\">" } else { "\">" });
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

/// The parts before the one with this index, and what they say about it.
#[derive(Clone, Copy)]
struct Before<'p> {
    parts: &'p [Inline],
    index: usize,
}

impl<'p> Before<'p> {
    fn last(self) -> Option<&'p Inline> {
        self.parts.get(self.index.checked_sub(1)?)
    }

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
        self.index == 0 || self.last_byte() == Some(b' ')
    }

    /// Whether the line holds more than what begins blocks.
    fn has_word(self) -> bool {
        for part in self
            .parts
            .get(..self.index)
            .unwrap_or_default()
            .iter()
            .rev()
        {
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
        self.last().is_some_and(|part| {
            !matches!(part, Inline::Source(_) | Inline::Break | Inline::Text(_))
        })
    }

    /// The byte that the author's source ends with.
    fn last_byte(self) -> Option<u8> {
        match self.last()? {
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

/// Words: letters and digits with blanks between them, and at least one letter, so that no list, entity or
/// delimiter can be made of it.
fn is_word(text: &str) -> bool {
    let found = bytes::kinds(text.as_bytes());
    let has_letter = found & LETTER != 0 || (found & RARE != 0 && text.chars().any(is_chinese));
    has_letter
        && found & (SYNTAX | ESCAPED | OTHER) == 0
        && (found & BLANK == 0 || !has_outer_blanks(text))
        && (found & RARE == 0 || text.chars().all(|c| c.is_ascii() || is_chinese(c)))
}

/// The characters before U+4E00 are symbols and rare ones.
fn is_chinese(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}')
}

fn has_outer_blanks(text: &str) -> bool {
    matches!(text.as_bytes(), [b' ', ..] | [.., b' '])
}

fn is_color(color: &str) -> bool {
    !color.is_empty()
        && color
            .bytes()
            .all(|byte| bytes::kind(byte) & PLAIN != 0 || byte == b'#')
}

/// An address that is one by its letters: `name@host.domain`.
fn is_plain_email(email: &str) -> bool {
    let (mut signs, mut label) = (0, 0);
    for byte in email.bytes() {
        if bytes::kind(byte) & PLAIN != 0 {
            label += 1;
        } else if matches!(byte, b'@' | b'.') && label > 0 {
            label = 0;
            signs += usize::from(byte == b'@');
        } else {
            return false;
        }
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
                children: child.into(),
            },
            7 => Inline::At {
                email: format!("{other}@wps.cn").into(),
                name: text,
            },
            _ => Inline::Bold(child.into()),
        }
    }

    #[test]
    fn both_ways_lead_to_the_same_text() {
        let mut random = crate::random::numbers();
        let mut short = 0;
        for _ in 0..200_000 {
            let parts: Vec<Inline> = (0..=random(4)).map(|_| part(&mut random)).collect();
            let mut text = String::new();
            if write::<false>(&parts, &mut text) {
                short += 1;
                assert_eq!(text, long_way(&parts), "{parts:?}");
                let mut json = String::new();
                assert!(write::<true>(&parts, &mut json));
                assert_eq!(format!("\"{json}\""), serde_json::to_string(&text).unwrap());
            }
        }
        assert!(short > 20_000, "{short} of the cases went the short way");
    }

    #[test]
    fn the_authors_source_alone_is_written_as_it_is() {
        for source in SOURCES {
            let mut text = String::new();
            assert!(write::<false>(
                &[Inline::Source(Str::Borrowed(source))],
                &mut text
            ));
            assert_eq!(text, *source);
        }
    }
}
