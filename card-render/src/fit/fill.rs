//! The body of a message: whole lines, and the beginning of one that is cut.

use super::{
    pack::Packer,
    page::{Page, Place},
};
use crate::layout::{Kind, Line};

/// Where a message and the body were when a whole line was to come.
#[derive(Clone, Copy)]
pub(super) struct Start {
    place: Place,
    next: usize,
}

impl<'p, 'o> Packer<'p, 'o> {
    /// Writes as many lines as there is room for. What belongs to the next line is not left at the end; where nothing waits,
    /// it is there, and where it begins is returned.
    pub(super) fn fill(
        &mut self,
        page: &mut Page<'p, 'o>,
        limit: usize,
        is_last: bool,
    ) -> Option<Start> {
        let (mut openers, mut is_bare) = (None, !self.take_over(page, limit));
        while !self.waiting.is_empty() {
            let start = Start {
                place: page.place(),
                next: self.waiting.next(),
            };
            let is_opener = self.waiting.is_opener(start.next);
            let Some(cost) = self.write_next(page, limit) else {
                if !is_opener {
                    (openers, is_bare) = (None, false);
                } else if !is_bare {
                    openers.get_or_insert(start);
                }
                continue;
            };
            let has_room = limit.saturating_sub(page.cost()) > self.capacity / 4;
            let is_long = cost > self.capacity;
            let can_cut = self.waiting.is_prose() && (is_last || (is_long && has_room));
            let is_cut = (is_bare || can_cut) && self.cut(page, limit, is_bare);
            if let Some(start) = openers.filter(|_| !is_cut) {
                self.back_to(page, start);
            }
            return None;
        }
        openers
    }

    /// Takes over what of the whole card fits as it is, up to a line that belongs to none that follows it; whether that is
    /// anything. It is what the lines are one by one, and is written already.
    fn take_over(&mut self, page: &mut Page<'p, 'o>, limit: usize) -> bool {
        let is_at_start = self.waiting.next() == 0 && !self.mentions.are_there();
        let Some(whole) = self.whole.take().filter(|_| is_at_start) else {
            return false;
        };
        let is_end = |index| !self.waiting.is_opener(index);
        let Some((last, end)) = whole.last_end(page, limit, is_end) else {
            return false;
        };
        *page = whole.page_at(end);
        (0..=last).for_each(|_| self.waiting.pass());
        true
    }

    /// Goes back to where a message was.
    pub(super) fn back_to(&mut self, page: &mut Page<'p, 'o>, start: Start) {
        page.back_to(start.place);
        self.waiting.back_to(start.next);
        self.mentions.back_to(start.next);
    }

    /// Writes the next line; where there is no room for it, gives what it takes.
    fn write_next(&mut self, page: &mut Page<'p, 'o>, limit: usize) -> Option<usize> {
        let Some(line) = self.waiting.line(limit) else {
            return Some(usize::MAX);
        };
        let limit = limit.saturating_sub(self.mentions.reserve_after(&line.content));
        let (place, before) = (page.place(), page.cost());
        if let Some(header) = self.header(page.last(), line.kind) {
            page.write(header);
        }
        page.write(&line);
        let cost = page.cost();
        if cost > limit {
            page.back_to(place);
            return Some(cost - before);
        }
        self.mentions.written(&line.content, self.waiting.next());
        self.waiting.pass();
        None
    }

    /// The header of a table that goes on in another message.
    fn header(&self, last: Option<Kind>, next: Kind) -> Option<&'p Line<'p>> {
        let Kind::Row(table, false) = next else {
            return None;
        };
        let goes_on = matches!(last, Some(Kind::Row(last, _)) if last == table);
        let is_table = self.setting.dialect.table;
        self.waiting.header(table).filter(|_| is_table && !goes_on)
    }

    /// Writes as much of the next line as there is room for; whether that is anything. Where the message holds nothing else,
    /// something that there is no room for is shown as text.
    fn cut(&mut self, page: &mut Page<'p, 'o>, limit: usize, is_bare: bool) -> bool {
        let limit = limit.saturating_sub(self.mentions.reserve());
        let index = self.waiting.next();
        let Some(rest) = self.waiting.cuttable(self.setting.dialect) else {
            return false;
        };
        let mut fits = page.most(rest, limit);
        while fits == 0 {
            if !is_bare || !rest.loosen() {
                return false;
            }
            self.over.cut.push(rest.origin());
            fits = page.most(rest, limit);
        }
        let mut units = rest.place(fits, self.capacity);
        let mut line = rest.first(units);
        if !page.try_write(&line, limit) {
            (units, line) = (fits, rest.first(fits));
            page.write(&line);
        }
        rest.skip(units);
        let is_done = rest.units() == 0;
        self.mentions.written(&line.content, index);
        if is_done {
            self.waiting.pass();
        }
        true
    }
}
