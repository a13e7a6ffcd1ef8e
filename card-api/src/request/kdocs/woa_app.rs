use std::time::SystemTime;

use card_render::wps::{Content, Receivers, SendMessage};
use serde_core::{Serialize, Serializer, ser::SerializeMap};

use super::Access;
use crate::{
    Secret,
    request::{BuildError, SignedRequest, key},
};

/// A message of an app of WPS 协作 to one person, by e-mail address: `POST …/notification/woa/app`.
///
/// ```
/// use message_card::kdocs::{Access, WoaAppRelay};
/// use message_card::prelude::*;
/// use std::time::SystemTime;
///
/// let card = card! { <card><header title="发布完成"/></card> };
/// let relay = WoaAppRelay::new("AK123", "sk456", "lin@wps.cn", card).company("abc");
/// let request = relay.request(&Access::new("access-token"), SystemTime::now())?;
/// assert_eq!(request.to_string(), "POST developer.kdocs.cn/api/v1/openapi/notification/woa/app");
/// # Ok::<(), message_card::BuildError>(())
/// ```
///
/// The page's sample sends a text. That the relay takes a card is likely, as the content is that of
/// [`SendMessage`], and not documented.
///
/// Source: `developer.kdocs.cn/server/notification/woa_app.html`.
#[derive(Debug, Clone)]
#[must_use]
pub struct WoaAppRelay {
    app_id: String,
    secret_key: Secret,
    email: String,
    company_id: Option<String>,
    content: Content,
}

impl WoaAppRelay {
    /// From the app with this id and this secret key, to the person with this e-mail address.
    pub fn new(
        app_id: impl Into<String>,
        secret_key: impl Into<Secret>,
        email: impl Into<String>,
        content: impl Into<Content>,
    ) -> Self {
        Self {
            app_id: app_id.into(),
            secret_key: secret_key.into(),
            email: email.into(),
            company_id: None,
            content: content.into(),
        }
    }

    /// Sets the company: `openwps_company_id`, which the page's sample has and its table has not.
    pub fn company(mut self, company_id: impl Into<String>) -> Self {
        self.company_id = Some(company_id.into());
        self
    }

    /// The request. It holds no time.
    ///
    /// # Errors
    ///
    /// A [`BuildError`] where the content breaks the rules of cards, or an id, the key, the address, the token or the base URL
    /// cannot be one.
    pub fn request(&self, access: &Access, _now: SystemTime) -> Result<SignedRequest, BuildError> {
        key::check("woa_app_id", &self.app_id)?;
        key::check("woa_secret_key", self.secret_key.expose())?;
        key::check("email", &self.email)?;
        // The content stands where it does in the call that sends directly, and so do the pointers to its faults.
        let receivers = Receivers::users("-", ["-"]);
        SendMessage::new("-", receivers, self.content.clone()).validate()?;
        access.post("/api/v1/openapi/notification/woa/app", &Body(self))
    }
}

/// Written nowhere but into the request: the relay holds a secret.
struct Body<'a>(&'a WoaAppRelay);

impl Serialize for Body<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(relay) = self;
        let mut fields = serializer.serialize_map(None)?;
        fields.serialize_entry("email", &relay.email)?;
        fields.serialize_entry("woa_app_id", &relay.app_id)?;
        fields.serialize_entry("content", &relay.content)?;
        fields.serialize_entry("woa_secret_key", relay.secret_key.expose())?;
        if let Some(company_id) = &relay.company_id {
            fields.serialize_entry("openwps_company_id", company_id)?;
        }
        fields.end()
    }
}
