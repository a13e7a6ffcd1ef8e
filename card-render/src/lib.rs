//! What a message card becomes: the payload of each target, and the report of what a target cannot show.
//!
//! This crate is a part of `message-card`, which re-exports it; import that one.

mod body;
mod client;
mod color;
mod context;
mod dialect;
pub mod dingtalk;
mod emit;
mod fit;
mod language;
mod layout;
mod options;
mod person;
mod plain;
mod pointer;
mod quote;
mod render;
mod rendered;
mod report;
mod summary;
mod survey;
mod target;
pub mod wecom;
mod wire;
pub mod wps;

pub use crate::{
    client::Client,
    dingtalk::DingTalk,
    fit::Fit,
    person::Person,
    plain::PlainText,
    rendered::{Rendered, TooLossy},
    report::{Loss, LossKind, Report, Severity},
    target::Target,
    wecom::WeCom,
    wps::{Wps, WpsWebhook},
};
