//! The JSON of a message, field by field in the order of the platform's sample.

use card_model::Str;
use serde_core::{Serialize, Serializer, ser::SerializeMap};

use super::{
    Content, Receivers, SendMessage, Utype,
    content::{CARD, TEXT},
};

impl Serialize for SendMessage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_map(None)?;
        self.write_head(&mut fields)?;
        fields.serialize_entry("content", &self.content)?;
        fields.end()
    }
}

impl SendMessage {
    /// All fields before the content, which is the last.
    fn write_head<M: SerializeMap>(&self, fields: &mut M) -> Result<(), M::Error> {
        fields.serialize_entry(self.receivers.field(), &self.receivers)?;
        optional(fields, "app_key", self.app_key.as_ref())?;
        optional(fields, "app_id", self.app_id.as_ref())?;
        optional(fields, "biz_type", self.biz_type.as_ref())?;
        optional(fields, "ctx_id", self.ctx_id.as_ref())?;
        optional(fields, "company_id", self.company_id.as_ref())?;
        optional(fields, "company_uid", self.company_uid.as_ref())?;
        optional(fields, "utype", self.utype.map(Utype::code).as_ref())?;
        fields.serialize_entry("msg_type", &self.content.msg_type())
    }

    /// As `serde_json` writes it, where the card writes itself, which takes it half the time.
    pub(super) fn write_json(&self) -> serde_json::Result<String> {
        let Content::Card(card) = &self.content else {
            return serde_json::to_string(self);
        };
        let head = serde_json::to_string(&Head(self))?;
        let fields = head.strip_suffix('}').unwrap_or_default();
        let card = card.to_json();
        Ok(format!(
            r#"{fields},"content":{{"type":{CARD},"content":{card}}}}}"#
        ))
    }
}

/// A message without its content.
struct Head<'a>(&'a SendMessage);

impl Serialize for Head<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_map(None)?;
        self.0.write_head(&mut fields)?;
        fields.end()
    }
}

/// What stands under [`Receivers::field`].
impl Serialize for Receivers {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Users {
                company_id,
                company_uids,
            } => of_company(
                serializer,
                company_id.as_ref(),
                "company_uids",
                company_uids,
            ),
            Self::Depts {
                company_id,
                dept_ids,
            } => of_company(
                serializer,
                company_id.as_ref(),
                "dept_ids",
                &OneOrMany(dept_ids),
            ),
            Self::Companies(ids) => OneOrMany(ids).serialize(serializer),
            Self::Chats(ids) => ids.serialize(serializer),
        }
    }
}

impl Serialize for Content {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Card(card) => {
                let mut fields = serializer.serialize_map(Some(2))?;
                fields.serialize_entry("type", &CARD)?;
                fields.serialize_entry("content", card)?;
                fields.end()
            }
            Self::Text { style, body } => {
                let mut fields = serializer.serialize_map(None)?;
                fields.serialize_entry("type", &TEXT)?;
                optional(&mut fields, "style", style.as_ref())?;
                fields.serialize_entry("body", body)?;
                fields.end()
            }
            Self::Other { content, .. } => content.serialize(serializer),
        }
    }
}

/// Ids of which one is written as a string.
struct OneOrMany<'a>(&'a [Str]);

impl Serialize for OneOrMany<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            [id] => serializer.serialize_str(id),
            ids => ids.serialize(serializer),
        }
    }
}

fn of_company<S: Serializer>(
    serializer: S,
    company_id: Option<&Str>,
    field: &'static str,
    ids: &impl Serialize,
) -> Result<S::Ok, S::Error> {
    let mut fields = serializer.serialize_map(None)?;
    optional(&mut fields, "company_id", company_id)?;
    fields.serialize_entry(field, ids)?;
    fields.end()
}

fn optional<M: SerializeMap>(
    fields: &mut M,
    name: &'static str,
    value: Option<&impl Serialize>,
) -> Result<(), M::Error> {
    match value {
        Some(value) => fields.serialize_entry(name, value),
        None => Ok(()),
    }
}
