//! The card as one message, without a limit: what it would take, and the lines that fit as they are.

use super::{
    Fitted,
    page::{Page, Place},
    setting::Setting,
};
use crate::layout::Layout;

/// How many bytes a line has, more or less.
const LINE: usize = 72;

/// The card as one message.
pub(super) struct Whole<'p, 'o> {
    page: Page<'p, 'o>,
    /// Where the body begins.
    start: Place,
    /// Where its lines end, as far as that can be within the limit.
    ends: Vec<Place>,
}

impl<'p, 'o> Whole<'p, 'o> {
    pub(super) fn new(layout: &'p Layout<'p>, setting: Setting<'p, 'o>) -> Self {
        let (limit, length) = (setting.room.text(""), layout.body.len() * LINE);
        // A character has four bytes at most, and takes one unit at least. A card that is short is seldom too long.
        let most = if length > limit / 2 {
            limit.saturating_mul(4)
        } else {
            0
        };
        let mut page = setting.page();
        page.reserve(length);
        layout.head.iter().for_each(|line| page.draft(line));
        let start = page.place();
        let mut ends = Vec::with_capacity(layout.body.len().min(most / LINE));
        for line in &layout.body {
            page.draft(line);
            if page.bytes() <= most {
                ends.push(page.place());
            }
        }
        layout.foot.iter().for_each(|line| page.draft(line));
        page.close();
        Self { page, start, ends }
    }

    /// How much its text takes, where that is more than `limit`.
    pub(super) fn length_over(&self, limit: usize) -> Option<usize> {
        self.page.length_over(limit)
    }

    /// The last of its lines, of those that are `allowed`, behind which a message within `limit` can end that began as `page`
    /// did, and that place.
    pub(super) fn last_end(
        &self,
        page: &Page<'p, 'o>,
        limit: usize,
        allowed: impl Fn(usize) -> bool,
    ) -> Option<(usize, Place)> {
        if !self.page.begins_with(page, self.start) {
            return None;
        }
        let (mut before, mut cost, mut found) = (&self.start, page.place().cost(), None);
        for (index, end) in self.ends.iter().enumerate() {
            cost += self.page.cost_between(before, end);
            if cost + self.page.cost_to_close(end) > limit {
                break;
            }
            if allowed(index) {
                found = Some((index, end, cost));
            }
            before = end;
        }
        found.map(|(index, end, cost)| (index, end.costing(cost)))
    }

    /// The message as it was at this place.
    pub(super) fn page_at(mut self, place: Place) -> Page<'p, 'o> {
        self.page.back_to(place);
        self.page
    }

    /// Itself as the one message.
    pub(super) fn into_fitted(self) -> Fitted {
        let filled = self.page.finish();
        Fitted {
            parts: vec![filled.part],
            rewritten: filled.rewritten,
            unmentioned: filled.unmentioned,
            over: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use card_model::{
        Card, Markdown,
        spec::{Format, Limit},
    };

    use super::super::{Measure, Room, pack::Packer, setting::Setting};
    use super::Whole;
    use crate::{
        body::Body,
        context::{Context, Known, Options},
        render::Drawing,
    };

    const PARTS: &[&str] = &[
        "## 标题 heading\n\n",
        "a paragraph with **bold**, *italic* and `code`，还有 [链接](https://example.com/a?b=c)\n\n",
        "two\nlines\n\n",
        "- one\n- two\n  - three\n\n1. first\n2. second\n\n",
        "> quoted\n>\n> > twice\n\n",
        "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n\n",
        "```\ncode of\nthree lines\n\n```\n\n",
        "---\n\n",
        "<at email=\"lin@wps.cn\">林亮</at> and <font color='red'>red</font> text\n\n",
        "2 * 3 * 4 ~ 5 ~ 6 _a_ [x] <y>\n\n",
    ];

    /// A message of what fits as it is, and one of its lines one by one.
    fn assert_both_ways_are_one(card: &Card, format: Format, limit: usize) -> bool {
        let options = Options::default();
        let body = Body::new(card, None);
        let cx = Context::new(&options, Known::UserIds);
        let drawing = Drawing::new(&body, &cx, format);
        let layout = drawing.layout(0);
        let room = Room::of_text(Limit::bytes(limit), Measure::Bytes);
        let dialect = drawing.dialect;
        let setting = Setting {
            dialect,
            cx: &cx,
            room,
        };
        let whole = Whole::new(&layout, setting);
        if whole.length_over(limit).is_none() {
            return false;
        }
        let is_begun = !whole.ends.is_empty();
        let [fast, slow] = [Some(whole), None]
            .map(|whole| Packer::new(&layout, setting, String::new(), whole).pack(1));
        assert_eq!(
            format!("{fast:?}"),
            format!("{slow:?}"),
            "{format:?} {limit}"
        );
        is_begun
    }

    #[test]
    fn what_fits_is_what_its_lines_are_one_by_one() {
        let mut random = crate::random::numbers();
        let mut begun = 0;
        for _ in 0..3000 {
            let mut card = Card::new();
            if random(2) == 0 {
                card = card.header("发布 *完成*");
            }
            for _ in 0..=random(3) {
                let source: String = (0..=random(6))
                    .map(|_| PARTS[random(PARTS.len())])
                    .collect();
                card = card.markdown(Markdown::from_trusted_source(source));
                if random(4) == 0 {
                    card = card.hr();
                }
            }
            let format = Format::ALL[random(Format::ALL.len())];
            begun += usize::from(assert_both_ways_are_one(&card, format, 40 + random(600)));
        }
        assert!(begun > 500, "{begun} messages began with what fits");
    }
}
