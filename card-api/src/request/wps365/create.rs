use std::time::SystemTime;

use card_render::wps365::Mention;
use serde_core::{Serialize, Serializer, ser::SerializeMap};

use super::{Content, Credentials, Receiver, Receivers, validate};
use crate::request::{BuildError, SignedRequest, signed::headers};

/// A message to one person or one chat: `POST /v7/messages/create`.
///
/// ```
/// use message_card::wps365::{Content, Create, Credentials, Identity, Mention, Receiver};
/// use std::time::SystemTime;
///
/// let message = Create::new(Receiver::chat("c1"), Content::markdown(r#"发布完成 <at id="2">林亮</at>"#))
///     .mention(Mention::user("2", Identity::new("11111", "22222")));
/// let request = message.request(&Credentials::new("access-token"), SystemTime::now())?;
/// assert_eq!(request.to_string(), "POST openapi.wps.cn/v7/messages/create");
/// # Ok::<(), message_card::BuildError>(())
/// ```
///
/// What the target [`Wps365`](card_render::Wps365) made goes in as it is, with whom it mentions:
///
/// ```
/// use message_card::{prelude::*, wps365::{Create, Credentials, Receiver}};
/// use std::time::SystemTime;
///
/// let card = card! { <><markdown>"负责人 " <at email="lin@wps.cn">"林亮"</at></markdown></> };
/// let wps365 = Wps365::new().company("11111").people(|_| Some("22222"));
/// for message in wps365.render(&card).messages {
///     let message = Create::new(Receiver::chat("c1"), message);
///     assert_eq!(message.mentions.len(), 1);
///     let request = message.request(&Credentials::new("access-token"), SystemTime::now())?;
///     assert_eq!(request.to_string(), "POST openapi.wps.cn/v7/messages/create");
/// }
/// # Ok::<(), message_card::BuildError>(())
/// ```
///
/// Source: `open.wps.cn/documents/app-integration-dev/wps365/server/im/message/single-create-msg.html`.
#[derive(Debug, Clone, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Create {
    /// Who gets it.
    pub receiver: Receiver,
    /// Whom it mentions: at most 100.
    pub mentions: Vec<Mention>,
    /// What it holds.
    pub content: Content,
}

impl Create {
    /// A message to this receiver, with the mentions that the content has.
    pub fn new(receiver: Receiver, content: impl Into<Content>) -> Self {
        let mut content = content.into();
        Self {
            receiver,
            mentions: std::mem::take(&mut content.mentions),
            content,
        }
    }

    /// Adds whom it mentions.
    pub fn mention(mut self, mention: Mention) -> Self {
        self.mentions.push(mention);
        self
    }

    /// The request, signed for this time if it is signed.
    ///
    /// # Errors
    ///
    /// A [`BuildError`] where an id is empty, there are too many mentions, a card breaks the rules, or a key, the token or the base URL cannot be one.
    pub fn request(
        &self,
        credentials: &Credentials,
        now: SystemTime,
    ) -> Result<SignedRequest, BuildError> {
        validate::create(self)?;
        credentials.post("/v7/messages/create", headers(), self, now)
    }
}

/// A message to many: `POST /v7/messages/batch_create`. It is sent after the answer, and cannot be updated.
///
/// ```
/// use message_card::wps365::{BatchCreate, Content, Credentials, Receivers};
/// use std::time::SystemTime;
///
/// let message = BatchCreate::new([Receivers::users(["u1", "u2"])], Content::text("发布完成"));
/// let request = message.request(&Credentials::new("access-token"), SystemTime::now())?;
/// assert_eq!(request.to_string(), "POST openapi.wps.cn/v7/messages/batch_create");
/// # Ok::<(), message_card::BuildError>(())
/// ```
///
/// Source: `open.wps.cn/documents/app-integration-dev/wps365/server/im/message/create-msg`.
#[derive(Debug, Clone, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct BatchCreate {
    /// Who gets it.
    pub receivers: Vec<Receivers>,
    /// Whom it mentions: at most 100.
    pub mentions: Vec<Mention>,
    /// What it holds.
    pub content: Content,
}

impl BatchCreate {
    /// A message to these receivers, with the mentions that the content has.
    pub fn new(
        receivers: impl IntoIterator<Item = Receivers>,
        content: impl Into<Content>,
    ) -> Self {
        let mut content = content.into();
        Self {
            receivers: receivers.into_iter().collect(),
            mentions: std::mem::take(&mut content.mentions),
            content,
        }
    }

    /// Adds whom it mentions.
    pub fn mention(mut self, mention: Mention) -> Self {
        self.mentions.push(mention);
        self
    }

    /// The request, signed for this time if it is signed.
    ///
    /// # Errors
    ///
    /// A [`BuildError`] where there are no receivers or too many, too many mentions, an id is empty, a card breaks the rules, or a key, the token or
    /// the base URL cannot be one.
    pub fn request(
        &self,
        credentials: &Credentials,
        now: SystemTime,
    ) -> Result<SignedRequest, BuildError> {
        validate::batch_create(self)?;
        credentials.post("/v7/messages/batch_create", headers(), self, now)
    }
}

impl Serialize for Create {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_map(None)?;
        fields.serialize_entry("type", self.content.r#type.name())?;
        fields.serialize_entry("receiver", &self.receiver)?;
        rest(fields, &self.mentions, &self.content)
    }
}

impl Serialize for BatchCreate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_map(None)?;
        fields.serialize_entry("type", self.content.r#type.name())?;
        fields.serialize_entry("receivers", &self.receivers)?;
        rest(fields, &self.mentions, &self.content)
    }
}

fn rest<M: SerializeMap>(
    mut fields: M,
    mentions: &[Mention],
    content: &Content,
) -> Result<M::Ok, M::Error> {
    if !mentions.is_empty() {
        fields.serialize_entry("mentions", mentions)?;
    }
    fields.serialize_entry("content", &content.content)?;
    fields.end()
}

pub(super) fn optional<M: SerializeMap>(
    fields: &mut M,
    name: &'static str,
    value: Option<&impl Serialize>,
) -> Result<(), M::Error> {
    value.map_or(Ok(()), |value| fields.serialize_entry(name, value))
}
