//! The hashes, as lower-case hexadecimal.

use hmac::{Hmac, KeyInit, Mac, digest::Key};
use md5::{Digest, Md5};
use sha1::Sha1;
use sha2::Sha256;

/// HMAC with SHA-256.
type HmacSha256 = Hmac<Sha256>;

pub(super) fn md5(bytes: &[u8]) -> String {
    hex(&Md5::digest(bytes))
}

/// Of the parts one after the other.
pub(super) fn sha1(parts: &[&str]) -> String {
    let mut hash = Sha1::new();
    for part in parts {
        hash.update(part);
    }
    hex(&hash.finalize())
}

/// Of a body; empty for an empty one.
pub(super) fn sha256_or_empty(body: &[u8]) -> String {
    if body.is_empty() {
        String::new()
    } else {
        hex(&Sha256::digest(body))
    }
}

/// Of the parts one after the other, not yet finished.
pub(super) fn hmac(key: &[u8], parts: &[&str]) -> HmacSha256 {
    // As long as a block: this constructor cannot fail.
    let mut block = Key::<HmacSha256>::default();
    let hash;
    let key = if key.len() > block.len() {
        hash = Sha256::digest(key);
        &hash
    } else {
        key
    };
    for (slot, byte) in block.iter_mut().zip(key) {
        *slot = *byte;
    }
    let mut mac = HmacSha256::new(&block);
    for part in parts {
        mac.update(part.as_bytes());
    }
    mac
}

pub(super) fn finish(mac: HmacSha256) -> String {
    hex(&mac.finalize().into_bytes())
}

/// Whether this is its value, in lower case, in a time that does not depend on how much of it is.
pub(super) fn is_value(mac: HmacSha256, hexadecimal: &str) -> bool {
    unhex(hexadecimal).is_some_and(|value| mac.verify_slice(&value).is_ok())
}

pub(super) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |half: u8| DIGITS.get(usize::from(half)).copied().unwrap_or_default();
    let mut text = Vec::with_capacity(bytes.len() * 2);
    for byte in bytes {
        text.extend_from_slice(&[digit(byte >> 4), digit(byte & 15)]);
    }
    // Digits are UTF-8.
    String::from_utf8(text).unwrap_or_default()
}

/// The bytes, where the text is lower-case hexadecimal.
fn unhex(text: &str) -> Option<Vec<u8>> {
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    let bytes = pairs
        .iter()
        .map(|[high, low]| Some(digit(*high)? << 4 | digit(*low)?));
    bytes.collect::<Option<_>>().filter(|_| rest.is_empty())
}

fn digit(byte: u8) -> Option<u8> {
    match byte {
        b'0'..=b'9' => Some(byte - b'0'),
        b'a'..=b'f' => Some(byte - b'a' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{finish, hmac, is_value, unhex};

    /// RFC 4231, test cases 2 and 6: a key shorter than a block, and one longer.
    #[test]
    fn keys_of_any_length() {
        assert_eq!(
            finish(hmac(b"Jefe", &["what do ya want ", "for nothing?"])),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        );
        assert_eq!(
            finish(hmac(
                &[0xaa; 131],
                &["Test Using Larger Than Block-Size Key - Hash Key First"]
            )),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        );
    }

    #[test]
    fn only_the_whole_value_in_lower_case() {
        let value = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
        let mac = hmac(b"Jefe", &["what do ya want for nothing?"]);
        assert!(is_value(mac.clone(), value));
        assert!(!is_value(mac.clone(), &value.to_uppercase()));
        assert!(!is_value(mac.clone(), &value[..62]));
        assert!(!is_value(mac, ""));
        assert_eq!(unhex("0fg"), None);
        assert_eq!(unhex("0f1"), None);
        assert_eq!(unhex("0f10"), Some(vec![15, 16]));
    }
}
