//! Who is mentioned in a card that is too long for one message: all of them are mentioned in the first one.

use std::collections::HashMap;

use card_model::{markdown::Span, words::sort_by_key};

use super::own_line;
use crate::{
    layout::{Content, Gap, Line, Origin},
    person::shown_name,
};

/// The people who are mentioned, each once.
#[derive(Default)]
pub(super) struct Mentions {
    people: Vec<Mentioned>,
    by_email: HashMap<String, usize>,
    /// What it takes to mention those who are not mentioned yet.
    reserve: usize,
}

struct Mentioned {
    origin: Origin,
    span: Span,
    /// What it takes to mention them in a line of their own.
    cost: usize,
    /// The line that mentions them.
    line: Option<usize>,
}

impl Mentions {
    /// Who is mentioned in `lines`. There is room for `room`; `cost` says what a mention takes, if it is one.
    pub(super) fn new<'l>(
        lines: impl Iterator<Item = &'l Line<'l>>,
        room: usize,
        cost: impl Fn(&Span) -> Option<usize>,
    ) -> Self {
        let mut mentions = Self::default();
        let mut spans = Vec::new();
        for line in lines {
            line.content.mentions(&mut spans);
            for span in spans.drain(..) {
                if mentions.by_email.contains_key(email(&span)) {
                    continue;
                }
                let Some(cost) = cost(&span) else { continue };
                let is_within = mentions.reserve + cost <= room;
                // There is no room reserved for the others; some of them may stand in the first message all the same.
                let cost = if is_within { cost } else { 0 };
                mentions
                    .by_email
                    .insert(email(&span).to_owned(), mentions.people.len());
                mentions.reserve += cost;
                mentions.people.push(Mentioned {
                    origin: line.origin,
                    span,
                    cost,
                    line: None,
                });
            }
        }
        mentions
    }

    /// Whether anybody is mentioned.
    pub(super) const fn are_there(&self) -> bool {
        !self.people.is_empty()
    }

    /// What it takes to mention those who wait.
    pub(super) const fn reserve(&self) -> usize {
        self.reserve
    }

    /// The same, once `content` is written.
    pub(super) fn reserve_after(&self, content: &Content<'_>) -> usize {
        let mut found = self.waiting_in(content);
        sort_by_key(&mut found, |index| (*index, 0));
        let mut reserve = self.reserve;
        let mut last = None;
        for index in found {
            if last != Some(index)
                && let Some(person) = self.people.get(index)
            {
                reserve -= person.cost;
            }
            last = Some(index);
        }
        reserve
    }

    /// Notes that the line at `index` mentions whom `content` does.
    pub(super) fn written(&mut self, content: &Content<'_>, index: usize) {
        for found in self.waiting_in(content) {
            if let Some(person) = self
                .people
                .get_mut(found)
                .filter(|person| person.line.is_none())
            {
                person.line = Some(index);
                self.reserve -= person.cost;
            }
        }
    }

    /// Forgets what was written from the line at `index` on.
    pub(super) fn back_to(&mut self, index: usize) {
        for person in &mut self.people {
            if person.line.is_some_and(|line| line >= index) {
                person.line = None;
                self.reserve += person.cost;
            }
        }
    }

    /// Those who are not mentioned yet: where, and how.
    pub(super) fn waiting(&self) -> Vec<(Origin, Span)> {
        let mut waiting = Vec::new();
        for person in &self.people {
            if person.line.is_none() {
                waiting.push((person.origin, person.span.clone()));
            }
        }
        waiting
    }

    fn waiting_in(&self, content: &Content<'_>) -> Vec<usize> {
        if self.people.is_empty() {
            return Vec::new();
        }
        let mut spans = Vec::new();
        content.mentions(&mut spans);
        let mut found = Vec::new();
        for span in &spans {
            if let Some(index) = self.by_email.get(email(span))
                && let Some(person) = self.people.get(*index)
                && person.line.is_none()
            {
                found.push(*index);
            }
        }
        found
    }
}

/// A line that mentions these people.
pub(super) fn line(people: &[(Origin, Span)]) -> Line<'static> {
    let mut spans = Vec::with_capacity(people.len() * 2);
    for (_, span) in people {
        if !spans.is_empty() {
            spans.push(Span::Text(" ".to_owned()));
        }
        spans.push(span.clone());
    }
    let origin = people.first().map_or(Origin::Title, |(origin, _)| *origin);
    own_line(Content::Own(spans), Gap::Block, origin)
}

/// The name of somebody who is mentioned.
pub(super) fn name_of(span: &Span) -> String {
    match span {
        Span::At { email, content } => shown_name(email, content.as_slice().into()),
        _ => String::new(),
    }
}

fn email(span: &Span) -> &str {
    match span {
        Span::At { email, .. } => email,
        _ => "",
    }
}
