//! What is taken out of a text before it becomes part of a card.

use std::borrow::Cow;

use crate::{
    Str,
    bytes::{self, ESCAPED, UNSEEN},
};

/// Removes what a reader cannot see but a client acts on: control characters, bidi overrides, zero-width characters.
/// Line breaks stay, as `\n`; a tab becomes a space; a zero-width joiner stays between emoji.
pub(crate) fn clean(text: Str) -> Str {
    if is_clean(&text) {
        text
    } else {
        Str::Owned(removed(&text))
    }
}

/// The text without what a reader cannot see but a client acts on: control characters, bidi overrides, zero-width characters.
pub fn cleaned(text: &str) -> Cow<'_, str> {
    if is_clean(text) {
        Cow::Borrowed(text)
    } else {
        Cow::Owned(removed(text))
    }
}

/// As [`clean`], and line breaks become spaces: for titles and labels.
pub(crate) fn clean_line(text: Str) -> Str {
    let text = clean(text);
    if text.contains('\n') {
        Str::Owned(text.replace('\n', " "))
    } else {
        text
    }
}

/// As [`clean_line`], for a text that stays where it is.
pub(crate) fn clean_line_in(text: &mut Str) {
    // A line break is among what JSON escapes.
    if bytes::kinds(text.as_bytes()) & (UNSEEN | ESCAPED) != 0 {
        *text = clean_line(std::mem::take(text));
    }
}

/// Whether [`clean_line`] leaves the text as it is, beside other texts as well.
pub(crate) fn is_line(text: &str) -> bool {
    is_clean(text) && !text.contains('\n')
}

/// Removes the same from what `text` holds from `start` on.
#[inline(never)]
pub(crate) fn clean_from(text: &mut String, start: usize) {
    let Some(tail) = text.get(start..).filter(|tail| !is_clean(tail)) else {
        return;
    };
    let tail = removed(tail);
    text.truncate(start);
    text.push_str(&tail);
}

fn is_clean(text: &str) -> bool {
    bytes::kinds(text.as_bytes()) & UNSEEN == 0 || clean_count(text).is_some()
}

/// How many characters [`cleaned`] has.
pub fn cleaned_count(text: &str) -> usize {
    usual_count(text.as_bytes())
        .or_else(|| clean_count(text))
        .unwrap_or_else(|| cleaned_chars(text).count())
}

/// The first byte of a character.
const FIRST: u64 = 1;
/// What begins the characters from U+F000 on, where the full-width forms are: the punctuation of every Chinese text.
const WIDE: u64 = 1 << 16;
/// What can be a part of a removed character.
const DOUBTFUL: u64 = 1 << 32;
/// As many bytes can be added up without one kind becoming another.
const PIECE: usize = 1 << 15;

/// What each byte is in a text.
static SIGHTS: [u64; 256] = crate::of_each_byte!(0, |byte| match byte {
    0x80..=0xbf => 0,
    0xef => FIRST | WIDE,
    byte if bytes::unseen(byte) != 0 => DOUBTFUL,
    _ => FIRST,
});

/// How many characters the text has, where its bytes tell that nothing is to be removed. All that is to be known of them is
/// added up at once.
fn usual_count(bytes: &[u8]) -> Option<usize> {
    let add = |sum: u64, byte: &u8| sum + SIGHTS.get(usize::from(*byte)).unwrap_or(&DOUBTFUL);
    let (mut count, mut is_wide) = (0, false);
    for piece in bytes.chunks(PIECE) {
        // The length of a chunk is known, so that no loop is left of it.
        let (chunks, rest) = piece.as_chunks::<8>();
        let of_chunk = |sum, chunk: &[u8; 8]| chunk.iter().fold(sum, add);
        let sum = rest.iter().fold(chunks.iter().fold(0, of_chunk), add);
        if sum >= DOUBTFUL {
            return None;
        }
        is_wide |= sum >= WIDE;
        count += sum % WIDE;
    }
    if is_wide && !are_full_width(bytes) {
        return None;
    }
    usize::try_from(count).ok()
}

/// Whether all characters of the text from U+F000 to U+FFFF are full-width forms, which are shown.
#[expect(
    clippy::needless_bitwise_bool,
    reason = "without branches many bytes are compared at once"
)]
pub fn are_full_width(bytes: &[u8]) -> bool {
    let second = bytes.iter().skip(1);
    let is_other = |first: u8, second: u8| (first == 0xef) & (second & 0xfe != 0xbc);
    let pairs = bytes.iter().zip(second);
    !pairs.fold(false, |found, (first, second)| {
        found | is_other(*first, *second)
    })
}

