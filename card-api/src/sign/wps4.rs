//! WPS-4, of private deployments and of the callbacks of cards.
//!
//! `WPS-4 <app id>:<hmac-sha256(app key, "WPS-4" + method + URI + Content-Type + date + sha256(body))>`, where an empty body
//! has an empty hash. There are two forms of the headers, [`Form`].
//!
//! What the pages leave open:
//!
//! - *The query.* It is signed by the pages and by most programs; some programs sign the path alone.
//! - *A prefix.* The gateway's, `/o/{cid}`, is not signed by the pages, nor is `/open` by programs: see [`uri`].
//! - *The body.* In the form `Wps-Docs-…`, a body that is neither `application/json` nor `application/x-www-form-urlencoded`
//!   is not signed: the hash is that of an empty one. The page of the plain form does not say so; there it is signed.
//!
//! No complete vector is published.
//!
//! Sources: `open-xz.wps.cn/pages/server/start/explain` for the plain form, and below
//! `bgpt.qhzwfw.gov.cn/developer/document/app/` for the other `wps365/server/api-call/sign-wps-4.html` and
//! `history/app-mgmt-dev/integration-mgmt/integration-docking/signature.html`.

use hmac::Hmac;
use sha2::Sha256;

use super::{HmacKey, HttpDate, Signable, hash, without};
use crate::Secret;

/// The names of the two headers, and whether all bodies are signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum Form {
    /// `Wps-Docs-Date` and `Wps-Docs-Authorization`: private deployments.
    #[default]
    WpsDocs,
    /// `Date` and `Authorization`.
    Plain,
}

impl Form {
    /// The header for the time.
    pub const fn date(self) -> &'static str {
        match self {
            Self::WpsDocs => "Wps-Docs-Date",
            Self::Plain => "Date",
        }
    }

    /// The header for the signature.
    pub const fn authorization(self) -> &'static str {
        match self {
            Self::WpsDocs => "Wps-Docs-Authorization",
            Self::Plain => "Authorization",
        }
    }
}

/// What of a path with its query is signed: all but a leading `/o/{cid}` or `/open`.
///
/// ```
/// use message_card::sign::wps4;
///
/// assert_eq!(wps4::uri("/o/woa/api/v2/developer/app/messages?a=1"), "/api/v2/developer/app/messages?a=1");
/// assert_eq!(wps4::uri("/open/api/v1?a=1"), "/api/v1?a=1");
/// ```
pub fn uri(path_and_query: &str) -> &str {
    let path = path_and_query.split('?').next().unwrap_or_default();
    let gateway = path.strip_prefix("/o/").and_then(|rest| rest.find('/'));
    match gateway.and_then(|end| path_and_query.get("/o/".len() + end..)) {
        Some(rest) => rest,
        None => without(path_and_query, "/open"),
    }
}

/// The signature: 64 hexadecimal digits.
pub fn signature(app_key: &Secret, form: Form, request: &Signable<'_>, date: &HttpDate) -> String {
    hash::finish(mac(&app_key.into(), form, request, date))
}

/// Whether this is the signature, compared in constant time.
pub fn is_signature(
    signature: &str,
    app_key: &Secret,
    form: Form,
    request: &Signable<'_>,
    date: &HttpDate,
) -> bool {
    hash::is_value(mac(&app_key.into(), form, request, date), signature)
}

/// The value of the header that [`Form::authorization`] names.
///
/// ```
/// use message_card::{Secret, sign::{HttpDate, Signable, wps4}};
///
/// let date = HttpDate::parse("Wed, 20 Apr 2022 01:33:07 GMT")?;
/// let request = Signable::json("/callback/path/demo", b"{}");
/// let value = wps4::authorization("AK123", &Secret::from("sk456"), wps4::Form::Plain, &request, &date);
/// let signature = value.strip_prefix("WPS-4 AK123:").unwrap();
/// assert!(wps4::is_signature(signature, &Secret::from("sk456"), wps4::Form::Plain, &request, &date));
/// # Ok::<(), message_card::sign::DateError>(())
/// ```
pub fn authorization(
    app_id: &str,
    app_key: &Secret,
    form: Form,
    request: &Signable<'_>,
    date: &HttpDate,
) -> String {
    sign(app_id, &app_key.into(), form, request, date)
}

/// As [`authorization`], where the key was made of the secret before.
pub(crate) fn sign(
    app_id: &str,
    key: &HmacKey,
    form: Form,
    request: &Signable<'_>,
    date: &HttpDate,
) -> String {
    let signature = hash::finish(mac(key, form, request, date));
    ["WPS-4 ", app_id, ":", &signature].concat()
}

fn mac(key: &HmacKey, form: Form, request: &Signable<'_>, date: &HttpDate) -> Hmac<Sha256> {
    let body = match form {
        Form::WpsDocs if !is_text(request.content_type) => &[],
        _ => request.body,
    };
    let parts = [
        "WPS-4",
        request.method,
        request.uri,
        request.content_type,
        date.as_str(),
        &hash::sha256_or_empty(body),
    ];
    key.mac(&parts)
}

/// Whether bodies of this type are signed in the form `Wps-Docs-…`.
fn is_text(content_type: &str) -> bool {
    let essence = content_type.split(';').next().unwrap_or_default().trim();
    ["application/json", "application/x-www-form-urlencoded"]
        .iter()
        .any(|signed| signed.eq_ignore_ascii_case(essence))
}
