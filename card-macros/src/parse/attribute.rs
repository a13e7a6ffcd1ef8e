//! What stands in an opening tag after its name.

use card_model::spec::{AttributeSpec, Kind, Tag};
use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use syn::{Lit, LitStr, Token, ext::IdentExt, parse::ParseStream, token::Brace};

use super::{
    Parser,
    element::name,
    group,
    words::{has_gap, has_group, written},
};
use crate::{
    ast::{Attribute, Text, Value},
    format,
};

/// How an opening tag ends.
pub(super) enum End {
    /// `>`: children follow.
    Open,
    /// `/>`.
    Empty,
    /// Neither: what follows is read as its children.
    Missing,
}

impl Parser<'_> {
    pub(super) fn attributes(
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
                attributes.extend(self.nameless_value(input, name));
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

    /// Reports a value in a tag that has no name before it. `{title}` is meant to be `title={title}`.
    fn nameless_value(&mut self, input: ParseStream<'_>, tag: Option<&Ident>) -> Option<Attribute> {
        let value = input.parse::<TokenTree>().ok()?;
        let mistake = self.errors.at(
            value.span(),
            "a value in a tag needs the name of an attribute",
        );
        let name = match &value {
            TokenTree::Group(group) => syn::parse2::<Ident>(group.stream()).ok(),
            _ => None,
        };
        if let Some(name) = name.filter(|name| spec_of(tag, name).is_some()) {
            mistake.help(format!("write `{name}={{{name}}}`"));
            let value = Value::Broken;
            return Some(Attribute { name, value });
        }
        let value = written(&value.into());
        mistake.help(if value.contains("..") {
            "write each attribute by its name: `name={value}`".to_owned()
        } else {
            format!("write `name={value}`, or end the tag before it with `>`")
        });
        None
    }

    fn attribute(&mut self, input: ParseStream<'_>, tag: Option<&Ident>) -> Option<Attribute> {
        if !input.peek(Ident::peek_any) {
            self.nameless(input);
            return None;
        }
        let is_one_word =
            !(input.peek2(Token![-]) || input.peek2(Token![:])) || !input.peek3(Ident::peek_any);
        let name = name(input)?;
        let spec = spec_of(tag, &name);
        let value = self.value_of(input, &name, spec.map(|spec| spec.kind));
        if spec.is_some() && !is_one_word {
            self.errors
                .at(name.span(), "the name of an attribute is one word")
                .help(format!("write it with underscores: `{name}`"));
        }
        Some(Attribute { name, value })
    }

    /// Reports what is no attribute: an equals sign with a value, `...name`, or a single token.
    fn nameless(&mut self, input: ParseStream<'_>) {
        let (is_equals, is_spread) = (input.peek(Token![=]), input.peek(Token![..]));
        let Ok(token) = input.parse::<TokenTree>() else {
            return;
        };
        let mut tokens = TokenStream::from(token);
        if is_equals {
            skip_literal(input);
        } else if is_spread {
            tokens.extend(unquoted(input));
        }
        let mistake = if is_equals {
            "the name of an attribute is missing before `=`".to_owned()
        } else {
            format!("`{}` cannot stand in a tag", written(&tokens))
        };
        self.errors
            .over(&tokens, mistake)
            .help("an attribute is written `name=\"text\"` or `name={value}`");
    }

    /// Reads what follows the name of an attribute.
    fn value_of(&mut self, input: ParseStream<'_>, name: &Ident, kind: Option<Kind>) -> Value {
        if input.peek(Token![=])
            && let Ok(equals) = input.parse::<Token![=]>()
        {
            return self.value(input, name, equals.span, kind);
        }
        let colon = input.peek(Token![:]) && (input.peek2(Lit) || input.peek2(Brace));
        let is_value = colon || input.peek(LitStr) || input.peek(Brace);
        if !is_value || !ends_before_next_tag(input) {
            return Value::Flag;
        }
        if colon {
            let _ = input.parse::<Token![:]>();
        }
        self.errors
            .at(
                name.span(),
                format!("`=` is missing between `{name}` and its value"),
            )
            .help(format!("write `{name}=\"…\"`, or `{name}={{value}}`"));
        let _ = input.parse::<TokenTree>();
        Value::Broken
    }

    fn value(
        &mut self,
        input: ParseStream<'_>,
        name: &Ident,
        equals: Span,
        kind: Option<Kind>,
    ) -> Value {
        if input.peek(LitStr)
            && let Ok(literal) = input.parse::<LitStr>()
        {
            // Where no text can stand, it need not be a format string.
            return Value::Text(match kind {
                Some(Kind::Json | Kind::Flag) => Text {
                    literal,
                    pieces: Vec::new(),
                },
                _ => format::read(literal, self.errors),
            });
        }
        if input.peek(Lit)
            && let Ok(literal) = input.parse::<Lit>()
        {
            return Value::Literal(literal);
        }
        if input.peek(Brace)
            && let Some(group) = group(input)
        {
            return self.braces_of(group, name);
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
        let shown = written(&value);
        let mistake = self.errors.over(
            &value,
            format!("the value of `{name}` has to be quoted, or in braces"),
        );
        mistake.help(if has_group(&value) {
            format!("write `{name}={{{shown}}}`")
        } else {
            format!("write `{name}=\"{shown}\"` for text, `{name}={{{shown}}}` for a value")
        });
        Value::Broken
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

/// What is known of an attribute of this name.
fn spec_of(tag: Option<&Ident>, name: &Ident) -> Option<&'static AttributeSpec> {
    let tag = Tag::named(&tag?.to_string())?;
    tag.spec().attribute(&name.to_string())
}

/// Passes over `=` and a value.
pub(super) fn skip_value(input: ParseStream<'_>) {
    let _ = input.parse::<Token![=]>();
    skip_literal(input);
}

fn skip_literal(input: ParseStream<'_>) {
    if input.peek(Lit) || input.peek(Brace) {
        let _ = input.parse::<TokenTree>();
    }
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
