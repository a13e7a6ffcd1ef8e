//! `card!` in a crate without a prelude.

#![no_implicit_prelude]

#[path = "../../grammar.rs"]
pub mod grammar;

mod facade {
    pub(crate) use ::message_card::*;
}
