//! Closing tags: the one that is meant, and those that are something else.

use card_model::spec::{Tag, near::nearest};
use proc_macro2::{Ident, Span, TokenTree};
use syn::{Token, ext::IdentExt, parse::ParseStream};

use super::{Parser, element::name};
use crate::ast::Element;

/// A closing tag.
struct Close {
    name: Option<Ident>,
    span: Span,
}

impl Parser<'_> {
    /// Whether the closing tag ahead names a tag that is open further out, and not this one.
    pub(super) fn closes_ancestor(&self, input: ParseStream<'_>, own: &str) -> bool {
        let Some(name) = closing_name(input) else {
            return false;
        };
        let outer = self.open.split_last().map_or(&[][..], |(_, outer)| outer);
        name != own && outer.contains(&name)
    }

    pub(super) fn closes_own(&self, input: ParseStream<'_>, own: &str) -> bool {
        closing_name(input).is_some_and(|name| name == own || !self.open.contains(&name))
    }

    /// Reads the closing tag of this element, whatever its name.
    pub(super) fn close(&mut self, input: ParseStream<'_>, element: &mut Element) {
        let Some(close) = self.closing_tag(input) else {
            return;
        };
        element.is_closed = true;
        let own = element
            .name
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default();
        let given = close
            .name
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default();
        // `<buton>…</button>`, `< key="k">…</button>`: the opening tag is the mistake, and is reported.
        let is_reported =
            element.tag.is_none() && (own.is_empty() || nearest(&own, [given.as_str()]).is_some());
        if own != given && !is_reported {
            let end = if own.is_empty() {
                "</>".to_owned()
            } else {
                format!("</{own}>")
            };
            self.errors
                .at(
                    close.span,
                    format!("`</{given}>` does not close `{}`", element.title()),
                )
                .help(format!("write `{end}`"));
        }
        element.close = close.name;
    }

    /// Reads an end that lacks its `</`, or the `/` of it.
    pub(super) fn broken_end(&mut self, input: ParseStream<'_>, element: &mut Element) {
        let angle = input.parse::<Option<Token![<]>>().ok().flatten();
        let Some(name) = name(input) else { return };
        let _ = input.parse::<Token![>]>();
        let missing = if angle.is_some() { "/" } else { "</" };
        self.errors
            .at(
                name.span(),
                format!("`{missing}` is missing before `{name}`"),
            )
            .help(format!("write `</{name}>`"));
        element.is_closed = true;
        element.close = Some(name);
    }

    pub(super) fn unclosed(&mut self, element: &Element) {
        let title = element.title();
        let name = element
            .name
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default();
        let mistake = self
            .errors
            .at(element.span, format!("`{title}` is never closed"));
        let holds_nothing = element
            .tag
            .is_some_and(|tag| tag.children().next().is_none())
            && element
                .tag
                .is_some_and(|tag| tag.spec().text == card_model::spec::TextMode::None);
        mistake.help(if holds_nothing {
            format!("write `<{name} … />`: nothing stands in it")
        } else {
            format!("write `</{name}>` where it ends")
        });
    }

    /// Reports a closing tag that closes nothing.
    pub(super) fn stray_close(&mut self, input: ParseStream<'_>) {
        let Some(close) = self.closing_tag(input) else {
            return;
        };
        let name = close.name.map(|name| name.to_string()).unwrap_or_default();
        if name == Tag::Card.name() && self.is_outermost() {
            self.ends.push(close.span);
        } else {
            self.closes_nothing(&name, close.span);
        }
    }

    pub(super) fn closes_nothing(&mut self, name: &str, span: Span) {
        self.errors
            .at(span, format!("`</{name}>` closes nothing"))
            .help("remove it, or write the opening tag before it");
    }

    fn closing_tag(&mut self, input: ParseStream<'_>) -> Option<Close> {
        let angle = input.parse::<Token![<]>().ok()?;
        let slash = input.parse::<Token![/]>().ok()?;
        let name = name(input);
        let span = name.as_ref().map_or(slash.span, Ident::span);
        if input.peek(Token![>]) {
            let _ = input.parse::<Token![>]>();
            return Some(Close { name, span });
        }
        let first = input.span();
        let is_unfinished = input.is_empty() || input.peek(Token![<]);
        while !input.is_empty() && !input.peek(Token![>]) && !input.peek(Token![<]) {
            let _ = input.parse::<TokenTree>();
        }
        let _ = input.parse::<Option<Token![>]>>();
        if is_unfinished {
            let span = name.as_ref().map_or(angle.span, Ident::span);
            self.errors
                .at(span, "the closing tag is not finished")
                .help("end it with `>`");
            name.as_ref()?;
        } else {
            self.errors
                .at(first, "a closing tag takes no attributes")
                .help("move this to the opening tag");
        }
        Some(Close { name, span })
    }
}

/// Whether the closing tag ahead is one too many, rather than this element's own with another name: it names
/// another tag, and this element's own end is still to come.
pub(super) fn is_stray(input: ParseStream<'_>, own: &str) -> bool {
    let Some(name) = closing_name(input) else {
        return false;
    };
    let is_other_tag = name != own && (name.is_empty() || Tag::named(&name).is_some());
    is_other_tag && own_end_follows(input, own)
}

/// Whether the end of `own` is ahead without its `</`, or without the `/` of it: no tag stands in itself, so what looks
/// like its beginning is its end, unless an end of its own follows.
pub(super) fn is_broken_end(input: ParseStream<'_>, own: &str) -> bool {
    let ahead = input.fork();
    let has_angle = ahead.parse::<Option<Token![<]>>().ok().flatten().is_some();
    let is_own = ahead.call(Ident::parse_any).is_ok_and(|name| name == own);
    is_own && ahead.peek(Token![>]) && !(has_angle && own_end_follows(input, own))
}

/// The name in the closing tag ahead; empty for `</>`.
fn closing_name(input: ParseStream<'_>) -> Option<String> {
    let ahead = input.fork();
    ahead.parse::<Token![<]>().ok()?;
    ahead.parse::<Token![/]>().ok()?;
    Some(
        ahead
            .call(Ident::parse_any)
            .map(|name| name.to_string())
            .unwrap_or_default(),
    )
}

/// Whether behind the closing tag ahead there are more ends of `own` than beginnings.
fn own_end_follows(input: ParseStream<'_>, own: &str) -> bool {
    let ahead = input.fork();
    let _ = ahead.parse::<Token![<]>();
    let mut balance = 0_i32;
    while !ahead.is_empty() {
        if ahead.parse::<Option<Token![<]>>().ok().flatten().is_none() {
            let _ = ahead.parse::<TokenTree>();
            continue;
        }
        let is_end = ahead.parse::<Option<Token![/]>>().ok().flatten().is_some();
        let name = ahead
            .fork()
            .call(Ident::parse_any)
            .map(|name| name.to_string())
            .unwrap_or_default();
        if name == own {
            balance += if is_end { 1 } else { -1 };
        }
        if balance > 0 {
            return true;
        }
    }
    false
}
