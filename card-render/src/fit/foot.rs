//! What ends a message: a line of mentions, and the buttons.

use super::{
    mentions::{line, name_of},
    pack::Packer,
    page::Page,
    search::largest,
    waiting::Waiting,
};
use crate::{dialect::Mentions, layout::Line};

impl<'p, 'o> Packer<'p, 'o> {
    /// Writes a line that mentions those whom nothing in the first message does.
    pub(super) fn write_mentions(&mut self, page: &mut Page<'p, 'o>, limit: usize) {
        let waiting = self.mentions.waiting();
        let beside = self.setting.room.mentions.saturating_sub(page.mentioned());
        let place = page.place();
        let fits = largest(beside.min(waiting.len()), |count| {
            let people = waiting.get(..count).unwrap_or_default();
            let is_within = page.try_write(&line(people), limit);
            page.back_to(place);
            is_within
        });
        let (shown, rest) = waiting.split_at_checked(fits).unwrap_or_default();
        if !shown.is_empty() {
            page.write(&line(shown));
        }
        // A plain text notifies nobody anyway.
        if self.setting.dialect.mentions != Mentions::AtName {
            let names = rest.iter().map(|(origin, span)| (*origin, name_of(span)));
            self.unmentioned = names.collect();
        }
    }

    /// As much of the foot as there is room for, and what it takes.
    pub(super) fn foot_within(&mut self, limit: usize) -> (Vec<Line<'p>>, usize) {
        let mut page = self.setting.page();
        let separator = self.setting.separator();
        let limit = limit.saturating_sub(separator);
        let mut shown = Vec::new();
        let mut rest = Waiting::new(self.foot);
        while let Some(line) = rest.line(usize::MAX) {
            if !page.try_write(&line, limit) {
                break;
            }
            shown.push(line.into_owned());
            rest.pass();
        }
        if let Some(line) = rest.cuttable(self.setting.dialect) {
            let units = line.behind_button(page.most(line, limit));
            if units > 0 && page.try_write(&line.first(units), limit) {
                shown.push(line.first(units));
                line.skip(units);
            }
        }
        self.over.leave_out(&rest);
        let cost = if shown.is_empty() {
            0
        } else {
            page.cost() + separator
        };
        (shown, cost)
    }
}
