//! The lines of an element.

use std::borrow::Cow;

use card_model::{
    ActionItem, Button, Fallback, Img, Link,
    markdown::{Block, Span},
    spec::{Feature, Severity, address::check_url},
    words::cleaned,
};

use super::{Content, Gap, Kind, OwnButton, Writer, link_span};
use crate::{
    body::{Item, Kind as ItemKind, Passage, Prose, button_link},
    survey::Decision,
};

/// Between the buttons of a line.
pub(crate) const BETWEEN: &str = " | ";

impl<'b> Writer<'b, '_> {
    pub(super) fn item(&mut self, item: &'b Item<'_>, decision: Decision) {
        if decision == Decision::Fallback {
            return self.fallback(item.fallback);
        }
        match &item.kind {
            ItemKind::Text(passage) => self.passage(passage, passage.link),
            ItemKind::Div { fields, link, .. } => self.div(fields, *link),
            ItemKind::Img(img) => self.img(img),
            ItemKind::Hr { .. } => {
                self.gap = Gap::Block;
                self.push(Kind::Rule, Content::Text(Cow::Borrowed("")));
            }
            ItemKind::PicText { img, text, link } => {
                self.nested_img(img);
                self.passage(text, link.or(text.link));
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

    /// Whether the format loses so much of `feature` that an author's fallback stands there.
    fn is_lost(&self, feature: Feature) -> bool {
        feature.shown(self.dialect.format).severity() >= Some(Severity::Degraded)
    }

    fn nested_img(&mut self, img: &'b Img) {
        match &img.fallback {
            Some(fallback) if self.is_lost(feature_of(img)) => self.fallback(Some(fallback)),
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
        self.push_spans(Kind::Text, vec![span]);
    }

    fn div(&mut self, fields: &'b [Passage<'_>], link: Option<&Link>) {
        // The names of one column mean nothing in another one.
        let hrefs = fields.iter().filter_map(|field| field.href);
        let is_apart = hrefs.filter(|href| !href.is_empty()).nth(1).is_some();
        match beside(fields).filter(|_| !is_apart) {
            Some((key, value)) => {
                self.href = fields
                    .iter()
                    .find_map(|field| field.href.filter(|href| !href.is_empty()));
                self.pair(key, value);
                self.href = None;
                self.field_links(fields);
            }
            None => {
                for (index, field) in fields.iter().enumerate() {
                    if index > 0 {
                        self.gap = Gap::Row;
                    }
                    self.field(field);
                }
            }
        }
        if let Some(url) = link.and_then(|link| self.cx.allowed_url(link)) {
            self.gap = Gap::Block;
            self.details(url);
        }
    }

    /// A name and its value: a row of a table with two columns, or a line. Rows that follow each other are one table.
    fn pair(&mut self, key: Vec<Span>, value: Vec<Span>) {
        if !self.dialect.table {
            return self.push(Kind::Field, Content::Pair(key, value));
        }
        let last = self.lines.last().map(|line| line.kind);
        let table = match last {
            Some(Kind::Row(table, false)) if self.pairs == Some(table) => table,
            _ => {
                self.blocks += 1;
                self.blocks
            }
        };
        self.pairs = Some(table);
        self.push(
            Kind::Row(table, false),
            Content::Cells(Cow::Owned(vec![key, value]), &[]),
        );
        self.gap = Gap::Block;
    }

    fn field(&mut self, field: &'b Passage<'_>) {
        self.href = field.href;
        let single = single_line(field);
        if let Some((key, value)) = pair(field) {
            self.pair(key, value);
        } else if let Some(content) = single {
            self.push(Kind::Field, content);
        } else {
            return self.passage(field, field.link);
        }
        self.href = None;
        self.field_links(std::slice::from_ref(field));
    }

    /// The links of columns, each a line.
    fn field_links(&mut self, fields: &[Passage<'_>]) {
        for field in fields {
            if let Some(url) = field.link.and_then(|link| self.cx.allowed_url(link)) {
                self.gap = Gap::Row;
                let details = self.cx.language.details().to_owned();
                self.push_spans(Kind::Field, vec![link_span(url, vec![Span::Text(details)])]);
            }
        }
    }

    /// A row of buttons among other elements: a line of links.
    fn action(&mut self, actions: &'b [ActionItem]) {
        let spans: Vec<_> = actions
            .iter()
            .filter_map(|action| self.action_item(action))
            .collect();
        self.buttons(spans);
    }

    /// The last row of buttons: as many as the format has are buttons of its own.
    pub(super) fn last_action(&mut self, actions: &'b [ActionItem], buttons: &mut Vec<OwnButton>) {
        let mut rest = Vec::new();
        for action in actions {
            let own = match action {
                ActionItem::Button(button) if buttons.len() < self.own_buttons => {
                    button_link(button)
                        .and_then(|link| self.cx.allowed_url(&link))
                        .map(|url| (button, url))
                }
                _ => None,
            };
            match own {
                Some((button, url)) => buttons.push(OwnButton {
                    origin: self.origin,
                    label: self.link_label(button),
                    url,
                }),
                None => rest.extend(self.action_item(action)),
            }
        }
        self.gap = Gap::Break;
        self.buttons(rest);
    }

    fn buttons(&mut self, parts: Vec<Span>) {
        if self.dialect.is_markdown {
            let mut spans = Vec::with_capacity(parts.len() * 2);
            for part in parts {
                if !spans.is_empty() {
                    spans.push(Span::Text(BETWEEN.to_owned()));
                }
                spans.push(part);
            }
            if !spans.is_empty() {
                self.push_spans(Kind::Buttons, spans);
            }
            return;
        }
        for part in parts {
            self.push_spans(Kind::Buttons, vec![part]);
        }
    }

    /// What stands for a button.
    fn action_item(&self, action: &ActionItem) -> Option<Span> {
        let (note, fallback) = match action {
            ActionItem::Button(button) => {
                if let Some(link) = button_link(button) {
                    let url = self.cx.allowed_url(&link);
                    return Some(self.button_link(self.link_label(button), url));
                }
                (
                    self.cx.language.missing_button(&label(button)),
                    button.fallback.as_ref(),
                )
            }
            ActionItem::Other(other) => {
                let tag = on_one_line(other.tag().unwrap_or_default());
                (
                    self.cx.language.missing_element(&tag),
                    other.fallback.as_ref(),
                )
            }
            _ => (self.cx.language.missing_element(""), None),
        };
        match fallback {
            None => Some(Span::Text(note)),
            Some(Fallback::Text(text)) => Some(Span::Text(text.to_string())),
            Some(_) => None,
        }
    }

    /// The label of a button that opens a link: one that says nothing could not be sent, or not be seen.
    fn link_label(&self, button: &Button) -> String {
        let label = label(button);
        if label.is_empty() {
            self.cx.language.details().to_owned()
        } else {
            label
        }
    }

    fn button_link(&self, label: String, url: Option<String>) -> Span {
        match url {
            None => Span::Text(label),
            Some(url) if self.dialect.link => link_span(url, vec![Span::Text(label)]),
            Some(url) => Span::Text(format!("{label}: {url}")),
        }
    }
}

/// The button's label, on one line.
fn label(button: &Button) -> String {
    on_one_line(&button.label)
}

fn on_one_line(text: &str) -> String {
    let text = cleaned(text);
    let words: Vec<_> = text.split_whitespace().collect();
    words.join(" ")
}

fn feature_of(img: &Img) -> Feature {
    let has_url = img.url.as_deref().is_some_and(|url| check_url(url).is_ok());
    match img.alt.as_deref().unwrap_or_default().trim() {
        _ if has_url => Feature::Img,
        "" => Feature::ImgBare,
        _ => Feature::ImgAlt,
    }
}

/// A field that is a name on one line and its value on the next ones.
fn pair(field: &Passage<'_>) -> Option<(Vec<Span>, Vec<Span>)> {
    let spans = match &field.prose {
        Prose::Plain(text) => {
            let text = cleaned(text);
            let (key, value) = text.split_once('\n')?;
            let key = key.trim_end().trim_end_matches(['：', ':']);
            if key.trim().is_empty() || value.trim().is_empty() {
                return None;
            }
            let value = value.replace('\n', " ");
            return Some((vec![Span::Text(key.to_owned())], vec![Span::Text(value)]));
        }
        Prose::Tree(tree) => match tree.blocks.as_slice() {
            [Block::Paragraph(spans)] => spans,
            _ => return None,
        },
    };
    let at = spans
        .iter()
        .position(|span| matches!(span, Span::Break | Span::SoftBreak))?;
    let (key, value) = spans.split_at_checked(at)?;
    let value = value.get(1..)?;
    let key = name(key);
    (!Span::plain_text(&key).trim().is_empty() && !value.is_empty()).then(|| (key, value.to_vec()))
}

/// Two columns of one line each: the left one is the name of the right one.
fn beside(fields: &[Passage<'_>]) -> Option<(Vec<Span>, Vec<Span>)> {
    let [left, right] = fields else { return None };
    let spans = |field: &Passage<'_>| match single_line(field)? {
        Content::Text(text) => Some(vec![Span::Text(text.into_owned())]),
        Content::Spans(spans) => Some(spans.into_owned()),
        Content::Cells(..) | Content::Pair(..) => None,
    };
    let (key, value) = (name(&spans(left)?), spans(right)?);
    let says = |spans: &[Span]| !Span::plain_text(spans).trim().is_empty();
    (says(&key) && says(&value)).then_some((key, value))
}

/// A field's name without what the format adds: it is bold, and a colon follows.
fn name(spans: &[Span]) -> Vec<Span> {
    let mut name = without_colon(spans.to_vec());
    if let [Span::Bold(content)] = name.as_slice() {
        name = without_colon(content.clone());
    }
    name
}

fn without_colon(mut spans: Vec<Span>) -> Vec<Span> {
    if let Some(Span::Text(text)) = spans.last_mut() {
        let length = text.trim_end().trim_end_matches(['：', ':']).len();
        text.truncate(length);
        if text.is_empty() && spans.len() > 1 {
            spans.pop();
        }
    }
    spans
}

fn single_line<'b>(field: &'b Passage<'_>) -> Option<Content<'b>> {
    match &field.prose {
        Prose::Plain(text) => {
            let text = cleaned(text);
            (!text.contains('\n')).then_some(Content::Text(text))
        }
        Prose::Tree(tree) => match tree.blocks.as_slice() {
            [Block::Paragraph(spans)] => {
                let is_line = !spans
                    .iter()
                    .any(|span| matches!(span, Span::Break | Span::SoftBreak));
                is_line.then_some(Content::Spans(Cow::Borrowed(spans.as_slice())))
            }
            _ => None,
        },
    }
}
