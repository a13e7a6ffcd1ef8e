//! What a message card becomes: the payload of each target, and the report of what a target cannot show.
//!
//! This crate is a part of `message-card`, which re-exports it; import that one.

mod body;
mod choice;
mod client;
mod color;
mod context;
mod dialect;
pub mod dingtalk;
mod ellipsis;
mod emit;
mod fit;
mod json;
mod language;
mod layout;
mod options;
mod order;
mod person;
mod plain;
mod pointer;
mod preview;
mod quote;
#[cfg(test)]
mod random;
mod render;
mod rendered;
mod report;
mod snapshot;
mod summary;
mod survey;
mod target;
pub mod wecom;
mod wire;
pub mod wps;
pub mod wps365;

pub use crate::{
    client::Client,
    dingtalk::DingTalk,
    fit::Fit,
    person::Person,
    plain::PlainText,
    preview::{Preview, preview},
    rendered::{Rendered, TooLossy},
    report::{Loss, LossKind, Report, Severity},
    snapshot::snapshot,
    target::Target,
    wecom::WeCom,
    wps::{Wps, WpsWebhook},
    wps365::Wps365,
};

#[doc(hidden)]
pub use crate::preview::{Platform, bubble};
