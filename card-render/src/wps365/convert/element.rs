//! Elements: one becomes one, but for a row of buttons, and for what is left out.

use card_model::{
    ActionItem, Button as OlderButton, Div as OlderDiv, Element, Fallback, Link, Other,
    spec::{Feature, Severity},
    words::{Name, on_one_line},
};

use super::{
    super::{Button, Div, Division, Element as Converted, Hr, Label, Text},
    Conversion,
    text::hrefs,
    unboxed,
};
use crate::{LossKind, body::instead};

impl Conversion<'_> {
    /// Adds what an element becomes; its fallback, where its author gave one and too much of it is lost.
    pub(super) fn element(&mut self, element: &Element, out: &mut Vec<Converted>) {
        let before = self.before();
        let start = out.len();
        self.shown(element, out);
        let (fallback, tag) = fallback(element);
        if self.takes_back(&before, tag, fallback) {
            out.truncate(start);
            if let Some(words) = words(fallback) {
                out.push(words.into());
            }
        }
    }

    fn shown(&mut self, element: &Element, out: &mut Vec<Converted>) {
        let converted = match element {
            Element::Text(text) => Some(self.plain(text.clone()).into()),
            Element::Markdown(markdown) => Some(self.markdown(markdown.clone()).into()),
            Element::Div(div) => self.div(div),
            Element::Hr(hr) => {
                self.feature("hr", Feature::Hr, "");
                if let Some(style) = &hr.style {
                    self.within("style", |this| this.feature("hr", Feature::HrStyle, style));
                }
                Some(Hr::new().into())
            }
            Element::Img(img) => self.img(img),
            Element::PicText(element) => self.pic_text((**element).clone()),
            Element::Action(action) => {
                return self.within("actions", |this| {
                    this.each(&action.actions, |this, item| {
                        if let Some(item) = this.action_item(item) {
                            out.push(item);
                        }
                    });
                });
            }
            Element::Other(other) => Some(self.note(other.tag().unwrap_or_default())),
            other => Some(self.note(other.tag())),
        };
        if let Some(converted) = converted {
            out.push(converted);
        }
    }

    fn div(&mut self, div: &OlderDiv) -> Option<Converted> {
        let mut fields = Vec::with_capacity(div.fields.len());
        self.within("fields", |this| {
            this.each(&div.fields, |this, text| {
                if let Some(field) = this.text_element(text) {
                    fields.push(field);
                }
            });
        });
        let mut link = div.link.clone();
        self.repair.link(&mut link, "div");
        let division = div.division.as_ref();
        if fields.is_empty() && !div.fields.is_empty() {
            if let Some(division) = division {
                self.within("division", |this| this.no_columns(division.as_str()));
            }
            return unboxed(link).map(|link| self.only_link(link));
        }
        let div = Div {
            division: division.map_or(Division::Middle, |division| {
                Division::from(division.as_str())
            }),
            fields,
            link: unboxed(link),
        };
        Some(div.into())
    }

    fn no_columns(&mut self, division: &str) {
        let detail = format!("no column is left: {} is left out", Name(division));
        self.lose("div", LossKind::Dropped, Severity::Info, detail);
    }

    /// The link of an element of which nothing else is left.
    pub(super) fn only_link(&self, link: Link) -> Converted {
        Text::plain(self.language.details()).link(link).into()
    }

    fn action_item(&mut self, item: &ActionItem) -> Option<Converted> {
        match item {
            ActionItem::Button(button) => Some(self.button(button).into()),
            ActionItem::Other(other) => self.other_action(other),
            _ => Some(self.note("")),
        }
    }

    fn button(&mut self, button: &OlderButton) -> Button {
        let mut button = button.clone();
        let is_link = button.url.is_some() || !button.href.is_empty();
        self.repair.button(&mut button);
        let is_there = button.url.is_some() || !button.href.is_empty();
        match (is_link, is_there) {
            (false, _) if button.key.is_none() => {
                let detail = format!(
                    "button {} does nothing, and is sent so",
                    Name(&button.label)
                );
                self.lose("button", LossKind::Replaced, Severity::Info, detail);
            }
            (false, _) => self.feature("button", Feature::Postback, &button.label),
            (true, true) => self.feature("button", Feature::Button, &button.label),
            // That it opens nothing was said.
            (true, false) => {}
        }
        Button {
            style: button
                .style
                .unwrap_or(card_model::Str::Borrowed(Button::USUAL)),
            text: Label {
                content: button.label,
            },
            key: button.key,
            url: button.url,
            href: hrefs(&button.href),
        }
    }

    /// What stands for an element of the older dialect.
    fn note(&mut self, tag: &str) -> Converted {
        let tag = on_one_line(tag);
        self.feature("raw", Feature::Raw, &tag);
        Text::plain(self.language.foreign_element(&tag)).into()
    }

    fn other_action(&mut self, other: &Other) -> Option<Converted> {
        let tag = on_one_line(other.tag().unwrap_or_default());
        if self.falls_back(
            "raw",
            Feature::Raw,
            &tag,
            instead(other.fallback.as_deref()),
        ) {
            return words(other.fallback.as_deref()).map(Converted::from);
        }
        Some(Text::plain(self.language.foreign_element(&tag)).into())
    }
}

/// The text that stands there; `None` where it is to be nothing.
pub(super) fn words(fallback: Option<&Fallback>) -> Option<Text> {
    match fallback {
        Some(Fallback::Text(text)) => Some(Text::plain(text.to_string())),
        _ => None,
    }
}

/// What an author wants to stand in place of an element, and its tag in markup.
fn fallback(element: &Element) -> (Option<&Fallback>, &'static str) {
    match element {
        Element::Text(text) => (instead(text.fallback.as_deref()), "text"),
        Element::Markdown(text) => (instead(text.fallback.as_deref()), "markdown"),
        Element::Div(div) => (instead(div.fallback.as_deref()), "div"),
        Element::Img(img) => (instead(img.fallback.as_deref()), "img"),
        Element::PicText(element) => (instead(element.fallback.as_deref()), "picText"),
        Element::Other(other) => (instead(other.fallback.as_deref()), "raw"),
        _ => (None, ""),
    }
}
