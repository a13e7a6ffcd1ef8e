//! The JSON of a message, field by field in the order of the platform's sample.

use std::fmt::Write as _;

use card_model::Str;
use serde_core::{Serialize, Serializer, ser::SerializeMap};

use super::{
    Content, Receivers, SendMessage, Utype,
    content::{CARD, TEXT},
};
use crate::wire::{Object, Part, Write, serialize, write_fields};

impl Serialize for SendMessage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_map(None)?;
        write_fields(&Head(self), &mut fields)?;
        fields.serialize_entry("content", &self.content)?;
        fields.end()
    }
}

impl SendMessage {
    /// As `serde_json` writes it, where the card writes itself, which takes it half the time.
    pub(super) fn write_json(&self) -> serde_json::Result<String> {
        let mut json = Part::Object(&Head(self)).to_json()?;
        json.pop();
        json.push_str(r#","content":"#);
        self.content.write_json(&mut json)?;
        json.push('}');
        Ok(json)
    }
}

/// All fields of a message before the content, which is the last.
struct Head<'a>(&'a SendMessage);

impl Object for Head<'_> {
    fn each(&self, field: &mut dyn FnMut(&'static str, Part<'_>)) {
        let message = self.0;
        field(message.receivers.field(), message.receivers.write());
        let texts = [
            ("app_key", &message.app_key),
            ("app_id", &message.app_id),
            ("biz_type", &message.biz_type),
            ("ctx_id", &message.ctx_id),
            ("company_id", &message.company_id),
            ("company_uid", &message.company_uid),
        ];
        for (name, text) in texts {
            if let Some(text) = text {
                field(name, text.write());
            }
        }
        if let Some(utype) = message.utype.map(Utype::code) {
            field("utype", utype.write());
        }
        field("msg_type", Part::Integer(message.content.msg_type()));
    }
}

/// What stands under [`Receivers::field`].
impl Write for Receivers {
    fn write(&self) -> Part<'_> {
        match self {
            Self::Users { .. } | Self::Depts { .. } => Part::Object(self),
            Self::Companies(ids) => one_or_many(ids),
            Self::Chats(ids) => ids.write(),
        }
    }
}

impl Object for Receivers {
    fn each(&self, field: &mut dyn FnMut(&'static str, Part<'_>)) {
        let (company, name, ids) = match self {
            Self::Users {
                company_id,
                company_uids,
            } => (company_id, "company_uids", company_uids.write()),
            Self::Depts {
                company_id,
                dept_ids,
            } => (company_id, "dept_ids", one_or_many(dept_ids)),
            Self::Companies(_) | Self::Chats(_) => return,
        };
        if let Some(company) = company {
            field("company_id", company.write());
        }
        field(name, ids);
    }
}

serialize!(Receivers);

impl Serialize for Content {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Card(card) => {
                let mut fields = serializer.serialize_map(Some(2))?;
                fields.serialize_entry("type", &CARD)?;
                fields.serialize_entry("content", card)?;
                fields.end()
            }
            Self::Text { style, body } => Part::Object(&Text { style, body }).serialize(serializer),
            Self::Other { content, .. } => content.serialize(serializer),
        }
    }
}

impl Content {
    /// Adds what `serde_json` writes, where the card writes itself, which takes it half the time.
    pub(crate) fn write_json(&self, out: &mut String) -> serde_json::Result<()> {
        match self {
            Self::Card(card) => {
                let card = card.to_json();
                // Writing to a string does not fail.
                let _ = write!(out, r#"{{"type":{CARD},"content":{card}}}"#);
            }
            Self::Text { style, body } => {
                out.push_str(&Part::Object(&Text { style, body }).to_json()?);
            }
            Self::Other { content, .. } => out.push_str(&content.write().to_json()?),
        }
        Ok(())
    }
}

/// A content that is a text.
struct Text<'a> {
    style: &'a Option<Str>,
    body: &'a Str,
}

impl Object for Text<'_> {
    fn each(&self, field: &mut dyn FnMut(&'static str, Part<'_>)) {
        field("type", Part::Integer(TEXT));
        if let Some(style) = self.style {
            field("style", style.write());
        }
        field("body", self.body.write());
    }
}

/// Ids of which one is written as a string.
fn one_or_many(ids: &Vec<Str>) -> Part<'_> {
    match ids.as_slice() {
        [id] => id.write(),
        _ => ids.write(),
    }
}
