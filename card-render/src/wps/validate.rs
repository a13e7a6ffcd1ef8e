//! Holding a message to the rules of the call: every fault, in the order of the body's JSON.

use card_model::{
    Rule, Str,
    spec::{CONTENT, CTX_ID, Limit},
};
use serde_json::Value;

use super::{Content, Fault, FaultKind, InvalidMessage, Receivers, SendMessage, Utype};

impl SendMessage {
    /// The body, where it keeps to the rules.
    ///
    /// # Errors
    ///
    /// As [`SendMessage::validate`].
    pub fn to_json(&self) -> Result<String, InvalidMessage> {
        self.validate()?;
        self.write_json()
            .map_err(|error| InvalidMessage::unwritable(&error))
    }

    /// Holds the message, and its card, to the rules.
    ///
    /// ```
    /// use message_card::Card;
    /// use message_card::wps::{Receivers, SendMessage};
    ///
    /// let message = SendMessage::new("", Receivers::chats([]), Card::new());
    /// assert_eq!(
    ///     message.validate().unwrap_err().to_string(),
    ///     "/to_chats: there are no receivers, name at least one\n\
    ///      /app_key: `app_key` is empty, give it a value\n\
    ///      /content/content: the card has neither a header nor elements, add one of them"
    /// );
    /// ```
    ///
    /// # Errors
    ///
    /// Everything that is wrong, in the order of the body's JSON.
    pub fn validate(&self) -> Result<(), InvalidMessage> {
        let mut found = Vec::new();
        receivers(&mut found, &self.receivers);
        self.app(&mut found);
        self.update(&mut found);
        content(&mut found, &self.content);
        InvalidMessage::check(found)
    }

    fn app(&self, found: &mut Vec<Fault>) {
        match (&self.app_key, &self.app_id) {
            (None, None) => rule(found, "/app_key", Rule::Missing("app_key")),
            (key, id) => {
                filled(found, "/app_key", "app_key", key.as_ref());
                filled(found, "/app_id", "app_id", id.as_ref());
            }
        }
    }

    fn update(&self, found: &mut Vec<Fault>) {
        let fields = [
            ("/ctx_id", "ctx_id", &self.ctx_id),
            ("/company_id", "company_id", &self.company_id),
            ("/company_uid", "company_uid", &self.company_uid),
        ];
        for (pointer, field, value) in fields {
            if value.is_none() && self.utype == Some(Utype::Update) {
                report(found, pointer, FaultKind::NeededForUpdate(field));
            }
            filled(found, pointer, field, value.as_ref());
            if let ("ctx_id", Some(text), Content::Card(_)) = (field, value, &self.content) {
                short(found, pointer, CTX_ID, text);
            }
        }
        if let Some(Utype::Other(code)) = self.utype {
            report(found, "/utype", FaultKind::Utype(code));
        }
    }
}

fn receivers(found: &mut Vec<Fault>, receivers: &Receivers) {
    match receivers {
        Receivers::Users {
            company_id,
            company_uids,
        } => {
            filled(
                found,
                "/to_users/company_id",
                "company_id",
                company_id.as_ref(),
            );
            ids(found, "/to_users/company_uids", company_uids);
        }
        Receivers::Depts {
            company_id,
            dept_ids,
        } => {
            filled(
                found,
                "/to_depts/company_id",
                "company_id",
                company_id.as_ref(),
            );
            one_or_many(found, "/to_depts/dept_ids", dept_ids);
        }
        Receivers::Companies(companies) => one_or_many(found, "/to_companies", companies),
        Receivers::Chats(chats) => {
            if chats.is_empty() {
                report(found, "/to_chats", FaultKind::NoReceivers);
            }
        }
    }
}

fn ids(found: &mut Vec<Fault>, pointer: &str, ids: &[Str]) {
    if ids.is_empty() {
        report(found, pointer, FaultKind::NoReceivers);
    }
    for (index, id) in ids.iter().enumerate() {
        if id.is_empty() {
            report(found, &format!("{pointer}/{index}"), FaultKind::EmptyId);
        }
    }
}

/// One id is no list on the wire.
fn one_or_many(found: &mut Vec<Fault>, pointer: &str, many: &[Str]) {
    match many {
        [id] if id.is_empty() => report(found, pointer, FaultKind::EmptyId),
        many => ids(found, pointer, many),
    }
}

fn content(found: &mut Vec<Fault>, content: &Content) {
    match content {
        Content::Card(card) => {
            let Err(violations) = card.validate() else {
                return;
            };
            for violation in violations {
                found.push(Fault {
                    pointer: format!("/content/content{}", violation.pointer),
                    kind: FaultKind::Rule(violation.rule),
                });
            }
        }
        Content::Text { body, .. } => short(found, "/content/body", CONTENT, body),
        Content::Other { msg_type, content } => {
            let kind = content.get("type").and_then(Value::as_i64);
            if let Some(kind) = kind
                && kind != *msg_type
            {
                let (msg_type, found_kind) = (*msg_type, kind);
                report(
                    found,
                    "/content/type",
                    FaultKind::OtherKind {
                        msg_type,
                        found: found_kind,
                    },
                );
            }
        }
    }
}

fn report(found: &mut Vec<Fault>, pointer: &str, kind: FaultKind) {
    found.push(Fault {
        pointer: pointer.to_owned(),
        kind,
    });
}

fn rule(found: &mut Vec<Fault>, pointer: &str, rule: Rule) {
    report(found, pointer, FaultKind::Rule(rule));
}

/// A field that is there must not be empty.
fn filled(found: &mut Vec<Fault>, pointer: &str, field: &'static str, value: Option<&Str>) {
    if value.is_some_and(|text| text.is_empty()) {
        rule(found, pointer, Rule::Empty(field));
    }
}

fn short(found: &mut Vec<Fault>, pointer: &str, limit: Limit, text: &str) {
    let had = limit.measure(text);
    if !limit.allows(had) {
        rule(found, pointer, Rule::TooLong { limit, had });
    }
}
