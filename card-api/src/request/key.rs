//! Keys, tokens and ids: which can be used, and how they stand in a URL.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, PercentEncode, utf8_percent_encode};

use super::{BuildError, KeyFault};

/// All but what RFC 3986 calls unreserved.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// As it stands in a query, or in a segment of a path.
pub(super) fn encode(text: &str) -> PercentEncode<'_> {
    utf8_percent_encode(text, RESERVED)
}

/// How many bytes [`encode`] makes of it.
pub(super) fn encoded_length(text: &str) -> usize {
    let is_kept = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._~".contains(byte);
    let kept = text.bytes().filter(is_kept).count();
    kept + (text.len() - kept) * "%00".len()
}

/// The key of this name, where it can be one.
pub(super) fn check<'a>(of: &'static str, key: &'a str) -> Result<&'a str, BuildError> {
    let fault = if key.is_empty() {
        KeyFault::Missing
    } else if key.contains("://") {
        KeyFault::Url
    } else if key
        .strip_prefix(of)
        .is_some_and(|rest| rest.starts_with('='))
    {
        KeyFault::Named
    } else if !key.bytes().all(|byte| byte.is_ascii_graphic()) {
        KeyFault::Character
    } else {
        return Ok(key);
    };
    Err(BuildError::Key { of, fault })
}

/// As [`check`], for what is signed with and not sent: the samples' secrets have blanks.
pub(super) fn check_secret(of: &'static str, secret: &str) -> Result<(), BuildError> {
    match check(of, secret) {
        Err(BuildError::Key {
            fault: KeyFault::Character,
            ..
        }) if secret.trim() == secret => Ok(()),
        other => other.map(drop),
    }
}

/// The id of this name as one segment of a path. A dot segment would be taken out on the way.
pub(super) fn encode_segment(of: &'static str, id: &str) -> Result<String, BuildError> {
    let fault = match check(of, id)? {
        "." | ".." => KeyFault::Character,
        id => return Ok(encode(id).to_string()),
    };
    Err(BuildError::Key { of, fault })
}

#[cfg(test)]
mod tests {
    use super::{encode, encoded_length};

    #[test]
    fn the_length_is_that_of_what_is_encoded() {
        for c in ('\0'..='\u{ff}').chain("林😀".chars()) {
            let text = format!("a{c}{c}");
            assert_eq!(
                encoded_length(&text),
                encode(&text).to_string().len(),
                "{c:?}"
            );
        }
    }
}
