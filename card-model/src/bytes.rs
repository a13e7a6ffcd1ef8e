//! What the bytes of a text can be, found in one pass over it.

/// ASCII letters, and the first bytes of Chinese characters from U+5000 on.
pub(crate) const LETTER: u8 = 1;
pub(crate) const BLANK: u8 = 1 << 1;
/// The first byte of U+4000 to U+4FFF: Chinese characters, rare ones and symbols.
pub(crate) const RARE: u8 = 1 << 2;
/// What can be, begin or end markdown beside words.
pub(crate) const SYNTAX: u8 = 1 << 3;
/// What stands in a JSON string only with a backslash.
pub(crate) const ESCAPED: u8 = 1 << 4;
/// What can be a part of a removed character: see [`clean`](crate::clean).
pub(crate) const UNSEEN: u8 = 1 << 5;
/// Whatever else is neither a digit nor the rest of a longer character.
pub(crate) const OTHER: u8 = 1 << 6;
/// ASCII letters and digits.
pub(crate) const PLAIN: u8 = 1 << 7;

/// A table of what each byte is, which the compiler makes.
#[doc(hidden)]
#[macro_export]
macro_rules! of_each_byte {
    ($blank:expr, |$byte:ident| $what:expr) => {{
        let mut table = [$blank; 256];
        let mut rest: &mut [_] = &mut table;
        let mut $byte = 0_u8;
        while let [entry, after @ ..] = rest {
            *entry = $what;
            $byte = $byte.wrapping_add(1);
            rest = after;
        }
        table
    }};
}

/// Looked up, and not decided each time: every text of a card passes here twice.
static KINDS: [u8; 256] = crate::of_each_byte!(0, |byte| word(byte) | syntax(byte) | unseen(byte));

/// Only the first byte of a longer character tells what it is.
const fn word(byte: u8) -> u8 {
    match byte {
        b'a'..=b'z' | b'A'..=b'Z' => LETTER | PLAIN,
        0xe5..=0xe9 => LETTER,
        b'0'..=b'9' => PLAIN,
        0x80..=0xbf => 0,
        b' ' => BLANK,
        0xe4 => RARE,
        _ => OTHER,
    }
}

const fn syntax(byte: u8) -> u8 {
    match byte {
        b'\\' => SYNTAX | ESCAPED,
        b'<' | b'>' | b'&' | b'[' | b']' | b'|' | b'`' | b'#' | b'!' | b'~' => SYNTAX,
        b'"' | 0..=0x1f => ESCAPED,
        _ => 0,
    }
}

/// The first bytes of C1 controls, U+034F, U+061C, U+180E, U+200B …, U+FEFF, U+FFF9 … and U+E0000 …, and all controls of
/// ASCII but the line break.
pub(crate) const fn unseen(byte: u8) -> u8 {
    match byte {
        b'\n' => 0,
        0..=0x1f | 0x7f | 0xc2 | 0xcd | 0xd8 | 0xe1 | 0xe2 | 0xef | 0xf3 => UNSEEN,
        _ => 0,
    }
}

/// What the byte is.
#[inline]
pub(crate) fn kind(byte: u8) -> u8 {
    KINDS.get(usize::from(byte)).copied().unwrap_or(OTHER)
}

/// What any of the bytes is: four at a time, the last four over again.
#[inline(never)]
pub(crate) fn kinds(bytes: &[u8]) -> u8 {
    let Some(last) = bytes.last_chunk::<4>() else {
        return any(bytes);
    };
    let (chunks, _) = bytes.as_chunks::<4>();
    chunks
        .iter()
        .fold(any(last), |found, chunk| found | any(chunk))
}

#[inline]
fn any(bytes: &[u8]) -> u8 {
    bytes.iter().fold(0, |found, byte| found | kind(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_counts_wherever_it_stands() {
        for length in 1..40 {
            for at in 0..length {
                let mut bytes = vec![0x80; length];
                bytes[at] = b'\\';
                assert_eq!(kinds(&bytes), SYNTAX | ESCAPED | OTHER, "{at} of {length}");
            }
        }
        assert_eq!(kinds(b""), 0);
    }
}
