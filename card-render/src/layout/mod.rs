//! From a card to the lines of a message.

mod element;
mod line;
mod prose;

pub(crate) use self::{
    element::BETWEEN,
    line::{Content, Gap, Kind, Line, Origin},
};

use std::borrow::Cow;

use card_model::markdown::{LinkTarget, Span};

use crate::{
    body::{Body, Kind as ItemKind},
    context::Context,
    dialect::Dialect,
    survey::Decision,
};

/// The lines of a message.
#[derive(Debug, Default)]
pub(crate) struct Layout<'b> {
    /// The title, and the line under it.
    pub(crate) head: Vec<Line<'b>>,
    pub(crate) body: Vec<Line<'b>>,
    /// The last row of buttons, and the link of the card.
    pub(crate) foot: Vec<Line<'b>>,
    /// The buttons that a format shows as such.
    pub(crate) buttons: Vec<OwnButton>,
}

/// A button beside the text.
#[derive(Debug, Clone)]
pub(crate) struct OwnButton {
    pub(crate) origin: Origin,
    pub(crate) label: String,
    pub(crate) url: String,
}

/// Writes a card down as lines.
pub(crate) struct Writer<'b, 'o> {
    pub(crate) cx: &'b Context<'o>,
    pub(crate) dialect: Dialect,
    /// How many buttons of its own the format has.
    pub(crate) own_buttons: usize,
    lines: Vec<Line<'b>>,
    /// How the next line stands apart.
    gap: Gap,
    quote: u8,
    indent: u16,
    origin: Origin,
    href: Option<&'b card_model::Href>,
    /// How many tables and code blocks there are.
    blocks: usize,
    /// The table of pairs that was written last.
    pairs: Option<usize>,
    /// How the next line begins an item of a list.
    marker: Option<Kind>,
}

impl<'b> Layout<'b> {
    /// The lines of `body`; `own_buttons` is how many buttons the format has beside its text.
    pub(crate) fn new(
        body: &'b Body<'_>,
        decisions: &[Decision],
        cx: &'b Context<'_>,
        dialect: Dialect,
        own_buttons: usize,
    ) -> Self {
        let mut writer = Writer::new(cx, dialect, own_buttons);
        writer.head(body);
        let head = std::mem::take(&mut writer.lines);
        let last = last_actions(body);
        let mut foot = Vec::new();
        let mut buttons = Vec::new();
        for (index, item) in body.items.iter().enumerate() {
            writer.origin = Origin::Element(index);
            writer.gap = Gap::Element;
            let decision = decisions.get(index).copied().unwrap_or(Decision::Show);
            if !last.contains(&index) {
                writer.item(item, decision);
                continue;
            }
            let lines = std::mem::take(&mut writer.lines);
            if let ItemKind::Action(actions) = item.kind {
                writer.last_action(actions, &mut buttons);
            }
            foot.append(&mut writer.lines);
            writer.lines = lines;
        }
        let body_lines = std::mem::take(&mut writer.lines);
        writer.card_link(body, &buttons, &foot);
        foot.append(&mut writer.lines);
        Self {
            head,
            body: body_lines,
            foot,
            buttons,
        }
    }
}

/// The rows of buttons that end the message: the last one, with those right before it.
fn last_actions(body: &Body<'_>) -> std::ops::Range<usize> {
    let is_action = |index: usize| {
        matches!(
            body.items.get(index).map(|item| &item.kind),
            Some(ItemKind::Action(_))
        )
    };
    let Some(last) = (0..body.items.len()).rev().find(|index| is_action(*index)) else {
        return 0..0;
    };
    let first = (0..last).rev().take_while(|index| is_action(*index)).last();
    first.unwrap_or(last)..last + 1
}

impl<'b, 'o> Writer<'b, 'o> {
    fn new(cx: &'b Context<'o>, dialect: Dialect, own_buttons: usize) -> Self {
        Self {
            cx,
            dialect,
            own_buttons,
            lines: Vec::new(),
            gap: Gap::Block,
            quote: 0,
            indent: 0,
            origin: Origin::Title,
            href: None,
            blocks: 0,
            pairs: None,
            marker: None,
        }
    }

    /// Adds a line; what follows is the next line of the same paragraph.
    fn push(&mut self, kind: Kind, content: Content<'b>) {
        self.lines.push(Line {
            kind,
            content,
            gap: self.gap,
            quote: self.quote,
            indent: self.indent,
            origin: self.origin,
            href: self.href,
        });
        self.gap = Gap::Break;
    }

    fn push_text(&mut self, text: impl Into<Cow<'b, str>>) {
        self.push(Kind::Text, Content::Text(text.into()));
    }

    fn push_spans(&mut self, kind: Kind, spans: impl Into<Cow<'b, [Span]>>) {
        self.push(kind, Content::Spans(spans.into()));
    }

    fn head(&mut self, body: &'b Body<'_>) {
        if let Some(title) = &body.title {
            self.passage_line(title, Kind::Title);
        }
        if let Some(subtitle) = &body.subtitle {
            self.origin = Origin::Subtitle;
            self.gap = Gap::Break;
            self.passage_line(subtitle, Kind::Subtitle);
        }
        self.href = None;
    }

    /// The card's link, where no button leads there as well.
    fn card_link(&mut self, body: &'b Body<'_>, buttons: &[OwnButton], foot: &[Line<'_>]) {
        let link = body.card.link.as_deref();
        let url = link.and_then(|link| self.cx.allowed_url(link));
        let is_known = |url: &String| {
            buttons.iter().any(|button| button.url == *url)
                || foot.iter().any(|line| line.content.leads_to(url))
        };
        if let Some(url) = url.filter(|url| !is_known(url)) {
            self.origin = Origin::CardLink;
            self.gap = Gap::Break;
            let details = self.cx.language.details().to_owned();
            self.push_spans(
                Kind::Buttons,
                vec![link_span(url, vec![Span::Text(details)])],
            );
        }
    }
}

/// A link as a part of a line.
pub(crate) fn link_span(url: String, content: Vec<Span>) -> Span {
    Span::Link {
        target: LinkTarget::Url(url.into()),
        content,
    }
}
