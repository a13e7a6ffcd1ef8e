use std::time::SystemTime;

use http::{
    HeaderMap, HeaderName,
    header::{AUTHORIZATION, DATE},
};

use crate::{
    Secret,
    request::{
        BuildError, JSON, SignedRequest, key,
        signed::{headers, secret_value},
        url::{Base, Destination},
    },
    sign::{
        HmacKey, HttpDate, Signable,
        wps3::{self, KeyCase},
        wps4::{self, Form},
    },
};

const PUBLIC: &str = "https://openapi.wps.cn";
const PUBLIC_PATH: &str = "/kopen/woa/v2/dev/app/messages";
const CONTENT_MD5: HeaderName = HeaderName::from_static("content-md5");
const X_AUTH: HeaderName = HeaderName::from_static("x-auth");
const WPS_DOCS_DATE: HeaderName = HeaderName::from_static("wps-docs-date");
const WPS_DOCS_AUTHORIZATION: HeaderName = HeaderName::from_static("wps-docs-authorization");

const PRIVATE_PATH: &str = "/o/woa/api/v2/developer/app/messages";

/// The app that sends, and the server that it sends to: the public one, signed with [WPS-3](crate::sign::wps3), or a private
/// deployment, signed with [WPS-4](crate::sign::wps4).
///
/// ```
/// use message_card::prelude::*;
/// use std::time::SystemTime;
///
/// let card = Card::new().header("发布完成");
/// let message = wps::SendMessage::new("AK123", wps::Receivers::users("11111", ["11111"]), card);
/// let credentials = wps::Credentials::new("AK123", "sk456").private("https://wps.example.com");
/// let request = message.request(&credentials, "company-token", SystemTime::now())?;
/// assert_eq!(request.to_string(), "POST wps.example.com/o/woa/api/v2/developer/app/messages");
/// assert!(request.into_http().headers().contains_key("wps-docs-authorization"));
/// # Ok::<(), message_card::BuildError>(())
/// ```
///
/// What the platform's pages leave open about the signatures has a default, and a setter for the other reading:
/// [`key_case`](Credentials::key_case), [`signed_uri`](Credentials::signed_uri), [`form`](Credentials::form).
///
/// Sources: `open-xz.wps.cn/pages/server/msg-and-group/sendmsgV2/`; for private deployments
/// `bgpt.qhzwfw.gov.cn/developer/document/app/history/collab-dev/dev-guide/msg-card/quick-start/how-to-send-msg-card.html`.
#[derive(Debug, Clone)]
#[must_use]
pub struct Credentials {
    signer: Result<Signer, BuildError>,
    base: Base,
    allows_http: bool,
    is_private: bool,
    key_case: KeyCase,
    form: Form,
    signed_uri: SignedUri,
}

/// What of a URL is signed, apart from a prefix that never is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
#[non_exhaustive]
pub enum SignedUri {
    /// The path and the query.
    #[default]
    PathAndQuery,
    /// The path.
    Path,
}

impl Credentials {
    /// An app by its id (`AK…`) and its secret key, for the public server.
    pub fn new(app_id: impl Into<String>, secret_key: impl Into<Secret>) -> Self {
        Self {
            signer: Signer::new(app_id.into(), secret_key.into()),
            base: Base::usual(PUBLIC),
            allows_http: false,
            is_private: false,
            key_case: KeyCase::default(),
            form: Form::default(),
            signed_uri: SignedUri::default(),
        }
    }

    /// Sends to a private deployment: `<base URL>/o/woa/api/v2/developer/app/messages`. A path in the base URL is not signed,
    /// and neither is the gateway's `/o/woa`.
    pub fn private(mut self, base_url: impl Into<Secret>) -> Self {
        self.is_private = true;
        self.base_url(base_url)
    }

