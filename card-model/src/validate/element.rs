//! The rules of each kind of element.

use super::{Checker, href, known_name, link, markdown::markdown_source};
use crate::{
    Action, ActionItem, Button, Div, Division, Element, Fallback, Img, Markdown, Other, PicText,
    Rule, Text, TextElement, spec::FIELDS,
};

pub(super) fn element<'c>(checker: &mut Checker<'c>, element: &'c Element) {
    match element {
        Element::Text(text) => plain(checker, text),
        Element::Markdown(markdown) => marked(checker, markdown),
        Element::Div(element) => div(checker, element),
        Element::Img(element) => img(checker, element),
        Element::Hr(_) => {}
        Element::PicText(element) => pic_text(checker, element),
        Element::Action(element) => action(checker, element),
        Element::Other(element) => other(checker, element),
    }
}

pub(super) fn text_element<'c>(checker: &mut Checker<'c>, text: &'c TextElement) {
    match text {
        TextElement::Text(text) => plain(checker, text),
        TextElement::Markdown(markdown) => marked(checker, markdown),
    }
}

fn plain<'c>(checker: &mut Checker<'c>, text: &'c Text) {
    fallback(checker, text.fallback.as_deref());
    content_text(checker, |checker| checker.printable(&text.content));
    link(checker, text.link.as_deref());
}

fn marked<'c>(checker: &mut Checker<'c>, markdown: &'c Markdown) {
    fallback(checker, markdown.fallback.as_deref());
    let mut used = None;
    content_text(checker, |checker| {
        let variables = markdown_source(checker, markdown);
        variables.report_undefined(checker, &markdown.href);
        used = Some(variables);
    });
    href(checker, &markdown.href, |name| {
        used.as_ref().is_some_and(|used| used.contains(name))
    });
    link(checker, markdown.link.as_deref());
}

/// Checks the text inside the field `content`.
fn content_text<'c>(checker: &mut Checker<'c>, check: impl FnOnce(&mut Checker<'c>)) {
    checker.within("content", |checker| checker.within("text", check));
}

fn div<'c>(checker: &mut Checker<'c>, div: &'c Div) {
    fallback(checker, div.fallback.as_deref());
    checker.within("fields", |checker| {
        if div.fields.is_empty() {
            checker.report(Rule::EmptyDiv);
        }
        checker.count(FIELDS, div.fields.len());
        checker.each(&div.fields, |checker, column| {
            if matches!(column, TextElement::Text(_)) {
                checker.report(Rule::PlainColumn);
            }
            text_element(checker, column);
        });
    });
    known_name!(checker, "division", &div.division, Division);
    link(checker, div.link.as_deref());
}

fn img<'c>(checker: &mut Checker<'c>, img: &'c Img) {
    fallback(checker, img.fallback.as_deref());
    checker.within("content", |checker| {
        checker.filled("store_key", &img.store_key);
    });
    public_copy(checker, img);
}

/// What stands for an element is not on the wire: it is reported at the element.
fn fallback(checker: &mut Checker<'_>, fallback: Option<&Fallback>) {
    if fallback.is_some_and(Fallback::is_blank) {
        checker.report(Rule::Empty("fallback"));
    }
}

/// The URL of a public copy is not on the wire: it is reported at the element.
fn public_copy<'c>(checker: &mut Checker<'c>, img: &'c Img) {
    if let Some(url) = &img.url {
        checker.url(url);
    }
}

fn pic_text<'c>(checker: &mut Checker<'c>, pic_text: &'c PicText) {
    fallback(checker, pic_text.fallback.as_deref());
    checker.within("img", |checker| {
        fallback(checker, pic_text.img.fallback.as_deref());
        checker.filled("store_key", &pic_text.img.store_key);
    });
    public_copy(checker, &pic_text.img);
    checker.within("text", |checker| {
        fallback(checker, fallback_of(&pic_text.text));
        checker.within("text", |checker| match &pic_text.text {
            TextElement::Text(text) => checker.printable(&text.content),
            TextElement::Markdown(markdown) => {
                let variables = markdown_source(checker, markdown);
                if markdown.href.is_empty() && !variables.is_empty() {
                    checker.report(Rule::HrefInPicText);
                }
            }
        });
    });
    if !pic_text.href().is_empty() {
        checker.report_at("href", Rule::HrefInPicText);
    }
    if pic_text.link.is_some() && pic_text.text_link().is_some() {
        checker.report_at("link", Rule::SecondLink);
    }
    link(
        checker,
        pic_text.link.as_deref().or_else(|| pic_text.text_link()),
    );
}

fn fallback_of(text: &TextElement) -> Option<&Fallback> {
    match text {
        TextElement::Text(text) => text.fallback.as_deref(),
        TextElement::Markdown(markdown) => markdown.fallback.as_deref(),
    }
}

fn action<'c>(checker: &mut Checker<'c>, action: &'c Action) {
    checker.within("actions", |checker| {
        if action.actions.is_empty() {
            checker.report(Rule::EmptyAction);
        }
        checker.each(&action.actions, |checker, item| match item {
            ActionItem::Button(item) => button(checker, item),
            ActionItem::Other(item) => other(checker, item),
        });
    });
}

fn button<'c>(checker: &mut Checker<'c>, button: &'c Button) {
    fallback(checker, button.fallback.as_deref());
    does_one_thing(checker, button);
    checker.within("content", |checker| {
        checker.filled("text", &button.label);
        checker.within("text", |checker| checker.printable(&button.label));
    });
    if let Some(key) = &button.key {
        checker.filled("key", key);
    }
    if let Some(url) = &button.url {
        checker.within("url", |checker| checker.url(url));
    }
    href(checker, &button.href, |_| true);
}

fn does_one_thing<'c>(checker: &mut Checker<'c>, button: &'c Button) {
    let things = [
        ("key", button.key.is_some()),
        ("url", button.url.is_some()),
        ("href", !button.href.is_empty()),
    ];
    let mut done = Vec::new();
    for (field, is_set) in things {
        if is_set {
            done.push(field);
        }
    }
    match done.as_slice() {
        [] => checker.report(Rule::NoAction),
        [_] => {}
        _ => checker.report(Rule::SeveralActions(done)),
    }
}

fn other<'c>(checker: &mut Checker<'c>, other: &'c Other) {
    fallback(checker, other.fallback.as_deref());
    if other.tag().is_none() {
        checker.report(Rule::Missing("tag"));
    }
}
