//! JSON as it was written: order kept, duplicated fields refused.

use std::{cell::RefCell, fmt};

use serde_core::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};

use super::error::{ReadError, ReadErrorKind};
use crate::{Str, spec::DEPTH, words::Seen};

/// A JSON value whose objects keep the order of their fields.
#[derive(Debug, Clone)]
pub(super) enum Tree {
    Null,
    Bool(bool),
    Number(Number),
    String(String),
    Array(Vec<Tree>),
    Object(Vec<(String, Tree)>),
}

impl Tree {
    pub(super) fn parse(json: &str) -> Result<Self, ReadError> {
        let trail = Trail::default();
        let mut reader = serde_json::Deserializer::from_str(json);
        let tree = trail
            .seed()
            .deserialize(&mut reader)
            .map_err(|error| match trail.take() {
                Some(found) => found.at(error.line(), error.column()),
                None => ReadError::json(&error),
            })?;
        reader.end().map_err(|error| ReadError::json(&error))?;
        Ok(tree)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(reader: D) -> Result<Self, D::Error> {
        let trail = Trail::default();
        trail
            .seed()
            .deserialize(reader)
            .map_err(|error| trail.take().map_or(error, D::Error::custom))
    }

    /// The same value, held to what [`Tree::parse`] accepts.
    pub(super) fn from_value(value: Value) -> Result<Self, ReadError> {
        Self::nested(value, 1)
    }

    fn nested(value: Value, depth: usize) -> Result<Self, ReadError> {
        Ok(match value {
            Value::Null => Self::Null,
            Value::Bool(value) => Self::Bool(value),
            Value::Number(value) => Self::Number(value),
            Value::String(text) => Self::String(without_nul(text).map_err(ReadError::new)?),
            Value::Array(_) | Value::Object(_) if !DEPTH.allows(depth) => {
                return Err(ReadError::new(too_deep()));
            }
            Value::Array(values) => {
                let mut items = Vec::with_capacity(values.len());
                for (index, value) in values.into_iter().enumerate() {
                    let item = Self::nested(value, depth + 1);
                    items.push(item.map_err(|error| error.within(&index.to_string()))?);
                }
                Self::Array(items)
            }
            Value::Object(values) => {
                let mut fields = Vec::with_capacity(values.len());
                for (name, value) in values {
                    let name = without_nul(name).map_err(ReadError::new)?;
                    let field = Self::nested(value, depth + 1);
                    let field = field.map_err(|error| error.within(&name))?;
                    fields.push((name, field));
                }
                Self::Object(fields)
            }
        })
    }

    pub(super) fn into_value(self) -> Value {
        match self {
            Self::Null => Value::Null,
            Self::Bool(value) => Value::Bool(value),
            Self::Number(value) => Value::Number(value),
            Self::String(text) => Value::String(text),
            Self::Array(items) => {
                let mut values = Vec::with_capacity(items.len());
                for item in items {
                    values.push(item.into_value());
                }
                Value::Array(values)
            }
            Self::Object(fields) => {
                let mut map = Map::new();
                for (name, value) in fields {
                    map.insert(name, value.into_value());
                }
                Value::Object(map)
            }
        }
    }

    /// What it is, in words.
    pub(super) fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "a boolean",
            Self::Number(_) => "a number",
            Self::String(_) => "a string",
            Self::Array(_) => "an array",
            Self::Object(_) => "an object",
        }
    }

    /// How many items it has, if it is an array.
    pub(super) const fn items(&self) -> usize {
        match self {
            Self::Array(items) => items.len(),
            _ => 0,
        }
    }

    /// The field of this name, if it is an object that has one.
    pub(super) fn get(&self, name: &str) -> Option<&Self> {
        let Self::Object(fields) = self else {
            return None;
        };
        fields
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, value)| value)
    }

    /// As [`Tree::get`], for a change; an item of an array by its index.
    pub(super) fn step(&mut self, name: &str) -> Option<&mut Self> {
        match self {
            Self::Object(fields) => fields
                .iter_mut()
                .find(|(known, _)| known == name)
                .map(|(_, value)| value),
            Self::Array(items) => items.get_mut(name.parse::<usize>().ok()?),
            _ => None,
        }
    }
}

impl Tree {
    /// Takes fields out of the object at this pointer, and gives their names.
    pub(super) fn remove(&mut self, pointer: &str, is_out: &dyn Fn(&str) -> bool) -> Vec<String> {
        let mut steps = pointer.split('/').skip(1).map(plain_step);
        let object = steps.try_fold(self, |tree, step| tree.step(&step));
        let Some(Self::Object(fields)) = object else {
            return Vec::new();
        };
        let mut out = Vec::new();
        fields.retain(|(name, _)| {
            let stays = !is_out(name);
            if !stays {
                out.push(name.clone());
            }
            stays
        });
        out
    }
}

