//! Tags: `<name attribute="…"> … </name>`.

use card_model::spec::{Tag, near::nearest};
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use syn::{Lit, LitStr, Token, ext::IdentExt, parse::ParseStream, token::Brace};

use super::{Parser, group, words::has_gap};
use crate::{
    ast::{Attribute, Braces, Element, Node, Value},
    format,
};

/// How an opening tag ends.
enum End {
    /// `>`: children follow.
    Open,
    /// `/>`.
    Empty,
    /// Neither: what follows is read as its children.
    Missing,
}

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

    fn attributes(
        &mut self,
        input: ParseStream<'_>,
        span: Span,
        name: Option<&Ident>,
    ) -> (Vec<Attribute>, End) {
        let mut attributes = Vec::new();
        let title = name.map_or_else(|| "<".to_owned(), |name| format!("<{name}"));
        loop {
            if input.peek(Token![/]) && input.peek2(Token![>]) {
                let _ = input.parse::<Token![/]>();
                let _ = input.parse::<Token![>]>();
                return (attributes, End::Empty);
            }
            if input.peek(Token![>]) {
                let _ = input.parse::<Token![>]>();
                return (attributes, End::Open);
            }
            let is_value = input.peek(Brace) || input.peek(LitStr);
            if is_value && ends_before_next_tag(input) {
                self.nameless_value(input);
                continue;
            }
            if input.is_empty() || input.peek(Token![<]) || is_value {
                self.errors
                    .at(span, format!("the tag `{title}` is not finished"))
                    .help("end it with `>`, or with `/>` if nothing stands in it");
                return (attributes, End::Missing);
            }
            attributes.extend(self.attribute(input, name));
        }
    }

    /// Reports a value in a tag that has no name before it.
    fn nameless_value(&mut self, input: ParseStream<'_>) {
        if let Ok(value) = input.parse::<TokenTree>() {
            self.errors
                .at(
                    value.span(),
                    "a value in a tag needs the name of an attribute",
                )
                .help(format!(
                    "write `name={value}`, or end the tag before it with `>`"
                ));
        }
    }

    fn attribute(&mut self, input: ParseStream<'_>, tag: Option<&Ident>) -> Option<Attribute> {
        if input.peek(Token![=]) {
            let equals = input.parse::<Token![=]>().ok()?;
            self.errors
                .at(
                    equals.span,
                    "the name of an attribute is missing before `=`",
                )
                .help("an attribute is written `name=\"text\"` or `name={value}`");
            skip_literal(input);
            return None;
        }
        if !input.peek(Ident::peek_any) {
            let token = input.parse::<TokenTree>().ok()?;
            self.errors
                .at(token.span(), format!("`{token}` cannot stand in a tag"))
                .help("an attribute is written `name=\"text\"` or `name={value}`");
            return None;
        }
        let is_one_word = !input.peek2(Token![-]) && !input.peek2(Token![:]);
        let name = name(input)?;
        let value = if input.peek(Token![=]) {
            let equals = input.parse::<Token![=]>().ok()?;
            self.value(input, &name, equals.span)
        } else if (input.peek(LitStr) || input.peek(Brace)) && ends_before_next_tag(input) {
            self.errors
                .at(
                    name.span(),
                    format!("`=` is missing between `{name}` and its value"),
                )
                .help(format!("write `{name}=\"…\"`, or `{name}={{value}}`"));
            let _ = input.parse::<TokenTree>();
            Value::Broken
        } else {
            Value::Flag
        };
        let tag = tag.and_then(|tag| Tag::named(&tag.to_string()));
        let is_known = tag.is_some_and(|tag| tag.spec().attribute(&name.to_string()).is_some());
        if is_known && !is_one_word {
            self.errors
                .at(name.span(), "the name of an attribute is one word")
                .help(format!("write it with underscores: `{name}`"));
        }
        Some(Attribute { name, value })
    }

    fn value(&mut self, input: ParseStream<'_>, name: &Ident, equals: Span) -> Value {
        if input.peek(LitStr)
            && let Ok(literal) = input.parse::<LitStr>()
        {
            return Value::Text(format::read(literal, self.errors));
        }
        if input.peek(Lit)
            && let Ok(literal) = input.parse::<Lit>()
        {
            return Value::Literal(literal);
        }
        if input.peek(Brace)
            && let Some(group) = group(input)
        {
            return Value::Braces(Braces::new(group));
        }
        if input.is_empty()
            || input.peek(Token![>])
            || input.peek(Token![/])
            || input.peek(Token![<])
            || (input.peek(Ident::peek_any) && input.peek2(Token![=]))
        {
            self.errors
                .at(equals, format!("the value of `{name}` is missing"))
                .help(format!("write `{name}=\"…\"`, or `{name}={{value}}`"));
            return Value::Broken;
        }
        let value = unquoted(input);
        self.errors
            .over(
                &value,
                format!("the value of `{name}` has to be quoted, or in braces"),
            )
            .help(format!(
                "write `{name}=\"{value}\"` for text, `{name}={{{value}}}` for a value"
            ));
        Value::Broken
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

    /// Reads an end that lacks its `</`, or the `/` of it.
    fn broken_end(&mut self, input: ParseStream<'_>, element: &mut Element) {
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

    fn unclosed(&mut self, element: &Element) {
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

    /// Whether the closing tag ahead names a tag that is open further out, and not this one.
    fn closes_ancestor(&self, input: ParseStream<'_>, own: &str) -> bool {
        let Some(name) = closing_name(input) else {
            return false;
        };
        let outer = self.open.split_last().map_or(&[][..], |(_, outer)| outer);
        name != own && outer.contains(&name)
    }

    fn closes_own(&self, input: ParseStream<'_>, own: &str) -> bool {
        closing_name(input).is_some_and(|name| name == own || !self.open.contains(&name))
    }

    /// Reads the closing tag of this element, whatever its name.
    fn close(&mut self, input: ParseStream<'_>, element: &mut Element) {
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

/// The tokens of an unquoted value: those up to the next gap, or to the end of the tag.
fn unquoted(input: ParseStream<'_>) -> TokenStream {
    let mut value = TokenStream::new();
    let mut last: Option<Span> = None;
    while !input.is_empty()
        && !input.peek(Token![>])
        && !input.peek(Token![<])
        && !input.peek(Token![/])
    {
        if last.is_some_and(|last| has_gap(last, input.span())) {
            break;
        }
        let Ok(token) = input.parse::<TokenTree>() else {
            break;
        };
        last = Some(token.span());
        value.extend([token]);
    }
    value
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
fn name(input: ParseStream<'_>) -> Option<Ident> {
    let first = input.call(Ident::parse_any).ok()?;
    let mut name = first.to_string();
    let mut last = first.span();
    while (input.peek(Token![-]) || input.peek(Token![:]))
        && input.peek2(Ident::peek_any)
        && !has_gap(last, input.span())
    {
        let separator = input.parse::<TokenTree>().ok()?;
        let next = input.call(Ident::parse_any).ok()?;
        last = next.span();
        name = format!("{name}{separator}{next}");
    }
    if first == name {
        return Some(first);
    }
    let whole = name.replace(['-', ':'], "_");
    Some(Ident::new(&whole, first.span()))
}

/// Whether the closing tag ahead is one too many, rather than this element's own with another name: it names
/// another tag, and this element's own end is still to come.
fn is_stray(input: ParseStream<'_>, own: &str) -> bool {
    let Some(name) = closing_name(input) else {
        return false;
    };
    let is_other_tag = name != own && (name.is_empty() || Tag::named(&name).is_some());
    is_other_tag && own_end_follows(input, own)
}

/// A closing tag.
struct Close {
    name: Option<Ident>,
    span: Span,
}

/// Passes over `=` and a value.
fn skip_value(input: ParseStream<'_>) {
    let _ = input.parse::<Token![=]>();
    skip_literal(input);
}

fn skip_literal(input: ParseStream<'_>) {
    if input.peek(Lit) || input.peek(Brace) {
        let _ = input.parse::<TokenTree>();
    }
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

/// Whether the tag that is being read ends before the next one begins.
fn ends_before_next_tag(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    while !ahead.is_empty() && !ahead.peek(Token![<]) {
        if ahead.peek(Token![>]) {
            return true;
        }
        let _ = ahead.parse::<TokenTree>();
    }
    false
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

/// Whether the end of `own` is ahead without its `</`, or without the `/` of it: no tag stands in itself, so what looks
/// like its beginning is its end, unless an end of its own follows.
fn is_broken_end(input: ParseStream<'_>, own: &str) -> bool {
    let ahead = input.fork();
    let has_angle = ahead.parse::<Option<Token![<]>>().ok().flatten().is_some();
    let is_own = ahead.call(Ident::parse_any).is_ok_and(|name| name == own);
    is_own && ahead.peek(Token![>]) && !(has_angle && own_end_follows(input, own))
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
