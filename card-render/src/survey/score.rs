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
    fn insert(&mut self, feature: Feature) {
        self.0 |= 1 << (feature as u64);
    }

    fn has(self, feature: Feature) -> bool {
        self.0 & (1 << (feature as u64)) != 0
    }

    /// The features, in the order of the table.
    fn iter(self) -> impl Iterator<Item = Feature> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let index = usize::try_from(rest.trailing_zeros()).ok()?;
            // Without the last bit that is set.
            rest &= rest.wrapping_sub(1);
            Feature::ALL.get(index).copied()
        })
    }

    fn score(self, format: Format) -> Score {
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
        score
    }
}

/// What an element is made of.
#[derive(Debug, Default)]
struct Parts {
    own: Features,
    /// Its texts that have a fallback of their own, with what is lost where that stands.
    texts: Vec<(Features, Severity)>,
    /// What stands around the text that the walk is in.
    around: Option<Features>,
}

impl Parts {
    fn note(&mut self, found: &Found<'_>) {
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
    for (index, item) in body.items.iter().enumerate() {
        let mut parts = Parts::default();
        kept.tell(index, &mut |_, found| parts.note(&found));
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
