//! The parts of a card as they are when their tags open: each a constant, which is copied to its place at once.

use crate::{Action, Button, Div, Header, Hr, Href, List, Markdown, Str, Text, TextElement};

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
    content: List::Owned(Vec::new()),
    href: Href::new(),
    link: None,
    fallback: None,
};

pub(super) const DIV: Div = Div {
    fields: List::Owned(Vec::new()),
    division: None,
    link: None,
    fallback: None,
};

pub(super) const ACTION: Action = Action {
    actions: Vec::new(),
};
