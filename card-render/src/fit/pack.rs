//! Lines into messages, as many to each as there is room for.

use std::collections::VecDeque;

use card_model::markdown::Span;

use super::{Fitted, Over, Part, Room, cut::Cuttable, own_line};
use crate::{
    context::Context,
    dialect::Dialect,
    emit::{Emitter, Mark},
    layout::{Content, Gap, Kind, Layout, Line, Origin},
};

/// More mentions than any message has room for.
const MOST_MENTIONS: usize = 1000;

/// Puts lines into messages.
pub(super) struct Packer<'p, 'o> {
    layout: &'p Layout<'p>,
    dialect: Dialect,
    cx: &'p Context<'o>,
    room: Room,
    max_parts: usize,
    /// The lines that are left, the next one first.
    queue: VecDeque<Queued<'p>>,
    /// The header rows of the tables that were begun, by number.
    headers: Vec<(usize, Line<'p>)>,
    foot: Vec<Line<'p>>,
    over: Over,
}

/// A line that waits.
#[derive(Debug, Clone)]
enum Queued<'p> {
    Whole(Line<'p>),
    /// The rest of a line that was cut.
    Rest(Cuttable<'p>),
}

/// A message that is being filled.
struct Filling<'p, 'o> {
    emitter: Emitter<'p, 'o>,
    lines: Vec<Line<'p>>,
    /// How much the text takes up to `measured`.
    cost: usize,
    measured: usize,
}

impl<'b> Queued<'b> {
    fn origin(&self) -> Origin {
        match self {
            Self::Whole(line) => line.origin,
            Self::Rest(rest) => rest.line.origin,
        }
    }

    fn line(&self) -> Line<'b> {
        match self {
            Self::Whole(line) => line.clone(),
            Self::Rest(rest) => rest.clone().rest(),
        }
    }

    fn cuttable(&self) -> Cuttable<'b> {
        match self {
            Self::Whole(line) => Cuttable::new(line),
            Self::Rest(rest) => rest.clone(),
        }
    }

    fn chars(&self) -> usize {
        match self {
            Self::Whole(line) => line.content.plain_text().chars().count(),
            Self::Rest(rest) => rest.chars,
        }
    }

    /// Whether the line cannot be in `room` as a whole, as each character takes at least one of its units.
    fn is_longer_than(&self, room: usize) -> bool {
        match self {
            Self::Whole(Line {
                content: Content::Text(text),
                ..
            }) => text.chars().nth(room).is_some(),
            Self::Whole(_) => false,
            Self::Rest(rest) => rest.chars > room,
        }
    }
}

impl<'p, 'o> Packer<'p, 'o> {
    pub(super) fn new(
        layout: &'p Layout<'p>,
        dialect: Dialect,
        cx: &'p Context<'o>,
        room: Room,
        max_parts: usize,
    ) -> Self {
        Self {
            layout,
            dialect,
            cx,
            room,
            max_parts,
            queue: layout.body.iter().cloned().map(Queued::Whole).collect(),
            headers: Vec::new(),
            foot: layout.foot.clone(),
            over: Over::default(),
        }
    }

    pub(super) fn pack(mut self) -> Fitted {
        let mut parts: Vec<Vec<Line<'p>>> = Vec::new();
        loop {
            let is_last = parts.len() + 1 >= self.max_parts;
            let waiting = self.queue.len();
            let chars: usize = self.queue.front().map_or(0, Queued::chars);
            let lines = self.part(parts.is_empty(), is_last);
            parts.push(lines);
            let has_moved =
                waiting != self.queue.len() || chars != self.queue.front().map_or(0, Queued::chars);
            if is_last || (self.queue.is_empty() && self.foot.is_empty()) {
                break;
            }
            if !has_moved && !self.queue.is_empty() {
                // There is no room for a single character.
                self.omit();
                break;
            }
        }
        self.finish(parts)
    }

