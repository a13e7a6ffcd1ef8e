//! Text that is written as it is, decided by its bytes: most text is, and to look at its characters costs more than to write
//! them (`fallbacks` of the benchmarks).

/// What a byte says of the text that it is in.
#[derive(Clone, Copy, PartialEq)]
enum Class {
    /// Nothing.
    Inert,
    /// It can take effect in the middle of a line.
    Special,
    /// It can take effect at the end of a line, or is a part of what is never shown.
    Other,
    /// It begins a character of a block where some are never shown: U+0080 …, U+2000 …, U+FF00 ….
    C2,
    E2,
    Ef,
}

static CLASSES: [Class; 256] = {
    let mut classes = [Class::Inert; 256];
    let mut rest: &mut [Class] = &mut classes;
    let mut byte = 0;
    while let [class, after @ ..] = rest {
        *class = decide(byte);
        byte = byte.wrapping_add(1);
        rest = after;
    }
    classes
};

const fn decide(byte: u8) -> Class {
    match byte {
        b'*' | b'_' | b'~' | b'`' | b'[' | b']' | b'!' | b'<' | b'>' | b'&' | b'\\' | b'|' => {
            Class::Special
        }
        b'#' | 0..=0x1f | 0x7f | 0xcd | 0xd8 | 0xe1 | 0xf3 => Class::Other,
        0xc2 => Class::C2,
        0xe2 => Class::E2,
        0xef => Class::Ef,
        _ => Class::Inert,
    }
}

/// Whether nothing in `text` can take effect in the middle of a line, and all of it is shown.
pub(super) fn is_inert(text: &str) -> bool {
    let mut bytes = text.as_bytes();
    loop {
        bytes = match bytes {
            [] => return true,
            // Most of Chinese, punctuation included.
            [0xe3..=0xe9, _, _, after @ ..] | [0xef, 0xbc | 0xbd, _, after @ ..] => after,
            [first, after @ ..] => {
                let class = class(*first);
                if class != Class::Inert && !is_shown(class, after) {
                    return false;
                }
                after
            }
        };
    }
}

/// Where the first byte is that can take effect in the middle of a line.
pub(super) fn special_at(text: &str) -> Option<usize> {
    text.bytes().position(|byte| class(byte) == Class::Special)
}

fn class(byte: u8) -> Class {
    CLASSES
        .get(usize::from(byte))
        .copied()
        .unwrap_or(Class::Other)
}

/// Whether the character is shown whose first byte is of this class.
fn is_shown(class: Class, after: &[u8]) -> bool {
    match (class, after) {
        (Class::C2, [second, ..]) => *second >= 0xa0,
        // Dashes, quotation marks and dots, but no zero-width characters and no direction marks.
        (Class::E2, [0x80, third, ..]) => matches!(third, 0x90..=0xa7 | 0xb0..=0xbf),
        (Class::E2, [0x81, third, ..]) => *third < 0xa0,
        (Class::E2 | Class::Inert, _) => true,
        // The full-width forms.
        (Class::Ef, [second, ..]) => matches!(second, 0xbc | 0xbd),
        _ => false,
    }
}

/// Whether `text` begins with a letter, which begins no block.
pub(super) fn begins_with_letter(text: &str) -> bool {
    let first = text.as_bytes().first();
    first.is_some_and(|byte| byte.is_ascii_alphabetic() || (0xe3..=0xe9).contains(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_inert_is_clean() {
        for c in '\u{0}'..=char::MAX {
            let text = format!("a{c}b");
            if is_inert(&text) {
                let cleaned = card_model::words::cleaned(&text);
                assert_eq!(cleaned, text, "{c:?}");
                assert!(!"*_~`[]!<>&\\|#\n\r".contains(c), "{c:?}");
            }
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
