//! How an object is taken apart.

use card_model::{ReadErrorKind, Str};
use serde_json::{Map, Value};

use super::{Result, UnreadableMessage};

/// The fields of an object of which every field is known.
pub(super) struct Fields(pub(super) Map<String, Value>);

impl Fields {
    pub(super) fn open(json: Value, known: &'static [&'static str]) -> Result<Self> {
        let Value::Object(fields) = json else {
            return Err(wrong(&json, "an object"));
        };
        match fields.keys().find(|name| !known.contains(&name.as_str())) {
            None => Ok(Self(fields)),
            Some(name) => {
                let kind = ReadErrorKind::UnknownField {
                    found: Str::Owned(name.clone()),
                    allowed: known,
                };
                Err(UnreadableMessage::document(kind).within(name))
            }
        }
    }

    pub(super) fn required<T>(
        &mut self,
        name: &'static str,
        read: impl FnOnce(Value) -> Result<T>,
    ) -> Result<T> {
        let value = self.0.remove(name).ok_or_else(|| missing(name))?;
        read(value).map_err(|error| error.within(name))
    }

    pub(super) fn optional<T>(
        &mut self,
        name: &'static str,
        read: impl FnOnce(Value) -> Result<T>,
    ) -> Result<Option<T>> {
        let value = match self.0.remove(name) {
            None => return Ok(None),
            Some(Value::Null) => Err(UnreadableMessage::document(ReadErrorKind::Null)),
            Some(value) => read(value),
        };
        value.map(Some).map_err(|error| error.within(name))
    }
}

pub(super) fn text(json: Value) -> Result<Str> {
    match json {
        Value::String(text) => Ok(Str::Owned(text)),
        other => Err(wrong(&other, "a string")),
    }
}

pub(super) fn integer(json: &Value) -> Result<i64> {
    json.as_i64()
        .ok_or_else(|| wrong(json, "an integer of 64 bits"))
}

pub(super) fn list<T>(json: Value, read: impl Fn(Value) -> Result<T>) -> Result<Vec<T>> {
    let Value::Array(items) = json else {
        return Err(wrong(&json, "an array"));
    };
    let items = items
        .into_iter()
        .enumerate()
        .map(|(index, item)| read(item).map_err(|error| error.within(&index.to_string())));
    items.collect()
}

/// Ids of which one may be a string.
pub(super) fn one_or_many(json: Value) -> Result<Vec<Str>> {
    match json {
        Value::String(id) => Ok(vec![Str::Owned(id)]),
        Value::Array(_) => list(json, text),
        other => Err(wrong(&other, "a string or an array of strings")),
    }
}

pub(super) const fn missing(field: &'static str) -> UnreadableMessage {
    UnreadableMessage::document(ReadErrorKind::Missing(field))
}

fn wrong(found: &Value, expected: &'static str) -> UnreadableMessage {
    let found = match found {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    };
    UnreadableMessage::document(ReadErrorKind::WrongType { found, expected })
}
