use std::time::SystemTime;

use http::HeaderName;
use serde_core::{Serialize, Serializer, ser::SerializeMap};

use super::{Content, Credentials, validate};
use crate::request::{
    BuildError, SignedRequest, key,
    signed::{headers, secret_value},
};

const X_KSO_ID_TYPE: HeaderName = HeaderName::from_static("x-kso-id-type");

/// A new card for a message that is there: `POST /v7/messages/{message_id}/update`.
///
/// ```
/// use message_card::wps365::{Credentials, Update};
/// use serde_json::json;
/// use std::time::SystemTime;
///
/// let update = Update::new("m1", json!({"config": {}, "i18n_items": []}));
/// let credentials = Credentials::new("access-token").signed("AK123456", "sk098765");
/// let request = update.request(&credentials, SystemTime::now())?;
/// assert_eq!(request.to_string(), "POST openapi.wps.cn/v7/messages/m1/update");
/// assert_eq!(request.body(), br#"{"type":"card","content":{"card":{"config":{},"i18n_items":[]}}}"#);
/// # Ok::<(), message_card::BuildError>(())
/// ```
///
/// Only cards can be updated, not those of a batch, and programs in use report not those that are exclusive to their receivers.
///
/// Source: `bgpt.qhzwfw.gov.cn/developer/document/app/wps365/server/chat-session/message/update-msg.html`.
#[derive(Debug, Clone, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Update {
    /// The message.
    pub message_id: String,
    /// The new card.
    pub content: Content,
    /// Which kind the ids in the call are; `None`: as [`IdType::Internal`].
    pub id_type: Option<IdType>,
}

/// Which kind the ids in a call are: the header `X-Kso-Id-Type`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum IdType {
    /// The platform's own.
    Internal,
    /// Those of the company's directory.
    External,
}

impl Update {
    /// This card for the message with this id: a [`Message`](card_render::wps365::Message), a
    /// [`Card`](card_render::wps365::Card), or JSON, `{"config":…,"i18n_items":…}`.
    ///
    /// The call has no field for mentions. Whether those of the message that is there stand for the ids in the new card is
    /// not documented.
    pub fn new(message_id: impl Into<String>, card: impl Into<Content>) -> Self {
        Self {
            message_id: message_id.into(),
            content: card.into(),
            id_type: None,
        }
    }

    /// Sets which kind the ids are.
    pub fn id_type(mut self, id_type: IdType) -> Self {
        self.id_type = Some(id_type);
        self
    }

    /// The request, signed for this time if it is signed.
    ///
    /// # Errors
    ///
    /// A [`BuildError`] where the content is no card or one that breaks the rules, or the message's id, a key, the token or the base URL cannot be one.
    pub fn request(
        &self,
        credentials: &Credentials,
        now: SystemTime,
    ) -> Result<SignedRequest, BuildError> {
        validate::update(self)?;
        let id = key::encode_segment("message_id", &self.message_id)?;
        let mut headers = headers();
        if let Some(id_type) = self.id_type {
            let name = match id_type {
                IdType::Internal => "internal",
                IdType::External => "external",
            };
            let value = secret_value("id_type", name.to_owned())?;
            headers.insert(X_KSO_ID_TYPE, value);
        }
        let path = format!("/v7/messages/{id}/update");
        credentials.post(&path, headers, self, now)
    }
}

impl Serialize for Update {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_map(Some(2))?;
        fields.serialize_entry("type", self.content.r#type.name())?;
        fields.serialize_entry("content", &self.content.content)?;
        fields.end()
    }
}
