//! `card!` in a crate of edition 2021.

#[path = "../../grammar.rs"]
pub mod grammar;

mod facade {
    pub(crate) use message_card::*;
}
