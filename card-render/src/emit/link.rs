//! Links and pictures.

use card_model::{
    markdown::{Span, Spans, TargetRef},
    spec::address::check_url,
};

use super::{Emitter, url};
use crate::context::Goal;

impl Emitter<'_, '_> {
    /// A link. In it there is no other link, no mention and no picture, as the report says.
    pub(super) fn link(&mut self, target: TargetRef<'_>, content: Spans<'_>) {
        let goal = Goal::of(target, self.href).ok();
        let outer = std::mem::replace(&mut self.line.in_link, true);
        match goal.filter(|_| !outer) {
            Some(goal) => self.link_to(&self.cx.goal(goal), content),
            None => self.spans(content),
        }
        self.line.in_link = outer;
    }

    fn link_to(&mut self, url: &str, content: Spans<'_>) {
        if !self.dialect.link {
            return self.link_text(url, content);
        }
        self.settle('[');
        if let Some(before) = self.out.strip_suffix('!') {
            self.out.truncate(before.len());
            self.out.push('！');
            self.rewrite('!');
        }
        self.out.push('[');
        let inside = self.out.len();
        self.line.is_start = false;
        self.line.in_label = true;
        let outer = std::mem::take(&mut self.open);
        self.spans(content);
        self.open = outer;
        if self
            .out
            .get(inside..)
            .is_none_or(|label| label.chars().all(char::is_whitespace))
        {
            self.out.truncate(inside);
            self.text(url);
        }
        self.line.in_label = false;
        self.closed();
        self.out.push_str("](");
        url::destination(&mut self.out, url);
        self.out.push(')');
    }

    /// A link where there are none: `text (url)`.
    fn link_text(&mut self, url: &str, content: Spans<'_>) {
        let start = self.out.len();
        self.line_of(content);
        let label = self.out.get(start..).unwrap_or_default().trim();
        if label == url
            || (!label.is_empty() && self.known_links.iter().any(|(_, known)| known == url))
        {
            return;
        }
        let is_empty = label.is_empty();
        if is_empty {
            self.out.truncate(start);
        }
        self.out.push_str(if is_empty { "" } else { " (" });
        url::bare(&mut self.out, url);
        self.out.push_str(if is_empty { "" } else { ")" });
        self.line.is_start = false;
    }

    pub(super) fn image(&mut self, url: &str, alt: &str) {
        let alt = alt.trim();
        if check_url(url).is_err() || self.line.in_link {
            let note = self.cx.language.missing_picture(alt);
            return self.text(&note);
        }
        let label = if alt.is_empty() {
            self.cx.language.picture()
        } else {
            alt
        };
        if !self.dialect.image {
            let label = [Span::Text(label.to_owned())];
            return self.link(TargetRef::Url(url), label.as_slice().into());
        }
        self.settle('!');
        self.out.push_str("![");
        self.line.is_start = false;
        self.line.in_label = true;
        self.text(alt);
        self.line.in_label = false;
        self.closed();
        self.out.push_str("](");
        url::destination(&mut self.out, url);
        self.out.push(')');
    }
}
