//! Where on the page the elements of the card are drawn, so that the report can lead there.

use std::collections::BTreeMap;

/// The places of one panel.
#[derive(Debug)]
pub(super) struct Anchors {
    panel: usize,
    ids: BTreeMap<String, String>,
}

impl Anchors {
    pub(super) fn new(panel: usize) -> Self {
        Self {
            panel,
            ids: BTreeMap::new(),
        }
    }

    /// The id of what `pointer` leads to, which is drawn now.
    pub(super) fn put(&mut self, pointer: &str) -> String {
        let id = format!("p{}-{}", self.panel, self.ids.len());
        self.ids.insert(pointer.to_owned(), id.clone());
        id
    }

    /// The id of what `pointer` leads to, or of the innermost drawn part that holds it.
    pub(super) fn find(&self, pointer: &str) -> Option<&str> {
        let mut pointer = pointer;
        loop {
            if let Some(id) = self.ids.get(pointer) {
                return Some(id);
            }
            // What is said of a language that is not shown has no place here.
            if pointer.starts_with("/i18n") {
                return None;
            }
            pointer = pointer.rsplit_once('/')?.0;
        }
    }
}
