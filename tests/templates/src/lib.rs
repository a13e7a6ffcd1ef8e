//! Templates as services have them: each is a function that returns a card, and beside it the card of a usual day.
//!
//! `tests/snapshots.rs` shows what each becomes on every target.

pub mod alert;
pub mod approval;
pub mod certificate;
pub mod digest;
pub mod handover;
pub mod incident;
pub mod maintenance;
pub mod metrics;
pub mod minutes;
pub mod onboarding;
pub mod release;
pub mod report;
pub mod review;
pub mod survey;
pub mod window;
