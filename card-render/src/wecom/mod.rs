//! 企业微信: the messages that the webhook of a group robot takes.
//!
//! A [`Message`] serialises to the body of `POST https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…`, and reads from
//! it. [`Message::validate`] holds it to the documented limits, which are in [`card_model::spec::wecom`]. The types here are
//! those of the webhook: what only app messages have (`button_interaction`, `task_id`, …) is not part of them.
//!
//! Source: `developer.work.weixin.qq.com/document/path/99110`.

mod message;
mod target;
mod template;

pub use self::message::{
    ASPECT_RATIO, Article, CardAction, CardImage, EmphasisContent, File, HorizontalContent, Image,
    ImageTextArea, Jump, MainTitle, Markdown, MarkdownV2, Message, News, NewsNotice, QuoteArea,
    Source, TemplateCard, Text, TextNotice, VerticalContent, Voice,
};
pub use self::target::{Format, WeCom};
