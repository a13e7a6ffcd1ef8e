//! What every target is.

use card_model::Card;
use serde_core::Serialize;

use crate::Rendered;

/// A place that a card can be sent to.
///
/// Rendering is total: it takes any card, does not fail, and leaves nothing out without an entry in the
/// [`Report`](crate::Report). Whether the card keeps to the platform's rules is another question, which
/// [`Card::validate`] answers.
pub trait Target {
    /// One message of this target, which serialises to what its API takes.
    type Message: Serialize;

    /// What `card` becomes.
    fn render(&self, card: &Card) -> Rendered<Self::Message>;
}