/// How many characters the text has, if nothing is to be removed.
#[inline]
fn clean_count(text: &str) -> Option<usize> {
    let (mut bytes, mut count) = (text.as_bytes(), 0);
    // Most text is decided by its bytes; only a character with a lead byte of the suspicious blocks is looked at in full.
    loop {
        bytes = match bytes {
            [] => return Some(count),
            // The full-width forms.
            [0xe3..=0xe9, _, _, after @ ..] | [0xef, 0xbc | 0xbd, _, after @ ..] => after,
            [first, after @ ..] if *first < 0x80 && is_plain(*first) => after,
            _ => {
                let c = text.get(text.len() - bytes.len()..)?.chars().next()?;
                if is_removed(c) || c == '\t' {
                    return None;
                }
                bytes.get(c.len_utf8()..)?
            }
        };
        count += 1;
    }
}

fn is_plain(byte: u8) -> bool {
    bytes::kind(byte) & UNSEEN == 0
}

fn removed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    out.extend(cleaned_chars(text));
    out
}

/// The characters of [`cleaned`], as far as they are asked for.
#[inline]
pub fn cleaned_chars(text: &str) -> impl Iterator<Item = char> {
    let mut chars = text.chars();
    let mut last = None;
    std::iter::from_fn(move || {
        loop {
            let c = chars.next()?;
            let next = || chars.clone().next();
            let shown = match c {
                // Most of all texts, and decided first.
                ' '..='~' | '\u{4e00}'..='\u{9fff}' => c,
                '\r' if next() == Some('\n') => continue,
                '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
                '\t' | '\u{b}' | '\u{c}' => ' ',
                '\u{200d}'
                    if last.is_some_and(is_emoji_part) && next().is_some_and(is_emoji_part) =>
                {
                    c
                }
                c if is_removed(c) => continue,
                c => c,
            };
            last = Some(shown);
            return last;
        }
    })
}

/// Characters that are never shown as such. U+200D is among them; [`removed`] keeps it inside emoji.
pub(crate) fn is_removed(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{34f}' | '\u{61c}' | '\u{180e}'
            | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

fn is_emoji_part(c: char) -> bool {
    matches!(c,
        '\u{fe0f}' | '\u{2190}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleans(from: &'static str, to: &str) {
        assert_eq!(clean(Str::Borrowed(from)), to, "{from:?}");
    }

    #[test]
    fn what_a_reader_sees_stays() {
        for text in [
            "",
            "plain",
            "中文，标点。",
            "línea\nline",
            "👨\u{200d}👩\u{200d}👧 ❤\u{fe0f}",
            "café ½ —",
            "٣ עברית",
        ] {
            cleans(text, text);
            assert!(
                matches!(clean(Str::Borrowed(text)), Str::Borrowed(_)) || text.contains('\u{200d}')
            );
        }
    }

    #[test]
    fn what_only_a_client_sees_goes() {
        cleans("a\u{0}b\u{7f}c\u{9f}d", "abcd");
        cleans("\u{202e}cba\u{202c}\u{2066}x\u{2069}", "cbax");
        cleans("pay\u{200b}load\u{feff}\u{2060}\u{ad}", "payload\u{ad}");
        cleans("a\u{200d}b", "ab");
        cleans("a\tb\u{b}c", "a b c");
        cleans("a\r\nb\rc\u{2028}d", "a\nb\nc\nd");
        cleans("\u{e0041}tag", "tag");
    }

    #[test]
    fn characters_are_counted_as_they_are_cleaned() {
        let parts = [
            "a", "中", "，", "\u{201c}", "\u{200b}", "\u{200d}", "👩", "\r", "\n", "\t", "\u{85}",
            "\u{a0}", "\u{0}", "\u{feff}", "é",
        ];
        for first in parts {
            for second in parts {
                for third in parts {
                    let text = [first, second, third].concat();
                    let cleaned = cleaned(&text);
                    assert_eq!(
                        cleaned_chars(&text).collect::<String>(),
                        cleaned,
                        "{text:?}"
                    );
                    assert_eq!(cleaned_count(&text), cleaned.chars().count(), "{text:?}");
                }
            }
        }
    }

    #[test]
    fn characters_of_a_long_text_are_counted_piece_by_piece() {
        for part in ["中，a", "ab\n", "，", "é“", "a\u{200b}", "ﬁ"] {
            let text = part.repeat(PIECE);
            assert_eq!(
                cleaned_count(&text),
                cleaned_chars(&text).count(),
                "{part:?}"
            );
        }
        assert_eq!(
            usual_count("中，a".repeat(PIECE).as_bytes()),
            Some(PIECE * 3)
        );
    }

    #[test]
    fn a_title_is_one_line() {
        assert_eq!(clean_line(Str::Borrowed("a\r\nb\nc")), "a b c");
    }
}
