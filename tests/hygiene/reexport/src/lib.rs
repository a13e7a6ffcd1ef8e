//! `card!` in a crate that depends on a crate that depends on the library, under another name.

#[path = "../../grammar.rs"]
pub mod grammar;

mod facade {
    pub(crate) use hygiene_middle::message as card;
    pub(crate) use hygiene_middle::message_card::{Button, Card, Hr, Link, Markdown, Text};
}
