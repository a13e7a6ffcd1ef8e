//! What is known about the bodies before they are sent.

use card_model::{
    Rule, Str, Violation, Violations,
    spec::{
        Limit,
        wps365::{COMPANIES, DEPTS, MENTIONS, TEXT, USERS},
    },
};
use card_render::wps365::Mention;
use serde_json::Value;

use super::{BatchCreate, Content, ContentType, Create, Receivers, ReceiversType, Update};

impl ReceiversType {
    /// How many there may be of this kind in one list.
    pub const fn limit(self) -> Limit {
        match self {
            Self::Company => COMPANIES,
            Self::Dept | Self::EnterprisePartnerDept => DEPTS,
            Self::User | Self::EnterprisePartnerUser => USERS,
        }
    }
}

pub(super) fn create(message: &Create) -> Result<(), Violations> {
    let mut found = Vec::new();
    let receiver = &message.receiver;
    filled(
        &mut found,
        "/receiver/receiver_id",
        "receiver_id",
        &receiver.receiver_id,
    );
    if let Some(id) = &receiver.partner_id {
        filled(&mut found, "/receiver/partner_id", "partner_id", id);
    }
    mentions(&mut found, &message.mentions);
    content(&mut found, &message.content);
    Violations::check(found)
}

pub(super) fn update(message: &Update) -> Result<(), Violations> {
    let mut found = Vec::new();
    if message.content.r#type != ContentType::Card {
        let found_type = Str::Borrowed(message.content.r#type.name());
        let rule = Rule::UnknownName {
            found: found_type,
            allowed: &["card"],
        };
        found.push(Violation::new("/type", rule));
    }
    found.extend_from_slice(message.content.faults());
    Violations::check(found)
}

pub(super) fn batch_create(message: &BatchCreate) -> Result<(), Violations> {
    let mut found = Vec::new();
    if message.receivers.is_empty() {
        found.push(Violation::new("/receivers", Rule::Empty("receivers")));
    }
    for (index, group) in message.receivers.iter().enumerate() {
        receivers(&mut found, &format!("/receivers/{index}"), group);
    }
    mentions(&mut found, &message.mentions);
    content(&mut found, &message.content);
    Violations::check(found)
}

fn content(found: &mut Vec<Violation>, content: &Content) {
    found.extend_from_slice(content.faults());
    let text = content.content.pointer("/text/content");
    if let (ContentType::Text, Some(Value::String(text))) = (content.r#type, text) {
        let (limit, had) = (TEXT, TEXT.measure(text));
        if !limit.allows(had) {
            let rule = Rule::TooLong { limit, had };
            found.push(Violation::new("/content/text/content", rule));
        }
    }
}

fn receivers(found: &mut Vec<Violation>, pointer: &str, group: &Receivers) {
    if let Some(id) = &group.partner_id {
        filled(found, &format!("{pointer}/partner_id"), "partner_id", id);
    }
    let pointer = format!("{pointer}/receiver_ids");
    if group.receiver_ids.is_empty() {
        found.push(Violation::new(&*pointer, Rule::Empty("receiver_ids")));
    }
    for (index, id) in group.receiver_ids.iter().enumerate() {
        filled(found, &format!("{pointer}/{index}"), "receiver_ids", id);
    }
    count(
        found,
        &pointer,
        group.r#type.limit(),
        group.receiver_ids.len(),
    );
}

fn mentions(found: &mut Vec<Violation>, mentions: &[Mention]) {
    count(found, "/mentions", MENTIONS, mentions.len());
    for (index, mention) in mentions.iter().enumerate() {
        let pointer = format!("/mentions/{index}");
        filled(found, &format!("{pointer}/id"), "id", &mention.id);
        if let Some(person) = &mention.identity {
            let pointer = format!("{pointer}/identity");
            filled(
                found,
                &format!("{pointer}/company_id"),
                "company_id",
                &person.company_id,
            );
            filled(found, &format!("{pointer}/id"), "id", &person.id);
        }
    }
}

fn count(found: &mut Vec<Violation>, pointer: &str, limit: Limit, had: usize) {
    if !limit.allows(had) {
        found.push(Violation::new(pointer, Rule::TooMany { limit, had }));
    }
}

fn filled(found: &mut Vec<Violation>, pointer: &str, field: &'static str, text: &str) {
    if text.is_empty() {
        found.push(Violation::new(pointer, Rule::Empty(field)));
    }
}
