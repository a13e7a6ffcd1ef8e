//! Cards to look at and to test with: every template of a service, and cards that mean no good.

mod hostile;

pub use hostile::{STRINGS, hostile_cards};
pub use template_tests::template_cards;