    /// The lines of the next message.
    fn part(&mut self, is_first: bool, is_last: bool) -> Vec<Line<'p>> {
        let mut filling = self.begin(is_first);
        let start = filling.mark();
        if self.rest_fits(&mut filling) {
            self.queue.clear();
            self.foot.clear();
            return filling.lines;
        }
        filling.back_to(start);
        let mentions = if is_first {
            self.mentions()
        } else {
            Vec::new()
        };
        let mut reserve = self.cost_of(&mention_line(&mentions));
        let mut foot = Vec::new();
        if is_last {
            let note = self.note(self.queue.iter().map(Queued::chars).sum());
            reserve += self.cost_of(&[note]);
            foot = self.foot_within(self.room.text().saturating_sub(filling.cost + reserve));
            reserve += self.cost_of(&foot);
        }
        let limit = self.room.text().saturating_sub(reserve);
        let begun = filling.lines.len();
        self.fill(&mut filling, limit, begun);
        if is_first {
            for line in mention_line(&self.mentions()) {
                self.try_write(&mut filling, line);
            }
        }
        if is_last {
            self.end(&mut filling, foot);
        } else if self.queue.is_empty() {
            let foot = std::mem::take(&mut self.foot);
            let mark = filling.mark();
            if foot
                .iter()
                .all(|line| filling.write(line, self.room) <= self.room.text())
            {
                return filling.lines;
            }
            filling.back_to(mark);
            self.foot = foot;
        }
        filling.lines
    }

    /// Writes what ends the last message: what is left out, and as much of the foot as there is room for.
    fn end(&mut self, filling: &mut Filling<'p, 'o>, foot: Vec<Line<'p>>) {
        let dropped = self.foot.len() - foot.len();
        let omitted: usize = self.queue.iter().map(Queued::chars).sum();
        if omitted > 0 {
            let note = self.note(omitted);
            self.try_write(filling, note);
        }
        for line in foot {
            let origin = line.origin;
            if !self.try_write(filling, line) {
                self.over.omitted_origins.push(origin);
            }
        }
        let kept = self.foot.len() - dropped;
        let rest = self.foot.split_off(kept);
        self.foot.clear();
        for line in rest {
            self.over.omitted_origins.push(line.origin);
            self.over.omitted += line.content.plain_text().chars().count();
        }
        self.omit();
    }

    /// Notes that what waits is left out.
    fn omit(&mut self) {
        for queued in self.queue.drain(..) {
            self.over.omitted += queued.chars();
            let origin = queued.origin();
            if !self.over.omitted_origins.contains(&origin) {
                self.over.omitted_origins.push(origin);
            }
        }
    }

    fn note(&self, omitted: usize) -> Line<'p> {
        let text = self.cx.language.omitted(omitted);
        let origin = self.queue.front().map_or(Origin::Title, Queued::origin);
        own_line(Content::Text(text.into()), Gap::Block, origin)
    }

    /// Begins a message with the title.
    fn begin(&self, is_first: bool) -> Filling<'p, 'o> {
        let mut emitter = Emitter::new(self.dialect, self.cx, self.room.mentions);
        emitter.only_names = !is_first;
        let mut filling = Filling {
            emitter,
            lines: Vec::new(),
            cost: 0,
            measured: 0,
        };
        let marker = self.marker(self.max_parts, self.max_parts);
        for line in numbered(&self.layout.head, marker.as_deref()) {
            self.try_write(&mut filling, line);
        }
        // What is written in the end has its own number.
        filling.lines.clear();
        filling
    }

    fn marker(&self, part: usize, parts: usize) -> Option<String> {
        (self.max_parts > 1).then(|| format!("({part}/{parts})"))
    }

    /// Writes everything that waits, if there is room.
    fn rest_fits(&self, filling: &mut Filling<'p, 'o>) -> bool {
        let limit = self.room.text();
        for queued in &self.queue {
            if queued.is_longer_than(limit) {
                return false;
            }
            let line = queued.line();
            self.repeat_header(filling, &line);
            if filling.write(&line, self.room) > limit {
                return false;
            }
        }
        self.foot
            .iter()
            .all(|line| filling.write(line, self.room) <= limit)
    }

    /// Writes as many lines as there is room for.
    fn fill(&mut self, filling: &mut Filling<'p, 'o>, limit: usize, begun: usize) {
        while let Some(queued) = self.queue.front() {
            let mark = filling.mark();
            let is_long = queued.is_longer_than(limit);
            if !is_long {
                let line = queued.line();
                self.repeat_header(filling, &line);
                if filling.write(&line, self.room) <= limit {
                    self.remember(&line);
                    self.queue.pop_front();
                    continue;
                }
                filling.back_to(mark);
            }
            let is_empty = filling.lines.len() == begun;
            let has_room = limit.saturating_sub(filling.cost) > limit / 4;
            if is_empty || has_room || is_long {
                self.cut(filling, limit);
            }
            break;
        }
        self.keep_with_next(filling, begun);
    }

    /// Writes as much of the next line as there is room for.
    fn cut(&mut self, filling: &mut Filling<'p, 'o>, limit: usize) {
        let Some(queued) = self.queue.front() else {
            return;
        };
        let mut rest = queued.cuttable();
        let mark = filling.mark();
        let (mut fits, mut over) = (0, rest.chars.min(limit.saturating_sub(filling.cost)) + 1);
        while over - fits > 1 {
            let middle = fits + (over - fits) / 2;
            let cost = filling.write(&rest.first(middle), self.room);
            filling.back_to(mark);
            if cost <= limit {
                fits = middle
            } else {
                over = middle
            }
        }
        if fits == 0 {
            return;
        }
        let chars = if fits >= rest.chars {
            fits
        } else {
            rest.best(fits)
        };
        let mut line = rest.first(chars);
        if filling.write(&line, self.room) > limit {
            filling.back_to(mark);
            line = rest.first(fits);
            filling.write(&line, self.room);
        }
        let taken = if filling.lines.last().is_some() {
            chars.min(fits)
        } else {
            0
        };
        rest.skip(taken);
        self.remember(&line);
        self.queue.pop_front();
        if rest.chars > 0 {
            self.queue.push_front(Queued::Rest(rest));
        }
    }

    /// A heading is not left alone at the end of a message.
    fn keep_with_next(&mut self, filling: &mut Filling<'p, 'o>, begun: usize) {
        let is_alone = filling.lines.len() > begun + 1
            && matches!(
                filling.lines.last(),
                Some(Line {
                    kind: Kind::Heading(_),
                    ..
                })
            );
        if is_alone
            && !self.queue.is_empty()
            && let Some(heading) = filling.lines.pop()
        {
            let lines = std::mem::take(&mut filling.lines);
            self.queue.push_front(Queued::Whole(heading));
            filling.lines = lines;
        }
    }

    /// The header of a table that goes on in this message.
    fn repeat_header(&self, filling: &mut Filling<'p, 'o>, line: &Line<'p>) {
        let Kind::Row(table, false) = line.kind else {
            return;
        };
        let is_going_on = filling
            .lines
            .last()
            .is_some_and(|last| matches!(last.kind, Kind::Row(at, _) if at == table));
        let header = self.headers.iter().rev().find(|(at, _)| *at == table);
        if let (false, Some((_, header))) = (is_going_on, header) {
            filling.write(header, self.room);
        }
    }

    fn remember(&mut self, line: &Line<'p>) {
        self.over.shown_origins.push(line.origin);
        self.over.shown_origins.dedup();
        if let Kind::Row(table, true) = line.kind {
            self.headers.push((table, line.clone()));
        }
    }

    /// Writes a line, or as much of it as there is room for; whether that is all of it.
    fn try_write(&self, filling: &mut Filling<'p, 'o>, line: Line<'p>) -> bool {
        let mark = filling.mark();
        if filling.write(&line, self.room) <= self.room.text() {
            return true;
        }
        filling.back_to(mark);
        let rest = Cuttable::new(&line);
        let (mut fits, mut over) = (0, rest.chars.min(self.room.text()) + 1);
        while over - fits > 1 {
            let middle = fits + (over - fits) / 2;
            let cost = filling.write(&rest.first(middle), self.room);
            filling.back_to(mark);
            if cost <= self.room.text() {
                fits = middle
            } else {
                over = middle
            }
        }
        if fits > 0 && matches!(line.kind, Kind::Title | Kind::Subtitle | Kind::Text) {
            filling.write(&rest.first(fits), self.room);
        }
        false
    }

    /// The people who are mentioned in what waits, each once.
    fn mentions(&self) -> Vec<(Origin, Span)> {
        let mut found: Vec<(Origin, Span)> = Vec::new();
        for queued in &self.queue {
            let mut spans = Vec::new();
            queued.line().content.mentions(&mut spans);
            for span in spans {
                let is_known = |(_, known): &(Origin, Span)| email(known) == email(&span);
                let is_new = found.len() < MOST_MENTIONS && !found.iter().any(is_known);
                if is_new && self.cx.person(email(&span)).is_some() {
                    found.push((queued.origin(), span));
                }
            }
        }
        found
    }

    /// What these lines take, apart from what stands before them.
    fn cost_of(&self, lines: &[Line<'p>]) -> usize {
        if lines.is_empty() {
            return 0;
        }
        let mut emitter = Emitter::new(self.dialect, self.cx, self.room.mentions);
        lines.iter().for_each(|line| emitter.write(line));
        emitter.finish();
        self.room.measure.of(&emitter.out) + self.room.measure.of("\n\n")
    }

    /// As much of the foot as there is room for.
    fn foot_within(&self, limit: usize) -> Vec<Line<'p>> {
        let mut foot = self.foot.clone();
        while !foot.is_empty() && self.cost_of(&foot) > limit {
            foot.pop();
        }
        foot
    }

    /// Writes the messages with their numbers.
    fn finish(mut self, parts: Vec<Vec<Line<'p>>>) -> Fitted {
        let count = parts.len();
        let mut fitted = Fitted::default();
        for (index, lines) in parts.into_iter().enumerate() {
            let mut filling = self.begin_numbered(index, count);
            for line in &lines {
                filling.emitter.write(line);
            }
            filling.emitter.finish();
            let emitter = filling.emitter;
            fitted.parts.push(Part {
                text: emitter.out,
                mentioned: emitter.mentioned,
            });
            fitted.rewritten.extend(emitter.rewritten);
            fitted.unmentioned.extend(emitter.unmentioned);
        }
        fitted.over = Some(self.over);
        fitted
    }

    fn begin_numbered(&mut self, index: usize, count: usize) -> Filling<'p, 'o> {
        let mut emitter = Emitter::new(self.dialect, self.cx, self.room.mentions);
        emitter.only_names = index > 0;
        let mut filling = Filling {
            emitter,
            lines: Vec::new(),
            cost: 0,
            measured: 0,
        };
        let marker = self.marker(index + 1, count).filter(|_| count > 1);
        for line in numbered(&self.layout.head, marker.as_deref()) {
            let origin = line.origin;
            if !self.try_write(&mut filling, line) && !self.over.omitted_origins.contains(&origin) {
                self.over.omitted_origins.push(origin);
            }
        }
        filling
    }
}

