//! Rules between the parts of one element.

use card_model::spec::{Attribute, Tag};

use super::{
    Checker,
    attributes::{is_text, whole},
};
use crate::ast::{Element, Node, Value};

impl Checker<'_> {
    pub(super) fn rules(&mut self, element: &Element, tag: Tag) {
        match tag {
            Tag::Button => self.button(element),
            Tag::Config => self.config(element),
            Tag::Card => self.locales(element),
            Tag::Markdown => self.href_names(element),
            _ => {}
        }
    }

    /// A button does exactly one thing, and says what.
    fn button(&mut self, button: &Element) {
        let does = [Attribute::Href, Attribute::Url, Attribute::Key];
        let given: Vec<_> = does
            .iter()
            .filter_map(|&does| button.attribute(does))
            .collect();
        let children: Vec<_> = elements(&button.children, Tag::Href).collect();
        let is_mistyped = button.attributes.iter().any(|given| {
            Tag::Button
                .spec()
                .attribute(&given.name.to_string())
                .is_none()
        });
        if given.is_empty() && children.is_empty() && !is_mistyped {
            self.errors
                .at(button.span, "this button does nothing")
                .help("give it `href=\"https://…\"` to open a link, or `key=\"…\"` to post back");
        }
        let second = given.get(1).map(|given| given.name.span());
        let second = second.or_else(|| {
            children
                .first()
                .filter(|_| !given.is_empty())
                .map(|child| child.span)
        });
        if let Some(span) = second {
            self.errors
                .at(span, "this button does two things")
                .help("keep one of `href`, `url`, `key` and a child `<href>`");
        }
        // A label that was written as an attribute is reported.
        let has_label = button
            .attributes
            .iter()
            .any(|given| is_text(&given.name.to_string()));
        let is_silent = !has_label
            && button.children.iter().all(|child| match child {
                Node::Element(child) => child.tag == Some(Tag::Href),
                Node::Text(text) => text.pieces.is_empty(),
                _ => false,
            });
        if is_silent && button.is_closed {
            self.errors
                .at(button.span, "this button says nothing")
                .help("write its label between the tags: `<button …>\"…\"</button>`");
        }
    }

    fn config(&mut self, config: &Element) {
        let (on, text) = (
            config.attribute(Attribute::HideOn),
            config.attribute(Attribute::HideText),
        );
        match (on, text) {
            (Some(on), None) => {
                self.errors
                    .at(on.name.span(), "`hide_on` without `hide_text`")
                    .help("add what those clients show instead: `hide_text=\"…\"`");
            }
            (None, Some(text)) => {
                self.errors
                    .at(text.name.span(), "`hide_text` without `hide_on`")
                    .help("add the clients that show it: `hide_on=\"pc\"`");
            }
            _ => {}
        }
    }

    /// Locales stand after the elements, one for each language.
    fn locales(&mut self, card: &Element) {
        let mut has_locale = false;
        let mut languages: Vec<String> = Vec::new();
        for child in &card.children {
            let Node::Element(child) = child else {
                continue;
            };
            if child.tag != Some(Tag::Locale) {
                if has_locale && child.tag.is_some_and(|tag| tag.fits(Tag::Card)) {
                    self.errors
                        .at(
                            child.span,
                            format!("`{}` stands after a `<locale>`", child.title()),
                        )
                        .help("move it before the first `<locale>`, or into it");
                }
                continue;
            }
            has_locale = true;
            let Some(Value::Text(text)) = child.attribute(Attribute::Lang).map(|lang| &lang.value)
            else {
                continue;
            };
            let Some(language) = whole(text) else {
                continue;
            };
            if languages.contains(&language) {
                self.errors
                    .at(
                        text.literal.span(),
                        format!("there are two locales for `{language}`"),
                    )
                    .help("make them one, or change the language of this one");
            }
            languages.push(language);
        }
    }

    fn href_names(&mut self, markdown: &Element) {
        let mut names: Vec<String> = Vec::new();
        for href in elements(&markdown.children, Tag::Href) {
            let Some(name) = super::content::href_name(href) else {
                continue;
            };
            if names.contains(&name) {
                self.errors
                    .at(href.span, format!("there are two links called `{name}`"))
                    .help("give this one a `name` of its own");
            }
            names.push(name);
        }
    }
}

/// The direct children with this tag, those in control flow not among them.
pub(super) fn elements(nodes: &[Node], tag: Tag) -> impl Iterator<Item = &Element> {
    nodes.iter().filter_map(move |node| match node {
        Node::Element(element) if element.tag == Some(tag) => Some(element),
        _ => None,
    })
}
