//! The target DingTalk: which kind of message a card becomes.

use card_model::{
    Card,
    spec::{self, Feature, Severity, dingtalk::BODY},
};

use super::{Message, draft::Draft};
use crate::{
    LossKind, Rendered, Target,
    body::Body,
    context::{Context, Known, Options},
    layout::Layout,
    options::setters,
    render::Drawing,
    summary,
    survey::{Kept, choose, own_buttons},
};

/// The target DingTalk: a group robot's message.
///
/// ```
/// use message_card::prelude::*;
///
/// let card = card! {
///     <card>
///         <header title="发布完成"/>
///         <text>"全部通过"</text>
///         <action><button href="https://ci.example.com/128">"查看"</button></action>
///     </card>
/// };
/// let ding = DingTalk::new().render(&card);
/// assert_eq!(
///     serde_json::to_string(&ding.messages[0])?,
///     r####"{"msgtype":"actionCard","actionCard":{"title":"发布完成","text":"### 发布完成\n\n全部通过","singleTitle":"查看","singleURL":"https://ci.example.com/128"}}"####
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// By default a card with buttons that open a link becomes an `actionCard`, another one a `markdown`. Two kinds of cards with
/// buttons become a `markdown` as well: one that mentions somebody, as an `actionCard` is reported to show mentions without
/// notifying; and one with a single button and links that lead elsewhere, as a single button takes every tap on the card (that page
/// is written for service groups, `open.dingtalk.com/document/development/service-group-messages`, and is taken to hold for
/// robots).
///
/// Each message is at most 20000 bytes of JSON, as the server's error 460101 says; it is measured as it is sent.
#[derive(Debug, Clone, Default)]
#[must_use]
#[non_exhaustive]
pub struct DingTalk {
    options: Options,
    format: Option<Format>,
}

/// A kind of DingTalk message that a card can become.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// `markdown`: buttons become links.
    Markdown,
    /// `actionCard`, where the card has a button that opens a link; `markdown` where it has none.
    ActionCard,
    /// `text`.
    Text,
}

impl DingTalk {
    /// The target.
    pub fn new() -> Self {
        Self::default()
    }

    /// Renders to this kind of message, whatever the card needs.
    pub const fn format(mut self, format: Format) -> Self {
        self.format = Some(format);
        self
    }

    setters!(locale, client, people, fit);

    fn context(&self) -> Context<'_> {
        let mut cx = Context::new(&self.options, Known::All);
        cx.deep_links = self.format != Some(Format::Text);
        cx
    }

    /// The format that is asked for, or that loses least.
    fn choose(&self, body: &Body<'_>, cx: &Context<'_>) -> spec::Format {
        let has_buttons = !own_buttons(body, cx).is_empty();
        match self.format {
            Some(Format::Text) => spec::Format::DingTalkText,
            Some(Format::ActionCard) if has_buttons => spec::Format::DingTalkActionCard,
            Some(_) => spec::Format::DingTalkMarkdown,
            None if !has_buttons => spec::Format::DingTalkMarkdown,
            None => {
                let penalty = |format, has: &dyn Fn(Feature) -> bool| {
                    let is_card = format == spec::Format::DingTalkActionCard;
                    (is_card && has(Feature::At)).then_some(Severity::Lost)
                };
                let kept = Kept::new(body, cx);
                choose(body, &kept, spec::Format::of_target("dingtalk"), &penalty)
                    .unwrap_or(spec::Format::DingTalkMarkdown)
            }
        }
    }
}

const TAPS: &str =
    "on phones a tap anywhere is likely to open the one button, and none of the other links";

/// Whether a tap on a link of the text would open the one button instead, which leads elsewhere.
fn takes_taps(layout: &Layout<'_>, cx: &Context<'_>) -> bool {
    let [button] = layout.buttons.as_slice() else {
        return false;
    };
    let mut lines = layout.body.iter().chain(&layout.foot);
    lines.any(|line| line.leads_elsewhere(&button.url, cx))
}

impl Target for DingTalk {
    type Message = Message;

    fn render(&self, card: &Card) -> Rendered<Message> {
        let locale = self.options.locale.as_deref();
        let body = Body::new(card, locale);
        let cx = self.context();
        let summary = summary::of_body(&body);
        let title = match summary.as_str() {
            "" => cx.language.card(),
            summary => summary,
        };
        let mut format = self.choose(&body, &cx);
        loop {
            let mut drawing = Drawing::new(&body, &cx, format);
            let is_card = format == spec::Format::DingTalkActionCard;
            let layout = drawing.layout(if is_card {
                spec::dingtalk::BUTTONS.max
            } else {
                0
            });
            let takes_taps = is_card && takes_taps(&layout, &cx);
            if takes_taps {
                drawing.lose_of_card(LossKind::Replaced, Severity::Degraded, TAPS);
            }
            let draft = Draft {
                format,
                title,
                buttons: &layout.buttons,
            };
            let room = draft.room(&layout, &cx);
            // With such buttons there is no room for the text; as links they can be left out one by one.
            let is_full = is_card && room.overhead > BODY.max / 2;
            if is_full || (takes_taps && self.format.is_none()) {
                format = spec::Format::DingTalkMarkdown;
                continue;
            }
            let parts = drawing.write(&layout, room);
            let messages = draft.messages(parts);
            return Rendered::new(messages, summary, drawing.report());
        }
    }
}
