//! What every target does: choose, lay out, write, fit, report.

use card_model::{
    markdown::character::wide,
    spec::{Feature, Format, Limit, Severity},
    words::{Name, Seen, push_segment, sort_by_key},
};

use crate::{
    Loss, LossKind, Report,
    body::{Body, Kind},
    context::Context,
    dialect::Dialect,
    fit::{Fitted, Over, Part, Room, fit},
    layout::{Layout, Origin},
    order::rank,
    quote::look_alikes,
    survey::{Decision, Decisions, Kept, elsewhere, report},
};

/// A card on a format, before it is written.
pub(crate) struct Drawing<'b, 'o> {
    body: &'b Body<'b>,
    pub(crate) cx: &'b Context<'o>,
    format: Format,
    pub(crate) dialect: &'static Dialect,
    decisions: Decisions,
    losses: Vec<Loss>,
}

impl<'b, 'o> Drawing<'b, 'o> {
    pub(crate) fn new(body: &'b Body<'b>, cx: &'b Context<'o>, format: Format) -> Self {
        Self::of_kept(body, cx, format, None)
    }

    /// As [`Drawing::new`], where the elements were walked through before.
    pub(crate) fn of_kept(
        body: &'b Body<'b>,
        cx: &'b Context<'o>,
        format: Format,
        kept: Option<&Kept>,
    ) -> Self {
        let dialect = Dialect::of(format);
        let (losses, decisions) = report(body, cx, dialect, kept);
        Self {
            body,
            cx,
            format,
            dialect,
            decisions,
            losses,
        }
    }

