//! KSO-1, of `openapi.wps.cn/v7/…` and of the callbacks of WPS 365.
//!
//! `X-Kso-Authorization: KSO-1 <access key>:<hmac-sha256(secret key, "KSO-1" + method + URI + Content-Type + date +
//! sha256(body))>`, with the time in `X-Kso-Date`. The query is signed; an empty body has an empty hash.
//!
//! On private deployments, the prefix `/openapi` is not signed (see [`uri`]), and the `Content-Type` of a `GET` may be empty.
//!
//! Sources: `open.wps.cn/documents/app-integration-dev/server/api-description/signature-description`, and for private
//! deployments `bgpt.qhzwfw.gov.cn/developer/document/app/wps365/server/api-call/sign.html`.

use hmac::Hmac;
use sha2::Sha256;

use super::{HmacKey, HttpDate, Signable, hash, without};
use crate::Secret;

/// The header for the time.
pub const DATE: &str = "X-Kso-Date";

/// The header for the signature.
pub const AUTHORIZATION: &str = "X-Kso-Authorization";

/// What of a path with its query is signed: all but a leading `/openapi`.
///
/// ```
/// use message_card::sign::kso1;
///
/// assert_eq!(kso1::uri("/openapi/v7/messages/create"), "/v7/messages/create");
/// assert_eq!(kso1::uri("/v7/messages/create"), "/v7/messages/create");
/// ```
pub fn uri(path_and_query: &str) -> &str {
    without(path_and_query, "/openapi")
}

/// The signature: 64 hexadecimal digits.
pub fn signature(secret_key: &Secret, request: &Signable<'_>, date: &HttpDate) -> String {
    hash::finish(mac(&secret_key.into(), request, date))
}

/// Whether this is the signature, compared in constant time.
pub fn is_signature(
    signature: &str,
    secret_key: &Secret,
    request: &Signable<'_>,
    date: &HttpDate,
) -> bool {
    hash::is_value(mac(&secret_key.into(), request, date), signature)
}

/// The value of [`AUTHORIZATION`].
///
/// ```
/// use message_card::{Secret, sign::{HttpDate, Signable, kso1}};
///
/// let date = HttpDate::parse("Mon, 02 Jan 2006 15:04:05 GMT")?;
/// let request = Signable::json("/v7/test/body", br#"{"key": "value"}"#);
/// assert_eq!(
///     kso1::authorization("AK123456", &Secret::from("sk098765"), &request, &date),
///     "KSO-1 AK123456:c46e6c988130818ecba2484d51ac685948fbbef6814602c7874d6bfc41dc17b3"
/// );
/// # Ok::<(), message_card::sign::DateError>(())
/// ```
pub fn authorization(
    access_key: &str,
    secret_key: &Secret,
    request: &Signable<'_>,
    date: &HttpDate,
) -> String {
    sign(access_key, &secret_key.into(), request, date)
}

/// As [`authorization`], where the key was made of the secret before.
pub(crate) fn sign(
    access_key: &str,
    key: &HmacKey,
    request: &Signable<'_>,
    date: &HttpDate,
) -> String {
    let signature = hash::finish(mac(key, request, date));
    ["KSO-1 ", access_key, ":", &signature].concat()
}

fn mac(key: &HmacKey, request: &Signable<'_>, date: &HttpDate) -> Hmac<Sha256> {
    let parts = [
        "KSO-1",
        request.method,
        request.uri,
        request.content_type,
        date.as_str(),
        &hash::sha256_or_empty(request.body),
    ];
    key.mac(&parts)
}
