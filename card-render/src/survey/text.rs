//! The walk through a text.

use card_model::{
    Href,
    markdown::{BlockRef, Blocks, SpanRef, Spans},
    spec::{Feature, Severity, address::check_url},
    words::Name,
};

use super::{Survey, What};
use crate::{
    LossKind,
    body::{Passage, Prose},
    person::shown_name,
};

impl Survey<'_, '_> {
    pub(super) fn prose(&mut self, passage: &Passage<'_>) {
        if let Prose::Marked(flow) = &passage.prose {
            self.blocks(flow.blocks(), passage.href, false);
        }
    }

    fn blocks(&mut self, blocks: Blocks<'_>, href: Option<&Href>, in_quote: bool) {
        for block in blocks {
            match block {
                BlockRef::Paragraph(spans) => self.spans(spans, href, false),
                BlockRef::Heading { content, .. } => {
                    self.feature("markdown", Feature::Heading, "");
                    self.spans(content, href, false);
                }
                BlockRef::Quote(blocks) => {
                    self.feature("markdown", Feature::Quote, "");
                    if in_quote {
                        self.feature("markdown", Feature::QuoteNested, "");
                    }
                    self.blocks(blocks, href, true);
                }
                BlockRef::List { items, .. } => {
                    self.feature("markdown", Feature::List, "");
                    for item in items {
                        self.blocks(item, href, in_quote);
                    }
                }
                BlockRef::Code { .. } => self.feature("markdown", Feature::CodeBlock, ""),
                BlockRef::Table { header, rows, .. } => {
                    self.feature("markdown", Feature::Table, "");
                    for cell in header.chain(rows.flatten()) {
                        self.spans(cell, href, false);
                    }
                }
                BlockRef::Rule => self.feature("markdown", Feature::Hr, ""),
            }
        }
    }

    fn spans(&mut self, mut spans: Spans<'_>, href: Option<&Href>, in_link: bool) {
        // Where they are, as they are: a copy costs more than the walk.
        while let Some(span) = spans.next_marked() {
            match span {
                SpanRef::Link { target, content } => {
                    self.text_link(target, content, href, in_link);
                    self.spans(content, href, true);
                }
                SpanRef::At { email, content } => self.mention(email, content, in_link),
                SpanRef::Code(_) => self.feature("markdown", Feature::Code, ""),
                SpanRef::Image { url, alt } => self.image(url, alt, in_link),
                _ => self.marked(span, href, in_link),
            }
        }
    }

    /// Emphasis and colours.
    fn marked(&mut self, span: SpanRef<'_>, href: Option<&Href>, in_link: bool) {
        let (tag, feature, name, content) = match span {
            SpanRef::Bold(content) => ("b", Feature::Bold, "", content),
            SpanRef::Italic(content) => ("i", Feature::Italic, "", content),
            SpanRef::Strike(content) => ("s", Feature::Strike, "", content),
            SpanRef::Font { color, content } => ("font", Feature::Font, color, content),
            _ => return,
        };
        self.feature(tag, feature, name);
        self.spans(content, href, in_link);
    }

    fn mention(&mut self, email: &str, content: Spans<'_>, in_link: bool) {
        let shown = shown_name(email, content);
        if in_link {
            let detail = format!("{} is not notified: it stands in a link", Name(&shown));
            self.loss("at", LossKind::MentionLost, Severity::Lost, detail);
        } else if self.cx.person(email).is_some() {
            self.feature("at", Feature::At, &shown);
            if !content.plain_text().trim().is_empty() {
                self.tell("at", What::Name(&shown), None);
            }
        } else if self.cx.options.people.find(email).is_some() {
            let detail = format!(
                "{} is not notified: a mobile number is mentioned in a WeCom text only",
                Name(&shown)
            );
            self.loss("at", LossKind::MentionLost, Severity::Lost, detail);
        } else {
            self.feature("at", Feature::AtUnknown, &shown);
        }
    }

    fn image(&mut self, url: &str, alt: &str, in_link: bool) {
        if let Err(fault) = check_url(url) {
            let detail = format!("picture {} is not shown: {fault}", Name(alt));
            self.loss("markdown", LossKind::Replaced, Severity::Lost, detail);
        } else if in_link {
            let detail = format!(
                "picture {} is its description: it stands in a link",
                Name(alt)
            );
            self.loss("markdown", LossKind::Replaced, Severity::Degraded, detail);
        } else {
            self.feature("markdown", Feature::Image, alt);
        }
    }
}
