//! Lines into messages, as many to each as there is room for.

use card_model::markdown::Span;

use super::{
    Fitted, Over,
    head::Head,
    mentions::{self, Mentions},
    number,
    page::{Filled, Page},
    setting::Setting,
    waiting::Waiting,
    whole::Whole,
};
use crate::{
    dialect,
    layout::{Layout, Line, Origin},
};

/// Puts lines into messages.
pub(super) struct Packer<'p, 'o> {
    pub(super) setting: Setting<'p, 'o>,
    /// How much the text of a message may take.
    pub(super) limit: usize,
    /// How much of that is left for the body.
    pub(super) capacity: usize,
    head: Head<'p>,
    /// The card as one message, where this is to be one.
    pub(super) whole: Option<Whole<'p, 'o>>,
    pub(super) waiting: Waiting<'p>,
    pub(super) foot: &'p [Line<'p>],
    pub(super) mentions: Mentions,
    filled: Vec<Filled>,
    /// Whom there is no room to mention.
    pub(super) unmentioned: Vec<(Origin, String)>,
    pub(super) over: Over,
}

impl<'p, 'o> Packer<'p, 'o> {
    /// `number` is the longest number that a message can have; empty where there is but one, which `whole` is taken for.
    pub(super) fn new(
        layout: &'p Layout<'p>,
        setting: Setting<'p, 'o>,
        number: String,
        whole: Option<Whole<'p, 'o>>,
    ) -> Self {
        let mut over = Over::default();
        let limit = setting.room.text(&number);
        let waiting = Waiting::new(&layout.body);
        let note = setting.cost_of(&setting.note(waiting.chars()));
        let head_limit = match number.as_str() {
            "" if note > limit / 2 => limit,
            "" => limit - note,
            _ => limit / 2,
        };
        let head = Head::new(
            &layout.head,
            number,
            head_limit,
            &mut setting.page(),
            &mut over,
        );
        let mut packer = Self {
            setting,
            limit,
            capacity: limit,
            head,
            whole,
            waiting,
            foot: &layout.foot,
            mentions: Mentions::default(),
            filled: Vec::new(),
            unmentioned: Vec::new(),
            over,
        };
        packer.capacity = limit.saturating_sub(packer.begin(false).cost());
        packer.mentions = packer.mentioned(layout);
        packer
    }

    /// Who is mentioned in the card, where mentions are more than names.
    fn mentioned(&self, layout: &'p Layout<'p>) -> Mentions {
        let setting = self.setting;
        if setting.dialect.mentions == dialect::Mentions::Name {
            return Mentions::default();
        }
        let mut in_head = Vec::new();
        for line in &layout.head {
            line.content.mentions(&mut in_head);
        }
        let cost = |span: &Span| {
            let Span::At { email, .. } = span else {
                return None;
            };
            setting.cx.person(email)?;
            let line = mentions::line(&[(Origin::Title, span.clone())]);
            (!in_head.contains(span)).then(|| setting.cost_of(&line))
        };
        Mentions::new(layout.body.iter(), self.capacity / 2, cost)
    }

    /// The messages, at most `max_parts`.
    pub(super) fn pack(mut self, max_parts: usize) -> Fitted {
        loop {
            let is_first = self.filled.is_empty();
            let mut page = self.begin(is_first);
            if !is_first {
                // The messages are apart as it is.
                self.waiting.pass_rules();
            }
            let empty = page.place();
            let is_last = self.filled.len() + 1 >= max_parts;
            if is_last || !self.fill_middle(&mut page, is_first) {
                page.back_to(empty);
                self.fill_last(&mut page, is_first);
                self.over.leave_out(&self.waiting);
                if is_first || page.cost() > empty.cost() {
                    self.filled.push(page.finish());
                }
                break;
            }
            self.filled.push(page.finish());
            // Who is to be mentioned is mentioned, or in the report.
            self.mentions = Mentions::default();
            if self.waiting.is_empty() && self.foot.is_empty() {
                break;
            }
        }
        self.finish()
    }