impl<'p> Filling<'p, '_> {
    /// Writes a line and returns what the text takes then, with what closes it.
    fn write(&mut self, line: &Line<'p>, room: Room) -> usize {
        self.emitter.write(line);
        let new = self.emitter.out.get(self.measured..).unwrap_or_default();
        self.cost += room.measure.of(new);
        self.measured = self.emitter.out.len();
        self.lines.push(line.clone());
        self.cost + room.measure.of(self.emitter.closing())
    }

    fn mark(&self) -> (Mark, usize, usize, usize) {
        (
            self.emitter.mark(),
            self.lines.len(),
            self.cost,
            self.measured,
        )
    }

    fn back_to(&mut self, mark: (Mark, usize, usize, usize)) {
        let (at, lines, cost, measured) = mark;
        self.emitter.back_to(at);
        self.lines.truncate(lines);
        self.cost = cost;
        self.measured = measured;
    }
}

/// The title with the message's number, or the number alone.
fn numbered<'b>(head: &[Line<'b>], marker: Option<&str>) -> Vec<Line<'b>> {
    let mut lines = head.to_vec();
    let Some(marker) = marker else { return lines };
    match lines.first_mut() {
        Some(title) => {
            let mut spans = match &title.content {
                Content::Text(text) => vec![Span::Text(text.to_string())],
                Content::Spans(spans) => spans.to_vec(),
                Content::Cells(..) | Content::Pair(..) => Vec::new(),
            };
            spans.push(Span::Text(format!(" {marker}")));
            title.content = Content::Spans(spans.into());
        }
        None => lines.push(own_line(
            Content::Text(marker.to_owned().into()),
            Gap::Block,
            Origin::Title,
        )),
    }
    lines
}

/// A line that mentions these people.
fn mention_line<'b>(people: &[(Origin, Span)]) -> Vec<Line<'b>> {
    let Some((origin, _)) = people.first() else {
        return Vec::new();
    };
    let mut spans = Vec::with_capacity(people.len() * 2);
    for (_, span) in people {
        if !spans.is_empty() {
            spans.push(Span::Text(" ".to_owned()));
        }
        spans.push(span.clone());
    }
    vec![own_line(Content::Spans(spans.into()), Gap::Block, *origin)]
}

fn email(span: &Span) -> &str {
    match span {
        Span::At { email, .. } => email,
        _ => "",
    }
}