    /// The lines; `own_buttons` is how many buttons the format has beside its text.
    pub(crate) fn layout(&self, own_buttons: usize) -> Layout<'b> {
        Layout::new(
            self.body,
            &self.decisions,
            self.cx,
            self.dialect,
            own_buttons,
        )
    }

    /// The texts of the messages; what they lose is noted.
    pub(crate) fn write(&mut self, layout: &Layout<'_>, room: Room) -> Vec<Part> {
        let fitted = fit(layout, self.dialect, self.cx, room);
        self.note(&fitted, room.limit);
        let mut parts = fitted.parts;
        if self.format != Format::PlainText && parts.iter().all(|part| part.text.is_empty()) {
            self.fill(&mut parts);
        }
        parts
    }

    /// No platform takes an empty message.
    fn fill(&mut self, parts: &mut Vec<Part>) {
        let word = self.cx.language.card();
        parts.truncate(1);
        for part in parts.iter_mut() {
            word.clone_into(&mut part.text);
        }
        let detail = format!(
            "there is nothing to show: {} instead, as {} takes no empty message",
            Name(word),
            self.format.name()
        );
        self.lose_of_card(LossKind::Replaced, Severity::Info, detail);
    }

    fn note(&mut self, fitted: &Fitted, limit: Limit) {
        if let Some(over) = &fitted.over {
            self.over(over, limit);
        }
        self.rewritten(&fitted.rewritten);
        for (origin, name) in &fitted.unmentioned {
            let detail = format!(
                "{} is not notified: one message mentions no more people",
                Name(name)
            );
            self.lose(*origin, LossKind::MentionLost, Severity::Lost, detail);
        }
        let parts = fitted.parts.len();
        if parts > 1 {
            let detail = format!("it is spread over {parts} messages");
            let kind = LossKind::Split { parts };
            self.lose_of_card(kind, Severity::Info, detail);
        }
    }

    /// Adds what is lost of the card as a whole.
    pub(crate) fn lose_of_card(
        &mut self,
        kind: LossKind,
        severity: Severity,
        detail: impl Into<String>,
    ) {
        self.losses
            .push(Loss::new("", "card", kind, severity, detail));
    }

    /// Adds what is lost of a part of the card.
    pub(crate) fn lose(
        &mut self,
        origin: Origin,
        kind: LossKind,
        severity: Severity,
        detail: String,
    ) {
        let (pointer, tag) = self.place(origin);
        self.losses
            .push(Loss::new(pointer, tag, kind, severity, detail));
    }

    /// Adds the characters for which look-alikes stand, an entry for each part of the card.
    pub(crate) fn rewritten(&mut self, rewritten: &[(Origin, char)]) {
        let mut rewritten: Vec<_> = rewritten.to_vec();
        sort_by_key(&mut rewritten, |(origin, c)| (origin.rank(), *c as usize));
        let mut parts: Vec<(Origin, Vec<(char, char)>)> = Vec::new();
        for (origin, c) in rewritten {
            let pair = (c, wide(c));
            match parts.last_mut() {
                Some((last, pairs)) if *last == origin => {
                    if pairs.last() != Some(&pair) {
                        pairs.push(pair);
                    }
                }
                _ => parts.push((origin, vec![pair])),
            }
        }
        for (origin, pairs) in parts {
            self.lose(
                origin,
                LossKind::Rewritten,
                Severity::Info,
                look_alikes(&pairs),
            );
        }
    }

    /// Adds those of these parts that are columns, where a format that has rows for columns shows them as text.
    pub(crate) fn columns_are_lines(&mut self, shown: &[Origin]) {
        for origin in distinct(shown) {
            let Origin::Element(index) = origin else {
                continue;
            };
            let item = self.body.items.get(index).map(|item| &item.kind);
            let is_shown = matches!(self.decisions.item(index), Decision::Show(_));
            if is_shown && matches!(item, Some(Kind::Div { .. })) {
                let (format, columns) = (self.format.name(), Feature::Div.noun());
                let lines = Feature::Div.shown(elsewhere(self.format)).form();
                let detail = format!("{format} has no {columns}: {lines} instead");
                self.lose(origin, LossKind::Replaced, Severity::Info, detail);
            }
        }
    }

    fn over(&mut self, over: &Over, limit: Limit) {
        let clamped = LossKind::Clamped {
            limit,
            had: over.had,
        };
        let format = self.format.name();
        let had = over.had;
        if over.is_whole {
            let detail = format!("the message has {had} of {limit}: {format} refuses it");
            return self.lose_of_card(clamped, Severity::Lost, detail);
        }
        let cut = distinct(&over.cut);
        let mut omitted = Vec::new();
        for origin in distinct(&over.omitted) {
            let found = cut.binary_search_by_key(&origin.rank(), |cut| cut.rank());
            if found.is_err() {
                omitted.push(origin);
            }
        }
        let size = format!("the message has {had} of {limit} that {format} takes");
        for origin in &cut {
            let detail = format!("its end is left out: {size}");
            self.lose(*origin, clamped, Severity::Lost, detail);
        }
        self.forget(&omitted);
        for origin in omitted {
            let detail = format!("it is left out: {size}");
            self.lose(origin, LossKind::Dropped, Severity::Lost, detail);
        }
    }

    /// Takes back what is said of parts that are not shown at all.
    fn forget(&mut self, omitted: &[Origin]) {
        let mut pointers = Seen::default();
        for origin in omitted {
            pointers.insert(&self.place(*origin).0);
        }
        for loss in std::mem::take(&mut self.losses) {
            if !is_within(&loss.pointer, &pointers) {
                self.losses.push(loss);
            }
        }
    }

    fn place(&self, origin: Origin) -> (String, &'static str) {
        let header = self.body.choice.header_pointer();
        match origin {
            Origin::Title => (header + "/title", "header"),
            Origin::Subtitle => (header + "/subtitle", "header"),
            Origin::CardLink => ("/link".to_owned(), "link"),
            Origin::Element(index) => {
                let mut pointer = self.body.choice.elements_pointer();
                push_segment(&mut pointer, &index.to_string());
                let tag = self.body.items.get(index).map_or("card", |item| item.tag);
                (pointer, tag)
            }
        }
    }

    /// The report, in the order of the card.
    pub(crate) fn report(self) -> Report {
        let mut losses = self.losses;
        // Most cards lose something of one text.
        let is_one_place = losses
            .windows(2)
            .all(|pair| matches!(pair, [one, other] if one.pointer == other.pointer));
        if !is_one_place {
            sort_by_key(&mut losses, |loss| rank(&loss.pointer));
        }
        Report::from(losses)
    }
}

/// Each once, in the order of the card.
fn distinct(origins: &[Origin]) -> Vec<Origin> {
    let mut origins = origins.to_vec();
    sort_by_key(&mut origins, |origin| (origin.rank(), 0));
    origins.dedup();
    origins
}

/// Whether `pointer` leads to one of these parts, or into it.
fn is_within(mut pointer: &str, parts: &Seen) -> bool {
    loop {
        if parts.contains(pointer) {
            return true;
        }
        match pointer.rsplit_once('/') {
            Some((parent, _)) if !parent.is_empty() => pointer = parent,
            _ => return false,
        }
    }
}
