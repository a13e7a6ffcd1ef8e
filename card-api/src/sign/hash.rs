//! The hashes, as lower-case hexadecimal.

use hmac::{Hmac, Mac};
use md5::{Digest, Md5};
use sha1::Sha1;
use sha2::Sha256;

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

pub(super) fn finish(mac: Hmac<Sha256>) -> String {
    hex(&mac.finalize().into_bytes())
}

/// Whether this is its value, in lower case, in a time that does not depend on how much of it is.
pub(super) fn is_value(mac: Hmac<Sha256>, hexadecimal: &str) -> bool {
    unhex(hexadecimal).is_some_and(|value| mac.verify_slice(&value).is_ok())
}

fn hex(bytes: &[u8]) -> String {
    let digit = |half: u8| half + if half < 10 { b'0' } else { b'a' - 10 };
    let mut text = vec![0; bytes.len() * 2];
    let (pairs, _) = text.as_chunks_mut::<2>();
    for (pair, byte) in pairs.iter_mut().zip(bytes) {
        *pair = [digit(byte >> 4), digit(byte & 15)];
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
    use super::{hex, is_value, unhex};
    use crate::{Secret, sign::HmacKey};

    #[test]
    fn all_digits() {
        assert_eq!(
            hex(&[0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef]),
            "0123456789abcdef"
        );
        let bytes = (0..=255).collect::<Vec<u8>>();
        assert_eq!(unhex(&hex(&bytes)), Some(bytes));
    }

    #[test]
    fn only_the_whole_value_in_lower_case() {
        let value = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";
        let key = HmacKey::from(&Secret::from("Jefe"));
        let mac = key.mac(&["what do ya want for nothing?"]);
        assert!(is_value(mac.clone(), value));
        assert!(!is_value(mac.clone(), &value.to_uppercase()));
        assert!(!is_value(mac.clone(), &value[..62]));
        assert!(!is_value(mac, ""));
        assert_eq!(unhex("0fg"), None);
        assert_eq!(unhex("0f1"), None);
        assert_eq!(unhex("0f10"), Some(vec![15, 16]));
    }
}
