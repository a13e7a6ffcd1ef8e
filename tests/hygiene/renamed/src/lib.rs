//! `card!` in a crate that gave the library another name.

#[path = "../../grammar.rs"]
pub mod grammar;

mod facade {
    pub(crate) use kp::*;
}
