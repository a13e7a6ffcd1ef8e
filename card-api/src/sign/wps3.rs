//! WPS-3, of `openapi.wps.cn/kopen/…`.
//!
//! `X-Auth: WPS-3:<app id>:<sha1(key + Content-Md5 + URI + Content-Type + Date)>`. The method is not signed.
//!
//! What the pages leave open:
//!
//! - *The key.* One page lower-cases it, the other does not, and the key of their vectors is in lower case. The programs in
//!   use lower-case it: [`KeyCase::Lower`] is the default.
//! - *The query.* The pages and their vectors sign it, as do the programs; the page of the call that sends messages prints
//!   the URI without one.
//! - *A prefix.* `/open` is not signed, `/kopen` is: see [`uri`].
//!
//! Sources: `open-xz.wps.cn/pages/server/start/explain`, and `signature-description-wps-3.html` below
//! `open.wps.cn/documents/app-integration-dev/server/api-description/`.

use super::{HttpDate, Signable, hash, without};
use crate::Secret;

/// What of a path with its query is signed: all but a leading `/open`.
///
/// ```
/// use message_card::sign::wps3;
///
/// assert_eq!(wps3::uri("/open/api_url?app_id=aaaa"), "/api_url?app_id=aaaa");
/// assert_eq!(wps3::uri("/kopen/woa/v2/dev/app/messages"), "/kopen/woa/v2/dev/app/messages");
/// ```
pub fn uri(path_and_query: &str) -> &str {
    without(path_and_query, "/open")
}

/// How the key enters the signature.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum KeyCase {
    /// In lower case.
    #[default]
    Lower,
    /// As it is.
    AsIs,
}

/// The value of `Content-Md5`: of the body, empty or not.
pub fn content_md5(request: &Signable<'_>) -> String {
    hash::md5(request.body)
}

/// The signature: 40 hexadecimal digits.
pub fn signature(
    secret_key: &Secret,
    case: KeyCase,
    request: &Signable<'_>,
    date: &HttpDate,
) -> String {
    signature_of(secret_key, case, &content_md5(request), request, date)
}

/// As [`signature`], of a body that was hashed.
fn signature_of(
    secret_key: &Secret,
    case: KeyCase,
    content_md5: &str,
    request: &Signable<'_>,
    date: &HttpDate,
) -> String {
    let key = secret_key.expose();
    let key = match case {
        KeyCase::Lower => &key.to_lowercase(),
        KeyCase::AsIs => key,
    };
    hash::sha1(&[
        key,
        content_md5,
        request.uri,
        request.content_type,
        date.as_str(),
    ])
}

/// The value of `X-Auth`.
///
/// ```
/// use message_card::{Secret, sign::{HttpDate, Signable, wps3}};
///
/// let date = HttpDate::parse("Wed, 03 Nov 2021 02:55:55 GMT")?;
/// let request = Signable::json("/api/v1/dosomething?name=xiaoming&age=18", br#"{"key":"value"}"#);
/// assert_eq!(
///     wps3::x_auth("AK123", &Secret::from("sk456"), wps3::KeyCase::default(), &request, &date),
///     "WPS-3:AK123:995beeb31091d56cf6f203ff2eddbf04d65ac4b8"
/// );
/// # Ok::<(), message_card::sign::DateError>(())
/// ```
pub fn x_auth(
    app_id: &str,
    secret_key: &Secret,
    case: KeyCase,
    request: &Signable<'_>,
    date: &HttpDate,
) -> String {
    let (_, x_auth) = headers(app_id, secret_key, case, request, date);
    x_auth
}

/// The values of `Content-Md5` and of `X-Auth`.
pub(crate) fn headers(
    app_id: &str,
    secret_key: &Secret,
    case: KeyCase,
    request: &Signable<'_>,
    date: &HttpDate,
) -> (String, String) {
    let content_md5 = content_md5(request);
    let signature = signature_of(secret_key, case, &content_md5, request, date);
    let x_auth = ["WPS-3:", app_id, ":", &signature].concat();
    (content_md5, x_auth)
}
