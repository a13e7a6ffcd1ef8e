//! 钉钉: the messages that the webhook of a group robot takes.
//!
//! A [`Message`] serialises to the body of `POST https://oapi.dingtalk.com/robot/send?access_token=…`, and reads from it.
//! [`Message::validate`] holds it to the limits in [`card_model::spec::dingtalk`].
//!
//! Sources: `open.dingtalk.com/document/development/robot-message-type` and
//! `open.dingtalk.com/document/development/custom-robots-send-group-messages`.

pub mod deep_link;
mod draft;
mod message;
mod target;

pub use self::message::{
    ActionButton, ActionCard, At, Buttons, Content, FeedCard, FeedLink, Link, Markdown, Message,
    Orientation, Text,
};
pub use self::target::{DingTalk, Format};
