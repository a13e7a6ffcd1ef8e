//! What a message card is: the types, their wire JSON, markdown, limits and validation.
//!
//! This crate is a part of `message-card`, which re-exports it; import that one.

mod action;
mod bytes;
mod card;
mod clean;
mod config;
mod div;
mod each;
mod element;
mod fallback;
mod header;
mod href;
mod image;
mod json;
mod link;
mod list;
pub mod markdown;
#[doc(hidden)]
pub mod markup;
mod names;
mod path;
#[cfg(test)]
mod random;
mod read;
mod seen;
pub mod spec;
mod text;
mod validate;
mod violation;
#[doc(hidden)]
pub mod words;
mod write;

pub use crate::{
    action::{Action, ActionItem, Button},
    card::{Card, Language, Locale},
    config::{ClientType, Config, NonsupportClient, OperatorAllow, TodoSwitch},
    div::{Div, Division, Hr},
    element::{Element, Other},
    fallback::Fallback,
    header::Header,
    href::Href,
    image::{Img, PicText},
    link::Link,
    markdown::Markdown,
    markup::{IntoActions, IntoElements, IntoFields, IntoFlag, IntoJson, IntoLink, Show},
    read::{Lookalike, Position, ReadError, ReadErrorKind},
    text::{Text, TextElement},
    violation::{Rule, Violation, Violations},
};

#[doc(hidden)]
pub use crate::read::Document;

/// A text of the model: a literal is borrowed, anything else owned.
pub type Str = std::borrow::Cow<'static, str>;

/// A list of the model: one that is literal in `card!` is borrowed, any other owned. What changes it takes
/// [`to_mut`](std::borrow::Cow::to_mut), and a `Vec` becomes one with `into`.
pub type List<T> = std::borrow::Cow<'static, [T]>;
