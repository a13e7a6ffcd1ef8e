//! Pointers into a card's JSON, as RFC 6901 writes them.

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
        self.0.push('/');
        push_number(&mut self.0, index);
        length
    }

    /// Steps out of what was stepped into.
    pub(crate) fn leave(&mut self, length: usize) {
        self.0.truncate(length);
    }
}

/// Writes a number: each element has one, and the formatter takes longer than to look at most of them.
fn push_number(out: &mut String, number: usize) {
    if number > 9 {
        push_number(out, number / 10);
    }
    out.extend(
        u32::try_from(number % 10)
            .ok()
            .and_then(|digit| char::from_digit(digit, 10)),
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_entered_by_their_number() {
        for index in [0, 9, 10, 99, 100, 1203, usize::MAX] {
            let mut pointer = Pointer::from("/elements".to_owned());
            let outside = pointer.enter_item(index);
            assert_eq!(pointer.as_str(), format!("/elements/{index}"));
            pointer.leave(outside);
            assert_eq!(pointer.as_str(), "/elements");
        }
    }
}
