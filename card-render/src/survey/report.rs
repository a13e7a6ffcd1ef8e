//! The report of a card on a format.

use std::collections::HashSet;

use card_model::{
    Fallback, OperatorAllow,
    spec::{Feature, Format, Severity, Shown},
    words::{Name, push_segment},
};

use super::{Found, Step, Survey, What, score::severity_of};
use crate::{
    Loss, LossKind, Report,
    body::{Body, Item},
    color,
    context::Context,
    dialect::{Colors, Dialect, Mentions},
};

/// What becomes of an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Decision {
    /// It is shown, as far as the format can.
    Show,
    /// Its fallback stands there.
    Fallback,
}

/// What `format` loses of the card, and what becomes of each of its elements.
pub(crate) fn report(
    body: &Body<'_>,
    cx: &Context<'_>,
    format: Format,
) -> (Vec<Loss>, Vec<Decision>) {
    let mut losses = Losses {
        format,
        dialect: Dialect::of(format),
        own: Vec::new(),
        seen: HashSet::new(),
        known: 0,
        path: Vec::new(),
        worst: None,
    };
    losses.config(body);
    if let Some(link) = &body.card.link {
        losses.of("/link", |found| Survey::new(cx, found).card_link(link));
    }
    if body.choice.own_header && body.card.header.is_some() {
        losses.language("/header", "header", "the card's own title is left out");
    }
    losses.of(&body.choice.header_pointer(), |found| {
        Survey::new(cx, found).header(body);
    });
    if body.choice.own_elements && !body.card.elements.is_empty() {
        losses.language("/elements", "card", "the card's own elements are left out");
    }
    let base = body.choice.elements_pointer();
    let decisions = body.items.iter().enumerate().map(|(index, item)| {
        let mut pointer = base.clone();
        push_segment(&mut pointer, &index.to_string());
        losses.item(item, &pointer, cx)
    });
    let decisions = decisions.collect();
    losses.locales(body);
    (losses.own, decisions)
}

/// An entry without its place.
type Entry = (LossKind, Severity, String);

