#![doc = include_str!("overview.md")]
#![allow(non_snake_case)]

pub mod zh;

#[doc = include_str!("first_card.md")]
pub mod first_card {}
#[doc = include_str!("values.md")]
pub mod values {}
#[doc = include_str!("card.md")]
pub mod card {}
#[doc = include_str!("config.md")]
pub mod config {}
#[doc = include_str!("link.md")]
pub mod link {}
#[doc = include_str!("header.md")]
pub mod header {}
#[doc = include_str!("text.md")]
pub mod text {}
#[doc = include_str!("markdown.md")]
pub mod markdown {}
#[doc = include_str!("div.md")]
pub mod div {}
#[doc = include_str!("img.md")]
pub mod img {}
#[doc = include_str!("hr.md")]
pub mod hr {}
#[doc = include_str!("picText.md")]
pub mod picText {}
#[doc = include_str!("action.md")]
pub mod action {}
#[doc = include_str!("button.md")]
pub mod button {}
#[doc = include_str!("href.md")]
pub mod href {}
#[doc = include_str!("locale.md")]
pub mod locale {}
#[doc = include_str!("raw.md")]
pub mod raw {}
#[doc = include_str!("b.md")]
pub mod b {}
#[doc = include_str!("i.md")]
pub mod i {}
#[doc = include_str!("s.md")]
pub mod s {}
#[doc = include_str!("font.md")]
pub mod font {}
#[doc = include_str!("a.md")]
pub mod a {}
#[doc = include_str!("at.md")]
pub mod at {}
#[doc = include_str!("br.md")]
pub mod br {}
#[doc = include_str!("safety.md")]
pub mod safety {}
#[doc = include_str!("targets.md")]
pub mod targets {}
#[doc = include_str!("wps365.md")]
pub mod wps365 {}
#[doc = include_str!("testing.md")]
#[allow(
    clippy::test_attr_in_doctest,
    reason = "it is an example, which executes its tests"
)]
pub mod testing {}
#[doc = include_str!("preview.md")]
pub mod preview {}
// Their examples need clients: the package `delivery-tests` runs them, as its own.
#[cfg_attr(all(feature = "api", not(doctest)), doc = include_str!("sending.md"))]
#[cfg_attr(
    not(feature = "api"),
    doc = "This chapter is about the feature `api`, and is there with it."
)]
pub mod sending {}
#[cfg_attr(all(feature = "api", not(doctest)), doc = include_str!("callbacks.md"))]
#[cfg_attr(
    not(feature = "api"),
    doc = "This chapter is about the feature `api`, and is there with it."
)]
pub mod callbacks {}
#[doc = include_str!("limits.md")]
pub mod limits {}
#[doc = include_str!("migration.md")]
pub mod migration {}
#[doc = include_str!("command.md")]
pub mod command {}
