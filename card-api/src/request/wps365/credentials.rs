use std::time::SystemTime;

use http::{HeaderMap, HeaderName, HeaderValue, header::AUTHORIZATION};
use serde_core::Serialize;

use crate::{
    Secret,
    request::{BuildError, JSON, SignedRequest, key, signed::secret_value, to_json, url::Base},
    sign::{HmacKey, HttpDate, Signable, kso1},
};

const X_KSO_DATE: HeaderName = HeaderName::from_static("x-kso-date");
const X_KSO_AUTHORIZATION: HeaderName = HeaderName::from_static("x-kso-authorization");

const PUBLIC: &str = "https://openapi.wps.cn";

/// The access token that a call goes with, and the server that it goes to.
///
/// ```
/// use message_card::wps365::{Content, Create, Credentials, Receiver};
/// use std::time::SystemTime;
///
/// let message = Create::new(Receiver::user("u1"), Content::text("发布完成"));
/// let credentials = Credentials::new("access-token").signed("AK123456", "sk098765");
/// let request = message.request(&credentials, SystemTime::now())?.into_http();
/// assert_eq!(request.headers()["authorization"], "Bearer access-token");
/// assert!(request.headers().contains_key("x-kso-authorization"));
/// # Ok::<(), message_card::BuildError>(())
/// ```
///
/// Whether calls have to be signed is a setting of the app (接口签名). Programs in use report that `create` does without and
/// that `update` does not.
///
/// Source: `open.wps.cn/documents/app-integration-dev/server/api-description/signature-description`.
#[derive(Debug, Clone)]
#[must_use]
pub struct Credentials {
    authorization: Result<HeaderValue, BuildError>,
    signer: Option<Result<Signer, BuildError>>,
    base: Base,
    allows_http: bool,
}

impl Credentials {
    /// With this access token, to the public server, without a signature.
    pub fn new(access_token: impl Into<Secret>) -> Self {
        Self {
            authorization: authorization(&access_token.into()),
            signer: None,
            base: Base::usual(PUBLIC),
            allows_http: false,
        }
    }

    /// Signs with [KSO-1](crate::sign::kso1), for an app by its access key (`AK…`) and its secret key.
    pub fn signed(mut self, access_key: impl Into<String>, secret_key: impl Into<Secret>) -> Self {
        self.signer = Some(Signer::new(access_key.into(), &secret_key.into()));
        self
    }

    /// Sends to this server instead of `https://openapi.wps.cn`: a private deployment, `https://<domain>/openapi`, or a
    /// test. A path in this URL is not signed.
    pub fn base_url(mut self, url: impl Into<Secret>) -> Self {
        self.base = Base::new(url);
        self
    }

    /// Allows `http://` instead of `https://`: for tests, and for nothing else, as the token is sent in the clear.
    pub fn allow_http(mut self) -> Self {
        self.allows_http = true;
        self
    }

    pub(super) fn post(
        &self,
        path: &str,
        mut headers: HeaderMap,
        body: &impl Serialize,
        now: SystemTime,
    ) -> Result<SignedRequest, BuildError> {
        let to = self.base.join(path, &[], self.allows_http)?;
        let body = to_json(body)?;
        headers.insert(AUTHORIZATION, self.authorization.clone()?);
        if let Some(signer) = &self.signer {
            let Signer { access_key, key } = signer.as_ref().map_err(BuildError::clone)?;
            let date = HttpDate::new(now)?;
            let request = Signable::json(kso1::uri(to.path_and_query()), &body);
            let signature = kso1::sign(access_key, key, &request, &date);
            headers.insert(X_KSO_DATE, secret_value("date", date.into_string())?);
            let signature = secret_value("access_key", signature)?;
            headers.insert(X_KSO_AUTHORIZATION, signature);
        }
        SignedRequest::post(to.uri, JSON, headers, body)
    }
}

fn authorization(access_token: &Secret) -> Result<HeaderValue, BuildError> {
    let of = "access_token";
    let token = key::check(of, access_token.expose())?;
    secret_value(of, ["Bearer ", token].concat())
}

/// Who signs.
#[derive(Debug, Clone)]
struct Signer {
    access_key: String,
    key: HmacKey,
}

impl Signer {
    fn new(access_key: String, secret_key: &Secret) -> Result<Self, BuildError> {
        key::check("access_key", &access_key)?;
        key::check("secret_key", secret_key.expose())?;
        Ok(Self {
            access_key,
            key: HmacKey::from(secret_key),
        })
    }
}
