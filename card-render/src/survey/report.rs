//! The report of a card on a format: the losses, each at its place.

use card_model::{
    Fallback,
    spec::{Feature, Format, Severity},
    words::{Name, Seen, push_segment},
};

use super::{Found, Kept, Survey, What, places::Places, words::in_place};
use crate::{
    Loss, LossKind,
    body::{Alone, Body, Item, Passage},
    context::Context,
    dialect::Dialect,
    pointer::Pointer,
};

/// What becomes of the parts of a card.
#[derive(Debug)]
pub(crate) struct Decisions {
    pub(crate) header: Texts,
    /// Those of the elements up to the last of which something else stands anywhere.
    items: Vec<Decision>,
}

static SHOW: Decision = Decision::Show(Texts(Vec::new()));

impl Decisions {
    /// What becomes of the element at `index`.
    pub(crate) fn item(&self, index: usize) -> &Decision {
        self.items.get(index).unwrap_or(&SHOW)
    }
}

/// What becomes of an element.
#[derive(Debug)]
pub(crate) enum Decision {
    /// It is shown, as far as the format can.
    Show(Texts),
    /// Its fallback stands there.
    Fallback,
}

impl Decision {
    fn shows_all(&self) -> bool {
        matches!(self, Self::Show(Texts(stands)) if stands.is_empty())
    }
}

/// Of each of the texts that have a fallback of their own, in order: whether it stands there.
#[derive(Debug, Default)]
pub(crate) struct Texts(Vec<bool>);

impl Texts {
    /// The way through the texts, each as it is shown.
    pub(crate) fn shown<'t, 'b>(&'t self, alone: &'b Alone<'b>) -> Shown<'t, 'b> {
        Shown {
            stands: self.0.iter(),
            alone,
            index: 0,
        }
    }
}

/// A way through texts of which each may have a fallback.
pub(crate) struct Shown<'t, 'b> {
    stands: std::slice::Iter<'t, bool>,
    alone: &'b Alone<'b>,
    index: usize,
}

impl<'b> Shown<'_, 'b> {
    /// The next text as it is shown; `None` where it is left out.
    pub(crate) fn next(&mut self, text: &'b Passage<'b>) -> Option<&'b Passage<'b>> {
        let instead = self.alone.get(self.index);
        self.index += 1;
        match instead {
            Some(instead) if self.stands.next() == Some(&true) => instead.passage.as_ref(),
            _ => Some(text),
        }
    }
}

/// Most cards lose no more.
const USUAL: usize = 8;

/// So many losses of one place are few.
const FEW: usize = 16;

/// What a format loses of the card, and what becomes of each of its elements. What was found in these before is `kept`.
pub(crate) fn report(
    body: &Body<'_>,
    cx: &Context<'_>,
    dialect: &'static Dialect,
    kept: Option<&Kept>,
) -> (Vec<Loss>, Decisions) {
    let mut losses = Losses {
        format: dialect.format,
        dialect,
        places: Places::new(body, cx, dialect.format),
        own: Vec::with_capacity(USUAL),
        first: 0,
        seen: Seen::default(),
        part: Part::default(),
        around: Part::default(),
        texts: Texts::default(),
    };
    losses.config(body);
    if let Some(link) = &body.card.link {
        let mut pointer = Pointer::from("/link".to_owned());
        losses.of(|found| Survey::new(cx, &mut pointer, found).card_link(link));
    }
    if body.choice.own_header && body.card.header.is_some() {
        losses.language("/header", "header", "the card's own title is left out");
    }
    if body.choice.header.is_some() {
        let mut pointer = Pointer::from(body.choice.header_pointer());
        losses.of(|found| Survey::new(cx, &mut pointer, found).header(body));
    }
    let header = std::mem::take(&mut losses.texts);
    if body.choice.own_elements && !body.card.elements.is_empty() {
        losses.language("/elements", "card", "the card's own elements are left out");
    }
    let mut pointer = Pointer::from(body.choice.elements_pointer());
    let mut items = Vec::new();
    for (index, item) in body.items.iter().enumerate() {
        let outside = pointer.enter_item(index);
        let decision = losses.item(item, &mut pointer, |pointer, found| match kept {
            Some(kept) => kept.tell(index, found),
            None => Survey::new(cx, pointer, found).item(item),
        });
        pointer.leave(outside);
        if !decision.shows_all() {
            items.resize_with(index, || Decision::Show(Texts::default()));
            items.push(decision);
        }
    }
    losses.locales(body);
    (losses.own, Decisions { header, items })
}

