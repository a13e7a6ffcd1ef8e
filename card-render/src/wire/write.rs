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
        let (mut inside, mut parts) = (0, 0);
        match self {
            Self::Text(text) => inside = Measure::Json.of(text),
            Self::Object(object) => object.each(&mut |name, part| {
                inside += name.len() + "\"\":".len() + part.json_length();
                parts += 1;
            }),
            Self::Array(array) => array.each(&mut |part| {
                inside += part.json_length();
                parts += 1;
            }),
            // Writing these as JSON does not fail.
            other => return other.to_json().map_or(0, |json| json.len()),
        }
        let commas = usize::saturating_sub(parts, 1);
        inside + commas + "[]".len()
    }
}

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

    struct Everything(Vec<Str>);

    impl Object for Everything {
        fn each(&self, field: &mut dyn FnMut(&'static str, Part<'_>)) {
            field("texts", self.0.write());
            field("none", Part::Array(&Vec::<Str>::new()));
            field("flag", true.write());
            field("integer", (-120).write());
            field("number", 0.5.write());
            field("json", serde_json::json!({ "a": [null, "\n"] }).write());
            field("link", Link::new("https://example.com/").write());
        }
    }

    #[test]
    fn the_length_is_that_of_the_json() {
        for texts in [vec![], vec!["a"], vec!["发布", "\"\\\n\u{1}", ""]] {
            let object = Everything(texts.into_iter().map(Str::Borrowed).collect());
            let part = Part::Object(&object);
            assert_eq!(part.json_length(), part.to_json().unwrap().len());
        }
    }
}
