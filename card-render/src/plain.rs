//! The target for plain text.

use card_model::{
    Card,
    spec::{Format, Limit, Unit},
};

use crate::{
    Rendered, Target,
    body::Body,
    context::{Context, Known, Options},
    fit::{Measure, Room},
    options::setters,
    render::Drawing,
    summary,
};

/// The target for text without any markup: mails, logs, text messages, terminals.
///
/// ```
/// use message_card::prelude::*;
///
/// let card = card! {
///     <card>
///         <header title="发布完成"/>
///         <markdown>"**环境** production"</markdown>
///         <action><button href="https://ci.example.com/128">"查看"</button></action>
///     </card>
/// };
/// let text = PlainText::new().render(&card);
/// assert_eq!(text.messages, ["发布完成\n\n环境 production\n\n查看: https://ci.example.com/128"]);
/// ```
#[derive(Debug, Clone, Default)]
#[must_use]
#[non_exhaustive]
pub struct PlainText {
    options: Options,
    limit: Option<Limit>,
}

impl PlainText {
    /// The target, without a limit.
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets how long one message may be, in characters or bytes. A limit in items is none.
    pub const fn limit(mut self, limit: Limit) -> Self {
        self.limit = Some(limit);
        self
    }

    setters!(locale, client, fit);
}

impl Target for PlainText {
    type Message = String;

    fn render(&self, card: &Card) -> Rendered<String> {
        let locale = self.options.locale.as_deref();
        let body = Body::new(card, locale);
        let cx = Context::new(&self.options, Known::Emails);
        let mut drawing = Drawing::new(&body, &cx, Format::PlainText);
        let layout = drawing.layout(0);
        let limit = self.limit.filter(|limit| limit.unit != Unit::Items);
        let limit = limit.unwrap_or(Limit::chars(usize::MAX));
        let room = Room::of_text(limit, Measure::from(limit.unit));
        let mut messages = Vec::new();
        for part in drawing.write(&layout, room) {
            messages.push(part.text);
        }
        Rendered::new(messages, summary::of_body(&body), drawing.report())
    }
}
