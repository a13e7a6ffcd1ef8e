//! Where on the page the elements of the card are drawn, so that the report can lead there.

use std::collections::HashMap;

/// The places of one panel.
#[derive(Debug)]
pub(super) struct Anchors {
    panel: usize,
    numbers: HashMap<String, usize>,
}

impl Anchors {
    pub(super) fn new(panel: usize) -> Self {
        Self {
            panel,
            numbers: HashMap::new(),
        }
    }

    /// The id of what `pointer` leads to, which is drawn now.
    pub(super) fn put(&mut self, pointer: &str) -> String {
        let number = self.numbers.len();
        self.numbers.insert(pointer.to_owned(), number);
        self.id(number)
    }

    fn id(&self, number: usize) -> String {
        format!("p{}-{number}", self.panel)
    }

    /// The id of what `pointer` leads to, or of the innermost drawn part that holds it.
    pub(super) fn find(&self, pointer: &str) -> Option<String> {
        let mut pointer = pointer;
        loop {
            if let Some(number) = self.numbers.get(pointer) {
                return Some(self.id(*number));
            }
            // What is said of a language that is not shown has no place here.
            if pointer.starts_with("/i18n") {
                return None;
            }
            pointer = pointer.rsplit_once('/')?.0;
        }
    }
}
