//! The parts of a card as they are when their tags open.
//!
//! A constant is copied to its place at once. A value built field by field goes over the stack, where it is loaded in wider
//! pieces than it was stored in, and the processor waits: about 8 % of `card!, without writing it` of the benchmarks.

use crate::{
    Action, ActionItem, Button, Div, Element, Header, Hr, Href, Markdown, Str, Text, TextElement,
    markdown::{Inline, LinkTarget},
};

const EMPTY: Str = Str::Borrowed("");

const PLAIN: Text = Text {
    content: EMPTY,
    link: None,
    fallback: None,
};

const MARKED: Markdown = Markdown {
    content: Vec::new(),
    href: Href::new(),
    link: None,
    fallback: None,
};

pub(super) const HEADER: Header = Header {
    title: TextElement::Text(PLAIN),
    subtitle: None,
    template: None,
};

pub(super) const LINE: TextElement = TextElement::Text(PLAIN);

pub(super) const FIELD: TextElement = TextElement::Markdown(MARKED);

pub(super) const MARKDOWN: Element = Element::Markdown(MARKED);

pub(super) const TEXT: Element = Element::Text(PLAIN);

pub(super) const DIV: Element = Element::Div(Div {
    fields: Vec::new(),
    division: None,
    link: None,
    fallback: None,
});

pub(super) const HR: Element = Element::Hr(Hr::new());

pub(super) const ACTION: Element = Element::Action(Action {
    actions: Vec::new(),
});

pub(super) const BUTTON: ActionItem = ActionItem::Button(Button {
    label: EMPTY,
    key: None,
    style: None,
    url: None,
    href: Href::new(),
    fallback: None,
});

pub(super) const SOURCE: Inline = Inline::Source(EMPTY);

pub(super) const VALUE: Inline = Inline::Text(EMPTY);

pub(super) const CODE: Inline = Inline::Code(EMPTY);

pub(super) const BOLD: Inline = Inline::Bold(Vec::new());

pub(super) const ITALIC: Inline = Inline::Italic(Vec::new());

pub(super) const STRIKE: Inline = Inline::Strike(Vec::new());

pub(super) const FONT: Inline = Inline::Font {
    color: EMPTY,
    children: Vec::new(),
};

pub(super) const A: Inline = Inline::Link {
    target: LinkTarget::Url(EMPTY),
    children: Vec::new(),
};

pub(super) const AT: Inline = Inline::At {
    email: EMPTY,
    name: EMPTY,
};

pub(super) const BREAK: Inline = Inline::Break;