pub(super) struct Losses {
    pub(super) format: Format,
    pub(super) dialect: &'static Dialect,
    pub(super) places: Places,
    pub(super) own: Vec<Loss>,
    /// Which is the first that has the pointer of the last one, and what those say, once they are many.
    first: usize,
    seen: Seen,
    /// What the walk is in.
    part: Part,
    /// What that is a part of, where it is a text with a fallback of its own.
    around: Part,
    texts: Texts,
}

/// What is lost of an element, or of a text in it, so far.
#[derive(Default)]
struct Part {
    /// How many losses there were before it.
    start: usize,
    /// Whether anybody asks why it is lost.
    explains: bool,
    /// Its worst loss, and why.
    worst: Option<(Severity, String)>,
}

impl Part {
    const fn new(start: usize, explains: bool) -> Self {
        Self {
            start,
            explains,
            worst: None,
        }
    }
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
            for loss in losses {
                self.seen.insert(&loss.detail);
            }
        }
        !self.seen.insert(detail)
    }

    fn of(&mut self, walk: impl FnOnce(&mut dyn FnMut(&str, Found<'_>))) {
        walk(&mut |pointer, found| {
            if self.shows(&found.what) {
                return;
            }
            if let Some(loss) = self.loss(pointer, found) {
                self.push(loss);
            }
        });
    }

    /// Whether nothing is lost, as of most that is found.
    #[inline]
    fn shows(&self, what: &What<'_>) -> bool {
        match what {
            // A colour may be one that the format does not know, a mention may notify nobody, and the others may have no place.
            What::Feature(Feature::Font | Feature::At | Feature::Img | Feature::Button, _) => false,
            What::Feature(feature, _) => feature.shown(self.format).severity().is_none(),
            _ => false,
        }
    }

    fn item(
        &mut self,
        item: &Item<'_>,
        pointer: &mut Pointer,
        walk: impl FnOnce(&mut Pointer, &mut dyn FnMut(&str, Found<'_>)),
    ) -> Decision {
        self.part = Part::new(self.own.len(), item.fallback.is_some());
        self.of(|found| walk(pointer, found));
        let texts = std::mem::take(&mut self.texts);
        let Some(fallback) = item.fallback else {
            return Decision::Show(texts);
        };
        match self.instead(pointer.as_str(), item.tag, fallback) {
            Some(loss) => {
                self.push(loss);
                Decision::Fallback
            }
            None => Decision::Show(texts),
        }
    }

    /// The one loss of a part whose fallback stands there, in place of its own ones.
    fn instead(&mut self, pointer: &str, tag: &'static str, fallback: &Fallback) -> Option<Loss> {
        let worst = self.part.worst.as_ref();
        let (_, why) = worst.filter(|(severity, _)| *severity >= Severity::Degraded)?;
        self.own.truncate(self.part.start);
        let (kind, severity, detail) = in_place(fallback, why);
        Some(Loss::new(pointer, tag, kind, severity, detail))
    }

    fn text_begins(&mut self) {
        let text = Part::new(self.own.len(), true);
        self.around = std::mem::replace(&mut self.part, text);
    }

    fn text_ends(
        &mut self,
        pointer: &str,
        tag: &'static str,
        fallback: Option<&Fallback>,
    ) -> Option<Loss> {
        let loss = fallback.and_then(|fallback| self.instead(pointer, tag, fallback));
        let around = std::mem::take(&mut self.around);
        let text = std::mem::replace(&mut self.part, around);
        self.texts.0.push(loss.is_some());
        if let Some((severity, why)) = &text.worst {
            let severity = loss.as_ref().map_or(*severity, |loss| loss.severity);
            self.blame(severity, why);
        }
        loss
    }

    /// Notes why the worst of an element is lost.
    pub(super) fn blame(&mut self, severity: Severity, why: &str) {
        let part = &mut self.part;
        let is_worse = part
            .worst
            .as_ref()
            .is_none_or(|(worst, _)| *worst < severity);
        if part.explains && is_worse {
            part.worst = Some((severity, why.to_owned()));
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
            What::Feature(feature, name) => self.feature(pointer, feature, name, found.fallback),
            What::TextBegins => {
                self.text_begins();
                None
            }
            What::TextEnds => return self.text_ends(pointer, found.tag, found.fallback),
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
