//! The sentences of the report.

use std::fmt::Write as _;

use card_model::{
    Fallback,
    spec::{Feature, Format, Severity, Shown, dingtalk::BUTTONS},
    words::Name,
};

use super::{report::Losses, score::severity_of};
use crate::{
    LossKind, color,
    dialect::{Colors, Mentions},
};

/// Most entries are no longer, in bytes.
const USUAL: usize = 112;

/// An entry without its place.
pub(crate) type Entry = (LossKind, Severity, String);

impl Losses {
    /// Where clients show their own name for a person.
    pub(super) fn own_name(&self, name: &str) -> Option<Entry> {
        let mentions = self.dialect.mentions;
        let detail = format!(
            "{} shows its own name for {}",
            self.format.name(),
            Name(name)
        );
        matches!(mentions, Mentions::Tag | Mentions::AtId).then_some((
            LossKind::Replaced,
            Severity::Info,
            detail,
        ))
    }

    /// How wide columns are; where there are none, the entry of the `div` says so.
    pub(super) fn widths(&self, division: &str) -> Option<Entry> {
        let has_columns = Feature::Div.shown(self.format).severity().is_none();
        let detail = format!(
            "{} has columns of one width: {} is left out",
            self.format.name(),
            Name(division)
        );
        has_columns.then_some((LossKind::Dropped, Severity::Info, detail))
    }

    pub(super) fn feature(
        &mut self,
        pointer: &str,
        feature: Feature,
        name: &str,
        fallback: Option<&Fallback>,
    ) -> Option<Entry> {
        let shown = |pointer, feature| self.places.shown(pointer, feature, self.format);
        if feature == Feature::ButtonStyle
            && let Some(button) = pointer.strip_suffix("/style")
            && shown(button, Feature::Button).severity().is_some()
        {
            // What stands for the button is in the report, its style with it.
            return None;
        }
        let shown = shown(pointer, feature);
        let Some(severity) = shown.severity() else {
            let (severity, detail) = self.exception(feature, name)?;
            // A fallback would notify nobody for certain.
            if feature != Feature::At {
                self.blame(severity, &detail);
            }
            return Some((LossKind::Replaced, severity, detail));
        };
        let mut why = String::with_capacity(USUAL);
        // Writing to a string does not fail.
        let _ = self.why(&mut why, feature, name, shown);
        if let Some(fallback) = fallback.filter(|_| severity >= Severity::Degraded) {
            self.blame(severity_of(fallback), &why);
            return Some(in_place(fallback, &why));
        }
        self.blame(severity, &why);
        let detail = &mut why;
        let _ = match feature {
            Feature::Font if self.dialect.colors == Colors::Named => {
                write!(detail, ": {} instead", Name(color::nearest(name)))
            }
            _ => instead(detail, feature, name, shown),
        };
        Some((kind(shown), severity, why))
    }

    /// What is lost of this one although the format shows others, or by its page all of them.
    fn exception(&self, feature: Feature, name: &str) -> Option<(Severity, String)> {
        let dialect = &self.dialect;
        match feature {
            Feature::Font if dialect.colors == Colors::Hex && color::hex(name).is_none() => {
                let detail = format!("the colour {} is not known, the text has none", Name(name));
                Some((Severity::Degraded, detail))
            }
            Feature::At if self.format == Format::DingTalkActionCard => {
                let detail = format!(
                    "{} may not be notified: a {} is reported to mention without notifying",
                    Name(name),
                    self.format.name()
                );
                Some((Severity::Degraded, detail))
            }
            _ => None,
        }
    }

    /// What the format has not.
    fn why(
        &self,
        out: &mut String,
        feature: Feature,
        name: &str,
        shown: Shown,
    ) -> std::fmt::Result {
        let (format, noun) = (self.format.name(), feature.noun());
        let name = Name(name);
        match feature {
            Feature::Postback => write!(out, "button {name} posts back, {format} has no {noun}"),
            Feature::At if matches!(shown, Shown::MentionLost(_)) => {
                write!(out, "{name} is not notified: {format} has no {noun}")
            }
            Feature::At => write!(
                out,
                "{name} may not be notified: {noun} in {format} are not documented"
            ),
            Feature::AtUnknown => {
                write!(
                    out,
                    "{name} is not notified: it is not known who that is in {format}"
                )
            }
            Feature::Font => write!(out, "{format} has no colour {name}"),
            Feature::Button if self.format == Format::DingTalkActionCard => {
                let most = BUTTONS.max;
                write!(
                    out,
                    "{name}: {format} has buttons at its end, at most {most}"
                )
            }
            _ if name.0.is_empty() || matches!(shown, Shown::Dropped(_)) => {
                out.extend([format, " has no ", noun]);
                Ok(())
            }
            _ => write!(out, "{name}: {format} has no {noun}"),
        }
    }
}

/// What stands there.
#[inline]
fn instead(out: &mut String, feature: Feature, name: &str, shown: Shown) -> std::fmt::Result {
    let mark = match (shown, name) {
        (Shown::Dropped(_), "") => return out.write_str(", it is left out"),
        (Shown::Dropped(_), name) => return write!(out, ", {} is left out", Name(name)),
        (Shown::Replaced(form, _), _) if feature == Feature::At => {
            return write!(out, ", {form} is sent");
        }
        _ if feature == Feature::AtUnknown => ", ",
        _ => ": ",
    };
    out.extend([mark, shown.form(), " instead"]);
    Ok(())
}

const fn kind(shown: Shown) -> LossKind {
    match shown {
        Shown::Dropped(_) => LossKind::Dropped,
        Shown::MentionLost(_) => LossKind::MentionLost,
        _ => LossKind::Replaced,
    }
}

const STANDS: &str = "its fallback stands there: ";

/// What is said where an author's fallback stands; where that of a part does not do, why the part has one.
pub(crate) fn in_place(fallback: &Fallback, why: &str) -> Entry {
    let why = why.strip_prefix(STANDS).unwrap_or(why);
    let (kind, detail) = match fallback {
        Fallback::Drop => (
            LossKind::Dropped,
            format!("left out, as its fallback says: {why}"),
        ),
        _ => (LossKind::Replaced, format!("{STANDS}{why}")),
    };
    (kind, severity_of(fallback), detail)
}
