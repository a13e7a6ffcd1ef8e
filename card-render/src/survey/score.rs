//! Which format loses least.

use card_model::{
    Fallback,
    spec::{Feature, Format, Severity},
    words::each,
};

use super::{Found, Kept, What};
use crate::body::Body;

/// How much is lost, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
struct Score {
    lost: usize,
    degraded: usize,
    info: usize,
}

impl Score {
    fn join(&mut self, other: Self) {
        self.lost += other.lost;
        self.degraded += other.degraded;
        self.info += other.info;
    }

    /// Where the fallback stands for what is lost, no more than that is.
    fn or(self, fallback: Option<Severity>) -> Self {
        if fallback.is_none() || self.lost + self.degraded == 0 {
            return self;
        }
        let mut score = Self::default();
        score.add(fallback);
        score
    }

    fn add(&mut self, severity: Option<Severity>) {
        match severity {
            Some(Severity::Lost) => self.lost += 1,
            Some(Severity::Degraded) => self.degraded += 1,
            Some(_) => self.info += 1,
            None => {}
        }
    }
}

/// The features of an element, a bit for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
struct Features(u64);

impl Features {
    const fn insert(&mut self, feature: Feature) {
        self.0 |= 1 << (feature as u64);
    }

    fn has(self, feature: Feature) -> bool {
        self.0 & (1 << (feature as u64)) != 0
    }

    fn score(self, format: Format) -> Score {
        let against = Against::of(format);
        let count = |features: Self| (self.0 & features.0).count_ones() as usize;
        Score {
            lost: count(against.lost),
            degraded: count(against.degraded),
            info: count(against.info),
        }
    }
}

/// The features that speak against a format, by how much of them it loses.
#[derive(Debug, Clone, Copy)]
struct Against {
    lost: Features,
    degraded: Features,
    info: Features,
}

/// What speaks against each format, in the order of these.
static AGAINST: [Against; Format::ALL.len()] = {
    let mut all = [Against::NOTHING; Format::ALL.len()];
    let (mut rest, mut formats): (&mut [_], _) = (&mut all, Format::ALL);
    while let ([against, others @ ..], [format, after @ ..]) = (rest, formats) {
        *against = Against::new(*format);
        (rest, formats) = (others, after);
    }
    all
};

impl Against {
    const NOTHING: Self = Self {
        lost: Features(0),
        degraded: Features(0),
        info: Features(0),
    };

    fn of(format: Format) -> &'static Self {
        AGAINST.get(format as usize).unwrap_or(&Self::NOTHING)
    }

    const fn new(format: Format) -> Self {
        let mut against = Self::NOTHING;
        let mut features = Feature::ALL;
        while let [feature, rest @ ..] = features {
            match feature.shown(format).severity() {
                Some(Severity::Lost) => against.lost.insert(*feature),
                Some(Severity::Degraded) => against.degraded.insert(*feature),
                Some(_) if is_hard_to_read_without(*feature) => against.info.insert(*feature),
                _ => {}
            }
            features = rest;
        }
        against
    }
}

/// Looks alone are no reason to leave the format that more clients know.
const fn is_hard_to_read_without(feature: Feature) -> bool {
    matches!(
        feature,
        Feature::List | Feature::CodeBlock | Feature::Button
    )
}

/// What an element is made of.
#[derive(Debug, Default)]
pub(super) struct Parts {
    own: Features,
    /// Its texts that have a fallback of their own, with what is lost where that stands.
    texts: Vec<(Features, Severity)>,
    /// What stands around the text that the walk is in.
    around: Option<Features>,
}

impl Parts {
    pub(super) fn note(&mut self, found: &Found<'_>) {
        match (&found.what, found.fallback) {
            (What::Feature(feature, _), None) => self.own.insert(*feature),
            (What::TextBegins, _) => self.around = Some(std::mem::take(&mut self.own)),
            (What::TextEnds, Some(fallback)) => {
                let around = self.around.take().unwrap_or_default();
                let text = std::mem::replace(&mut self.own, around);
                self.texts.push((text, severity_of(fallback)));
            }
            _ => {}
        }
    }

    fn all(&self) -> Features {
        let texts = self.texts.iter().map(|(features, _)| features.0);
        Features(texts.fold(self.own.0, |all, text| all | text))
    }

    fn score(&self, format: Format, fallback: Option<Severity>) -> Score {
        let mut score = self.own.score(format);
        for (text, fallback) in &self.texts {
            score.join(text.score(format).or(Some(*fallback)));
        }
        score.or(fallback)
    }
}

/// What is lost where an author's fallback stands.
pub(super) const fn severity_of(fallback: &Fallback) -> Severity {
    match fallback {
        Fallback::Drop => Severity::Info,
        _ => Severity::Degraded,
    }
}

/// What else than the losses speaks against a format, of a card that has these features.
pub(crate) type Penalty<'p> = dyn Fn(Format, &dyn Fn(Feature) -> bool) -> Option<Severity> + 'p;

/// The first of `formats` that loses least of the card, in which `kept` was found.
pub(crate) fn choose(
    body: &Body<'_>,
    kept: &Kept,
    formats: &[Format],
    penalty: &Penalty<'_>,
) -> Option<Format> {
    let [_, _, ..] = formats else {
        return formats.first().copied();
    };
    let mut scores = each(formats, |format| (*format, Score::default()));
    let mut card = Features::default();
    for (item, parts) in body.items.iter().zip(kept.parts()) {
        card.0 |= parts.all().0;
        let fallback = item.fallback.map(severity_of);
        for (format, score) in &mut scores {
            score.join(parts.score(*format, fallback));
        }
    }
    for (format, score) in &mut scores {
        let has = |feature| card.has(feature);
        score.add(penalty(*format, &has));
    }
    scores
        .into_iter()
        .min_by_key(|(_, score)| *score)
        .map(|(format, _)| format)
}

/// Nothing but what a format loses speaks against it.
pub(crate) fn no_penalty(_: Format, _: &dyn Fn(Feature) -> bool) -> Option<Severity> {
    None
}