/// A step of an RFC 6901 pointer, without its escapes.
pub(super) fn plain_step(step: &str) -> String {
    step.replace("~1", "/").replace("~0", "~")
}

/// Where reading has got to: serde's error says why it stopped, the trail where.
#[derive(Default)]
struct Trail(RefCell<Option<ReadError>>);

impl Trail {
    const fn seed(&self) -> Seed<'_> {
        Seed {
            trail: self,
            depth: 1,
        }
    }

    fn take(&self) -> Option<ReadError> {
        self.0.take()
    }

    fn refuse<E: Error>(&self, kind: ReadErrorKind) -> E {
        let error = E::custom(&kind);
        self.0.replace(Some(ReadError::new(kind)));
        error
    }

    /// An error passes from a value to the object or array around it.
    fn within<E>(&self, name: &str, error: E) -> E {
        if let Some(found) = self.take() {
            self.0.replace(Some(found.within(name)));
        }
        error
    }
}

/// Reads one value that stands this deep.
#[derive(Clone, Copy)]
struct Seed<'a> {
    trail: &'a Trail,
    depth: usize,
}

impl Seed<'_> {
    /// The seed for what is inside this value.
    fn inner<E: Error>(self) -> Result<Self, E> {
        if DEPTH.allows(self.depth) {
            let depth = self.depth + 1;
            Ok(Self { depth, ..self })
        } else {
            Err(self.trail.refuse(too_deep()))
        }
    }
}

impl<'de> DeserializeSeed<'de> for Seed<'_> {
    type Value = Tree;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<Tree, D::Error> {
        reader.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Seed<'_> {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_none<E>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, reader: D) -> Result<Tree, D::Error> {
        self.deserialize(reader)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Tree, E> {
        Ok(Tree::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Tree, E> {
        Ok(Tree::Number(value.into()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Tree, E> {
        Ok(Tree::Number(value.into()))
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<Tree, E> {
        let number = Number::from_f64(value);
        number
            .map(Tree::Number)
            .ok_or_else(|| E::custom("number out of range"))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Tree, E> {
        self.visit_string(text.to_owned())
    }

    fn visit_string<E: Error>(self, text: String) -> Result<Tree, E> {
        let text = without_nul(text).map_err(|kind| self.trail.refuse(kind))?;
        Ok(Tree::String(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Tree, A::Error> {
        let inner = self.inner()?;
        let mut array = Vec::new();
        while let Some(item) = items
            .next_element_seed(inner)
            .map_err(|error| self.trail.within(&array.len().to_string(), error))?
        {
            array.push(item);
        }
        Ok(Tree::Array(array))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Tree, A::Error> {
        let inner = self.inner()?;
        let mut object = Vec::new();
        let mut names = Names::default();
        while let Some(name) = fields.next_key::<String>()? {
            if name == NUMBER_TOKEN && object.is_empty() && numbers_are_texts() {
                return number(&fields.next_value::<String>()?);
            }
            let refuse = |kind| self.trail.within(&name, self.trail.refuse(kind));
            if name.contains('\0') {
                return Err(self.trail.refuse(ReadErrorKind::Nul));
            }
            if names.takes_again(&object, &name) {
                return Err(refuse(ReadErrorKind::Duplicate(Str::Owned(name.clone()))));
            }
            let value = fields
                .next_value_seed(inner)
                .map_err(|error| self.trail.within(&name, error))?;
            object.push((name, value));
        }
        Ok(Tree::Object(object))
    }
}

/// The names of an object's fields, once there are too many to look through.
#[derive(Default)]
struct Names(Seen);

impl Names {
    /// Whether `name` is in `fields` already.
    fn takes_again(&mut self, fields: &[(String, Tree)], name: &str) -> bool {
        if fields.len() < 16 {
            return fields.iter().any(|(known, _)| known == name);
        }
        if self.0.is_empty() {
            for (known, _) in fields {
                self.0.insert(known);
            }
        }
        !self.0.insert(name)
    }
}

fn without_nul(text: String) -> Result<String, ReadErrorKind> {
    if text.contains('\0') {
        Err(ReadErrorKind::Nul)
    } else {
        Ok(text)
    }
}

fn too_deep() -> ReadErrorKind {
    ReadErrorKind::TooDeep { limit: DEPTH }
}

/// How `serde_json` hands out numbers when a program turns its feature `arbitrary_precision` on: an object with this field.
const NUMBER_TOKEN: &str = "$serde_json::private::Number";

fn numbers_are_texts() -> bool {
    "1e999".parse::<Number>().is_ok()
}

fn number<E: Error>(text: &str) -> Result<Tree, E> {
    text.parse().map(Tree::Number).map_err(E::custom)
}
