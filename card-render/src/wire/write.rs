//! Writing a value.
//!
//! What a type has is told through a `dyn` call, so that it is compiled once: a serialiser is a type parameter, and whatever has
//! one is compiled again for each.

use card_model::{Link, NonsupportClient, Str};
use serde_core::{
    Serialize, Serializer,
    ser::{SerializeMap, SerializeSeq},
};
use serde_json::Value;

use crate::fit::Measure;

/// What can be written to its place in a message.
pub(crate) trait Write {
    fn write(&self) -> Part<'_>;
}

/// An object of the wire.
pub(crate) trait Object {
    /// Hands out the fields that are there, in their order.
    fn each(&self, field: &mut dyn FnMut(&'static str, Part<'_>));
}

/// An array of the wire.
pub(crate) trait Array {
    fn len(&self) -> usize;

    fn each(&self, item: &mut dyn FnMut(Part<'_>));
}

/// A value of the wire.
pub(crate) enum Part<'a> {
    Text(&'a str),
    Flag(bool),
    Integer(i64),
    Number(f64),
    Object(&'a dyn Object),
    Array(&'a dyn Array),
    Json(&'a Value),
    Link(&'a Link),
    Clients(&'a NonsupportClient),
}

impl Serialize for Part<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::Integer(number) => serializer.serialize_i64(*number),
            Self::Number(number) => serializer.serialize_f64(*number),
            Self::Object(object) => {
                let mut fields = serializer.serialize_map(None)?;
                write_fields(*object, &mut fields)?;
                fields.end()
            }
            Self::Array(array) => {
                let mut items = serializer.serialize_seq(Some(array.len()))?;
                let mut written = Ok(());
                array.each(&mut |part| {
                    if written.is_ok() {
                        written = items.serialize_element(&part);
                    }
                });
                written?;
                items.end()
            }
            Self::Json(json) => json.serialize(serializer),
            Self::Link(link) => link.serialize(serializer),
            Self::Clients(clients) => clients.serialize(serializer),
        }
    }
}

/// Writes the fields of an object, up to the first that cannot be.
pub(crate) fn write_fields<M: SerializeMap>(
    object: &dyn Object,
    fields: &mut M,
) -> Result<(), M::Error> {
    let mut written = Ok(());
    object.each(&mut |name, part| {
        if written.is_ok() {
            written = fields.serialize_entry(name, &part);
        }
    });
    written
}

impl Part<'_> {
    /// As `serde_json` writes it.
    pub(crate) fn to_json(&self) -> serde_json::Result<String> {
        serde_json::to_string(self)
    }

    /// How many bytes the JSON has.
    pub(crate) fn json_length(&self) -> usize {
        let mut parts = 0;
        match self {
            Self::Text(text) => return QUOTES + Measure::Json.of(text),
            Self::Object(object) => object.each(&mut |name, part| {
                // No name has anything to escape; a colon is behind it, and a comma behind the field.
                parts += QUOTES + name.len() + 1 + part.json_length() + 1;
            }),
            Self::Array(array) => array.each(&mut |part| parts += part.json_length() + 1),
            _ => return self.to_json().map_or(0, |json| json.len()),
        }
        // Brackets are around them, and no comma is behind the last.
        parts.saturating_sub(1) + 2
    }
}

/// How many bytes the quotes around a text are.
const QUOTES: usize = 2;

impl Write for String {
    fn write(&self) -> Part<'_> {
        Part::Text(self)
    }
}

impl Write for Str {
    fn write(&self) -> Part<'_> {
        Part::Text(self)
    }
}

impl Write for bool {
    fn write(&self) -> Part<'_> {
        Part::Flag(*self)
    }
}

impl Write for i64 {
    fn write(&self) -> Part<'_> {
        Part::Integer(*self)
    }
}

impl Write for f64 {
    fn write(&self) -> Part<'_> {
        Part::Number(*self)
    }
}

impl Write for Value {
    fn write(&self) -> Part<'_> {
        Part::Json(self)
    }
}

impl Write for Link {
    fn write(&self) -> Part<'_> {
        Part::Link(self)
    }
}

impl Write for NonsupportClient {
    fn write(&self) -> Part<'_> {
        Part::Clients(self)
    }
}

impl<T: Write> Write for Vec<T> {
    fn write(&self) -> Part<'_> {
        Part::Array(self)
    }
}

impl<T: Write> Array for Vec<T> {
    fn len(&self) -> usize {
        self.len()
    }

    fn each(&self, item: &mut dyn FnMut(Part<'_>)) {
        for each in self {
            item(each.write());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Fields(Vec<(&'static str, Value)>);

    impl Object for Fields {
        fn each(&self, field: &mut dyn FnMut(&'static str, Part<'_>)) {
            for (name, value) in &self.0 {
                match value {
                    Value::String(text) => field(name, Part::Text(text)),
                    value => field(name, Part::Json(value)),
                }
            }
        }
    }

    impl Write for Fields {
        fn write(&self) -> Part<'_> {
            Part::Object(self)
        }
    }

    #[test]
    fn a_length_is_that_of_what_is_written() {
        let texts = |texts: &[&str]| {
            let texts = texts.iter().map(|text| Value::from(*text));
            ["a", "name", "other"].into_iter().zip(texts).collect()
        };
        let objects = vec![
            Fields(texts(&[])),
            Fields(texts(&["中文"])),
            Fields(texts(&["\"quoted\" \\ \n \u{1}", "", "b"])),
            Fields(vec![
                ("number", Value::from(-1.5)),
                ("list", Value::from(vec![1, 2])),
            ]),
        ];
        let lists: [Vec<String>; 3] = [vec![], vec!["a".into()], vec!["\"".into(), "中".into()]];
        let parts = objects.iter().map(Write::write);
        let parts = parts.chain(lists.iter().map(Write::write));
        let more = [
            Part::Array(&objects),
            Part::Flag(true),
            Part::Integer(-10),
            Part::Number(0.5),
        ];
        for part in parts.chain(more) {
            let json = part.to_json().unwrap();
            assert_eq!(part.json_length(), json.len(), "{json}");
        }
    }
}
