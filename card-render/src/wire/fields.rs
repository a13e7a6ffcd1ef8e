//! How the objects of a message are taken apart.

use card_model::{ReadErrorKind, Str, words::type_name};
use serde_json::{Map, Value};

use crate::wps::UnreadableMessage;

pub(crate) type Result<T> = std::result::Result<T, UnreadableMessage>;

/// The fields of an object of which every field is known.
pub(crate) struct Fields(pub(crate) Map<String, Value>);

impl Fields {
    pub(crate) fn open(json: Value, known: &'static [&'static str]) -> Result<Self> {
        let Value::Object(fields) = json else {
            return Err(wrong(&json, "an object"));
        };
        match fields.keys().find(|name| !known.contains(&name.as_str())) {
            None => Ok(Self(fields)),
            Some(name) => Err(unknown_field(name, known)),
        }
    }

    /// What stands in a field that has to be there.
    pub(crate) fn take(&mut self, name: &'static str) -> Result<Value> {
        self.0.remove(name).ok_or_else(|| missing(name))
    }

    fn take_optional(&mut self, name: &'static str) -> Result<Option<Value>> {
        match self.0.remove(name) {
            Some(Value::Null) => Err(UnreadableMessage::document(ReadErrorKind::Null).within(name)),
            value => Ok(value),
        }
    }

    // These are compiled for each type that is read: no closure, so that they are not for each field.
    pub(crate) fn required<T>(
        &mut self,
        name: &'static str,
        read: fn(Value) -> Result<T>,
    ) -> Result<T> {
        match read(self.take(name)?) {
            Ok(value) => Ok(value),
            Err(error) => Err(error.within(name)),
        }
    }

    pub(crate) fn optional<T>(
        &mut self,
        name: &'static str,
        read: fn(Value) -> Result<T>,
    ) -> Result<Option<T>> {
        match self.take_optional(name)?.map(read) {
            None => Ok(None),
            Some(Ok(value)) => Ok(Some(value)),
            Some(Err(error)) => Err(error.within(name)),
        }
    }
}

pub(crate) fn text(json: Value) -> Result<Str> {
    match json {
        Value::String(text) => Ok(Str::Owned(text)),
        other => Err(wrong(&other, "a string")),
    }
}

pub(crate) fn boolean(json: &Value) -> Result<bool> {
    json.as_bool().ok_or_else(|| wrong(json, "a boolean"))
}

pub(crate) fn number(json: &Value) -> Result<f64> {
    json.as_f64().ok_or_else(|| wrong(json, "a number"))
}

/// One of these names.
pub(crate) fn word(json: &Value, allowed: &'static [&'static str]) -> Result<&'static str> {
    let found = json.as_str().ok_or_else(|| wrong(json, "a string"))?;
    let known = allowed.iter().find(|word| **word == found);
    known.copied().ok_or_else(|| unknown(found, allowed))
}

/// The field that says which kind of object `json` is.
pub(crate) fn kind<'j>(json: &'j Value, field: &'static str) -> Result<&'j str> {
    let fields = json.as_object().ok_or_else(|| wrong(json, "an object"))?;
    let kind = fields.get(field).ok_or_else(|| missing(field))?;
    let word = kind.as_str().ok_or_else(|| wrong(kind, "a string"));
    word.map_err(|error| error.within(field))
}

pub(crate) fn unknown(found: &str, allowed: &'static [&'static str]) -> UnreadableMessage {
    UnreadableMessage::document(ReadErrorKind::UnknownName {
        found: Str::Owned(found.to_owned()),
        allowed,
    })
}

/// An object must not have this field.
pub(crate) fn unknown_field(found: &str, allowed: &'static [&'static str]) -> UnreadableMessage {
    let kind = ReadErrorKind::UnknownField {
        found: Str::Owned(found.to_owned()),
        allowed,
    };
    UnreadableMessage::document(kind).within(found)
}

pub(crate) fn integer(json: &Value) -> Result<i64> {
    json.as_i64()
        .ok_or_else(|| wrong(json, "an integer of 64 bits"))
}

pub(crate) fn list<T>(json: Value, read: fn(Value) -> Result<T>) -> Result<Vec<T>> {
    let Value::Array(items) = json else {
        return Err(wrong(&json, "an array"));
    };
    let mut list = Vec::with_capacity(items.len());
    for item in items {
        match read(item) {
            Ok(item) => list.push(item),
            Err(error) => return Err(error.within(&list.len().to_string())),
        }
    }
    Ok(list)
}

/// Ids of which one may be a string.
pub(crate) fn one_or_many(json: Value) -> Result<Vec<Str>> {
    match json {
        Value::String(id) => Ok(vec![Str::Owned(id)]),
        Value::Array(_) => list(json, text),
        other => Err(wrong(&other, "a string or an array of strings")),
    }
}

pub(crate) const fn missing(field: &'static str) -> UnreadableMessage {
    UnreadableMessage::document(ReadErrorKind::Missing(field))
}

fn wrong(found: &Value, expected: &'static str) -> UnreadableMessage {
    let found = type_name(found);
    UnreadableMessage::document(ReadErrorKind::WrongType { found, expected })
}
