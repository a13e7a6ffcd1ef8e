use std::time::SystemTime;

use card_render::wps::SendMessage;

use super::Credentials;
use crate::{
    Secret,
    request::{BuildError, SignedRequest, key},
};

/// The request that sends a [`SendMessage`].
///
/// ```
/// use message_card::prelude::*;
/// use std::time::{Duration, UNIX_EPOCH};
///
/// let card = Card::new().header("发布完成");
/// let message = wps::SendMessage::new("AK123", wps::Receivers::users("11111", ["11111"]), card);
/// let now = UNIX_EPOCH + Duration::from_secs(1_635_908_155);
/// let request: http::Request<Vec<u8>> = message
///     .request(&wps::Credentials::new("AK123", "sk456"), "company-token", now)?
///     .into_http();
/// assert_eq!(
///     request.uri(),
///     "https://openapi.wps.cn/kopen/woa/v2/dev/app/messages?company_token=company-token"
/// );
/// assert_eq!(request.headers()["date"], "Wed, 03 Nov 2021 02:55:55 GMT");
/// assert_eq!(request.body(), message.to_json().unwrap().as_bytes());
/// # Ok::<(), message_card::BuildError>(())
/// ```
pub trait SendRequest {
    /// The request, signed for this time.
    ///
    /// The company's token comes from `GET /oauthapi/v3/inner/company/token`.
    ///
    /// # Errors
    ///
    /// A [`BuildError`] where the message breaks the rules of the call, or a key, the token or the base URL cannot be one.
    fn request(
        &self,
        credentials: &Credentials,
        company_token: impl Into<Secret>,
        now: SystemTime,
    ) -> Result<SignedRequest, BuildError>;
}

impl SendRequest for SendMessage {
    fn request(
        &self,
        credentials: &Credentials,
        company_token: impl Into<Secret>,
        now: SystemTime,
    ) -> Result<SignedRequest, BuildError> {
        request(self, credentials, &company_token.into(), now)
    }
}

fn request(
    message: &SendMessage,
    credentials: &Credentials,
    company_token: &Secret,
    now: SystemTime,
) -> Result<SignedRequest, BuildError> {
    let body = message.to_json()?;
    let token = key::check("company_token", company_token.expose())?;
    credentials.post(&[("company_token", token)], body.into_bytes(), now)
}
