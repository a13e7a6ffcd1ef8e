//! The parts of a card as they are when their tags open, and their way to where they belong.

use std::iter;

use crate::{Action, Button, Div, Header, Hr, Href, Markdown, Str, Text, TextElement};

/// Adds what `make` makes, in its place. [`Vec::push`] is given it over the stack, where it is loaded in wider pieces than it
/// was stored in, and the processor waits: about 8 % of `card!, without writing it` of the benchmarks.
#[inline]
pub(super) fn put<T>(list: &mut Vec<T>, make: impl FnOnce() -> T) {
    list.extend(iter::once_with(make));
}

pub(super) const EMPTY: Str = Str::Borrowed("");

pub(super) const TEXT: Text = Text {
    content: EMPTY,
    link: None,
    fallback: None,
};

pub(super) const LINE: TextElement = TextElement::Text(TEXT);

pub(super) const HEADER: Header = Header {
    title: LINE,
    subtitle: None,
    template: None,
};

pub(super) const HR: Hr = Hr::new();

pub(super) const BUTTON: Button = Button {
    label: EMPTY,
    key: None,
    style: None,
    url: None,
    href: Href::new(),
    fallback: None,
};

pub(super) const MARKDOWN: Markdown = Markdown {
    content: Vec::new(),
    href: Href::new(),
    link: None,
    fallback: None,
};

pub(super) const DIV: Div = Div {
    fields: Vec::new(),
    division: None,
    link: None,
    fallback: None,
};

pub(super) const ACTION: Action = Action {
    actions: Vec::new(),
};
