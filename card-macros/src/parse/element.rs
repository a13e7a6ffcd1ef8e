//! Tags: `<name attribute="…"> … </name>`.

use card_model::spec::Tag;
use proc_macro2::{Ident, Span, TokenTree};
use syn::{Token, ext::IdentExt, parse::ParseStream, token::Brace};

use super::{
    Parser,
    attribute::{End, skip_value},
    close::{is_broken_end, is_stray},
    words::has_gap,
};
use crate::ast::{Element, Node};

impl Parser<'_> {
    pub(super) fn element(&mut self, input: ParseStream<'_>) -> Option<Element> {
        let angle = input.parse::<Token![<]>().ok()?;
        let name = name(input);
        if name.is_none() && !input.peek(Token![>]) {
            if input.peek(Token![!]) {
                self.errors
                    .at(angle.span, "a comment in a card is one of Rust")
                    .help("write `// …` or `/* … */`");
            } else {
                self.errors
                    .at(angle.span, "a tag name is missing after `<`")
                    .help("write the name of a tag, as in `<text>`");
            }
            skip_tag(input);
            return None;
        }
        let is_attribute =
            |name: &&Ident| input.peek(Token![=]) && Tag::named(&name.to_string()).is_none();
        if let Some(attribute) = name.as_ref().filter(is_attribute) {
            self.errors
                .at(
                    attribute.span(),
                    format!("a tag name is missing before `{attribute}`"),
                )
                .help(format!(
                    "write the name of a tag, as in `<text {attribute}=…>`"
                ));
            skip_value(input);
            return Some(self.element_from(input, None, angle.span));
        }
        if name.is_none() && !self.is_outermost() {
            self.errors
                .at(angle.span, "a tag name is missing after `<`")
                .help("write the name of a tag, as in `<text>`; `<>` is the outermost tag alone");
        }
        let span = name.as_ref().map_or(angle.span, Ident::span);
        Some(self.element_from(input, name, span))
    }

    /// Reads an element of which the beginning was read.
    pub(super) fn element_from(
        &mut self,
        input: ParseStream<'_>,
        name: Option<Ident>,
        span: Span,
    ) -> Element {
        let (attributes, end) = self.attributes(input, span, name.as_ref());
        let tag = match &name {
            Some(name) => Tag::named(&name.to_string()),
            None if self.is_outermost() => Some(Tag::Card),
            None => None,
        };
        let mut element = Element {
            tag,
            name,
            span,
            attributes,
            children: Vec::new(),
            close: None,
            is_closed: matches!(end, End::Empty),
        };
        match end {
            End::Empty => {}
            End::Open => self.children(input, &mut element, true),
            End::Missing => self.children(input, &mut element, false),
        }
        element
    }

    /// Reads what stands between a tag and its end.
    fn children(&mut self, input: ParseStream<'_>, element: &mut Element, is_open: bool) {
        let own = element
            .name
            .as_ref()
            .map(ToString::to_string)
            .unwrap_or_default();
        self.open.push(own.clone());
        let mut nodes = Vec::new();
        loop {
            self.nodes_into(input, &mut nodes, &|input| {
                (input.peek(Token![<]) && input.peek2(Token![/])) || is_broken_end(input, &own)
            });
            if is_broken_end(input, &own) {
                self.broken_end(input, element);
                break;
            }
            if input.is_empty() || self.closes_ancestor(input, &own) {
                if is_open {
                    self.unclosed(element);
                }
                break;
            }
            if !is_open && !self.closes_own(input, &own) {
                break;
            }
            if is_stray(input, &own) {
                self.stray_close(input);
                continue;
            }
            self.close(input, element);
            break;
        }
        self.open.pop();
        element.children = nodes;
        element.is_closed &= is_open;
    }
}

/// Passes over the rest of a tag without a name. Braces are left, for an editor to complete what is in them.
fn skip_tag(input: ParseStream<'_>) {
    while !input.is_empty() && !input.peek(Token![<]) && !input.peek(Brace) {
        let is_end = input.peek(Token![>]);
        let _ = input.parse::<TokenTree>();
        if is_end {
            return;
        }
    }
}

/// Reads a name; one with hyphens or colons is read whole, so that it is one mistake.
pub(super) fn name(input: ParseStream<'_>) -> Option<Ident> {
    let first = input.call(Ident::parse_any).ok()?;
    let mut whole = String::new();
    let mut last = first.span();
    while (input.peek(Token![-]) || input.peek(Token![:]))
        && input.peek2(Ident::peek_any)
        && !has_gap(last, input.span())
    {
        let _ = input.parse::<TokenTree>();
        let next = input.call(Ident::parse_any).ok()?;
        last = next.span();
        if whole.is_empty() {
            whole = first.unraw().to_string();
        }
        // `r#` stands at the beginning of a name, and nowhere else.
        whole = format!("{whole}_{}", next.unraw());
    }
    if whole.is_empty() {
        return Some(first);
    }
    Some(Ident::new(&whole, first.span()))
}

/// Whether a tag is ahead that lacks its `<`: the name of one, attributes, and `>`.
pub(super) fn is_headless_tag(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    let is_tag = ahead
        .call(Ident::parse_any)
        .is_ok_and(|name| Tag::named(&name.to_string()).is_some());
    while is_tag && ahead.peek(Ident::peek_any) {
        let _ = ahead.call(Ident::parse_any);
        if ahead.parse::<Token![=]>().is_ok() && ahead.parse::<TokenTree>().is_err() {
            return false;
        }
    }
    is_tag && (ahead.peek(Token![>]) || (ahead.peek(Token![/]) && ahead.peek2(Token![>])))
}

impl Element {
    /// Whether its children may really be its siblings, because its own end was not found.
    pub(crate) fn is_guess(&self) -> bool {
        let has_element = self
            .children
            .iter()
            .any(|child| matches!(child, Node::Element(_)));
        !self.is_closed && (has_element || self.name.is_none())
    }
}
