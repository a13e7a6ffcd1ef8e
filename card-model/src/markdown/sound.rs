//! Texts that need not be read to be known as right: words, and bold and italic words among them.

use super::piece::Piece;
use crate::bytes::{BLANK, ESCAPED, LETTER, PLAIN, SYNTAX, kind};

/// Whether a text certainly has no mistake, names no variable, and has each of its holes among words. Of any other text,
/// [`read`](super::read) tells.
pub(crate) fn is_sound<'p>(pieces: impl IntoIterator<Item = Piece<'p>>) -> bool {
    let mut before = b'\n';
    pieces.into_iter().all(|piece| {
        let last = match piece {
            Piece::Source(source) => last_of(source.as_bytes(), before),
            Piece::Hole => Some(b'x'),
        };
        last.map(|byte| before = byte).is_some()
    })
}

/// The last byte of a source that is sound after `before`.
fn last_of(source: &[u8], mut before: u8) -> Option<u8> {
    let mut rest = source;
    while let [byte, after @ ..] = rest {
        rest = match byte {
            b'*' => {
                let is_opening = matches!(before, b' ' | b'\n');
                before = b'x';
                is_opening.then(|| after_pair(rest))??
            }
            // Several begin code where a line begins or behind the mark of a list.
            b' ' if before == b' ' && !after.starts_with(b"\n") => return None,
            b'"' | b'\n' | b' ' => {
                before = *byte;
                after
            }
            b'_' => return None,
            byte if kind(*byte) & (SYNTAX | ESCAPED) != 0 => return None,
            byte => {
                before = *byte;
                after
            }
        };
    }
    Some(before)
}

/// What follows the delimited words that the source begins with.
fn after_pair(source: &[u8]) -> Option<&[u8]> {
    let delimiter = match source {
        [b'*', b'*', ..] => "**",
        _ => "*",
    };
    let source = source.strip_prefix(delimiter.as_bytes())?;
    let end = source.iter().position(|byte| *byte == b'*')?;
    let (words, rest) = source.split_at_checked(end)?;
    let is_word = !matches!(words, [] | [b' ', ..] | [.., b' '])
        && words
            .iter()
            .all(|byte| kind(*byte) & !(LETTER | PLAIN | BLANK) == 0);
    let rest = rest.strip_prefix(delimiter.as_bytes())?;
    is_word.then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::markdown::{Place, read};

    const SOURCES: &[&str] = &[
        "a", "林", "12", " ", "  ", "\n", "**", "*", "_", "-", "- ", "1.", "1. ", "+ ", "=", "===",
        "\"", "：", "，", "(", ")", "$", "$a", ":", "www.", "http://", "@", "é", "\u{3000}", "\t",
        "\r", "#", "[", "](", "<", "&", "`", "~~", "|", "!", "\\", "\u{e000}", "**a**", "*林 b*",
        "  \n", "    ", "\u{0}",
    ];

    #[test]
    fn what_is_sound_reads_as_sound() {
        let mut random = crate::random::numbers();
        let mut sound = 0;
        for _ in 0..200_000 {
            let count = 1 + random(6);
            let pieces: Vec<Piece<'_>> = (0..count)
                .map(|_| match random(4) {
                    0 => Piece::Hole,
                    _ => Piece::Source(SOURCES[random(SOURCES.len())]),
                })
                .collect();
            if is_sound(pieces.iter().copied()) {
                sound += 1;
                let reading = read(&pieces);
                assert_eq!(reading.faults, [], "{pieces:?}");
                assert_eq!(reading.variables, [], "{pieces:?}");
                let is_text = |place: &Place| *place == Place::Text;
                assert!(reading.places.iter().all(is_text), "{pieces:?}");
            }
        }
        assert!(sound > 20_000, "{sound} of the texts are sound");
    }

    #[test]
    fn usual_texts_are_sound() {
        for source in [
            "全部通过",
            "**环境** production，负责人 ",
            "**开始**  \n09:00",
            "- one\n- two: *three*, \"four\"\n\n1. five",
        ] {
            assert!(is_sound([Piece::Source(source), Piece::Hole]), "{source}");
        }
        for source in ["**", "a** b**", "[a](b)", "`a`", "    a", "-     a", "_a"] {
            assert!(!is_sound([Piece::Source(source)]), "{source}");
        }
    }
}
