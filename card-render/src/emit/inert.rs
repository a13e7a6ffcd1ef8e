//! Text that is written as it is, decided by its bytes: most text is, and to look at its characters costs more than to write
//! them (`fallbacks` of the benchmarks).

use card_model::words::are_full_width;

/// It can take effect in the middle of a line.
const SPECIAL: u8 = 1;
/// It can take effect at the end of a line, or is a part of what is never shown.
const OTHER: u8 = 1 << 1;
/// It begins a character of a block where some are never shown: U+0080 …, U+2000 ….
const LEAD: u8 = 1 << 2;
/// As [`LEAD`], of U+F000 …, where the full-width forms are: the punctuation of every Chinese text.
const WIDE: u8 = 1 << 3;

/// What each byte says of the text that it is in.
static CLASSES: [u8; 256] = card_model::of_each_byte!(0, |byte| decide(byte));

const fn decide(byte: u8) -> u8 {
    match byte {
        b'*' | b'_' | b'~' | b'`' | b'[' | b']' | b'!' | b'<' | b'>' | b'&' | b'\\' | b'|' => {
            SPECIAL
        }
        b'#' | 0..=0x1f | 0x7f | 0xcd | 0xd8 | 0xe1 | 0xf3 => OTHER,
        0xc2 | 0xe2 => LEAD,
        0xef => WIDE,
        _ => 0,
    }
}

/// How a text can be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Care {
    /// As it is: nothing in it can take effect in the middle of a line, and all of it is shown.
    None,
    /// All of it is shown, and it is one line without `#`; what can take effect has to be looked at.
    Special,
    /// Everything has to be looked at.
    Whole,
}

impl Care {
    /// What `text` needs.
    #[inline]
    pub(super) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let found = any(bytes);
        let is_hidden = || {
            (found & LEAD != 0 && !are_shown(bytes))
                || (found & WIDE != 0 && !are_full_width(bytes))
        };
        if found & OTHER != 0 || is_hidden() {
            Self::Whole
        } else if found & SPECIAL != 0 {
            Self::Special
        } else {
            Self::None
        }
    }
}

/// Whether nothing in `text` can take effect in the middle of a line, and all of it is shown.
pub(super) fn is_inert(text: &str) -> bool {
    Care::of(text) == Care::None
}

/// What any of the bytes says.
fn any(bytes: &[u8]) -> u8 {
    // The length of a chunk is known, so that no loop is left of it.
    let or = |found: u8, byte: &u8| found | class(*byte);
    let (chunks, rest) = bytes.as_chunks::<8>();
    let found = chunks
        .iter()
        .fold(0, |found, chunk| chunk.iter().fold(found, or));
    rest.iter().fold(found, or)
}

/// Where the first byte is that can take effect in the middle of a line.
pub(super) fn special_at(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    // Most chunks have none, and are passed as in `any`.
    let (chunks, _) = bytes.as_chunks::<8>();
    let passed = chunks.iter().take_while(|chunk| any(*chunk) & SPECIAL == 0);
    let from = passed.count() * 8;
    let rest = bytes.get(from..).unwrap_or_default();
    let at = rest.iter().position(|byte| class(*byte) == SPECIAL);
    at.map(|at| from + at)
}

fn class(byte: u8) -> u8 {
    CLASSES.get(usize::from(byte)).copied().unwrap_or(OTHER)
}

/// Whether all characters are shown that begin with a [`LEAD`].
fn are_shown(bytes: &[u8]) -> bool {
    let mut rest = bytes;
    while let Some(at) = rest.iter().position(|byte| class(*byte) == LEAD) {
        rest = rest.get(at..).unwrap_or_default();
        let is_shown = match rest {
            [0xc2, second, ..] => *second >= 0xa0,
            // Dashes, quotation marks and dots, but no zero-width characters and no direction marks.
            [0xe2, 0x80, third, ..] => matches!(third, 0x90..=0xa7 | 0xb0..=0xbf),
            [0xe2, 0x81, third, ..] => *third < 0xa0,
            _ => true,
        };
        if !is_shown {
            return false;
        }
        rest = rest.get(1..).unwrap_or_default();
    }
    true
}

/// Whether `text` begins with a letter, which begins no block.
pub(super) fn begins_with_letter(text: &str) -> bool {
    match text.as_bytes() {
        // U+3000 is a blank.
        [0xe3, 0x80, 0x80, ..] | [] => false,
        [first, ..] => first.is_ascii_alphabetic() || (0xe3..=0xe9).contains(first),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_inert_is_clean() {
        for c in '\u{0}'..=char::MAX {
            let text = format!("a{c}b");
            let care = Care::of(&text);
            if care != Care::Whole {
                let cleaned = card_model::words::cleaned(&text);
                assert_eq!(cleaned, text, "{c:?}");
                assert!(!"#\n\r".contains(c), "{c:?}");
            }
            let is_special = "*_~`[]!<>&\\|".contains(c);
            assert_eq!(care == Care::Special, is_special, "{c:?}");
        }
    }

    #[test]
    fn text_of_every_day_is_inert() {
        for text in [
            "全部通过，耗时 12 min。",
            "\u{201c}引文\u{201d}——见 a/b.c: 50% (x+y=z) 'q'",
            "café ½ 🎉",
        ] {
            assert!(is_inert(text), "{text}");
        }
        assert!(!is_inert("zero\u{200b}width") && !is_inert("a\u{202e}b") && !is_inert("a*b"));
        assert!(
            begins_with_letter("全部") && begins_with_letter("a") && !begins_with_letter("1. a")
        );
    }
}
