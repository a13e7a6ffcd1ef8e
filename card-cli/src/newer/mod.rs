//! A card of the newer dialect, that of WPS 365, and the message around it.

mod place;
mod read;
mod receivers;

use std::collections::HashSet;

use card_model::Document;
use message_card::{
    Card, Report,
    wps::UnreadableMessage,
    wps365::{self, Message},
};

use self::read::Reader;
pub(crate) use self::{place::Places, receivers::check as check_receivers};
use crate::{document::MESSAGE, finding::Finding};

/// A card of the newer dialect that stands in a document.
pub(crate) struct Newer {
    /// Where the card stands.
    pub(crate) pointer: &'static str,
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
            pointer,
            message,
            errors,
            unread: reader.unread,
        }
    }

    /// The rules that it breaks.
    pub(crate) fn violations(&self) -> Vec<Finding> {
        let (found, prefix) = if self.pointer == MESSAGE {
            (self.message.validate(), "")
        } else {
            (self.message.card.validate(), self.pointer)
        };
        let of_markdown = self.card().validate_markdown();
        let found = [(found, prefix), (of_markdown, self.pointer)];
        let found = found.into_iter().flat_map(|(found, prefix)| {
            let found = found.err().into_iter().flatten();
            found.map(move |violation| Finding::newer_violation(&violation).prefixed(prefix))
        });
        found.filter(|finding| !self.is_unread(finding)).collect()
    }

    fn is_unread(&self, finding: &Finding) -> bool {
        let inside = finding.pointer.strip_prefix(self.pointer);
        inside.is_some_and(|inside| self.unread.contains(inside))
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
