//! The walk through a row of buttons.

use card_model::{
    ActionItem, Button, Href,
    spec::{Feature, Severity},
    words::Name,
};

use super::{Survey, What};
use crate::{
    LossKind,
    body::{button_link, instead},
};

impl Survey<'_, '_> {
    pub(super) fn action(&mut self, actions: &[ActionItem]) {
        self.within("actions", |survey| {
            for (index, action) in actions.iter().enumerate() {
                survey.at(index, |survey| match action {
                    ActionItem::Button(button) => survey.button(button),
                    ActionItem::Other(other) => {
                        let tag = other.tag().unwrap_or_default();
                        survey.tell(
                            "raw",
                            What::Feature(Feature::Raw, tag),
                            instead(other.fallback.as_deref()),
                        );
                    }
                    _ => survey.feature("raw", Feature::Raw, ""),
                });
            }
        });
    }

    fn button(&mut self, button: &Button) {
        let fallback = instead(button.fallback.as_deref());
        match button_link(button) {
            Some(link) if self.cx.allowed_url(&link).is_some() => {
                self.tell(
                    "button",
                    What::Feature(Feature::Button, &button.label),
                    fallback,
                );
                self.client_link(&link, "button");
            }
            Some(link) => {
                let detail = format!(
                    "button {} does not open its link: {}",
                    Name(&button.label),
                    Self::why(&link)
                );
                self.loss("button", LossKind::Dropped, Severity::Lost, detail);
            }
            None if button.key.is_none() && fallback.is_none() => {
                let label = Name(&button.label);
                let detail = format!("button {label} does nothing: a note instead");
                self.loss("button", LossKind::Replaced, Severity::Lost, detail);
            }
            None => {
                let what = What::Feature(Feature::Postback, &button.label);
                self.tell("button", what, fallback);
            }
        }
        self.unused(button);
    }

    /// What of a button does nothing, and how it looks.
    fn unused(&mut self, button: &Button) {
        let opens = button_link(button).is_some();
        if opens && button.key.is_some() {
            let detail = format!(
                "button {} opens its link, and posts nothing back",
                Name(&button.label)
            );
            self.within("key", |survey| {
                survey.loss("button", LossKind::Dropped, Severity::Degraded, detail);
            });
        }
        // What stands for a button that posts back is in the report, its style with it.
        if let Some(style) = button.style.as_ref().filter(|_| opens) {
            self.within("style", |survey| {
                survey.feature("button", Feature::ButtonStyle, style);
            });
        }
        if button.url.is_some() && !button.href.is_empty() {
            let detail = format!(
                "button {} opens its `href`, not its `url`",
                Name(&button.label)
            );
            self.within("url", |survey| {
                survey.loss("button", LossKind::Dropped, Severity::Info, detail);
            });
        }
        let names: Vec<_> = button.href.iter().map(|(name, _)| name).collect();
        let opened = names.iter().find(|name| **name == Href::DEFAULT_NAME);
        let opened = opened.or(names.first()).copied();
        for name in names.into_iter().filter(|name| Some(*name) != opened) {
            self.within("href", |survey| {
                survey.within(name, Survey::leads_nowhere("button", name));
            });
        }
    }
}
