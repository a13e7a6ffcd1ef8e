//! The report of a card on a format: the losses, each at its place.

use std::collections::HashSet;

use card_model::{
    spec::{Feature, Format, Severity},
    words::{Name, push_segment},
};

use super::{Found, Kept, Survey, What, words::in_place};
use crate::{
    Loss, LossKind,
    body::{Body, Item},
    context::Context,
    dialect::Dialect,
    pointer::Pointer,
};

/// What becomes of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Decision {
    /// It is shown, as far as the format can.
    Show,
    /// Its fallback stands there.
    Fallback,
}

/// So many losses of one place are few.
const FEW: usize = 16;

/// What a format loses of the card, and what becomes of each of its elements. What was found in these before is `kept`.
pub(crate) fn report(
    body: &Body<'_>,
    cx: &Context<'_>,
    dialect: Dialect,
    kept: Option<&Kept>,
) -> (Vec<Loss>, Vec<Decision>) {
    let mut losses = Losses {
        format: dialect.format,
        dialect,
        own: Vec::with_capacity(FEW),
        first: 0,
        seen: HashSet::new(),
        explains: false,
        worst: None,
    };
    losses.config(body);
    if let Some(link) = &body.card.link {
        let mut pointer = Pointer::from("/link".to_owned());
        losses.of(|found| Survey::new(cx, &mut pointer, found).card_link(link));
    }
    if body.choice.own_header && body.card.header.is_some() {
        losses.language("/header", "header", "the card's own title is left out");
    }
    let mut pointer = Pointer::from(body.choice.header_pointer());
    losses.of(|found| Survey::new(cx, &mut pointer, found).header(body));
    if body.choice.own_elements && !body.card.elements.is_empty() {
        losses.language("/elements", "card", "the card's own elements are left out");
    }
    let mut pointer = Pointer::from(body.choice.elements_pointer());
    let decisions = body.items.iter().enumerate().map(|(index, item)| {
        let outside = pointer.enter_item(index);
        let decision = losses.item(item, &mut pointer, |pointer, found| match kept {
            Some(kept) => kept.tell(index, found),
            None => Survey::new(cx, pointer, found).item(item),
        });
        pointer.leave(outside);
        decision
    });
    let decisions = decisions.collect();
    losses.locales(body);
    (losses.own, decisions)
}

pub(super) struct Losses {
    pub(super) format: Format,
    pub(super) dialect: Dialect,
    pub(super) own: Vec<Loss>,
    /// Which is the first that has the pointer of the last one, and what those say, once they are many.
    first: usize,
    seen: HashSet<String>,
    /// Whether anybody asks why the element is lost.
    explains: bool,
    /// The worst loss of the element, and why.
    worst: Option<(Severity, String)>,
}

impl Losses {
    /// Says it once of each place.
    fn push(&mut self, loss: Loss) {
        if self
            .own
            .last()
            .is_none_or(|last| last.pointer != loss.pointer)
        {
            self.first = self.own.len();
            self.seen.clear();
        }
        if !self.is_known(&loss.detail) {
            self.own.push(loss);
        }
    }

    /// Whether the same was said of this place. Most places have few losses, which are compared sooner than hashed.
    fn is_known(&mut self, detail: &str) -> bool {
        let losses = self.own.get(self.first..).unwrap_or_default();
        if losses.len() < FEW {
            return losses.iter().any(|loss| loss.detail == detail);
        }
        if self.seen.is_empty() {
            self.seen
                .extend(losses.iter().map(|loss| loss.detail.clone()));
        }
        !self.seen.insert(detail.to_owned())
    }

    fn of(&mut self, walk: impl FnOnce(&mut dyn FnMut(&str, Found<'_>))) {
        walk(&mut |pointer, found| {
            if let Some(loss) = self.loss(pointer, found) {
                self.push(loss);
            }
        });
    }

    fn item(
        &mut self,
        item: &Item<'_>,
        pointer: &mut Pointer,
        walk: impl FnOnce(&mut Pointer, &mut dyn FnMut(&str, Found<'_>)),
    ) -> Decision {
        let start = self.own.len();
        self.worst = None;
        self.explains = item.fallback.is_some();
        self.of(|found| walk(pointer, found));
        let worst = self.worst.take();
        match (item.fallback, worst) {
            (Some(fallback), Some((severity, why))) if severity >= Severity::Degraded => {
                self.own.truncate(start);
                let (kind, severity, detail) = in_place(fallback, &why);
                let pointer = pointer.as_str();
                self.push(Loss::new(pointer, item.tag, kind, severity, detail));
                Decision::Fallback
            }
            _ => Decision::Show,
        }
    }

    /// Notes why the worst of an element is lost.
    pub(super) fn blame(&mut self, severity: Severity, why: &str) {
        let is_worse = self
            .worst
            .as_ref()
            .is_none_or(|(worst, _)| *worst < severity);
        if self.explains && is_worse {
            self.worst = Some((severity, why.to_owned()));
        }
    }

    pub(super) fn loss(&mut self, pointer: &str, found: Found<'_>) -> Option<Loss> {
        let (kind, severity, detail) = match found.what {
            What::Loss(kind, severity, detail) => {
                self.blame(severity, &detail);
                Some((kind, severity, detail))
            }
            What::Name(name) => self.own_name(name),
            What::Widths(division) => self.widths(division),
            What::Feature(feature, name) => self.feature(feature, name, found.fallback),
        }?;
        Some(Loss::new(pointer, found.tag, kind, severity, detail))
    }

    fn language(&mut self, pointer: &str, tag: &'static str, what: &str) {
        let Some(severity) = Feature::Language.shown(self.format).severity() else {
            return;
        };
        let detail = format!("{what}: a message has one language");
        self.push(Loss::new(pointer, tag, LossKind::Dropped, severity, detail));
    }

    fn locales(&mut self, body: &Body<'_>) {
        for locale in &body.card.i18n {
            if body
                .choice
                .locale
                .is_some_and(|chosen| chosen.lang == locale.lang)
            {
                continue;
            }
            let mut pointer = "/i18n".to_owned();
            push_segment(&mut pointer, locale.lang.as_str());
            let what = format!("the card in {} is left out", Name(locale.lang.as_str()));
            self.language(&pointer, "locale", &what);
        }
    }
}