    fn begin(&self, is_first: bool) -> Page<'p, 'o> {
        let mut page = self.setting.page();
        page.only_names(!is_first);
        self.head.write(&mut page, is_first);
        page
    }

    /// Fills a message that others can follow; whether there was room for anything.
    fn fill_middle(&mut self, page: &mut Page<'p, 'o>, is_first: bool) -> bool {
        let empty = page.cost();
        let openers = self.fill(page, self.limit, false);
        if !self.end_middle(page, is_first)
            && let Some(start) = openers
        {
            self.back_to(page, start);
            self.end_middle(page, is_first);
        }
        page.cost() > empty
    }

    /// Writes what follows the body, if that is all there; whether nothing is left for another message.
    fn end_middle(&mut self, page: &mut Page<'p, 'o>, is_first: bool) -> bool {
        if is_first {
            self.write_mentions(page, self.limit);
        }
        if self.waiting.is_empty() && page.try_all(self.foot, self.limit) {
            self.foot = &[];
        }
        self.waiting.is_empty() && self.foot.is_empty()
    }

    /// Fills the last message: with all that waits, or else with its beginning and the foot.
    fn fill_last(&mut self, page: &mut Page<'p, 'o>, is_first: bool) {
        if is_first {
            self.unmentioned.clear();
        }
        if self.fill_whole(page, is_first) {
            return;
        }
        let free = self.limit.saturating_sub(page.cost());
        let note = self.setting.note(self.waiting.chars());
        let cost = self.setting.cost_of(&note);
        let of_note = if cost <= free { cost } else { 0 };
        let (foot, of_foot) =
            self.foot_within(free.saturating_sub(of_note + self.mentions.reserve()));
        self.fill(page, self.limit.saturating_sub(of_note + of_foot), true);
        if !self.waiting.is_empty() {
            page.try_write(&self.setting.note(self.waiting.chars()), self.limit);
        }
        if is_first {
            self.write_mentions(page, self.limit.saturating_sub(of_foot));
        }
        page.try_all(&foot, self.limit);
    }

    /// Writes all that waits, if there is room for it; a divider at the end has nothing to divide.
    fn fill_whole(&mut self, page: &mut Page<'p, 'o>, is_first: bool) -> bool {
        if is_first && self.is_as_it_was() {
            return false;
        }
        let (empty, waiting, cut) = (page.place(), self.waiting.clone(), self.over.cut.len());
        self.fill(page, self.limit, true);
        if self.waiting.has_only_rules() && page.try_all(self.foot, self.limit) {
            return true;
        }
        page.back_to(empty);
        self.mentions.back_to(waiting.next());
        self.waiting = waiting;
        self.over.cut.truncate(cut);
        false
    }

    /// Whether a message with all that waits is the whole card as it was, which was too long.
    fn is_as_it_was(&self) -> bool {
        let is_cut = !self.over.cut.is_empty() || !self.over.omitted.is_empty();
        !self.head.has_number() && !is_cut && !self.waiting.ends_with_rule()
    }

    /// The messages with their numbers.
    fn finish(self) -> Fitted {
        let count = self.filled.len();
        let mut fitted = Fitted {
            unmentioned: self.unmentioned,
            over: Some(self.over),
            ..Fitted::default()
        };
        for (index, filled) in self.filled.into_iter().enumerate() {
            let mut part = filled.part;
            if let Some(place) = filled.number {
                let rest = part.text.split_off(place.end);
                part.text.truncate(place.start);
                part.text.push_str(&number(index + 1, count));
                part.text.push_str(&rest);
            }
            fitted.parts.push(part);
            fitted.rewritten.extend(filled.rewritten);
            fitted.unmentioned.extend(filled.unmentioned);
        }
        fitted
    }
}
