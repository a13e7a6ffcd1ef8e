use std::time::{Duration, SystemTime};

use http::{HeaderMap, Method, Uri};

use super::{Verified, VerifyError, headers};
use crate::{
    Secret,
    sign::{HttpDate, Signable, kso1, wps4},
};

/// 1 MiB, in bytes: the longest callback that is looked at. Those documented have a few hundred bytes.
pub const MAX_CALLBACK: usize = 1024 * 1024;

/// Five minutes: how far the time of a callback may be from this machine's, in both directions.
///
/// The platform documents no window; this one is customary.
pub const WINDOW: Duration = Duration::from_secs(300);

/// Checks that a callback comes from the platform, before anything of it is read.
///
/// The signature is over the method, the path with its query, `Content-Type`, the time and the body, all as they came:
/// give it the bytes before any parser, and the URI before a proxy has cut off a prefix of it.
///
/// A callback that is signed once can be sent again by whoever has seen it, for as long as its time is in the window. Keep
/// [`Verified::signature`] for twice the window, and refuse what you have seen.
#[derive(Debug, Clone)]
#[must_use]
pub struct Verifier {
    scheme: Scheme,
    id: String,
    secret: Secret,
    window: Duration,
}

#[derive(Debug, Clone, Copy)]
enum Scheme {
    Wps4,
    Kso1,
}

impl Verifier {
    /// For the callbacks of WPS 协作, which are signed with WPS-4, by the `AppID` and the `SecretKey` of the application.
    ///
    /// Both forms of the headers are read: `Wps-Docs-Date` and `Wps-Docs-Authorization` where the latter is there, else
    /// `Date` and `Authorization`.
    ///
    /// Some programs sign the path without its query. Where callbacks are refused, take a URL without a query.
    pub fn wps4(app_id: impl Into<String>, secret_key: impl Into<Secret>) -> Self {
        Self::new(Scheme::Wps4, app_id.into(), secret_key.into())
    }

    /// For the callbacks of WPS 365, which are signed with KSO-1, by the access key and the secret key of the application.
    pub fn kso1(access_key: impl Into<String>, secret_key: impl Into<Secret>) -> Self {
        Self::new(Scheme::Kso1, access_key.into(), secret_key.into())
    }

    fn new(scheme: Scheme, id: String, secret: Secret) -> Self {
        Self {
            scheme,
            id,
            secret,
            window: WINDOW,
        }
    }

    /// How far the time of a callback may be from `now`, in both directions; [`WINDOW`] where this is not set.
    pub fn window(mut self, window: Duration) -> Self {
        self.window = window;
        self
    }

    /// Checks one callback.
    ///
    /// # Errors
    ///
    /// A [`VerifyError`] where it is not signed by the platform, not now, or not for this application. Answer with
    /// a status of 401 and without the error's text.
    pub fn verify<'a>(
        &self,
        headers: &'a HeaderMap,
        body: &'a [u8],
        method: &Method,
        uri: &Uri,
        now: SystemTime,
    ) -> Result<Verified<'a>, VerifyError> {
        if body.len() > MAX_CALLBACK {
            return Err(VerifyError::TooLarge { bytes: body.len() });
        }
        // Everybody can sign with it.
        if self.secret.expose().is_empty() {
            return Err(VerifyError::NoSecret);
        }
        let form = form(headers);
        let (date_name, authorization_name, scheme) = match self.scheme {
            Scheme::Wps4 => (form.date(), form.authorization(), "WPS-4"),
            Scheme::Kso1 => (kso1::DATE, kso1::AUTHORIZATION, "KSO-1"),
        };
        let (id, signature) = headers::authorization(headers, authorization_name, scheme)?;
        if id != self.id {
            return Err(VerifyError::OtherApp);
        }
        let date = headers::required(headers, date_name)?;
        let date = HttpDate::parse(date).map_err(|_| VerifyError::Malformed(date_name))?;
        self.in_window(date.time(), now)?;
        let request = Signable {
            method: method.as_str(),
            uri: uri.path_and_query().map_or("/", |uri| uri.as_str()),
            content_type: headers::json_type(headers)?,
            body,
        };
        if self.is_signed(signature, form, &request, &date) {
            Ok(Verified::new(body, date.time(), signature))
        } else {
            Err(VerifyError::Signature)
        }
    }

    fn in_window(&self, time: SystemTime, now: SystemTime) -> Result<(), VerifyError> {
        let window = self.window;
        match now.duration_since(time) {
            Ok(age) if age > window => Err(VerifyError::TooOld { age, window }),
            Err(early) if early.duration() > window => Err(VerifyError::TooEarly {
                ahead: early.duration(),
                window,
            }),
            _ => Ok(()),
        }
    }

    fn is_signed(
        &self,
        signature: &str,
        form: wps4::Form,
        request: &Signable<'_>,
        date: &HttpDate,
    ) -> bool {
        match self.scheme {
            Scheme::Wps4 => wps4::is_signature(signature, &self.secret, form, request, date),
            Scheme::Kso1 => kso1::is_signature(signature, &self.secret, request, date),
        }
    }
}

fn form(headers: &HeaderMap) -> wps4::Form {
    if headers.contains_key(wps4::Form::WpsDocs.authorization()) {
        wps4::Form::WpsDocs
    } else {
        wps4::Form::Plain
    }
}
