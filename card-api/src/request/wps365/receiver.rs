use serde_core::{Serialize, Serializer, ser::SerializeMap};

use super::create::optional;

/// Who gets a message of [`Create`](super::Create): one person or one chat.
///
/// Source: `open.wps.cn/documents/app-integration-dev/wps365/server/im/message/single-create-msg.html`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
#[non_exhaustive]
pub struct Receiver {
    /// The organisation that a [`ReceiverType::EnterprisePartnerUser`] belongs to.
    pub partner_id: Option<String>,
    /// The person, or the chat.
    pub receiver_id: String,
    /// Which of them it is.
    pub r#type: ReceiverType,
}

impl Receiver {
    /// A person.
    pub fn user(id: impl Into<String>) -> Self {
        Self::new(ReceiverType::User, id)
    }

    /// A chat.
    pub fn chat(id: impl Into<String>) -> Self {
        Self::new(ReceiverType::Chat, id)
    }

    /// A person of a linked organisation.
    pub fn partner_user(partner_id: impl Into<String>, id: impl Into<String>) -> Self {
        Self {
            partner_id: Some(partner_id.into()),
            ..Self::new(ReceiverType::EnterprisePartnerUser, id)
        }
    }

    fn new(r#type: ReceiverType, id: impl Into<String>) -> Self {
        Self {
            partner_id: None,
            receiver_id: id.into(),
            r#type,
        }
    }
}

/// Which kind a [`Receiver`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ReceiverType {
    /// A person.
    User,
    /// A person of a linked organisation.
    EnterprisePartnerUser,
    /// A chat.
    Chat,
}

impl ReceiverType {
    /// The name on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            Self::User => "user",
            Self::EnterprisePartnerUser => "enterprise_partner_user",
            Self::Chat => "chat",
        }
    }
}

/// Some of those who get a message of [`BatchCreate`](super::BatchCreate), all of one kind.
///
/// Source: `open.wps.cn/documents/app-integration-dev/wps365/server/im/message/create-msg`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
#[non_exhaustive]
pub struct Receivers {
    /// The organisation that those of a linked one belong to.
    pub partner_id: Option<String>,
    /// The companies, departments or people: at most as many as [`ReceiversType::limit`] says.
    pub receiver_ids: Vec<String>,
    /// Which of them they are.
    pub r#type: ReceiversType,
}

impl Receivers {
    /// These, of this kind.
    pub fn new<I: Into<String>>(r#type: ReceiversType, ids: impl IntoIterator<Item = I>) -> Self {
        Self {
            partner_id: None,
            receiver_ids: ids.into_iter().map(Into::into).collect(),
            r#type,
        }
    }

    /// These people.
    pub fn users<I: Into<String>>(ids: impl IntoIterator<Item = I>) -> Self {
        Self::new(ReceiversType::User, ids)
    }

    /// These departments.
    pub fn depts<I: Into<String>>(ids: impl IntoIterator<Item = I>) -> Self {
        Self::new(ReceiversType::Dept, ids)
    }

    /// Everybody in this company.
    pub fn company(id: impl Into<String>) -> Self {
        Self::new(ReceiversType::Company, [id])
    }

    /// Sets the linked organisation that they belong to.
    pub fn partner(mut self, partner_id: impl Into<String>) -> Self {
        self.partner_id = Some(partner_id.into());
        self
    }
}

/// Which kind [`Receivers`] are. An older page lists `chat` and `enterprise_partner` as well.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ReceiversType {
    /// A company.
    Company,
    /// Departments.
    Dept,
    /// People.
    User,
    /// Departments of a linked organisation.
    EnterprisePartnerDept,
    /// People of a linked organisation.
    EnterprisePartnerUser,
}

impl ReceiversType {
    /// The name on the wire.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Company => "company",
            Self::Dept => "dept",
            Self::User => "user",
            Self::EnterprisePartnerDept => "enterprise_partner_dept",
            Self::EnterprisePartnerUser => "enterprise_partner_user",
        }
    }
}

impl Serialize for Receiver {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_map(None)?;
        optional(&mut fields, "partner_id", self.partner_id.as_ref())?;
        fields.serialize_entry("receiver_id", &self.receiver_id)?;
        fields.serialize_entry("type", self.r#type.name())?;
        fields.end()
    }
}

impl Serialize for Receivers {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_map(None)?;
        optional(&mut fields, "partner_id", self.partner_id.as_ref())?;
        fields.serialize_entry("receiver_ids", &self.receiver_ids)?;
        fields.serialize_entry("type", self.r#type.name())?;
        fields.end()
    }
}
