//! The lines of a row of buttons.

use card_model::{ActionItem, Button, Fallback, markdown::Span, words::on_one_line};

use super::{
    Gap, Kind, OwnButton,
    writer::{Writer, link_span},
};
use crate::body::{button_link, instead};

/// Between the buttons of a line.
pub(crate) const BETWEEN: &str = " | ";

impl<'b> Writer<'b, '_> {
    /// A row of buttons among other elements: a line of links.
    pub(super) fn action(&mut self, actions: &'b [ActionItem]) {
        let spans: Vec<_> = actions
            .iter()
            .filter_map(|action| self.action_item(action))
            .collect();
        self.buttons(spans);
    }

    /// The last row of buttons: as many as the format has are buttons of its own.
    pub(super) fn last_action(&mut self, actions: &'b [ActionItem], buttons: &mut Vec<OwnButton>) {
        let mut rest = Vec::new();
        for action in actions {
            let own = match action {
                ActionItem::Button(button) if buttons.len() < self.own_buttons => {
                    button_link(button)
                        .and_then(|link| self.cx.allowed_url(&link))
                        .map(|url| (button, url))
                }
                _ => None,
            };
            match own {
                Some((button, url)) => buttons.push(OwnButton {
                    origin: self.origin,
                    label: self.link_label(button),
                    url,
                }),
                None => rest.extend(self.action_item(action)),
            }
        }
        self.gap = Gap::Break;
        self.buttons(rest);
    }

    fn buttons(&mut self, parts: Vec<Span>) {
        if self.dialect.is_markdown {
            let mut spans = Vec::with_capacity(parts.len() * 2);
            for part in parts {
                if !spans.is_empty() {
                    spans.push(Span::Text(BETWEEN.to_owned()));
                }
                spans.push(part);
            }
            if !spans.is_empty() {
                self.push_own(Kind::Buttons, spans);
            }
            return;
        }
        for part in parts {
            self.push_own(Kind::Buttons, vec![part]);
        }
    }

    /// What stands for a button.
    fn action_item(&self, action: &ActionItem) -> Option<Span> {
        let (note, fallback) = match action {
            ActionItem::Button(button) => {
                if let Some(link) = button_link(button) {
                    let url = self.cx.allowed_url(&link);
                    return Some(self.button_link(self.link_label(button), url));
                }
                (
                    self.cx.language.missing_button(&label(button)),
                    instead(button.fallback.as_deref()),
                )
            }
            ActionItem::Other(other) => {
                let tag = on_one_line(other.tag().unwrap_or_default());
                (
                    self.cx.language.missing_element(&tag),
                    instead(other.fallback.as_deref()),
                )
            }
            _ => (self.cx.language.missing_element(""), None),
        };
        match fallback {
            None => Some(Span::Text(note)),
            Some(Fallback::Text(text)) => Some(Span::Text(text.to_string())),
            Some(_) => None,
        }
    }

    /// The label of a button that opens a link: one that says nothing could not be sent, or not be seen.
    fn link_label(&self, button: &Button) -> String {
        let label = label(button);
        if label.is_empty() {
            self.cx.language.details().to_owned()
        } else {
            label
        }
    }

    fn button_link(&self, label: String, url: Option<String>) -> Span {
        match url {
            None => Span::Text(label),
            Some(url) if self.dialect.link => link_span(url, vec![Span::Text(label)]),
            Some(url) => Span::Text(format!("{label}: {url}")),
        }
    }
}

/// The button's label, on one line.
fn label(button: &Button) -> String {
    on_one_line(&button.label)
}
