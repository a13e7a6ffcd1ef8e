//! The `sign` of a robot of 钉钉.
//!
//! `sign = base64(hmac-sha256(secret, timestamp + "\n" + secret))`, with the time in milliseconds. Both stand in the query;
//! the platform accepts a clock that is off by an hour.
//!
//! Source: `open.dingtalk.com/document/dingstart/customize-robot-security-settings`.

use std::time::{SystemTime, UNIX_EPOCH};

use base64::{Engine, engine::general_purpose::STANDARD};
use hmac::Mac;

use super::{DateError, HmacKey};
use crate::Secret;

/// The time as the platform counts it: milliseconds since 1970.
///
/// # Errors
///
/// [`DateError::OutOfRange`] before 1970.
pub fn timestamp(time: SystemTime) -> Result<u128, DateError> {
    match time.duration_since(UNIX_EPOCH) {
        Ok(since) => Ok(since.as_millis()),
        Err(_) => Err(DateError::OutOfRange),
    }
}

/// The signature in base64, which is to be percent-encoded once.
///
/// ```
/// use message_card::{Secret, sign::dingtalk};
///
/// assert_eq!(
///     dingtalk::signature(&Secret::from("this is secret"), 1_577_262_236_757),
///     "hmPWwU+7lVdm3ZZz0r9tSfx0L4Q26jWOZr9+Gs6EZQM="
/// );
/// ```
pub fn signature(secret: &Secret, timestamp: u128) -> String {
    sign(&HmacKey::from(secret), secret, &timestamp.to_string())
}

/// As [`signature`], where the key was made of the secret before.
pub(crate) fn sign(key: &HmacKey, secret: &Secret, timestamp: &str) -> String {
    let mac = key.mac(&[timestamp, "\n", secret.expose()]);
    STANDARD.encode(mac.finalize().into_bytes())
}
