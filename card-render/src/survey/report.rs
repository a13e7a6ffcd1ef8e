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
        own: Vec::new(),
        seen: HashSet::new(),
    };
    losses.config(body);
    if let Some(link) = &body.card.link {
        losses.of("/link", |found| Survey::new(cx, found).card_link(link));
    }
    if body.choice.own_header && body.card.header.is_some() {
        losses.language("/header", "header", "the card's own title");
    }
    losses.of(&body.choice.header_pointer(), |found| {
        Survey::new(cx, found).header(body);
    });
    if body.choice.own_elements && !body.card.elements.is_empty() {
        losses.language("/elements", "card", "the card's own elements");
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

struct Losses {
    format: Format,
    own: Vec<Loss>,
    /// What was said of the part at the pointer that the last loss has.
    seen: HashSet<String>,
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
        walk(&mut |path, found| {
            if let Some(loss) = self.loss(base, path, &found) {
                self.push(loss);
            }
        });
    }

    fn item(&mut self, item: &Item<'_>, pointer: &str, cx: &Context<'_>) -> Decision {
        let start = self.own.len();
        self.of(pointer, |found| Survey::new(cx, found).item(item));
        let of_item = self.own.get(start..).unwrap_or_default();
        let worst = of_item.iter().max_by_key(|loss| loss.severity);
        let (Some(fallback), Some(worst)) = (item.fallback, worst) else {
            return Decision::Show;
        };
        if worst.severity < Severity::Degraded {
            return Decision::Show;
        }
        let loss = fallback_loss(pointer, item.tag, fallback, &worst.detail);
        self.own.truncate(start);
        self.push(loss);
        Decision::Fallback
    }

    fn loss(&self, base: &str, path: &[Step], found: &Found<'_>) -> Option<Loss> {
        let pointer = || {
            let mut pointer = base.to_owned();
            for step in path {
                match step {
                    Step::Name(name) => push_segment(&mut pointer, name),
                    Step::Index(index) => push_segment(&mut pointer, &index.to_string()),
                }
            }
            pointer
        };
        let (feature, name) = match &found.what {
            What::Loss(kind, severity, detail) => {
                return Some(Loss::new(
                    pointer(),
                    found.tag,
                    *kind,
                    *severity,
                    detail.clone(),
                ));
            }
            What::Feature(feature, name) => (*feature, *name),
        };
        if feature == Feature::ButtonStyle
            && Feature::Button.shown(self.format).severity().is_some()
        {
            // What stands for the button is in the report, its style with it.
            return None;
        }
        let shown = feature.shown(self.format);
        let Some(severity) = shown.severity() else {
            let (severity, detail) = self.exception(feature, name)?;
            return Some(Loss::new(
                pointer(),
                found.tag,
                LossKind::Replaced,
                severity,
                detail,
            ));
        };
        let detail = self.sentence(feature, name, shown);
        match found.fallback {
            Some(fallback) if severity >= Severity::Degraded => {
                Some(fallback_loss(&pointer(), found.tag, fallback, &detail))
            }
            _ => Some(Loss::new(
                pointer(),
                found.tag,
                kind(shown),
                severity,
                detail,
            )),
        }
    }

    /// What is lost of this one although the format shows others.
    fn exception(&self, feature: Feature, name: &str) -> Option<(Severity, String)> {
        let dialect = Dialect::of(self.format);
        match feature {
            Feature::At
                if matches!(dialect.mentions, Mentions::Tag | Mentions::AtId)
                    && !name.contains('@') =>
            {
                let detail = format!(
                    "{} shows its own name for {}",
                    self.format.name(),
                    Name(name)
                );
                Some((Severity::Info, detail))
            }
            Feature::Font if dialect.colors == Colors::Hex && color::hex(name).is_none() => {
                let detail = format!("the colour {} is not known, the text has none", Name(name));
                Some((Severity::Degraded, detail))
            }
            _ => None,
        }
    }

    fn sentence(&self, feature: Feature, name: &str, shown: Shown) -> String {
        let (format, noun, form) = (self.format.name(), feature.noun(), shown.form());
        match feature {
            Feature::Postback => {
                format!(
                    "button {} posts back, {format} has no {noun}: {form} instead",
                    Name(name)
                )
            }
            Feature::At => {
                format!(
                    "{} is not notified: {format} has no {noun}: {form} instead",
                    Name(name)
                )
            }
            Feature::AtUnknown => format!(
                "{} is not notified: it is not known who that is in {format}, {form} instead",
                Name(name)
            ),
            Feature::Font => {
                format!("{format} has no colour {}: {form} instead", Name(name))
            }
            _ => match (shown, name) {
                (Shown::Dropped(_), "") => format!("{format} has no {noun}, it is left out"),
                (Shown::Dropped(_), _) => {
                    format!("{format} has no {noun}, {} is left out", Name(name))
                }
                (_, "") => format!("{format} has no {noun}: {form} instead"),
                _ => format!("{}: {format} has no {noun}: {form} instead", Name(name)),
            },
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
        let detail = format!("{what} is left out: another language was asked for");
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
            let what = format!("the card in {}", Name(locale.lang.as_str()));
            self.language(&pointer, "locale", &what);
        }
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
    Loss::new(pointer.to_owned(), tag, kind, severity_of(fallback), detail)
}

impl From<Vec<Loss>> for Report {
    fn from(losses: Vec<Loss>) -> Self {
        let mut report = Self::new();
        losses.into_iter().for_each(|loss| report.push(loss));
        report
    }
}
