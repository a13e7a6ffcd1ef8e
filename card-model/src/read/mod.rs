//! Reading: JSON becomes a tree that has lost nothing, and the tree a card. The first thing that does not fit is the error.

mod card;
mod element;
mod error;
mod every;
mod fields;
mod tree;

use serde_core::{Deserialize, Deserializer, de::Error};
use serde_json::Value;

pub use self::error::{Lookalike, Position, ReadError, ReadErrorKind};
use self::tree::{Tree, plain_step};
use crate::{
    ActionItem, Card, Config, Element, Header, Link, TextElement,
    spec::{DOCUMENT, Limit},
};

/// A JSON document that was read strictly: its fields are in order, none is there twice.
///
/// It is how a card inside a larger document is read.
#[doc(hidden)]
#[derive(Debug, Clone)]
pub struct Document {
    tree: Tree,
    pointer: String,
}

impl Document {
    /// Reads a document of at most [`DOCUMENT`].
    ///
    /// # Errors
    ///
    /// See [`ReadErrorKind`].
    pub fn parse(json: &str) -> Result<Self, ReadError> {
        Self::parse_within(json, DOCUMENT)
    }

    /// Reads a document of at most this size.
    ///
    /// # Errors
    ///
    /// See [`ReadErrorKind`].
    pub fn parse_within(json: &str, limit: Limit) -> Result<Self, ReadError> {
        let had = limit.measure(json);
        if !limit.allows(had) {
            return Err(ReadError::new(ReadErrorKind::TooLarge { limit, had }));
        }
        if json.starts_with('\u{feff}') {
            return Err(ReadError::new(ReadErrorKind::ByteOrderMark).at(1, 1));
        }
        Ok(Self {
            tree: Tree::parse(json)?,
            pointer: String::new(),
        })
    }

    /// Takes the part at `pointer` out; `null` stays in its place. Errors of the part point into the whole.
    pub fn take(&mut self, pointer: &str) -> Option<Self> {
        let mut steps = pointer.split('/').skip(1);
        let part = steps.try_fold(&mut self.tree, |tree, step| tree.step(&plain_step(step)))?;
        Some(Self {
            tree: std::mem::replace(part, Tree::Null),
            pointer: format!("{}{pointer}", self.pointer),
        })
    }

    /// Whether it is an object with fields.
    pub fn has_fields(&self) -> bool {
        matches!(&self.tree, Tree::Object(fields) if !fields.is_empty())
    }

    /// The name of the field, of an object that has just one.
    pub fn only_field(&self) -> Option<&str> {
        match &self.tree {
            Tree::Object(fields) => match fields.as_slice() {
                [(name, _)] => Some(name),
                _ => None,
            },
            _ => None,
        }
    }

    /// What stands at `pointer`, in the words of an error; `None` where nothing does.
    pub fn kind_at(&self, pointer: &str) -> Option<&'static str> {
        self.at(pointer).map(Tree::kind)
    }

    /// The text at `pointer`.
    pub fn text_at(&self, pointer: &str) -> Option<&str> {
        match self.at(pointer)? {
            Tree::String(text) => Some(text),
            _ => None,
        }
    }

    /// The integer at `pointer`.
    pub fn integer_at(&self, pointer: &str) -> Option<i64> {
        match self.at(pointer)? {
            Tree::Number(number) => number.as_i64(),
            _ => None,
        }
    }

    fn at(&self, pointer: &str) -> Option<&Tree> {
        let mut steps = pointer.split('/').skip(1);
        steps.try_fold(&self.tree, |tree, step| tree.get(&plain_step(step)))
    }

    /// The document as a plain value.
    pub fn into_value(self) -> Value {
        self.tree.into_value()
    }

    /// Reads the document as one element.
    ///
    /// # Errors
    ///
    /// See [`ReadErrorKind`].
    pub fn into_element(self) -> Result<Element, ReadError> {
        element::element(self.tree).map_err(|error| error.prefixed(&self.pointer))
    }

    /// Reads the document as a card, also where parts of it cannot be read: what they are is an error each, in no order,
    /// and elements that cannot be read stand in the card as unknown ones, so that the others keep their places.
    ///
    /// Of a part, such as an element or the header, the fields that do not belong there are reported, of 16 objects in it
    /// at most, and one error that leaves nothing to read.
    pub fn into_card_with_errors(self) -> (Card, Vec<ReadError>) {
        every::card(self.tree, self.pointer)
    }

    /// Reads the document as a card.
    ///
    /// # Errors
    ///
    /// See [`ReadErrorKind`].
    pub fn into_card(self) -> Result<Card, ReadError> {
        card::card(self.tree).map_err(|error| error.prefixed(&self.pointer))
    }
}

impl Card {
    /// Reads a card.
    ///
    /// An element whose `tag` is not known becomes an [`Element::Other`]. An unknown field of a known element is an error,
    /// and so are a field that is there twice and a `null` where a field could be left out: nothing is dropped silently.
    /// Whether the card keeps to the platform's rules is not looked at; [`Card::validate`] does that.
    ///
    /// A number that 64 bits do not hold is kept as `serde_json` keeps it: as the nearest `f64`, unless its feature
    /// `arbitrary_precision` is on. An empty `elements`, `i18n` or `href` is read as one that is not there.
    ///
    /// ```
    /// use message_card::Card;
    ///
    /// let card = Card::from_json(r#"{"elements":[{"tag":"hr"}]}"#)?;
    /// assert_eq!(card, Card::new().hr());
    ///
    /// let error = Card::from_json(r#"{"elements":[{"style":"dashed"}]}"#).unwrap_err();
    /// assert_eq!(error.to_string(), "/elements/0: missing field `tag`");
    /// # Ok::<(), message_card::ReadError>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The first [`ReadError`]: the document is larger than [`DOCUMENT`], is not JSON, or is not a card.
    pub fn from_json(json: &str) -> Result<Self, ReadError> {
        Document::parse(json)?.into_card()
    }

    /// Reads a card from bytes, as [`Card::from_json`] does.
    ///
    /// # Errors
    ///
    /// As [`Card::from_json`], and where the bytes are not UTF-8.
    pub fn from_slice(json: &[u8]) -> Result<Self, ReadError> {
        if !DOCUMENT.allows(json.len()) {
            let (limit, had) = (DOCUMENT, json.len());
            return Err(ReadError::new(ReadErrorKind::TooLarge { limit, had }));
        }
        let json =
            std::str::from_utf8(json).map_err(|error| not_utf8(json, error.valid_up_to()))?;
        Self::from_json(json)
    }

    /// Reads a card from a value that was read before. Fields that were there twice are no longer seen.
    ///
    /// # Errors
    ///
    /// The first [`ReadError`].
    pub fn from_value(json: Value) -> Result<Self, ReadError> {
        card::card(Tree::from_value(json)?)
    }
}

fn not_utf8(json: &[u8], valid: usize) -> ReadError {
    let (mut line, mut column) = (1, 1);
    for byte in json.get(..valid).unwrap_or(json) {
        column += 1;
        if *byte == b'\n' {
            line += 1;
            column = 1;
        }
    }
    ReadError::new(ReadErrorKind::NotUtf8).at(line, column)
}

macro_rules! deserialize {
    ($($type:ty = $read:expr;)+) => {$(
        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                $read(Tree::deserialize(deserializer)?).map_err(D::Error::custom)
            }
        }
    )+};
}
deserialize! {
    Card = card::card;
    Config = card::config;
    Header = card::header;
    Link = card::link;
    Element = element::element;
    TextElement = element::text_element;
    ActionItem = element::action_item;
}
