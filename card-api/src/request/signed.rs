use std::fmt;

use card_model::spec::Limit;
use http::{HeaderMap, HeaderValue, Method, Request, Uri, header::CONTENT_TYPE};

use super::{BuildError, KeyFault};

/// A request that is ready to be sent, once, and soon: most signatures hold the time.
///
/// Its `Debug` and its `Display` show the method, the host and the path, and nothing that could be a secret. Those of
/// [`http::Request`] show the query, in which a key can stand.
///
/// ```
/// use message_card::prelude::*;
/// use message_card::wecom::{Message, Robot, Text};
/// use std::time::SystemTime;
///
/// let message = Message::from(Text::new("发布完成"));
/// let request = message.request(&Robot::from_key("693a91f6"), SystemTime::now())?;
/// assert_eq!(request.to_string(), "POST qyapi.weixin.qq.com/cgi-bin/webhook/send");
///
/// let request: http::Request<Vec<u8>> = request.into_http();
/// assert_eq!(request.uri(), "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6");
/// # Ok::<(), message_card::BuildError>(())
/// ```
#[derive(Clone)]
#[must_use]
pub struct SignedRequest(Request<Vec<u8>>);

/// As many headers as a request has at most.
const MOST_HEADERS: usize = 6;

/// The headers of a request, without any yet.
pub(super) fn headers() -> HeaderMap {
    HeaderMap::with_capacity(MOST_HEADERS)
}

/// The text as the value of a header. It can only fail for what `of` names in it.
pub(super) fn secret_value(of: &'static str, text: String) -> Result<HeaderValue, BuildError> {
    let fault = KeyFault::Character;
    let mut value = HeaderValue::try_from(text).map_err(|_| BuildError::Key { of, fault })?;
    value.set_sensitive(true);
    Ok(value)
}

impl SignedRequest {
    /// The largest body. Our own: room for the largest picture that a robot of 企业微信 takes, in base64.
    pub const BODY: Limit = Limit::bytes(4 << 20);

    /// A `POST`.
    pub(super) fn post(
        to: Uri,
        content_type: &'static str,
        headers: HeaderMap,
        body: Vec<u8>,
    ) -> Result<Self, BuildError> {
        let had = body.len();
        if !Self::BODY.allows(had) {
            let limit = Self::BODY;
            return Err(BuildError::TooLarge { limit, had });
        }
        let mut request = Request::new(body);
        *request.method_mut() = Method::POST;
        *request.uri_mut() = to;
        *request.headers_mut() = headers;
        let content_type = HeaderValue::from_static(content_type);
        request.headers_mut().insert(CONTENT_TYPE, content_type);
        Ok(Self(request))
    }

    /// The request, for a client to send.
    pub fn into_http(self) -> Request<Vec<u8>> {
        self.0
    }

    /// The request, to be looked at.
    pub const fn as_http(&self) -> &Request<Vec<u8>> {
        &self.0
    }

    /// The method.
    pub fn method(&self) -> &Method {
        self.0.method()
    }

    /// The host, without a port.
    pub fn host(&self) -> &str {
        self.0.uri().host().unwrap_or_default()
    }

    /// The path, without the query.
    pub fn path(&self) -> &str {
        self.0.uri().path()
    }

    /// The body.
    pub fn body(&self) -> &[u8] {
        self.0.body()
    }
}

impl fmt::Display for SignedRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}{}", self.method(), self.host(), self.path())
    }
}

impl fmt::Debug for SignedRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("SignedRequest")
            .field("method", self.method())
            .field("host", &self.host())
            .field("path", &self.path())
            .finish_non_exhaustive()
    }
}

impl From<SignedRequest> for Request<Vec<u8>> {
    fn from(request: SignedRequest) -> Self {
        request.into_http()
    }
}