    /// Sends to this server instead of `https://openapi.wps.cn`, signed as for that one: a proxy, or a test.
    /// A path in this URL is not signed.
    pub fn base_url(mut self, url: impl Into<Secret>) -> Self {
        self.base = Base::new(url);
        self
    }

    /// Allows `http://` instead of `https://`: for tests, and for nothing else, as the token is sent in the clear.
    pub fn allow_http(mut self) -> Self {
        self.allows_http = true;
        self
    }

    /// How the key enters the signature of the public server; in lower case by default.
    pub fn key_case(mut self, case: KeyCase) -> Self {
        self.key_case = case;
        self
    }

    /// The headers that a private deployment wants; `Wps-Docs-Date` and `Wps-Docs-Authorization` by default.
    pub fn form(mut self, form: Form) -> Self {
        self.form = form;
        self
    }

    /// What of the URL is signed; the path and the query by default.
    pub fn signed_uri(mut self, part: SignedUri) -> Self {
        self.signed_uri = part;
        self
    }

    /// The signed call that sends this body.
    pub(super) fn post(
        &self,
        query: &[(&str, &str)],
        body: Vec<u8>,
        now: SystemTime,
    ) -> Result<SignedRequest, BuildError> {
        let signer = self.signer.as_ref().map_err(BuildError::clone)?;
        let path = if self.is_private {
            PRIVATE_PATH
        } else {
            PUBLIC_PATH
        };
        let to = self.base.join(path, query, self.allows_http)?;
        let date = HttpDate::new(now)?;
        let headers = if self.is_private {
            self.wps4(signer, &to, &body, date)?
        } else {
            self.wps3(signer, &to, &body, date)?
        };
        SignedRequest::post(to.uri, JSON, headers, body)
    }

    fn wps3(
        &self,
        signer: &Signer,
        to: &Destination,
        body: &[u8],
        date: HttpDate,
    ) -> Result<HeaderMap, BuildError> {
        let request = Signable::json(wps3::uri(self.uri(to)), body);
        let (app_id, key) = (&signer.app_id, &signer.secret_key);
        let (content_md5, x_auth) = wps3::headers(app_id, key, self.key_case, &request, &date);
        let mut headers = headers();
        headers.insert(CONTENT_MD5, secret_value("body", content_md5)?);
        headers.insert(DATE, secret_value("date", date.into_string())?);
        headers.insert(X_AUTH, secret_value("app_id", x_auth)?);
        Ok(headers)
    }

    fn wps4(
        &self,
        signer: &Signer,
        to: &Destination,
        body: &[u8],
        date: HttpDate,
    ) -> Result<HeaderMap, BuildError> {
        let request = Signable::json(wps4::uri(self.uri(to)), body);
        let (app_id, key) = (&signer.app_id, &signer.key);
        let authorization = wps4::sign(app_id, key, self.form, &request, &date);
        let [date_name, authorization_name] = match self.form {
            Form::WpsDocs => [WPS_DOCS_DATE, WPS_DOCS_AUTHORIZATION],
            Form::Plain => [DATE, AUTHORIZATION],
        };
        let mut headers = headers();
        headers.insert(date_name, secret_value("date", date.into_string())?);
        headers.insert(authorization_name, secret_value("app_id", authorization)?);
        Ok(headers)
    }

    fn uri<'a>(&self, to: &'a Destination) -> &'a str {
        match self.signed_uri {
            SignedUri::PathAndQuery => to.path_and_query(),
            SignedUri::Path => to.path(),
        }
    }
}

/// Who signs.
#[derive(Debug, Clone)]
struct Signer {
    app_id: String,
    secret_key: Secret,
    key: HmacKey,
}

impl Signer {
    fn new(app_id: String, secret_key: Secret) -> Result<Self, BuildError> {
        key::check("app_id", &app_id)?;
        key::check("secret_key", secret_key.expose())?;
        Ok(Self {
            app_id,
            key: HmacKey::from(&secret_key),
            secret_key,
        })
    }
}
