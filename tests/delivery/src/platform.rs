//! What the platforms send: callbacks, signed by the gateway's own code.

use std::time::SystemTime;

use http::Request;

use crate::{
    gateway::signature,
    known::{ACCESS_KEY, APP_ID, KSO_SECRET, SECRET_KEY},
};

/// How a callback is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scheme {
    /// WPS 协作: `Date` and `Authorization`.
    Wps4,
    /// WPS 协作, private deployments: `Wps-Docs-Date` and `Wps-Docs-Authorization`.
    WpsDocs,
    /// WPS 365.
    Kso1,
}

impl Scheme {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Wps4, Self::WpsDocs, Self::Kso1];

    const fn headers(self) -> (&'static str, &'static str) {
        match self {
            Self::Wps4 => ("Date", "Authorization"),
            Self::WpsDocs => ("Wps-Docs-Date", "Wps-Docs-Authorization"),
            Self::Kso1 => ("X-Kso-Date", "X-Kso-Authorization"),
        }
    }
}

/// The callback with this body, to this path with its query at this server.
///
/// # Errors
///
/// Where the URL is none.
pub fn callback(
    scheme: Scheme,
    server: &str,
    target: &str,
    body: &str,
    now: SystemTime,
) -> http::Result<Request<Vec<u8>>> {
    let date = httpdate::fmt_http_date(now);
    let parts = ["POST", target, "application/json", &date];
    let (name, id, secret) = match scheme {
        Scheme::Wps4 | Scheme::WpsDocs => ("WPS-4", APP_ID, SECRET_KEY),
        Scheme::Kso1 => ("KSO-1", ACCESS_KEY, KSO_SECRET),
    };
    let signature = signature::wps4_or_kso1(name, secret, parts, body.as_bytes());
    let value = format!("{name} {id}:{}", signature.unwrap_or_default());
    let (date_header, authorization) = scheme.headers();
    Request::post(format!("{server}{target}"))
        .header("Content-Type", "application/json")
        .header(date_header, &date)
        .header(authorization, value)
        .body(body.as_bytes().to_vec())
}