struct Losses {
    format: Format,
    dialect: Dialect,
    own: Vec<Loss>,
    /// What was said of the part at the pointer that the last loss has.
    seen: HashSet<String>,
    /// The features without a name that were found at this path, a bit for each.
    known: u64,
    path: Vec<Step>,
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
            self.seen.clear();
        }
        if self.seen.insert(loss.detail.clone()) {
            self.own.push(loss);
        }
    }

    fn of(&mut self, base: &str, walk: impl FnOnce(&mut dyn FnMut(&[Step], Found<'_>))) {
        (self.path, self.known) = (Vec::new(), 0);
        walk(&mut |path, found| {
            if self.is_known(path, &found) {
                return;
            }
            if let Some(loss) = self.loss(base, path, &found) {
                self.push(loss);
            }
        });
    }

    /// Whether the same was found at the same place before.
    fn is_known(&mut self, path: &[Step], found: &Found<'_>) -> bool {
        let (What::Feature(feature, ""), None) = (&found.what, found.fallback) else {
            return false;
        };
        if self.path != path {
            self.path = path.to_vec();
            self.known = 0;
        }
        let bit = 1 << (*feature as u64);
        let is_known = self.known & bit != 0;
        self.known |= bit;
        is_known
    }

    fn item(&mut self, item: &Item<'_>, pointer: &str, cx: &Context<'_>) -> Decision {
        let start = self.own.len();
        self.worst = None;
        self.of(pointer, |found| Survey::new(cx, found).item(item));
        let worst = self.worst.take();
        match (item.fallback, worst) {
            (Some(fallback), Some((severity, why))) if severity >= Severity::Degraded => {
                self.own.truncate(start);
                self.push(fallback_loss(pointer, item.tag, fallback, &why));
                Decision::Fallback
            }
            _ => Decision::Show,
        }
    }

    /// Notes why the worst of an element is lost.
    fn blame(&mut self, severity: Severity, why: &str) {
        if self
            .worst
            .as_ref()
            .is_none_or(|(worst, _)| *worst < severity)
        {
            self.worst = Some((severity, why.to_owned()));
        }
    }

    fn loss(&mut self, base: &str, path: &[Step], found: &Found<'_>) -> Option<Loss> {
        let (kind, severity, detail) = match &found.what {
            What::Loss(kind, severity, detail) => {
                self.blame(*severity, detail);
                Some((*kind, *severity, detail.clone()))
            }
            What::Name(name) => self.own_name(name),
            What::Widths(division) => self.widths(division),
            What::Feature(feature, name) => self.feature(*feature, name, found.fallback),
        }?;
        let mut pointer = base.to_owned();
        for step in path {
            match step {
                Step::Name(name) => push_segment(&mut pointer, name),
                Step::Index(index) => push_segment(&mut pointer, &index.to_string()),
            }
        }
        Some(Loss::new(pointer, found.tag, kind, severity, detail))
    }

    /// Where clients show their own name for a person.
    fn own_name(&self, name: &str) -> Option<Entry> {
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
    fn widths(&self, division: &str) -> Option<Entry> {
        let has_columns = Feature::Div.shown(self.format).severity().is_none();
        let detail = format!(
            "{} has columns of one width: {} is left out",
            self.format.name(),
            Name(division)
        );
        has_columns.then_some((LossKind::Dropped, Severity::Info, detail))
    }

    fn feature(
        &mut self,
        feature: Feature,
        name: &str,
        fallback: Option<&Fallback>,
    ) -> Option<Entry> {
        if feature == Feature::ButtonStyle
            && Feature::Button.shown(self.format).severity().is_some()
        {
            // What stands for the button is in the report, its style with it.
            return None;
        }
        let shown = feature.shown(self.format);
        let Some(severity) = shown.severity() else {
            let (severity, detail) = self.exception(feature, name)?;
            self.blame(severity, &detail);
            return Some((LossKind::Replaced, severity, detail));
        };
        let why = self.why(feature, name, shown);
        if let Some(fallback) = fallback.filter(|_| severity >= Severity::Degraded) {
            self.blame(severity_of(fallback), &why);
            return Some(in_place(fallback, &why));
        }
        self.blame(severity, &why);
        let detail = match feature {
            Feature::Font if self.dialect.colors == Colors::Named => {
                format!("{why}: {} instead", Name(color::nearest(name)))
            }
            _ => why + &instead(feature, name, shown),
        };
        Some((kind(shown), severity, detail))
    }

    /// What is lost of this one although the format shows others.
    fn exception(&self, feature: Feature, name: &str) -> Option<(Severity, String)> {
        let dialect = &self.dialect;
        match feature {
            Feature::Font if dialect.colors == Colors::Hex && color::hex(name).is_none() => {
                let detail = format!("the colour {} is not known, the text has none", Name(name));
                Some((Severity::Degraded, detail))
            }
            _ => None,
        }
    }

    /// What the format has not.
    fn why(&self, feature: Feature, name: &str, shown: Shown) -> String {
        let (format, noun) = (self.format.name(), feature.noun());
        let name = Name(name);
        match feature {
            Feature::Postback => format!("button {name} posts back, {format} has no {noun}"),
            Feature::At if matches!(shown, Shown::MentionLost(_)) => {
                format!("{name} is not notified: {format} has no {noun}")
            }
            Feature::At => format!("{name} may not be notified: {format} has no {noun} of its own"),
            Feature::AtUnknown => {
                format!("{name} is not notified: it is not known who that is in {format}")
            }
            Feature::Font => format!("{format} has no colour {name}"),
            _ if name.0.is_empty() || matches!(shown, Shown::Dropped(_)) => {
                format!("{format} has no {noun}")
            }
            _ => format!("{name}: {format} has no {noun}"),
        }
    }

    fn config(&mut self, body: &Body<'_>) {
        let Some(config) = &body.card.config else {
            return;
        };
        let restricts = |allow: &OperatorAllow| !matches!(allow, OperatorAllow::All);
        let fields = [
            (
                "operator_allow",
                config.operator_allow.as_ref().map(restricts),
            ),
            ("todo_switch", config.todo_switch.as_ref().map(|_| true)),
            ("filter_key", config.filter_key.as_ref().map(|_| false)),
            ("update_single", config.update_single.map(|_| false)),
            (
                "nonsupport_client",
                config.nonsupport_client.as_ref().map(|_| true),
            ),
        ];
        for (field, is_restriction) in fields {
            let Some(is_restriction) = is_restriction else {
                continue;
            };
            let feature = if is_restriction {
                Feature::Restrictions
            } else {
                Feature::Settings
            };
            let path = [Step::Name(field.into())];
            let found = Found {
                tag: "config",
                what: What::Feature(feature, field),
                fallback: None,
            };
            let loss = self.loss("/config", &path, &found);
            self.own.extend(loss);
        }
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

/// What stands there.
fn instead(feature: Feature, name: &str, shown: Shown) -> String {
    match (shown, name) {
        (Shown::Dropped(_), "") => ", it is left out".to_owned(),
        (Shown::Dropped(_), name) => format!(", {} is left out", Name(name)),
        _ if feature == Feature::AtUnknown => format!(", {} instead", shown.form()),
        _ => format!(": {} instead", shown.form()),
    }
}

const fn kind(shown: Shown) -> LossKind {
    match shown {
        Shown::Dropped(_) => LossKind::Dropped,
        Shown::MentionLost(_) => LossKind::MentionLost,
        _ => LossKind::Replaced,
    }
}

fn fallback_loss(pointer: &str, tag: &'static str, fallback: &Fallback, why: &str) -> Loss {
    let (kind, severity, detail) = in_place(fallback, why);
    Loss::new(pointer.to_owned(), tag, kind, severity, detail)
}

/// What is said where an author's fallback stands.
fn in_place(fallback: &Fallback, why: &str) -> Entry {
    let (kind, detail) = match fallback {
        Fallback::Drop => (
            LossKind::Dropped,
            format!("left out, as its fallback says: {why}"),
        ),
        _ => (
            LossKind::Replaced,
            format!("its fallback stands there: {why}"),
        ),
    };
    (kind, severity_of(fallback), detail)
}

impl From<Vec<Loss>> for Report {
    fn from(losses: Vec<Loss>) -> Self {
        let mut report = Self::new();
        for loss in losses {
            report.push(loss);
        }
        report
    }
}
