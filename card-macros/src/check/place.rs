//! Where a tag, a text or a value may stand.

use card_model::{
    spec::{Tag, TextMode},
    words::{each, join},
};
use quote::ToTokens;

use super::Checker;
use crate::{
    ast::{Braces, Element, Text},
    suggest,
};

impl Checker<'_> {
    /// Reports a tag that does not exist; what stands in it is checked all the same.
    pub(super) fn unknown_tag(&mut self, element: &mut Element) {
        let Some(name) = element.name.as_ref().map(ToString::to_string) else {
            // That the name is missing was reported already.
            return self.children(&mut element.children, None, true);
        };
        let parent = self.path.last().copied();
        let mistake = self
            .errors
            .at(element.span, format!("there is no tag `{name}`"));
        if let Some(meant) = suggest::tag(&name, parent) {
            mistake.help(format!("did you mean `<{meant}>`?"));
        } else if name.contains('_') || name.starts_with(char::is_uppercase) {
            mistake.help("a part of your own is a function that returns elements: `{part(…)}`");
        } else {
            mistake.help("write one that stands here, or remove it");
        }
        let allowed: Vec<Tag> = match parent {
            Some(parent) => parent.children().collect(),
            None => vec![Tag::Card],
        };
        let place = parent.map_or("`card!`".to_owned(), |parent| {
            format!("`<{}>`", parent.name())
        });
        if allowed.is_empty() {
            mistake.note(format!("{place} takes no tags"));
        } else {
            mistake.note(format!("{place} takes {}", tags(&allowed)));
        }
        self.children(&mut element.children, None, true);
    }

    /// Reports a tag that does not fit into its parent.
    pub(super) fn place(&mut self, child: &Element, parent: Option<Tag>) {
        let (Some(tag), Some(parent)) = (child.tag, parent) else {
            return;
        };
        if tag.fits(parent) {
            self.nested_twice(child, tag);
            self.link_in_pic_text(child, tag);
            return;
        }
        let title = child.title();
        let mistake = self.errors.at(
            child.span,
            format!("`{title}` cannot stand in `<{}>`", parent.name()),
        );
        mistake.help(if tag == Tag::Card {
            "to take over another card's elements, splice them: `{other_card}`".to_owned()
        } else if matches!(tag, Tag::Text | Tag::Markdown) && parent.spec().text != TextMode::None {
            format!(
                "remove the tag, in `<{}>` the text stands by itself",
                parent.name()
            )
        } else if tag.is_inline() && matches!(parent, Tag::Text | Tag::Card | Tag::Locale) {
            format!("put it into a `<markdown>`: `<markdown><{}>…`", tag.name())
        } else if parent.spec().text == TextMode::None && parent.children().next().is_none() {
            format!(
                "nothing stands in `<{0}>`: write `<{0} … />`",
                parent.name()
            )
        } else {
            let places = each(tag.spec().inside, |tag| format!("`<{}>`", tag.name()));
            format!("move it into {}", join(&places, " or "))
        });
        let inside: Vec<Tag> = parent.children().collect();
        if !inside.is_empty() {
            mistake.note(format!("`<{}>` takes {}", parent.name(), tags(&inside)));
        }
    }

    fn nested_twice(&mut self, child: &Element, tag: Tag) {
        if tag.is_inline() && self.path.contains(&tag) {
            self.errors
                .at(
                    child.span,
                    format!("`<{0}>` stands in another `<{0}>`", tag.name()),
                )
                .help("remove one of the two: together they look like one");
        }
    }

    fn link_in_pic_text(&mut self, child: &Element, tag: Tag) {
        let in_pic_text = matches!(self.path.as_slice(), [.., Tag::PicText, Tag::Markdown]);
        if in_pic_text && matches!(tag, Tag::Href | Tag::Link) {
            self.errors
                .at(
                    child.span,
                    format!(
                        "`<{}>` cannot stand in the text of a `<picText>`",
                        tag.name()
                    ),
                )
                .help("put a `<link>` into the `<picText>` itself")
                .note("the platform documents no place for it in the text of a picText");
        }
    }

    /// Reports a quoted text where none can stand.
    pub(super) fn text(&mut self, text: &Text, parent: Option<Tag>) {
        let Some(parent) = parent else { return };
        if parent.spec().text != TextMode::None {
            return;
        }
        let quoted = text.literal.token().to_string();
        self.errors
            .at(
                text.literal.span(),
                format!("text cannot stand in `<{}>`", parent.name()),
            )
            .help(match parent {
                Tag::Card | Tag::Locale => {
                    format!("put it into an element: `<text>{quoted}</text>`")
                }
                Tag::Div | Tag::PicText => {
                    format!("put it into a column: `<markdown>{quoted}</markdown>`")
                }
                Tag::Action => format!("put it into a button: `<button …>{quoted}</button>`"),
                Tag::Header => format!("write it as an attribute: `<header title={quoted}/>`"),
                other => format!("nothing stands in `<{0}>`: write `<{0} … />`", other.name()),
            });
    }

    /// Reports braces that are empty, or that stand where nothing can be spliced.
    pub(super) fn braces(&mut self, braces: &Braces, parent: Option<Tag>) {
        if braces.group.stream().is_empty() {
            self.errors
                .over(&braces.group.to_token_stream(), "the braces are empty")
                .help("write an expression in them, or remove them; a comment needs no braces");
            return;
        }
        let Some(parent) = parent else { return };
        let takes_values = parent.spec().text != TextMode::None
            || matches!(parent, Tag::Card | Tag::Locale | Tag::Div | Tag::Action);
        if !takes_values {
            let mistake = self.errors.over(
                &braces.group.to_token_stream(),
                format!("a value cannot stand in `<{}>`", parent.name()),
            );
            mistake.help(if parent == Tag::PicText {
                "a `<picText>` holds one `<img>` and one `<markdown>`: put the value into one of them".to_owned()
            } else if parent.spec().attributes.is_empty() {
                format!("nothing stands in `<{0}>`: write `<{0}/>`", parent.name())
            } else {
                format!("give it to an attribute of `<{}>`", parent.name())
            });
        }
    }
}

fn tags(tags: &[Tag]) -> String {
    join(&each(tags, |tag| format!("`<{}>`", tag.name())), ", ")
}
