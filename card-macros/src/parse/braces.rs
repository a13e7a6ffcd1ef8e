//! Values in braces, and markup where a value belongs.

use card_model::spec::Tag;
use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use syn::{
    Token,
    ext::IdentExt,
    parse::{ParseStream, Parser as _},
};

use super::{Parser, control::is_tag, unread};
use crate::ast::{Braces, Node, Value};

impl Parser<'_> {
    /// What stands in braces among the nodes.
    pub(super) fn braces(&mut self, group: Group) -> Node {
        let Some(tag) = markup(&group) else {
            return Node::Braces(Braces::new(group));
        };
        let mistake = self.errors.at(tag.span, IN_BRACES);
        match first_word(&group).filter(|word| matches!(word.as_str(), "if" | "for" | "match")) {
            Some(word) => mistake.help(format!(
                "take the braces off: `{word}` stands among the tags as it is"
            )),
            None => mistake.help(
                "write `if condition { … }` or `for item in items { … }` with the markup, and no braces around it",
            ),
        };
        if !tag.is_inline {
            mistake.note("in an expression, `card! { <> … </> }` makes elements");
        }
        unread()
    }

    /// What stands in braces behind `name=`.
    pub(super) fn braces_of(&mut self, group: Group, name: &Ident) -> Value {
        let Some(tag) = markup(&group) else {
            return Value::Braces(Braces::new(group));
        };
        self.errors.at(tag.span, IN_BRACES).help(format!(
            "give `{name}` a value: tags stand between `<tag …>` and `</tag>`"
        ));
        Value::Broken
    }
}

const IN_BRACES: &str = "markup cannot stand in braces";

/// A tag in an expression.
struct Found {
    span: Span,
    is_inline: bool,
}

/// The first tag in the expression, if there is one.
fn markup(group: &Group) -> Option<Found> {
    // Most expressions hold none, and need not be parsed.
    has_end(group.stream()).then(|| {
        first_tag(group.stream()).unwrap_or_else(|| Found {
            span: group.span(),
            is_inline: false,
        })
    })
}

/// Whether `</` or `/>` is among the tokens, which no expression has. What is given to another macro is that one's.
fn has_end(tokens: TokenStream) -> bool {
    let mut before = ' ';
    let mut is_macro = false;
    for token in tokens {
        let now = match &token {
            TokenTree::Group(group) if !is_macro && has_end(group.stream()) => return true,
            TokenTree::Group(_) | TokenTree::Literal(_) => ' ',
            TokenTree::Ident(_) => 'a',
            TokenTree::Punct(punct) => punct.as_char(),
        };
        if matches!((before, now), ('<', '/') | ('/', '>')) {
            return true;
        }
        is_macro = (before, now) == ('a', '!');
        before = now;
    }
    false
}

fn first_tag(tokens: TokenStream) -> Option<Found> {
    let find = |input: ParseStream<'_>| {
        let mut found = None;
        while !input.is_empty() {
            found = found.or_else(|| is_tag(input).then(|| tag_at(input)));
            if let Ok(TokenTree::Group(group)) = input.parse() {
                found = found.or_else(|| first_tag(group.stream()));
            }
        }
        Ok(found)
    };
    find.parse2(tokens).ok().flatten()
}

fn tag_at(input: ParseStream<'_>) -> Found {
    let ahead = input.fork();
    let _ = ahead.parse::<Token![<]>();
    let _ = ahead.parse::<Option<Token![/]>>();
    let span = ahead.span();
    let name = ahead.call(Ident::parse_any);
    let tag = name.ok().and_then(|name| Tag::named(&name.to_string()));
    Found {
        span,
        is_inline: tag.is_some_and(Tag::is_inline),
    }
}

fn first_word(group: &Group) -> Option<String> {
    match group.stream().into_iter().next() {
        Some(TokenTree::Ident(word)) => Some(word.to_string()),
        _ => None,
    }
}
