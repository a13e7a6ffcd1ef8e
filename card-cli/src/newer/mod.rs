//! A card of the newer dialect, that of WPS 365, and the message around it.

mod place;
mod read;
mod receivers;

use std::collections::HashSet;

use card_model::Document;
use message_card::{
    Card, Report, Violation,
    wps::UnreadableMessage,
    wps365::{self, Message},
};

use self::read::{Part, Reader};
pub(crate) use self::{place::Places, receivers::check as check_receivers};
use crate::{document::MESSAGE, finding::Finding};

/// A card of the newer dialect that stands in a document.
pub(crate) struct Newer {
    /// Where the card stands; `None` where the document is its one element.
    pointer: Option<&'static str>,
    /// The card, in the message that it came in, or one of its own. For what cannot be read stands what breaks no rule.
    pub(crate) message: Message,
    /// What cannot be read; the pointers lead into the document.
    pub(crate) errors: Vec<UnreadableMessage>,
    /// Where in the card something stands that does break one.
    unread: HashSet<String>,
}

impl Newer {
    /// Reads the card at `pointer`, and the message around it if it is one. Who gets the message is no part of that.
    pub(crate) fn read(mut document: Document, pointer: &'static str) -> Self {
        let card = document.take(pointer);
        let mut reader = Reader::default();
        let card = match card {
            Some(card) if is_older(&card) => reader.older(),
            card => reader.card(card.map(Document::into_value).unwrap_or_default()),
        };
        let mut message = Message::new(card);
        let mut errors = reader.errors;
        for error in &mut errors {
            error.pointer.insert_str(0, pointer);
        }
        if pointer == MESSAGE {
            let mut reader = Reader::default();
            message.mentions = reader.around(document.into_value());
            errors.append(&mut reader.errors);
        }
        Self {
            pointer: Some(pointer),
            message,
            errors,
            unread: reader.unread,
        }
    }

    /// Reads one element, in a card of its own.
    pub(crate) fn of_element(document: Document) -> Self {
        let mut reader = Reader::default();
        let card = reader.card(Part::Element.around(document.into_value()));
        let mut newer = Self {
            pointer: None,
            message: Message::new(card),
            errors: Vec::new(),
            unread: reader.unread,
        };
        let errors = reader.errors.into_iter().map(|mut error| {
            error.pointer = newer.place(&error.pointer);
            error
        });
        newer.errors = errors.collect();
        newer
    }

    /// The rules that it breaks.
    pub(crate) fn violations(&self) -> Vec<Finding> {
        let (card, message) = (self.card(), &self.message);
        let (found, around) = if self.pointer == Some(MESSAGE) {
            ([message.validate(), message.validate_markdown()], MESSAGE)
        } else {
            ([card.validate(), card.validate_markdown()], "")
        };
        let found = found.into_iter().filter_map(Result::err).flatten();
        found
            .filter_map(|violation| self.violation(&violation, around))
            .collect()
    }

    /// A broken rule of the card, which stands at `around`, or of what is around it; none where the card has a stand-in.
    fn violation(&self, violation: &Violation, around: &str) -> Option<Finding> {
        let finding = Finding::newer_violation(violation);
        let Some(inside) = violation.pointer.strip_prefix(around) else {
            return Some(finding);
        };
        let pointer = self.place(inside);
        (!self.unread.contains(inside)).then_some(Finding { pointer, ..finding })
    }

    /// The pointer into the document for one into the card.
    pub(crate) fn place(&self, inside: &str) -> String {
        match self.pointer {
            Some(pointer) => format!("{pointer}{inside}"),
            // What is said of the card is said of its element.
            None => inside
                .strip_prefix(Part::Element.pointer())
                .unwrap_or_default()
                .to_owned(),
        }
    }

    /// The card in the older dialect, and what that cannot hold; its pointers lead into the card here.
    pub(crate) fn to_card(&self) -> (Card, Report) {
        self.message.to_card()
    }

    /// Where what stands in the older card stands in this one.
    pub(crate) fn places(&self) -> Places<'_> {
        Places::of(self.card())
    }

    const fn card(&self) -> &wps365::Card {
        &self.message.card
    }
}

/// Whether a card in a message of the newer dialect is one of the older.
fn is_older(card: &Document) -> bool {
    let has = |pointer: &str| card.kind_at(pointer).is_some();
    !has("/i18n_items") && (has("/elements") || has("/header") || has("/i18n"))
}
