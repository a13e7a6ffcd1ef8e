use serde_core::Serialize;

use crate::{
    Secret,
    request::{BuildError, JSON, SignedRequest, key, signed::headers, to_json, url::Base},
};

/// The access token that a relay is called with, and the server.
///
/// Source: `developer.kdocs.cn/server/notification/woa_app.html`.
#[derive(Debug, Clone)]
#[must_use]
pub struct Access {
    token: Secret,
    base: Base,
    allows_http: bool,
}

impl Access {
    /// With this token.
    pub fn new(access_token: impl Into<Secret>) -> Self {
        Self {
            token: access_token.into(),
            base: Base::usual("https://developer.kdocs.cn"),
            allows_http: false,
        }
    }

    /// Sends to this server instead of `https://developer.kdocs.cn`: a proxy, or a test.
    pub fn base_url(mut self, url: impl Into<Secret>) -> Self {
        self.base = Base::new(url);
        self
    }

    /// Allows `http://` instead of `https://`: for tests, and for nothing else, as keys are sent in the clear.
    pub fn allow_http(mut self) -> Self {
        self.allows_http = true;
        self
    }

    /// The call of the relay with this path.
    pub(super) fn post(
        &self,
        relay: &str,
        body: &impl Serialize,
    ) -> Result<SignedRequest, BuildError> {
        let token = key::check("access_token", self.token.expose())?;
        let query = [("access_token", token)];
        let to = self.base.join(relay, &query, self.allows_http)?;
        SignedRequest::post(to.uri, JSON, headers(), to_json(body)?)
    }
}
