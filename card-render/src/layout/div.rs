//! The lines of a div: names with their values, and columns.

use card_model::{Link, markdown::Span, words::cleaned};

use super::{Content, Gap, Kind, writer::Writer};
use crate::body::{Passage, Prose};

impl<'b> Writer<'b, '_> {
    pub(super) fn div(&mut self, fields: &[&'b Passage<'b>], link: Option<&Link>) {
        let mut named = fields
            .iter()
            .filter_map(|field| field.href.filter(|href| !href.is_empty()));
        let (href, other) = (named.next(), named.next());
        // The names of one column mean nothing in another one.
        match beside(fields).filter(|_| other.is_none()) {
            Some((key, value)) => {
                self.href = href;
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
        self.link(link);
    }

    /// Where an element leads whose text is no label.
    pub(super) fn link(&mut self, link: Option<&Link>) {
        if let Some(url) = link.and_then(|link| self.cx.allowed_url(link)) {
            self.gap = Gap::Block;
            self.details(Kind::Text, url);
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
        self.push(Kind::Row(table, false), Content::Columns([key, value]));
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
        self.field_links(&[field]);
    }

    /// The links of columns, each a line.
    fn field_links(&mut self, fields: &[&Passage<'_>]) {
        for field in fields {
            if let Some(url) = field.link.and_then(|link| self.cx.allowed_url(link)) {
                self.gap = Gap::Row;
                self.details(Kind::Field, url);
            }
        }
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
        Prose::Marked(flow) => flow.blocks().only_paragraph()?,
    };
    let (key, value) = spans.split_line();
    let (key, value) = (name(key.to_vec()), value?);
    (!Span::plain_text(&key).trim().is_empty() && !value.is_empty()).then(|| (key, value.to_vec()))
}

/// Two columns of one line each: the left one is the name of the right one.
fn beside(fields: &[&Passage<'_>]) -> Option<(Vec<Span>, Vec<Span>)> {
    let [left, right] = fields else {
        return None;
    };
    let spans = |field: &Passage<'_>| match single_line(field)? {
        Content::Text(text) => Some(vec![Span::Text(text.into_owned())]),
        Content::Spans(spans) => Some(spans.to_vec()),
        _ => None,
    };
    let (key, value) = (name(spans(left)?), spans(right)?);
    let says = |spans: &[Span]| !Span::plain_text(spans).trim().is_empty();
    (says(&key) && says(&value)).then_some((key, value))
}

/// A field's name without what the format adds: it is bold, and a colon follows.
fn name(spans: Vec<Span>) -> Vec<Span> {
    let mut name = without_colon(spans);
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
        Prose::Marked(flow) => {
            let spans = flow.blocks().only_paragraph()?;
            let is_line = spans.split_line().1.is_none();
            is_line.then_some(Content::Spans(spans))
        }
    }
}
