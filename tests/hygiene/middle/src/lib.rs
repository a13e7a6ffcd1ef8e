//! A crate that hands the library on, as a company's own toolkit would.

pub use message_card;
pub use message_card::card as message;
