//! WPS 365: its card dialect, the newer of the platform's two.
//!
//! [`Wps365`] is the target: a [`Card`](card_model::Card) becomes a [`Message`] with a card of this dialect, in every
//! language that it has. [`Card`] is such a card as data: built, read with [`Card::from_json`], checked with
//! [`Card::validate`], and carried over to the older dialect with [`Card::to_card`].
//!
//! What pages of the platform say is held to. What none that could be read says is marked where it stands: dividers, the
//! subtitle, and all of a button but its style are sent as programs in use do; for pictures no form is known.
//!
//! Sources: below `open.wps.cn/documents/app-integration-dev/guide/card/`, and for messages
//! `open.wps.cn/documents/app-integration-dev/wps365/server/im/message/message-content-description`.

mod button;
mod card;
mod config;
mod convert;
mod div;
mod element;
mod mention;
mod message;
mod names;
mod older;
mod read;
mod target;
mod text;
mod validate;

pub use self::{
    button::{Button, Label},
    card::{Body, Card, Header, I18nItem, Language},
    config::{Config, OperateList, ProcessingState},
    div::{Div, Division},
    element::{Element, Hr, Other},
    mention::{Identity, Mention},
    message::Message,
    target::Wps365,
    text::{Href, Icon, Text, TextAlign, TextContent, TextSize, TextType},
};
