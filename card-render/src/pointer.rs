//! Pointers into a card's JSON, as RFC 6901 writes them.

use card_model::words::push_segment;

/// A pointer that grows on the way into a document and shrinks on the way out.
#[derive(Debug, Default)]
pub(crate) struct Pointer(String);

impl Pointer {
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }

    /// Steps into the field or item of this name, and returns what [`Pointer::leave`] needs to step out.
    pub(crate) fn enter(&mut self, name: &str) -> usize {
        let length = self.0.len();
        push_segment(&mut self.0, name);
        length
    }

    /// Steps out of what [`Pointer::enter`] stepped into.
    pub(crate) fn leave(&mut self, length: usize) {
        self.0.truncate(length);
    }
}
