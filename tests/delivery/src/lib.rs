//! Requests, replies and callbacks against a gateway on loopback.
//!
//! - [`Gateway`] checks requests as the platforms say that they do; [`platform`] sends callbacks as they would.
//! - [`calls`] sends one card to every endpoint, with the [`known`] credentials or with somebody's own.
//! - [`recipes`] is what the guide shows: the test `guide` copies it there.

pub mod calls;
mod gateway;
pub mod known;
pub mod platform;
pub mod recipes;

pub use gateway::{Gateway, Rate, Shown};

#[cfg(doctest)]
#[doc = include_str!("../../../src/guide/sending.md")]
pub mod sending {}

#[cfg(doctest)]
#[doc = include_str!("../../../src/guide/callbacks.md")]
pub mod callbacks {}
