//! The lines of an element.

use std::borrow::Cow;

use card_model::{
    Fallback, Img,
    markdown::Span,
    spec::{Severity, address::check_url},
    words::on_one_line,
};

use super::{Content, Gap, Kind, writer::Writer};
use crate::{
    body::{Item, Kind as ItemKind, instead, picture_feature},
    survey::{Decision, elsewhere},
};

impl<'b> Writer<'b, '_> {
    pub(super) fn item(&mut self, item: &'b Item<'_>, decision: &Decision) {
        let Decision::Show(texts) = decision else {
            return self.fallback(item.fallback);
        };
        match &item.kind {
            ItemKind::Text(passage) => self.passage(passage, passage.link),
            ItemKind::Div {
                fields,
                alone,
                link,
                ..
            } => {
                let mut shown = texts.shown(alone);
                let mut left = Vec::with_capacity(fields.len());
                for field in fields {
                    left.extend(shown.next(field));
                }
                self.div(&left, *link);
            }
            ItemKind::Img(img) => self.img(img),
            ItemKind::Hr { .. } => {
                self.gap = Gap::Block;
                self.push(Kind::Rule, Content::Text(Cow::Borrowed("")));
            }
            ItemKind::PicText {
                img,
                text,
                alone,
                link,
            } => {
                self.nested_img(img);
                let link = link.or(text.link);
                match texts.shown(alone).next(text) {
                    Some(text) => self.passage(text, link),
                    None => self.link(link),
                }
            }
            ItemKind::Action(actions) => self.action(actions),
            ItemKind::Other(tag) => {
                let note = self.cx.language.missing_element(&on_one_line(tag));
                self.push_text(note);
            }
        }
    }

    fn fallback(&mut self, fallback: Option<&'b Fallback>) {
        if let Some(Fallback::Text(text)) = fallback {
            self.plain(text);
        }
    }

    /// A picture in an element, which no message has a place of its own for. The author's fallback stands there where so
    /// much of it is lost.
    fn nested_img(&mut self, img: &'b Img) {
        let shown = picture_feature(img).shown(elsewhere(self.dialect.format));
        let is_lost = shown.severity() >= Some(Severity::Degraded);
        match instead(img.fallback.as_deref()) {
            Some(fallback) if is_lost => self.fallback(Some(fallback)),
            _ => self.img(img),
        }
    }

    fn img(&mut self, img: &'b Img) {
        let alt = on_one_line(img.alt.as_deref().unwrap_or_default());
        let url = img.url.as_deref().filter(|url| check_url(url).is_ok());
        let Some(url) = url else {
            return self.push_text(self.cx.language.missing_picture(&alt));
        };
        let shown = if alt.is_empty() {
            self.cx.language.picture()
        } else {
            &alt
        };
        let span = if self.dialect.image || self.dialect.link {
            Span::Image {
                url: url.to_owned(),
                alt,
            }
        } else {
            Span::Text(format!("[{shown}] {url}"))
        };
        self.push_own(Kind::Text, vec![span]);
    }
}
