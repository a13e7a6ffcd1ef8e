//! What a message card becomes: the payload of each target, and the report of what a target cannot show.
//!
//! This crate is a part of `message-card`, which re-exports it; import that one.

mod pointer;
mod quote;
mod rendered;
mod report;
mod summary;
mod target;
pub mod wps;

pub use crate::{
    rendered::{Rendered, TooLossy},
    report::{Loss, LossKind, Report, Severity},
    target::Target,
    wps::Wps,
};
