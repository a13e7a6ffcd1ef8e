//! Places of a card.
