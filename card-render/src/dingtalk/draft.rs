//! A DingTalk message before its text is written.

use std::borrow::Cow;

use card_model::{
    markdown::Span,
    spec::{self, Limit, dingtalk::BODY},
    words::each,
};

use super::{ActionButton, ActionCard, At, Buttons, Content, Markdown, Message, Orientation, Text};
use crate::{
    Person,
    context::Context,
    fit::{Measure, Part, Room, number},
    layout::{Layout, Line, OwnButton},
    wire::Write,
};

/// A message without its text.
pub(super) struct Draft<'d> {
    pub(super) format: spec::Format,
    pub(super) title: &'d str,
    pub(super) buttons: &'d [OwnButton],
}

impl Draft<'_> {
    /// How long the text may be.
    pub(super) fn room(&self, layout: &Layout<'_>, cx: &Context<'_>) -> Room {
        let lines = layout.head.iter().chain(&layout.body).chain(&layout.foot);
        let people = people(lines, cx);
        let has_title = self.format != spec::Format::DingTalkText;
        let title = if has_title { self.title } else { "" };
        let message = self.message("", String::new(), &people, self.buttons);
        Room {
            limit: BODY,
            measure: Measure::Json,
            overhead: message.write().json_length() + Measure::Json.of(title),
            // It stands in the title as well.
            numbers: usize::from(has_title),
            mentions: spec::dingtalk::AT_USERS.max,
        }
    }

    pub(super) fn messages(&self, parts: Vec<Part>) -> Vec<Message> {
        let count = parts.len();
        let mut messages = Vec::with_capacity(count);
        for part in parts {
            let place = messages.len() + 1;
            let title = match count {
                1 => Cow::Borrowed(self.title),
                _ => Cow::Owned(format!("{} {}", self.title, number(place, count))),
            };
            let buttons = if place == count { self.buttons } else { &[] };
            messages.push(self.message(&title, part.text, &part.mentioned, buttons));
        }
        messages
    }

    fn message(
        &self,
        title: &str,
        text: String,
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

fn action_card(title: &str, text: String, buttons: &[OwnButton]) -> ActionCard {
    if let [OwnButton { label, url, .. }] = buttons {
        return ActionCard::new(title, text, Buttons::single(label.as_str(), url.as_str()));
    }
    let own = each(buttons, |button| {
        ActionButton::new(button.label.as_str(), button.url.as_str())
    });
    let card = ActionCard::new(title, text, Buttons::Several(own));
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
    if !cx.options.people.are_known() {
        return people;
    }
    for line in lines {
        line.content.mentions(&mut spans);
        for span in spans.drain(..) {
            let Span::At { email, .. } = span else {
                continue;
            };
            if let Some(person) = cx.person(&email)
                && !people.contains(&person)
            {
                people.push(person);
            }
        }
        if people.len() >= spec::dingtalk::AT_USERS.max {
            break;
        }
    }
    people
}
