//! What a card is made of, as far as formats differ in it: the one walk behind the choice of a format and the report.

mod button;
mod element;
mod kept;
mod link;
mod places;
mod report;
mod score;
mod settings;
mod text;
mod words;

use card_model::{
    Fallback,
    spec::{Feature, Severity},
};

pub(crate) use self::{
    kept::Kept,
    places::{elsewhere, own_buttons},
    report::{Decision, Decisions, Texts, report},
    score::{choose, no_penalty},
    words::in_place,
};
use crate::{LossKind, context::Context, pointer::Pointer};

/// A part of an element.
#[derive(Debug)]
pub(crate) struct Found<'f> {
    /// Its tag in markup.
    pub(crate) tag: &'static str,
    pub(crate) what: What<'f>,
    /// What stands for this part alone.
    pub(crate) fallback: Option<&'f Fallback>,
}

/// What is found.
#[derive(Debug)]
pub(crate) enum What<'f> {
    /// Something that formats show in different ways; what it is called.
    Feature(Feature, &'f str),
    /// The name of a person who is mentioned, which is lost where a client shows its own.
    Name(&'f str),
    /// How wide columns are, which is lost where there are columns.
    Widths(&'f str),
    /// Something that is lost on every format.
    Loss(LossKind, Severity, String),
    /// A text begins that has a fallback of its own.
    TextBegins,
    /// It ends; the fallback is told with it.
    TextEnds,
}

/// The walk through an element.
pub(crate) struct Survey<'s, 'o> {
    cx: &'s Context<'o>,
    pointer: &'s mut Pointer,
    /// The variables that a text leads to, with what is clicked.
    variables: Vec<(String, String)>,
    /// The features without a name that were told of this place, a bit for each.
    told: u64,
    found: &'s mut dyn FnMut(&str, Found<'_>),
}

impl<'s, 'o> Survey<'s, 'o> {
    /// Of the element at `pointer`. What is found is told with where.
    pub(crate) fn new(
        cx: &'s Context<'o>,
        pointer: &'s mut Pointer,
        found: &'s mut dyn FnMut(&str, Found<'_>),
    ) -> Self {
        Self {
            cx,
            pointer,
            variables: Vec::new(),
            told: 0,
            found,
        }
    }

    fn within(&mut self, name: &str, walk: impl FnOnce(&mut Self)) {
        let outside = self.pointer.enter(name);
        self.inside(outside, walk);
    }

    fn at(&mut self, index: usize, walk: impl FnOnce(&mut Self)) {
        let outside = self.pointer.enter_item(index);
        self.inside(outside, walk);
    }

    fn inside(&mut self, outside: usize, walk: impl FnOnce(&mut Self)) {
        let told = std::mem::take(&mut self.told);
        walk(self);
        self.pointer.leave(outside);
        self.told = told;
    }

    fn tell(&mut self, tag: &'static str, what: What<'_>, fallback: Option<&Fallback>) {
        let found = Found {
            tag,
            what,
            fallback,
        };
        (self.found)(self.pointer.as_str(), found);
    }

    /// Tells of a feature; of one without a name, once at each place.
    #[inline]
    fn feature(&mut self, tag: &'static str, feature: Feature, name: &str) {
        if name.is_empty() {
            let bit = 1 << (feature as u64);
            if self.told & bit != 0 {
                return;
            }
            self.told |= bit;
        }
        self.tell(tag, What::Feature(feature, name), None);
    }

    fn loss(&mut self, tag: &'static str, kind: LossKind, severity: Severity, detail: String) {
        self.tell(tag, What::Loss(kind, severity, detail), None);
    }
}
