//! The lines of a card, part by part.

use std::borrow::Cow;

use card_model::{
    Href,
    markdown::{LinkTarget, Span, Spans},
};

use super::{Content, Gap, Kind, Line, Origin, OwnButton};
use crate::{body::Body, context::Context, dialect::Dialect};

/// Writes a card down as lines, part by part.
pub(super) struct Writer<'b, 'o> {
    pub(super) cx: &'b Context<'o>,
    pub(super) dialect: &'static Dialect,
    /// How many buttons of its own the format has.
    pub(super) own_buttons: usize,
    pub(super) lines: Vec<Line<'b>>,
    /// How the next line stands apart.
    pub(super) gap: Gap,
    pub(super) quote: u8,
    pub(super) indent: u16,
    pub(super) origin: Origin,
    pub(super) href: Option<&'b Href>,
    /// How many tables and code blocks there are.
    pub(super) blocks: usize,
    /// The table of pairs that was written last.
    pub(super) pairs: Option<usize>,
    /// How the next line begins an item of a list.
    pub(super) marker: Option<Kind>,
}

impl<'b, 'o> Writer<'b, 'o> {
    pub(super) fn new(cx: &'b Context<'o>, dialect: &'static Dialect, own_buttons: usize) -> Self {
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
    pub(super) fn push(&mut self, kind: Kind, content: Content<'b>) {
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

    pub(super) fn push_text(&mut self, text: impl Into<Cow<'b, str>>) {
        self.push(Kind::Text, Content::Text(text.into()));
    }

    pub(super) fn push_spans(&mut self, kind: Kind, spans: Spans<'b>) {
        self.push(kind, Content::Spans(spans));
    }

    /// As [`Self::push_spans`], with spans that the card does not have as they are.
    pub(super) fn push_own(&mut self, kind: Kind, spans: Vec<Span>) {
        self.push(kind, Content::Own(spans));
    }

    /// A line that leads to where an element or the card does.
    pub(super) fn details(&mut self, kind: Kind, url: String) {
        let details = self.cx.language.details().to_owned();
        self.push_own(kind, vec![link_span(url, vec![Span::Text(details)])]);
    }

    /// The card's link, where no button leads there as well.
    pub(super) fn card_link(
        &mut self,
        body: &'b Body<'_>,
        buttons: &[OwnButton],
        foot: &[Line<'_>],
    ) {
        let link = body.card.link.as_deref();
        let url = link.and_then(|link| self.cx.allowed_url(link));
        let is_known = |url: &String| {
            buttons.iter().any(|button| button.url == *url)
                || foot.iter().any(|line| line.content.leads_to(url))
        };
        if let Some(url) = url.filter(|url| !is_known(url)) {
            self.origin = Origin::CardLink;
            self.gap = Gap::Break;
            self.details(Kind::Buttons, url);
        }
    }
}

/// A link as a part of a line.
pub(super) fn link_span(url: String, content: Vec<Span>) -> Span {
    Span::Link {
        target: LinkTarget::Url(url.into()),
        content,
    }
}
