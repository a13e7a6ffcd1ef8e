//! WPS 协作: what a card becomes there, and the call that sends it.
//!
//! [`Wps`] is the target: a card becomes the [`Content`] of a message with `msg_type` 23. [`SendMessage`] is the body of the
//! call that sends it. This is the older of the platform's two card dialects; the newer one is that of [`wps365`](crate::wps365).
//!
//! Sources: `open-xz.wps.cn/pages/server/msg-and-group/sendmsgV2/`, and `quick-start/how-to-send-msg-card.html` below
//! `bgpt.qhzwfw.gov.cn/developer/document/app/history/collab-dev/dev-guide/msg-card/`.

mod content;
mod invalid;
mod message;
mod read;
mod receivers;
pub(crate) mod repair;
mod robot;
mod target;
mod validate;
mod webhook;
mod write;

pub use self::{
    content::Content,
    invalid::{Fault, FaultKind, InvalidMessage},
    message::{Producer, SendMessage, Utype},
    read::{UnreadableKind, UnreadableMessage},
    receivers::Receivers,
    robot::WpsWebhook,
    target::Wps,
    webhook::WebhookMessage,
};
