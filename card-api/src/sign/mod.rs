//! The signatures of the platforms, as pure functions.
//!
//! | algorithm | where | headers |
//! |---|---|---|
//! | [`wps2`] | `developer.kdocs.cn` | `Content-Md5`, `Date`, `Authorization` |
//! | [`wps3`] | `openapi.wps.cn/kopen/…` | `Content-Md5`, `Date`, `X-Auth` |
//! | [`wps4`] | private deployments, callbacks of cards | `Date`, `Authorization`, or the same with `Wps-Docs-` |
//! | [`kso1`] | `openapi.wps.cn/v7/…`, its callbacks | `X-Kso-Date`, `X-Kso-Authorization` |
//! | [`dingtalk`] | robots of 钉钉 | none: `timestamp` and `sign` in the query |
//!
//! The functions sign what they are given, byte for byte. Which part of a URL the platform signs is not the same everywhere;
//! [`wps3::uri`], [`wps4::uri`] and [`kso1::uri`] cut off what it does not.

mod date;
pub mod dingtalk;
mod hash;
mod key;
pub mod kso1;
mod signable;
pub mod wps2;
pub mod wps3;
pub mod wps4;

pub(crate) use self::key::HmacKey;
pub use self::{
    date::{DateError, HttpDate},
    signable::Signable,
};

/// The URI without `prefix`, where that is a whole segment.
fn without<'a>(uri: &'a str, prefix: &str) -> &'a str {
    match uri.strip_prefix(prefix) {
        Some(rest) if rest.starts_with('/') => rest,
        _ => uri,
    }
}
