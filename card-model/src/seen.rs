//! Texts that were seen.

use std::collections::HashMap;

/// Texts, each once. A map of numbers as there are others, so that no other is compiled for it.
#[derive(Debug, Clone, Default)]
pub struct Seen(HashMap<String, usize>);

impl Seen {
    /// Adds `text`, and tells whether it was not there yet.
    pub fn insert(&mut self, text: &str) -> bool {
        self.0.insert(text.to_owned(), 0).is_none()
    }

    /// Whether `text` is there.
    pub fn contains(&self, text: &str) -> bool {
        self.0.contains_key(text)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes all away.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}
