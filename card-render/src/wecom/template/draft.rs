//! What a `template_card` says, before it is one.

use card_model::{
    markdown::Span,
    spec::{Limit, wecom},
    words::each,
};

use super::{
    clamp::clamp,
    jump::{Link, jumps},
};
use crate::{
    emit::Emitter,
    layout::{Content, Kind, Layout, Line, Origin},
    render::Drawing,
};

/// What the message is made of.
#[derive(Debug, Default)]
pub(super) struct Draft {
    pub(super) title: String,
    pub(super) desc: String,
    /// Names and values.
    pub(super) rows: Vec<(String, String)>,
    /// Labels and URLs.
    pub(super) jumps: Vec<(String, String)>,
    /// The lines of the text, and where each comes from.
    pub(super) text: Vec<(Origin, String)>,
}

impl Draft {
    /// `picture` is the element that the message shows as its picture.
    pub(super) fn new(
        drawing: &mut Drawing<'_, '_>,
        layout: &Layout<'_>,
        links: &[Link],
        picture: Option<usize>,
    ) -> Self {
        let mut draft = Self::default();
        jumps(drawing, links, &mut draft);
        let buttons = std::mem::take(&mut draft.text);
        let mut rewritten = Vec::new();
        for line in &layout.head {
            let text = draft.written(drawing, line, &mut rewritten);
            match line.kind {
                Kind::Title => draft.title = clamp(drawing, line.origin, &text, wecom::CARD_TITLE),
                _ => draft.desc = clamp(drawing, line.origin, &text, wecom::CARD_DESC),
            }
        }
        for line in layout.body.iter().chain(&layout.foot) {
            let is_picture = picture.is_some_and(|index| line.origin == Origin::Element(index));
            if !is_picture && line.kind != Kind::Rule && line.origin != Origin::CardLink {
                draft.line(drawing, line, &mut rewritten);
            }
        }
        drawing.columns_are_lines(&each(&draft.text, |(origin, _)| *origin));
        draft.text.extend(buttons);
        drawing.rewritten(&rewritten);
        draft
    }

    /// A short pair is a row, everything else is text.
    fn line(
        &mut self,
        drawing: &Drawing<'_, '_>,
        line: &Line<'_>,
        rewritten: &mut Vec<(Origin, char)>,
    ) {
        let Content::Pair(key, value) = &line.content else {
            let text = self.written(drawing, line, rewritten);
            if !text.trim().is_empty() {
                self.text.push((line.origin, text));
            }
            return;
        };
        let mut part = |spans: &[Span]| {
            let line = Line {
                content: Content::Own(spans.to_vec()),
                kind: Kind::Text,
                ..line.clone()
            };
            self.written(drawing, &line, rewritten)
        };
        let (key, value) = (part(key), part(value));
        let fits = |text: &str, limit: Limit| limit.allows(limit.measure(text));
        let has_row = self.rows.len() < wecom::ROWS.max;
        if has_row && fits(&key, wecom::ROW_KEY) && fits(&value, wecom::ROW_VALUE) {
            self.rows.push((key, value));
        } else {
            let text = format!("{key}{}{value}", drawing.cx.language.colon());
            self.text.push((line.origin, text));
        }
    }

    fn written(
        &self,
        drawing: &Drawing<'_, '_>,
        line: &Line<'_>,
        rewritten: &mut Vec<(Origin, char)>,
    ) -> String {
        let mut emitter = Emitter::new(drawing.dialect, drawing.cx, usize::MAX);
        emitter.known_links = &self.jumps;
        emitter.write(line);
        emitter.finish();
        rewritten.append(&mut emitter.rewritten);
        emitter.out
    }
}
