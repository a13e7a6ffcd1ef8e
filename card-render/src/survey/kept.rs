//! What the walk through the elements found, kept: a format is chosen by it, and its report says the same once more.

use card_model::{
    Fallback,
    spec::{Feature, Severity},
};

use super::{Found, Survey, What, score::Parts};
use crate::{LossKind, body::Body, context::Context, pointer::Pointer};

/// What was found in each element.
#[derive(Debug, Default)]
pub(crate) struct Kept(Vec<Item>);

/// What was found in an element.
#[derive(Debug, Default)]
struct Item {
    places: Vec<Place>,
    /// What it is made of.
    parts: Parts,
}

/// Most places have no more.
const USUAL: usize = 12;

/// What was found in one place.
#[derive(Debug)]
struct Place {
    pointer: String,
    findings: Vec<Finding>,
}

/// As [`Found`].
#[derive(Debug)]
struct Finding {
    tag: &'static str,
    what: KeptWhat,
    fallback: Option<Fallback>,
}

/// As [`What`].
#[derive(Debug)]
enum KeptWhat {
    Feature(Feature, String),
    Name(String),
    Widths(String),
    Loss(Box<(LossKind, Severity, String)>),
    TextBegins,
    TextEnds,
}

impl Kept {
    /// Walks through the elements.
    pub(crate) fn new(body: &Body<'_>, cx: &Context<'_>) -> Self {
        let mut pointer = Pointer::from(body.choice.elements_pointer());
        let mut items = Vec::with_capacity(body.items.len());
        for (index, item) in body.items.iter().enumerate() {
            let mut kept = Item::default();
            let outside = pointer.enter_item(index);
            let mut keep = |pointer: &str, found: Found<'_>| {
                kept.parts.note(&found);
                keep(&mut kept.places, pointer, found.into());
            };
            Survey::new(cx, &mut pointer, &mut keep).item(item);
            pointer.leave(outside);
            items.push(kept);
        }
        Self(items)
    }

    /// What each element is made of.
    pub(super) fn parts(&self) -> impl Iterator<Item = &Parts> {
        self.0.iter().map(|item| &item.parts)
    }

    /// Tells what was found in the element at `index`.
    pub(super) fn tell(&self, index: usize, found: &mut dyn FnMut(&str, Found<'_>)) {
        let Some(item) = self.0.get(index) else {
            return;
        };
        for place in &item.places {
            for finding in &place.findings {
                found(&place.pointer, finding.found());
            }
        }
    }
}

fn keep(places: &mut Vec<Place>, pointer: &str, finding: Finding) {
    if let Some(last) = places.last_mut().filter(|last| last.pointer == pointer) {
        return last.findings.push(finding);
    }
    let mut findings = Vec::with_capacity(USUAL);
    findings.push(finding);
    places.push(Place {
        pointer: pointer.to_owned(),
        findings,
    });
}

impl From<Found<'_>> for Finding {
    fn from(found: Found<'_>) -> Self {
        Self {
            tag: found.tag,
            what: match found.what {
                What::Feature(feature, name) => KeptWhat::Feature(feature, name.to_owned()),
                What::Name(name) => KeptWhat::Name(name.to_owned()),
                What::Widths(division) => KeptWhat::Widths(division.to_owned()),
                What::Loss(kind, severity, detail) => {
                    KeptWhat::Loss(Box::new((kind, severity, detail)))
                }
                What::TextBegins => KeptWhat::TextBegins,
                What::TextEnds => KeptWhat::TextEnds,
            },
            fallback: found.fallback.cloned(),
        }
    }
}

impl Finding {
    fn found(&self) -> Found<'_> {
        Found {
            tag: self.tag,
            what: match &self.what {
                KeptWhat::Feature(feature, name) => What::Feature(*feature, name),
                KeptWhat::Name(name) => What::Name(name),
                KeptWhat::Widths(division) => What::Widths(division),
                KeptWhat::Loss(loss) => {
                    let (kind, severity, detail) = &**loss;
                    What::Loss(*kind, *severity, detail.clone())
                }
                KeptWhat::TextBegins => What::TextBegins,
                KeptWhat::TextEnds => What::TextEnds,
            },
            fallback: self.fallback.as_ref(),
        }
    }
}
