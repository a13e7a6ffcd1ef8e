//! Random cards, and what the properties of every target ask of what a card becomes.
//!
//! `cargo test -p property-tests` runs a few ten thousand cases, the same ones each time: `.cargo/config.toml` has their seed.
//! `PROPTEST_CASES=100000 PROPTEST_RNG_SEED=$RANDOM cargo test --release -p property-tests` runs that many others for each property.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::missing_panics_doc,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod card;
pub mod count;
mod element;
pub mod harmless;
mod inline;
mod link;
pub mod markdowns;
pub mod people;
pub mod places;
pub mod setting;
pub mod shape;
mod source;
pub mod token;
pub mod undo;

pub use self::{
    card::card,
    setting::{Sent, Setting, setting},
};

use proptest::test_runner::Config;

/// The configuration of a property with this many cases, unless `PROPTEST_CASES` says how many.
///
/// A case that fails is printed in full and is best kept as a test of its own, so that nothing is written to disk.
pub fn cases(count: u32) -> Config {
    let wanted = std::env::var("PROPTEST_CASES").ok();
    Config {
        cases: wanted.and_then(|count| count.parse().ok()).unwrap_or(count),
        failure_persistence: None,
        max_shrink_iters: 4000,
        ..Config::default()
    }
}
