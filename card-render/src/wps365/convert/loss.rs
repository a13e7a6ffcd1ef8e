//! What the table says of this dialect, in sentences.

use card_model::{
    Fallback,
    spec::{Feature, Format, Severity, Shown},
    words::Name,
};

use super::Conversion;
use crate::{Loss, LossKind, survey::in_place};

const FORMAT: Format = Format::Wps365;

/// How much was said before a part.
pub(super) struct Before {
    losses: usize,
    mentions: usize,
}

impl Conversion<'_> {
    pub(super) fn before(&self) -> Before {
        Before {
            losses: self.repair.report.losses().len(),
            mentions: self.mentions.len(),
        }
    }

    /// Whether so much was lost since then that the fallback stands there: what was said is taken back, and this is noted.
    pub(super) fn takes_back(
        &mut self,
        before: &Before,
        tag: &'static str,
        fallback: Option<&Fallback>,
    ) -> bool {
        let Some(fallback) = fallback else {
            return false;
        };
        let lost = self.repair.report.losses().get(before.losses..);
        let mut worst: Option<&Loss> = None;
        for loss in lost.unwrap_or_default() {
            let least = worst.map_or(Severity::Info, |worst| worst.severity);
            if loss.severity > least {
                worst = Some(loss);
            }
        }
        let Some(worst) = worst else {
            return false;
        };
        let (kind, severity, detail) = in_place(fallback, &worst.detail);
        self.repair.report.truncate(before.losses);
        self.mentions.truncate(before.mentions);
        self.told.clear();
        self.lose(tag, kind, severity, detail);
        true
    }

    /// Notes what becomes of a feature, as the table has it.
    pub(super) fn feature(&mut self, tag: &'static str, feature: Feature, name: &str) {
        let shown = feature.shown(FORMAT);
        if let Some(severity) = shown.severity() {
            let kind = match shown {
                Shown::Dropped(_) => LossKind::Dropped,
                _ => LossKind::Replaced,
            };
            self.lose(tag, kind, severity, detail(feature, name));
        }
    }

    /// Notes what becomes of a part that has a fallback of its own, and says whether that stands there.
    pub(super) fn falls_back(
        &mut self,
        tag: &'static str,
        feature: Feature,
        name: &str,
        fallback: Option<&Fallback>,
    ) -> bool {
        let severity = feature.shown(FORMAT).severity();
        let Some(fallback) = fallback.filter(|_| severity >= Some(Severity::Degraded)) else {
            self.feature(tag, feature, name);
            return false;
        };
        let (kind, severity, detail) = in_place(fallback, &why(feature, name));
        self.lose(tag, kind, severity, detail);
        true
    }
}

/// Why the feature is not there as it is.
fn why(feature: Feature, name: &str) -> String {
    let (format, noun) = (FORMAT.name(), feature.noun());
    let subject = match name {
        "" => String::new(),
        name => format!("{}: ", Name(name)),
    };
    match feature {
        Feature::Raw => format!("{subject}{format} has no {noun} of the older dialect"),
        _ => format!("{subject}no page that could be read describes {noun} in a {format}"),
    }
}

fn detail(feature: Feature, name: &str) -> String {
    let (why, form) = (why(feature, name), feature.shown(FORMAT).form());
    match feature.shown(FORMAT) {
        Shown::Dropped(_) => format!("{why}, it is left out"),
        Shown::Replaced(_, Severity::Info) if feature != Feature::PicText => {
            format!("{why}: sent as {form}, unconfirmed")
        }
        _ => format!("{why}: {form} instead"),
    }
}
