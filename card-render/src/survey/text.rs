//! The walk through a text.

use card_model::{
    Href,
    markdown::{Form, SpanRef, Spans},
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
        let Prose::Marked(flow) = &passage.prose else {
            return;
        };
        for form in flow.forms() {
            let feature = match &form {
                Form::Span { span, in_link } => {
                    self.span(span, passage.href, *in_link);
                    continue;
                }
                Form::Quote { in_quote } => {
                    self.feature("markdown", Feature::Quote, "");
                    if !in_quote {
                        continue;
                    }
                    Feature::QuoteNested
                }
                Form::Heading => Feature::Heading,
                Form::List => Feature::List,
                Form::CodeBlock => Feature::CodeBlock,
                Form::Table => Feature::Table,
                Form::Rule => Feature::Hr,
            };
            self.feature("markdown", feature, "");
        }
    }

    fn span(&mut self, span: &SpanRef<'_>, href: Option<&Href>, in_link: bool) {
        match *span {
            SpanRef::Bold(_) => self.feature("b", Feature::Bold, ""),
            SpanRef::Italic(_) => self.feature("i", Feature::Italic, ""),
            SpanRef::Strike(_) => self.feature("s", Feature::Strike, ""),
            SpanRef::Font { color, .. } => self.feature("font", Feature::Font, color),
            SpanRef::Code(_) => self.feature("markdown", Feature::Code, ""),
            SpanRef::At { email, content } => self.mention(email, content, in_link),
            SpanRef::Link { target, content } => self.text_link(target, content, href, in_link),
            SpanRef::Image { url, alt } => self.image(url, alt, in_link),
            SpanRef::Text(_) | SpanRef::Break | SpanRef::SoftBreak => {}
        }
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
