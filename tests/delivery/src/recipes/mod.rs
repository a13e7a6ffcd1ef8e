//! What the guide shows. Each file stands there as it is here, from its first `use` on: `tests/guide.rs` holds the two together.

pub mod callback;
pub mod queue;
pub mod rate_limit;
pub mod retry;
pub mod with_hyper;
pub mod with_reqwest;
pub mod with_reqwest_blocking;
pub mod with_ureq;
