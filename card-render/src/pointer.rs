//! Pointers into a card's JSON, as RFC 6901 writes them.

use std::fmt::Write as _;

use card_model::words::push_segment;

/// A pointer that grows on the way into a document and shrinks on the way out.
#[derive(Debug, Default)]
pub(crate) struct Pointer(String);

impl From<String> for Pointer {
    fn from(pointer: String) -> Self {
        Self(pointer)
    }
}

impl Pointer {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Steps into the field of this name, and returns what [`Pointer::leave`] needs to step out.
    pub(crate) fn enter(&mut self, name: &str) -> usize {
        let length = self.0.len();
        push_segment(&mut self.0, name);
        length
    }

    /// As [`Pointer::enter`], into the item at this index.
    pub(crate) fn enter_item(&mut self, index: usize) -> usize {
        let length = self.0.len();
        // Writing to a string does not fail.
        let _ = write!(self.0, "/{index}");
        length
    }

    /// Steps out of what was stepped into.
    pub(crate) fn leave(&mut self, length: usize) {
        self.0.truncate(length);
    }
}
