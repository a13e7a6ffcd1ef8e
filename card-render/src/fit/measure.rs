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
    pub(crate) fn of(self, text: &str) -> usize {
        match self {
            Self::Chars => text.chars().count(),
            Self::Bytes => text.len(),
            Self::Json => json_length(text),
        }
    }
}

/// How many bytes `text` takes in a JSON string, as `serde_json` writes it.
#[expect(
    clippy::needless_bitwise_bool,
    reason = "without branches many bytes are compared at once"
)]
fn json_length(text: &str) -> usize {
    let is_escaped = |byte: u8| (byte == b'"') | (byte == b'\\') | (byte < 0x20);
    // As many as a byte can count, so that bytes are added up.
    let chunks = text.as_bytes().chunks(usize::from(u8::MAX));
    let count = |chunk: &[u8]| chunk.iter().map(|b| u8::from(is_escaped(*b))).sum::<u8>();
    let escaped: usize = chunks.map(|chunk| usize::from(count(chunk))).sum();
    let is_rare = |byte: u8| (byte < 0x20) & (byte != b'\n');
    let length = text.len() + escaped;
    if !text.bytes().fold(false, |found, b| found | is_rare(b)) {
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
            &"\"\n".repeat(700),
        ] {
            let json = serde_json::to_string(text).unwrap();
            assert_eq!(Measure::Json.of(text), json.len() - 2, "{text:?}");
        }
        assert_eq!(Measure::Chars.of("中文🎉"), 3);
        assert_eq!(Measure::Bytes.of("中文🎉"), 10);
    }
}
