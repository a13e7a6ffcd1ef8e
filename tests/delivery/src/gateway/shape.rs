//! Looking at JSON that somebody else wrote. A fault is a sentence for the platform's own envelope.

use serde_json::{Map, Value};

pub(super) type Object = Map<String, Value>;

pub(super) fn parse(body: &[u8]) -> Result<Object, String> {
    match serde_json::from_slice(body) {
        Ok(Value::Object(object)) => Ok(object),
        Ok(_) => Err("not an object".to_owned()),
        Err(error) => Err(error.to_string()),
    }
}

pub(super) fn object<'a>(of: &'a Object, name: &str) -> Result<&'a Object, String> {
    let value = of.get(name).and_then(Value::as_object);
    value.ok_or_else(|| format!("miss param : {name}"))
}

/// A text that is there and not empty.
pub(super) fn text<'a>(of: &'a Object, name: &str) -> Result<&'a str, String> {
    let value = of.get(name).and_then(Value::as_str);
    let filled = value.filter(|text| !text.is_empty());
    filled.ok_or_else(|| format!("miss param : {name}"))
}

pub(super) fn array<'a>(of: &'a Object, name: &str) -> Result<&'a [Value], String> {
    let value = of.get(name).and_then(Value::as_array);
    let filled = value.filter(|items| !items.is_empty());
    filled
        .map(Vec::as_slice)
        .ok_or_else(|| format!("miss param : {name}"))
}

/// Holds the fields to those that the page lists.
pub(super) fn only(of: &Object, names: &[&str]) -> Result<(), String> {
    match of.keys().find(|name| !names.contains(&name.as_str())) {
        Some(name) => Err(format!("unknown param : {name}")),
        None => Ok(()),
    }
}

/// An array of texts.
pub(super) fn ids(of: &Object, name: &str) -> Result<usize, String> {
    let items = array(of, name)?;
    if items.iter().all(Value::is_string) {
        Ok(items.len())
    } else {
        Err(format!("wrong param : {name}"))
    }
}

/// How many characters a reader sees: the page does not say what counts, here it is every text below.
pub(super) fn characters(value: &Value) -> usize {
    match value {
        Value::Array(items) => items.iter().map(characters).sum(),
        Value::Object(fields) => fields
            .iter()
            .map(|(name, value)| match value {
                Value::String(text) if name == "text" || name == "body" => text.chars().count(),
                other => characters(other),
            })
            .sum(),
        _ => 0,
    }
}
