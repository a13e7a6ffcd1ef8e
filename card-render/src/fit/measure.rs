//! How long a text is to a platform.

use card_model::spec::Unit;

/// What a platform counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Measure {
    /// Unicode scalar values.
    Chars,
    /// Bytes of UTF-8.
    Bytes,
    /// Bytes of the JSON string, without its quotes.
    Json,
}

impl From<Unit> for Measure {
    fn from(unit: Unit) -> Self {
        match unit {
            Unit::Bytes => Self::Bytes,
            _ => Self::Chars,
        }
    }
}

impl Measure {
    /// The most that a text of so many bytes can take.
    pub(super) const fn most(self, bytes: usize) -> usize {
        match self {
            Self::Chars | Self::Bytes => bytes,
            Self::Json => bytes.saturating_mul(LONGEST_ESCAPE),
        }
    }

    pub(crate) fn of(self, text: &str) -> usize {
        match self {
            Self::Chars => text.chars().count(),
            Self::Bytes => text.len(),
            Self::Json => json_length(text),
        }
    }
}

/// What a control character is in JSON: `\u0001`.
const LONGEST_ESCAPE: usize = 6;

/// How many bytes are looked at together: so many that a byte can count them, and that nothing is left over of them where
/// many are compared at once.
const CHUNK: usize = 224;

/// How many bytes `text` takes in a JSON string, as `serde_json` writes it.
#[expect(
    clippy::needless_bitwise_bool,
    reason = "without branches many bytes are compared at once"
)]
fn json_length(text: &str) -> usize {
    let is_escaped = |byte: u8| (byte == b'"') | (byte == b'\\') | (byte < 0x20);
    let is_rare = |byte: u8| (byte < 0x20) & (byte != b'\n');
    let (mut escaped, mut has_rare) = (0, false);
    for chunk in text.as_bytes().chunks(CHUNK) {
        let (count, rare) = chunk.iter().fold((0, 0), |(count, rare), byte| {
            (
                count + u8::from(is_escaped(*byte)),
                rare | u8::from(is_rare(*byte)),
            )
        });
        escaped += usize::from(count);
        has_rare |= rare != 0;
    }
    let length = text.len() + escaped;
    if !has_rare {
        return length;
    }
    let has_letter = |byte: u8| matches!(byte, b'\n' | b'\r' | b'\t' | 0x8 | 0xc);
    let is_number = |byte: &u8| *byte < 0x20 && !has_letter(*byte);
    length + 4 * text.bytes().filter(is_number).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_length_is_what_is_sent() {
        for text in [
            "",
            "a",
            "中文",
            "a\"b\\c\nd\te\u{1}f\u{8}\u{c}\r",
            "🎉 </script>",
            "\u{1}\u{1f}",
            &"\"\n".repeat(700),
        ] {
            let json = serde_json::to_string(text).unwrap();
            assert_eq!(Measure::Json.of(text), json.len() - 2, "{text:?}");
            for measure in [Measure::Chars, Measure::Bytes, Measure::Json] {
                assert!(measure.of(text) <= measure.most(text.len()), "{text:?}");
            }
        }
        assert_eq!(Measure::Chars.of("中文🎉"), 3);
        assert_eq!(Measure::Bytes.of("中文🎉"), 10);
    }
}
