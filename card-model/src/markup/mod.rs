//! What `card!` expands to: a program of operations, values for its holes, and the builder that runs it.
//!
//! Not a public interface: the macro and this module have the same version.

mod blank;
mod builder;
mod open;
mod program;
mod slot;
mod text;
mod url;
mod value;

pub use self::{
    builder::{Builder, build},
    program::{Op, Program, read},
    value::{
        Given, Hole, IntoActions, IntoElements, IntoFields, IntoFlag, IntoJson, IntoLink, Show,
        actions, elements, fields, flag, json, link, text,
    },
};
