//! WPS-2, of `developer.kdocs.cn`.
//!
//! `Authorization: WPS-2:<app id>:<sha1(app key + Content-Md5 + Content-Type + Date)>`. Neither the method nor the URI is
//! signed, but for a `GET`, whose `Content-Md5` is that of the URI.
//!
//! Source: `developer.kdocs.cn/server/convert/overview.html`.

use super::{HttpDate, Signable, hash};
use crate::Secret;

/// The value of `Content-Md5`: of the body, for a `GET` of the URI.
pub fn content_md5(request: &Signable<'_>) -> String {
    if request.method == "GET" {
        hash::md5(request.uri.as_bytes())
    } else {
        hash::md5(request.body)
    }
}

/// The signature: 40 hexadecimal digits.
pub fn signature(app_key: &Secret, request: &Signable<'_>, date: &HttpDate) -> String {
    hash::sha1(&[
        app_key.expose(),
        &content_md5(request),
        request.content_type,
        date.as_str(),
    ])
}

/// The value of `Authorization`.
///
/// ```
/// use message_card::{Secret, sign::{HttpDate, Signable, wps2}};
///
/// let date = HttpDate::parse("Wed, 23 Jan 2013 06:43:08 GMT")?;
/// assert_eq!(
///     wps2::authorization("SX2022", &Secret::from("wJalrXUtnFEYEXAMPLEKES"), &Signable::json("/", b""), &date),
///     "WPS-2:SX2022:083500176fa3aab58ca2dc962978013b3ca2b6df"
/// );
/// # Ok::<(), message_card::sign::DateError>(())
/// ```
pub fn authorization(
    app_id: &str,
    app_key: &Secret,
    request: &Signable<'_>,
    date: &HttpDate,
) -> String {
    format!("WPS-2:{app_id}:{}", signature(app_key, request, date))
}
