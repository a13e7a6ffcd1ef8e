#![doc = include_str!("overview.md")]

// The code in these chapters is that of the English ones, which are tested; `tests/translation.rs` compares them.
#[cfg_attr(not(doctest), doc = include_str!("first_card.md"))]
pub mod first_card {}
#[cfg_attr(not(doctest), doc = include_str!("values.md"))]
pub mod values {}
#[cfg_attr(not(doctest), doc = include_str!("safety.md"))]
pub mod safety {}
#[cfg_attr(not(doctest), doc = include_str!("testing.md"))]
#[allow(
    clippy::test_attr_in_doctest,
    reason = "it is an example, which executes its tests"
)]
pub mod testing {}
#[cfg_attr(not(doctest), doc = include_str!("migration.md"))]
pub mod migration {}
