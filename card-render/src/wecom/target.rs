//! The target WeCom: which kind of message a card becomes.

use card_model::{
    Card,
    spec::{self, Limit, wecom},
};

use super::{Markdown, MarkdownV2, Message, Text, template};
use crate::{
    LossKind, Person, Rendered, Severity, Target,
    body::Body,
    context::{Context, Known, Options},
    fit::{Measure, Part, Room},
    options::setters,
    render::Drawing,
    summary,
    survey::{Kept, choose, no_penalty},
};

/// The target WeCom (企业微信): a group robot's message.
///
/// ```
/// use message_card::prelude::*;
///
/// let card = card! {
///     <card>
///         <header title="发布完成"/>
///         <markdown>"负责人 " <at email="lin@wps.cn">"林亮"</at></markdown>
///     </card>
/// };
/// let wecom = WeCom::new()
///     .people(|email| (email == "lin@wps.cn").then_some("linliang"))
///     .render(&card);
/// assert_eq!(
///     serde_json::to_string(&wecom.messages[0])?,
///     r##"{"msgtype":"markdown","markdown":{"content":"# 发布完成\n\n负责人 <@linliang>"}}"##
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// By default a card becomes the one of `markdown` and `markdown_v2` that loses less of it: the first has mentions and
/// colours, the second tables, pictures and lists. Clients below 4.1.36 (4.1.38 on Android) show a `markdown_v2` as it is
/// written, and those who read along in WeChat see neither: [`Format::Text`] reaches all of them.
///
/// Source: `developer.work.weixin.qq.com/document/path/99110`. It says nothing about escapes: a character of a text that
/// would be markup is sent as its full-width look-alike, and the report says so.
#[derive(Debug, Clone, Default)]
#[must_use]
#[non_exhaustive]
pub struct WeCom {
    options: Options,
    format: Option<Format>,
}

/// A kind of WeCom message that a card can become.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// `markdown`.
    Markdown,
    /// `markdown_v2`.
    MarkdownV2,
    /// `template_card`: a `news_notice` where the card has a picture with a public copy, else a `text_notice`.
    ///
    /// The platform wants one to lead somewhere: a card without any link becomes a `markdown`, and the report says so.
    TemplateCard,
    /// `template_card` with `card_type` `text_notice`.
    TextNotice,
    /// `template_card` with `card_type` `news_notice`; a `text_notice` where there is no picture with a public copy.
    NewsNotice,
    /// `text`.
    Text,
}

impl WeCom {
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

    fn text(
        &self,
        body: &Body<'_>,
        cx: &Context<'_>,
        format: spec::Format,
        kept: Option<&Kept>,
    ) -> (Vec<Message>, crate::Report) {
        let mut drawing = Drawing::of_kept(body, cx, format, kept);
        if matches!(
            self.format,
            Some(Format::TemplateCard | Format::TextNotice | Format::NewsNotice)
        ) {
            let detail = "this is a `markdown`: a `template_card` has to lead somewhere, and the card has no link";
            drawing.lose_of_card(LossKind::Replaced, Severity::Degraded, detail);
        }
        let layout = drawing.layout(0);
        let room = Room::of_text(limit_of(format), Measure::Bytes);
        let mut messages = Vec::new();
        for part in drawing.write(&layout, room) {
            messages.push(message(format, part));
        }
        (messages, drawing.report())
    }
}

const fn limit_of(format: spec::Format) -> Limit {
    match format {
        spec::Format::WeComText => wecom::TEXT,
        spec::Format::WeComMarkdownV2 => wecom::MARKDOWN_V2,
        _ => wecom::MARKDOWN,
    }
}

fn message(format: spec::Format, part: Part) -> Message {
    match format {
        spec::Format::WeComText => {
            let mut text = Text::new(part.text);
            for person in part.mentioned {
                text = match person {
                    Person::UserId(id) => text.mention(id),
                    Person::Mobile(number) => text.mention_mobile(number),
                };
            }
            text.into()
        }
        spec::Format::WeComMarkdownV2 => MarkdownV2::new(part.text).into(),
        _ => Markdown::new(part.text).into(),
    }
}

impl Target for WeCom {
    type Message = Message;

    fn render(&self, card: &Card) -> Rendered<Message> {
        let locale = self.options.locale.as_deref();
        let body = Body::new(card, locale);
        let known = if self.format == Some(Format::Text) {
            Known::All
        } else {
            Known::UserIds
        };
        let mut cx = Context::new(&self.options, known);
        cx.card_image = self.format != Some(Format::TextNotice);
        let mut kept = None;
        let format = match self.format {
            Some(Format::Markdown) => Some(spec::Format::WeComMarkdown),
            Some(Format::MarkdownV2) => Some(spec::Format::WeComMarkdownV2),
            Some(Format::Text) => Some(spec::Format::WeComText),
            Some(Format::TemplateCard | Format::TextNotice | Format::NewsNotice) => None,
            None => {
                let kept = kept.insert(Kept::new(&body, &cx));
                choose(&body, kept, spec::Format::of_target("wecom"), &no_penalty)
            }
        };
        let template = || template::render(&body, &cx);
        let rendered = match format {
            Some(format) => self.text(&body, &cx, format, kept.as_ref()),
            None => template()
                .unwrap_or_else(|| self.text(&body, &cx, spec::Format::WeComMarkdown, None)),
        };
        let (messages, report) = rendered;
        Rendered::new(messages, summary::of_body(&body), report)
    }
}
