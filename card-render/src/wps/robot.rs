//! The target of a group robot.

use card_model::{
    Card,
    spec::{self, WEBHOOK},
};

use super::{WebhookMessage, repair::repair};
use crate::{
    Rendered, Target,
    body::Body,
    context::{Context, Known, Options},
    fit::{Measure, Room},
    options::setters,
    render::Drawing,
    summary,
};

/// The target for the group robot of WPS 协作: the card as it is, or as markdown or text.
///
/// ```
/// use message_card::prelude::*;
///
/// let card = card! { <card><header title="发布完成"/><text>"全部通过"</text></card> };
/// let robot = WpsWebhook::new().markdown().render(&card);
/// assert_eq!(
///     serde_json::to_string(&robot.messages[0])?,
///     r##"{"msgtype":"markdown","markdown":{"text":"# 发布完成\n\n全部通过"}}"##
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// A card is sent as [`Wps`](super::Wps) sends it, with the same report. The other kinds are at most 5000 characters; what a
/// robot's `markdown` knows is not documented beyond headings and quotations, and is taken to be what a card's markdown does.
/// A mention is documented for the robot's `text` only.
///
/// Source: `open-xz.wps.cn/pages/client/robot/custom-robot`. Its row for cards could not be read: that a robot takes this
/// dialect is seen in programs in use.
#[derive(Debug, Clone, Default)]
#[must_use]
#[non_exhaustive]
pub struct WpsWebhook {
    options: Options,
    kind: Kind,
}

/// A kind of message.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Kind {
    #[default]
    Card,
    Markdown,
    Text,
}

impl WpsWebhook {
    /// The target, for cards.
    pub fn new() -> Self {
        Self::default()
    }

    /// Renders to a `markdown` message.
    pub const fn markdown(mut self) -> Self {
        self.kind = Kind::Markdown;
        self
    }

    /// Renders to a `text` message.
    pub const fn text(mut self) -> Self {
        self.kind = Kind::Text;
        self
    }

    setters!(locale, client, fit);

    fn write(&self, card: &Card, format: spec::Format) -> Rendered<WebhookMessage> {
        let locale = self.options.locale.as_deref();
        let body = Body::new(card, locale);
        let cx = Context::new(&self.options, Known::Emails);
        let mut drawing = Drawing::new(&body, &cx, format);
        let layout = drawing.layout(0);
        let room = Room::of_text(WEBHOOK, Measure::Chars);
        let message = |text: String| match self.kind {
            Kind::Text => WebhookMessage::text(text),
            _ => WebhookMessage::markdown(text),
        };
        let mut messages = Vec::new();
        for part in drawing.write(&layout, room) {
            messages.push(message(part.text));
        }
        Rendered::new(messages, summary::of_body(&body), drawing.report())
    }
}

impl Target for WpsWebhook {
    type Message = WebhookMessage;

    fn render(&self, card: &Card) -> Rendered<WebhookMessage> {
        match self.kind {
            Kind::Markdown => self.write(card, spec::Format::WpsMarkdown),
            Kind::Text => self.write(card, spec::Format::WpsText),
            Kind::Card => {
                let mut sent = card.clone();
                let report = repair(&mut sent);
                let messages = vec![WebhookMessage::from(sent)];
                let summary = summary::summary(card, self.options.locale.as_deref());
                Rendered::new(messages, summary, report)
            }
        }
    }
}
