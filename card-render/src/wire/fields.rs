//! How the objects of a message are taken apart.

use card_model::{ReadErrorKind, Str, words::type_name};
use serde_json::{Map, Value};

use super::Read;
use crate::wps::UnreadableMessage;

pub(crate) type Result<T> = std::result::Result<T, UnreadableMessage>;

/// The fields of an object of which every field is known.
pub(crate) struct Fields {
    values: Map<String, Value>,
    /// The first that [`Fields::must`] and [`Fields::some`] could not read.
    fault: Option<UnreadableMessage>,
}

impl Fields {
    pub(crate) fn open(json: Value, known: &'static [&'static str]) -> Result<Self> {
        let Value::Object(fields) = json else {
            return Err(wrong(&json, "an object"));
        };
        match fields.keys().find(|name| !known.contains(&name.as_str())) {
            None => Ok(Self {
                values: fields,
                fault: None,
            }),
            Some(name) => Err(unknown_field(name, known)),
        }
    }

    /// Whether there is a field of this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.values.contains_key(name)
    }

    /// What stands in a field that has to be there.
    pub(crate) fn take(&mut self, name: &'static str) -> Result<Value> {
        let value = self.values.get_mut(name).map(Value::take);
        value.ok_or_else(|| missing(name))
    }

    fn take_optional(&mut self, name: &'static str) -> Result<Option<Value>> {
        match self.values.get_mut(name) {
            Some(Value::Null) => Err(UnreadableMessage::document(ReadErrorKind::Null).within(name)),
            value => Ok(value.map(Value::take)),
        }
    }

    /// The field of this name, which has to be there. [`Fields::end`] has the error: with one way out of each field, a struct of
    /// many fields would be twice the code.
    pub(crate) fn must<T: Read + Default>(&mut self, name: &'static str) -> T {
        let found = self.take(name);
        let Some(value) = self.noted(found) else {
            return T::default();
        };
        match T::read(value) {
            Ok(value) => value,
            Err(error) => {
                self.fail(error.within(name));
                T::default()
            }
        }
    }

    /// As [`Fields::must`], for a field that may be left out.
    pub(crate) fn some<T: Read>(&mut self, name: &'static str) -> Option<T> {
        let found = self.take_optional(name);
        match T::read(self.noted(found)??) {
            Ok(value) => Some(value),
            Err(error) => {
                self.fail(error.within(name));
                None
            }
        }
    }

    fn noted<T>(&mut self, found: Result<T>) -> Option<T> {
        match found {
            Ok(value) => Some(value),
            Err(error) => {
                self.fail(error);
                None
            }
        }
    }

    fn fail(&mut self, error: UnreadableMessage) {
        self.fault.get_or_insert(error);
    }

    /// Whether all fields so far could be read.
    pub(crate) fn end(&mut self) -> Result<()> {
        self.fault.take().map_or(Ok(()), Err)
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
    let mut list = Vec::new();
    each(json, &mut |item| {
        list.push(read(item)?);
        Ok(())
    })?;
    Ok(list)
}

// Compiled once, and not for each type that is read.
fn each(json: Value, read: &mut dyn FnMut(Value) -> Result<()>) -> Result<()> {
    let Value::Array(items) = json else {
        return Err(wrong(&json, "an array"));
    };
    for (index, item) in items.into_iter().enumerate() {
        read(item).map_err(|error| error.within(&index.to_string()))?;
    }
    Ok(())
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
