//! The signatures, from the platforms' pages: on purpose not those of the library.

use base64::{Engine, engine::general_purpose::STANDARD};
use hmac::{Hmac, KeyInit, Mac};
use md5::Md5;
use sha1::{Digest, Sha1};
use sha2::Sha256;

fn hex(bytes: impl AsRef<[u8]>) -> String {
    let digits = bytes.as_ref().iter().flat_map(|b| [b >> 4, b & 15]);
    digits
        .filter_map(|digit| char::from_digit(digit.into(), 16))
        .collect()
}

pub(crate) fn md5(body: &[u8]) -> String {
    hex(Md5::digest(body))
}

fn body_hash(body: &[u8]) -> String {
    if body.is_empty() {
        return String::new();
    }
    hex(Sha256::digest(body))
}

fn hmac(key: &str, text: &str) -> Option<Vec<u8>> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key.as_bytes()).ok()?;
    mac.update(text.as_bytes());
    Some(mac.finalize().into_bytes().to_vec())
}

/// `hex(sha1(ToLower(SecretKey) + Content-Md5 + URL + Content-Type + Date))`.
pub(crate) fn wps3(key: &str, url: &str, content_type: &str, date: &str, body: &[u8]) -> String {
    let text = format!(
        "{}{}{url}{content_type}{date}",
        key.to_lowercase(),
        md5(body)
    );
    hex(Sha1::digest(text))
}

/// What WPS-4 and KSO-1 sign: scheme, method, URI, `Content-Type`, date, hash of the body.
pub(crate) fn wps4_or_kso1(
    scheme: &str,
    key: &str,
    parts: [&str; 4],
    body: &[u8],
) -> Option<String> {
    let text = format!("{scheme}{}{}", parts.concat(), body_hash(body));
    hmac(key, &text).map(hex)
}

/// `base64(HmacSHA256(secret, timestamp + "\n" + secret))`, before it is encoded for a URL.
pub(crate) fn dingtalk(secret: &str, timestamp: &str) -> Option<String> {
    let mac = hmac(secret, &format!("{timestamp}\n{secret}"))?;
    Some(STANDARD.encode(mac))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The vectors that the platforms print.
    #[test]
    fn published_vectors() {
        let date = "Wed, 03 Nov 2021 02:55:55 GMT";
        let url = "/api/v1/dosomething?name=xiaoming&age=18";
        let body = br#"{"key":"value"}"#;
        assert_eq!(
            wps3("sk456", url, "application/json", date, body),
            "995beeb31091d56cf6f203ff2eddbf04d65ac4b8"
        );
        let parts = [
            "POST",
            "/v7/test/body",
            "application/json",
            "Mon, 02 Jan 2006 15:04:05 GMT",
        ];
        assert_eq!(
            wps4_or_kso1("KSO-1", "sk098765", parts, br#"{"key": "value"}"#).as_deref(),
            Some("c46e6c988130818ecba2484d51ac685948fbbef6814602c7874d6bfc41dc17b3")
        );
        assert_eq!(
            dingtalk("this is secret", "1577262236757").as_deref(),
            Some("hmPWwU+7lVdm3ZZz0r9tSfx0L4Q26jWOZr9+Gs6EZQM=")
        );
    }
}
