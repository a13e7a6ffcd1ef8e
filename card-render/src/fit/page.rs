//! A message that is being filled.

use std::ops::Range;

use super::{Measure, Part, cut::Cuttable, search::largest};
use crate::{
    dialect::Dialect,
    emit::{Emitter, Mark},
    layout::{Kind, Line, Origin},
};

/// A message that is being filled.
pub(super) struct Page<'p, 'o> {
    emitter: Emitter<'p, 'o>,
    measure: Measure,
    /// How much the text takes, without what closes it.
    cost: usize,
    /// The kind of the last line.
    last: Option<Kind>,
    /// Where its number stands.
    number: Option<Range<usize>>,
}

/// Where a message was, to go back to.
#[derive(Clone, Copy)]
pub(super) struct Place {
    mark: Mark,
    cost: usize,
    last: Option<Kind>,
}

/// A message that is filled.
pub(super) struct Filled {
    pub(super) part: Part,
    pub(super) number: Option<Range<usize>>,
    pub(super) rewritten: Vec<(Origin, char)>,
    pub(super) unmentioned: Vec<(Origin, String)>,
}

impl Place {
    /// How much the text took.
    pub(super) const fn cost(&self) -> usize {
        self.cost
    }

    /// The place, where the text took so much there.
    pub(super) const fn costing(self, cost: usize) -> Self {
        Self { cost, ..self }
    }
}

impl<'p, 'o> Page<'p, 'o> {
    pub(super) const fn new(emitter: Emitter<'p, 'o>, measure: Measure) -> Self {
        Self {
            emitter,
            measure,
            cost: 0,
            last: None,
            number: None,
        }
    }

    /// Makes room for so many bytes.
    pub(super) fn reserve(&mut self, length: usize) {
        self.emitter.out.reserve(length);
    }

    /// How many bytes the text has.
    pub(super) const fn bytes(&self) -> usize {
        self.emitter.out.len()
    }

    /// How much the text takes as it stands, where that is more than `limit`.
    pub(super) fn length_over(&self, limit: usize) -> Option<usize> {
        if self.measure.most(self.bytes()) <= limit {
            return None;
        }
        Some(self.measure.of(&self.emitter.out)).filter(|length| *length > limit)
    }

    /// Whether what stands before `place` is what stands in the other message.
    pub(super) fn begins_with(&self, other: &Self, place: Place) -> bool {
        other.last == place.last && self.emitter.begins_with(&other.emitter, place.mark)
    }

    /// Closes what is open.
    pub(super) fn close(&mut self) {
        self.emitter.finish();
    }

    /// Sets whether mentions are written as names.
    pub(super) const fn only_names(&mut self, is_so: bool) {
        self.emitter.only_names = is_so;
    }

    /// How much the text takes, with what closes it.
    pub(super) fn cost(&self) -> usize {
        self.cost + self.measure.of(&self.emitter.closing())
    }

    /// What it is written with.
    pub(super) const fn dialect(&self) -> &'static Dialect {
        self.emitter.dialect
    }

    /// The kind of the last line.
    pub(super) const fn last(&self) -> Option<Kind> {
        self.last
    }

    /// How many people are mentioned beside the text.
    pub(super) fn mentioned(&self) -> usize {
        self.emitter.mentioned.len()
    }

    /// Writes a line, whatever its length.
    pub(super) fn write(&mut self, line: &Line<'p>) {
        let start = self.emitter.out.len();
        self.emitter.write(line);
        self.cost += self
            .measure
            .of(self.emitter.out.get(start..).unwrap_or_default());
        self.last = Some(line.kind);
    }

    /// Writes a line that is not measured.
    pub(super) fn draft(&mut self, line: &Line<'p>) {
        self.emitter.write(line);
        self.last = Some(line.kind);
    }

    /// How much the text between two places takes.
    pub(super) fn cost_between(&self, start: &Place, end: &Place) -> usize {
        let text = self.emitter.between(&start.mark, &end.mark);
        self.measure.of(text)
    }

    /// How much it takes to close what is open at this place.
    pub(super) fn cost_to_close(&self, place: &Place) -> usize {
        self.measure.of(&self.emitter.closing_at(&place.mark))
    }

    /// Writes a line if the text takes no more than `limit` then.
    pub(super) fn try_write(&mut self, line: &Line<'p>, limit: usize) -> bool {
        self.try_all(std::slice::from_ref(line), limit)
    }

    /// Writes all the lines or none.
    pub(super) fn try_all(&mut self, lines: &[Line<'p>], limit: usize) -> bool {
        let place = self.place();
        for line in lines {
            self.write(line);
            if self.cost() > limit {
                self.back_to(place);
                return false;
            }
        }
        true
    }

    /// Writes the line with its number, which is at its end.
    pub(super) fn write_number(&mut self, line: &Line<'p>, number: &str) {
        self.write(line);
        let end = self.emitter.out.len();
        self.number = self
            .emitter
            .out
            .ends_with(number)
            .then(|| end - number.len()..end);
    }

    /// How many units of `rest` there is room for.
    pub(super) fn most(&mut self, rest: &Cuttable<'p>, limit: usize) -> usize {
        let place = self.place();
        // A unit takes at least one.
        let most = rest.units().min(limit.saturating_sub(self.cost));
        largest(most, |units| {
            let is_within = self.try_write(&rest.first(units), limit);
            self.back_to(place);
            is_within
        })
    }

    pub(super) fn place(&self) -> Place {
        Place {
            mark: self.emitter.mark(),
            cost: self.cost,
            last: self.last,
        }
    }

    pub(super) fn back_to(&mut self, place: Place) {
        self.emitter.back_to(place.mark);
        self.cost = place.cost;
        self.last = place.last;
    }

    pub(super) fn finish(mut self) -> Filled {
        self.emitter.finish();
        Filled {
            part: Part {
                text: self.emitter.out,
                mentioned: self.emitter.mentioned,
            },
            number: self.number,
            rewritten: self.emitter.rewritten,
            unmentioned: self.emitter.unmentioned,
        }
    }
}
