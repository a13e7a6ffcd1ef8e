use card_model::{
    Card,
    spec::{self, Feature, Limit, Severity, dingtalk::BODY},
};

use super::{ActionButton, ActionCard, At, Buttons, Content, Markdown, Message, Orientation, Text};
use crate::{
    Person, Rendered, Target,
    body::{Body, Kind, button_link},
    context::{Context, Known, Options},
    fit::{Measure, Part, Room},
    layout::{Layout, Line, OwnButton},
    options::setters,
    render::Drawing,
    summary,
    survey::choose,
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
/// notifying; and one with a single button and links in its text, as a single button takes every tap on the card (that page
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
        let buttons = own_buttons(body, cx);
        match self.format {
            Some(Format::Text) => spec::Format::DingTalkText,
            Some(Format::ActionCard) if buttons > 0 => spec::Format::DingTalkActionCard,
            Some(_) => spec::Format::DingTalkMarkdown,
            None if buttons == 0 => spec::Format::DingTalkMarkdown,
            None => {
                let penalty = |format, has: &dyn Fn(Feature) -> bool| {
                    let is_card = format == spec::Format::DingTalkActionCard;
                    let takes_taps = buttons == 1 && has(Feature::Link);
                    if is_card && has(Feature::At) {
                        return Some(Severity::Lost);
                    }
                    (is_card && takes_taps).then_some(Severity::Degraded)
                };
                choose(body, cx, spec::Format::of_target("dingtalk"), penalty)
                    .unwrap_or(spec::Format::DingTalkMarkdown)
            }
        }
    }
}

/// How many buttons of the card open a link.
fn own_buttons(body: &Body<'_>, cx: &Context<'_>) -> usize {
    let items = body.items.iter().filter_map(|item| match item.kind {
        Kind::Action(actions) => Some(actions),
        _ => None,
    });
    let opens = |action: &&card_model::ActionItem| match action {
        card_model::ActionItem::Button(button) => {
            button_link(button).is_some_and(|link| cx.allowed_url(&link).is_some())
        }
        _ => false,
    };
    items.flatten().filter(opens).count()
}

impl Target for DingTalk {
    type Message = Message;

    fn render(&self, card: &Card) -> Rendered<Message> {
        let locale = self.options.locale.as_deref();
        let body = Body::new(card, locale);
        let cx = self.context();
        let summary = summary::of_body(&body);
        let title = if summary.is_empty() {
            cx.language.card().to_owned()
        } else {
            summary.clone()
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
            let draft = Draft {
                format,
                title: &title,
                buttons: &layout.buttons,
            };
            let room = draft.room(&layout, &cx);
            if is_card && room.overhead > BODY.max / 2 {
                // With such buttons there is no room for the text; as links they can be left out one by one.
                format = spec::Format::DingTalkMarkdown;
                continue;
            }
            let parts = drawing.write(&layout, room);
            let messages = draft.messages(parts);
            return Rendered::new(messages, summary, drawing.report());
        }
    }
}

/// A message without its text.
struct Draft<'d> {
    format: spec::Format,
    title: &'d str,
    buttons: &'d [OwnButton],
}

impl Draft<'_> {
    /// How long the text may be.
    fn room(&self, layout: &Layout<'_>, cx: &Context<'_>) -> Room {
        let lines = layout.head.iter().chain(&layout.body).chain(&layout.foot);
        let people = people(lines, cx);
        let message = self.message(self.title, "", &people, self.buttons);
        let overhead = serde_json::to_string(&message).map_or(0, |json| json.len());
        Room {
            limit: BODY,
            measure: Measure::Json,
            overhead,
            // It stands in the title as well.
            numbers: usize::from(self.format != spec::Format::DingTalkText),
            mentions: spec::dingtalk::AT_USERS.max,
        }
    }

    fn messages(&self, parts: Vec<Part>) -> Vec<Message> {
        let count = parts.len();
        let messages = parts.into_iter().enumerate().map(|(index, part)| {
            let is_last = index + 1 == count;
            let title = match count {
                1 => self.title.to_owned(),
                _ => format!("{} ({}/{count})", self.title, index + 1),
            };
            let buttons = if is_last { self.buttons } else { &[] };
            self.message(&title, &part.text, &part.mentioned, buttons)
        });
        messages.collect()
    }

    fn message(
        &self,
        title: &str,
        text: &str,
        people: &[Person],
        buttons: &[OwnButton],
    ) -> Message {
        let content = match (self.format, buttons) {
            (spec::Format::DingTalkText, _) => Content::from(Text::new(text)),
            (_, []) => Content::from(Markdown::new(title, text)),
            (_, buttons) => Content::from(action_card(title, text, buttons)),
        };
        let mut at = At::new();
        for person in people {
            at = match person {
                Person::UserId(id) => at.user_id(id.as_ref()),
                Person::Mobile(number) => at.mobile(number.as_ref()),
            };
        }
        Message::new(content).at(at)
    }
}

fn action_card(title: &str, text: &str, buttons: &[OwnButton]) -> ActionCard {
    if let [OwnButton { label, url, .. }] = buttons {
        return ActionCard::new(title, text, Buttons::single(label.as_str(), url.as_str()));
    }
    let own = buttons
        .iter()
        .map(|button| ActionButton::new(button.label.as_str(), button.url.as_str()));
    let card = ActionCard::new(title, text, Buttons::several(own));
    // Two buttons with short labels stand side by side; the platform stacks more of them anyway.
    let is_row = buttons.len() == 2
        && buttons
            .iter()
            .all(|button| ROW_LABEL.allows(ROW_LABEL.measure(&button.label)));
    card.btn_orientation(if is_row {
        Orientation::Horizontal
    } else {
        Orientation::Vertical
    })
}

/// How long a label may be that stands beside another one. Our own.
const ROW_LABEL: Limit = Limit::chars(8);

/// The people that lines mention, as many as one message can.
fn people<'l>(lines: impl Iterator<Item = &'l Line<'l>>, cx: &Context<'_>) -> Vec<Person> {
    let mut spans = Vec::new();
    let mut people: Vec<Person> = Vec::new();
    for line in lines {
        line.content.mentions(&mut spans);
        for span in spans.drain(..) {
            let card_model::markdown::Span::At { email, .. } = span else {
                continue;
            };
            let person = cx.person(&email).filter(|person| !people.contains(person));
            people.extend(person);
        }
        if people.len() >= spec::dingtalk::AT_USERS.max {
            break;
        }
    }
    people
}
