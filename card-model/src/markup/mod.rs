//! What `card!` expands to: a program of operations, values for its holes, and the builder that runs it.
//!
//! Not a public interface: the macro and this module have the same version.

mod blank;
mod builder;
mod card;
mod element;
mod inline;
mod link;
pub mod literal;
mod open;
mod program;
mod run;
mod text;
mod url;
mod value;

pub use self::{
    builder::{Builder, build},
    program::{Op, Program},
    value::{
        Given, Hole, IntoActions, IntoElements, IntoFields, IntoFlag, IntoJson, IntoLink, Show,
        Spliced, actions, elements, fields, flag, json, link, text,
    },
};
