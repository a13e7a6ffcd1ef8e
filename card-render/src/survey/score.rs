//! Which format loses least.

use card_model::{
    Fallback,
    spec::{Feature, Format, Severity},
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
    fn insert(&mut self, feature: Feature) {
        self.0 |= 1 << (feature as u64);
    }

    fn iter(self) -> impl Iterator<Item = Feature> {
        let all = Feature::ALL.iter().copied();
        all.filter(move |feature| self.0 & (1 << (*feature as u64)) != 0)
    }

    fn score(self, format: Format, fallback: Option<&Fallback>) -> Score {
        let mut score = Score::default();
        for feature in self.iter() {
            let severity = feature.shown(format).severity();
            // Looks alone are no reason to leave the format that more clients know, but for what is hard to read without.
            let counts = severity > Some(Severity::Info)
                || matches!(
                    feature,
                    Feature::List | Feature::CodeBlock | Feature::Button
                );
            score.add(severity.filter(|_| counts));
        }
        match fallback {
            Some(fallback) if score.lost + score.degraded > 0 => {
                let mut score = Score::default();
                score.add(Some(severity_of(fallback)));
                score
            }
            _ => score,
        }
    }
}

/// What is lost where an author's fallback stands.
pub(super) const fn severity_of(fallback: &Fallback) -> Severity {
    match fallback {
        Fallback::Drop => Severity::Info,
        _ => Severity::Degraded,
    }
}

/// The first of `formats` that loses least of the card, in which `kept` was found; `penalty` is what else speaks against one.
pub(crate) fn choose(
    body: &Body<'_>,
    kept: &Kept,
    formats: &[Format],
    penalty: impl Fn(Format, &dyn Fn(Feature) -> bool) -> Option<Severity>,
) -> Option<Format> {
    let [_, _, ..] = formats else {
        return formats.first().copied();
    };
    let mut scores: Vec<_> = formats
        .iter()
        .map(|format| (*format, Score::default()))
        .collect();
    let mut card = Features::default();
    for (index, item) in body.items.iter().enumerate() {
        let mut features = Features::default();
        kept.tell(index, &mut |_, found| note(&mut features, &found));
        card.0 |= features.0;
        for (format, score) in &mut scores {
            let of_item = features.score(*format, item.fallback);
            score.lost += of_item.lost;
            score.degraded += of_item.degraded;
            score.info += of_item.info;
        }
    }
    for (format, score) in &mut scores {
        let has = |feature| card.iter().any(|found| found == feature);
        score.add(penalty(*format, &has));
    }
    scores
        .into_iter()
        .min_by_key(|(_, score)| *score)
        .map(|(format, _)| format)
}

fn note(features: &mut Features, found: &Found<'_>) {
    if let (What::Feature(feature, _), None) = (&found.what, found.fallback) {
        features.insert(*feature);
    }
}

/// Nothing but what a format loses speaks against it.
pub(crate) fn no_penalty(_: Format, _: &dyn Fn(Feature) -> bool) -> Option<Severity> {
    None
}
