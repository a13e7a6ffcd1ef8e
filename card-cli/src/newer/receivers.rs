//! Who gets a message of the newer dialect: one in `receiver`, or many in `receivers`.

use card_model::{
    Document,
    spec::{
        Limit,
        wps365::{COMPANIES, DEPTS, USERS},
    },
    words::{push_segment, type_name},
};
use message_card::{ReadError, ReadErrorKind, Rule};
use serde_json::{Map, Value};

use crate::finding::{Finding, Part};

/// The kinds of one receiver.
const ONE: &[&str] = &["user", "enterprise_partner_user", "chat"];
/// The kinds of many. The last two are those of an older page, without a limit.
const MANY: &[&str] = &[
    "company",
    "dept",
    "user",
    "enterprise_partner_dept",
    "enterprise_partner_user",
    "chat",
    "enterprise_partner",
];

/// How many of a kind may be in one list.
fn limit(kind: &str) -> Option<Limit> {
    match kind {
        "company" => Some(COMPANIES),
        "dept" | "enterprise_partner_dept" => Some(DEPTS),
        "user" | "enterprise_partner_user" => Some(USERS),
        _ => None,
    }
}

/// Takes those who get the message out of it, and finds what is wrong with them.
pub(crate) fn check(message: &mut Document, findings: &mut Vec<Finding>) {
    let mut check = Check { findings };
    let one = message.take("/receiver");
    let many = message.take("/receivers");
    if one.is_some() && many.is_some() {
        check.both();
    }
    if let Some(one) = one {
        check.one(one.into_value(), "/receiver");
    }
    if let Some(many) = many {
        check.many(many.into_value());
    }
}

struct Check<'f> {
    findings: &'f mut Vec<Finding>,
}

impl Check<'_> {
    /// One call takes one receiver, another takes many; neither takes both.
    fn both(&mut self) {
        let message = "there is a `receiver` as well: a message has one of the two";
        let finding = Finding::error("/receivers", Part::Key, "receivers", message.to_owned());
        self.findings.push(finding);
    }

    fn one(&mut self, json: Value, place: &str) {
        let known = &["partner_id", "receiver_id", "type"];
        let Some(fields) = self.object(json, place, known) else {
            return;
        };
        self.partner(&fields, place);
        let id = self.needed(&fields, place, "receiver_id");
        self.text(id, &format!("{place}/receiver_id"), "receiver_id");
        self.kind(&fields, place, ONE);
    }

    fn many(&mut self, json: Value) {
        let place = "/receivers";
        let Some(groups) = self.array(json, place) else {
            return;
        };
        if groups.is_empty() {
            self.rule(place, &Rule::Empty("receivers"));
        }
        for (index, group) in groups.into_iter().enumerate() {
            self.group(group, &format!("{place}/{index}"));
        }
    }

    fn group(&mut self, json: Value, place: &str) {
        let known = &["partner_id", "receiver_ids", "type"];
        let Some(mut fields) = self.object(json, place, known) else {
            return;
        };
        self.partner(&fields, place);
        let kind = self.kind(&fields, place, MANY);
        self.needed(&fields, place, "receiver_ids");
        let place = format!("{place}/receiver_ids");
        let ids = fields.remove("receiver_ids");
        let Some(ids) = ids.and_then(|ids| self.array(ids, &place)) else {
            return;
        };
        if ids.is_empty() {
            self.rule(&place, &Rule::Empty("receiver_ids"));
        }
        for (index, id) in ids.iter().enumerate() {
            self.text(Some(id), &format!("{place}/{index}"), "receiver_ids");
        }
        if let Some(limit) = kind
            .and_then(limit)
            .filter(|limit| !limit.allows(ids.len()))
        {
            let had = ids.len();
            self.rule(&place, &Rule::TooMany { limit, had });
        }
    }

    fn partner(&mut self, fields: &Map<String, Value>, place: &str) {
        let place = format!("{place}/partner_id");
        match fields.get("partner_id") {
            Some(Value::Null) => self.unreadable(place, ReadErrorKind::Null),
            id => {
                self.text(id, &place, "partner_id");
            }
        }
    }

    fn kind(
        &mut self,
        fields: &Map<String, Value>,
        place: &str,
        allowed: &'static [&'static str],
    ) -> Option<&'static str> {
        let found = self.needed(fields, place, "type")?;
        let place = format!("{place}/type");
        let Some(found) = found.as_str() else {
            self.wrong(found, place, "a string");
            return None;
        };
        let known = allowed.iter().find(|kind| **kind == found).copied();
        if known.is_none() {
            let found = found.to_owned().into();
            self.unreadable(place, ReadErrorKind::UnknownName { found, allowed });
        }
        known
    }

    /// A field that has to be there.
    fn needed<'v>(
        &mut self,
        fields: &'v Map<String, Value>,
        place: &str,
        name: &'static str,
    ) -> Option<&'v Value> {
        let found = fields.get(name);
        if found.is_none() {
            self.unreadable(place.to_owned(), ReadErrorKind::Missing(name));
        }
        found
    }

    /// What is there is a text that is not empty.
    fn text(&mut self, found: Option<&Value>, place: &str, name: &'static str) {
        match found {
            Some(Value::String(text)) if text.is_empty() => self.rule(place, &Rule::Empty(name)),
            None | Some(Value::String(_)) => {}
            Some(other) => self.wrong(other, place.to_owned(), "a string"),
        }
    }

    fn array(&mut self, json: Value, place: &str) -> Option<Vec<Value>> {
        match json {
            Value::Array(items) => Some(items),
            other => {
                self.wrong(&other, place.to_owned(), "an array");
                None
            }
        }
    }

    fn object(
        &mut self,
        json: Value,
        place: &str,
        allowed: &'static [&'static str],
    ) -> Option<Map<String, Value>> {
        let Value::Object(fields) = json else {
            self.wrong(&json, place.to_owned(), "an object");
            return None;
        };
        for name in fields
            .keys()
            .filter(|name| !allowed.contains(&name.as_str()))
        {
            let mut place = place.to_owned();
            push_segment(&mut place, name);
            let found = name.clone().into();
            self.unreadable(place, ReadErrorKind::UnknownField { found, allowed });
        }
        Some(fields)
    }

    fn wrong(&mut self, found: &Value, place: String, expected: &'static str) {
        let found = type_name(found);
        self.unreadable(place, ReadErrorKind::WrongType { found, expected });
    }

    fn rule(&mut self, place: &str, rule: &Rule) {
        self.findings.push(Finding::rule(place, rule));
    }

    fn unreadable(&mut self, place: String, kind: ReadErrorKind) {
        let error = ReadError::at_pointer(place, kind, None);
        self.findings.push(Finding::unreadable(&error.into()));
    }
}
