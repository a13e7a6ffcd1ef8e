//! Control flow: `if`, `for`, `match` and `let` keep their heads as raw tokens.

use proc_macro2::{Delimiter, Group, Ident, Punct, Spacing, Span, TokenStream, TokenTree};
use syn::{
    Token,
    ext::IdentExt,
    parse::{ParseStream, Parser as _},
    token::Brace,
};

use super::{Parser, group, peek_word};
use crate::ast::{Arm, Else, For, If, Match, Node};

impl Parser<'_> {
    /// Reads control flow, if it is ahead. The inner `None` is a piece that could not be used.
    pub(super) fn control(&mut self, input: ParseStream<'_>) -> Option<Option<Node>> {
        if input.peek(Token![if]) {
            Some(self.if_else(input).map(Node::If))
        } else if input.peek(Token![for]) {
            Some(self.for_in(input))
        } else if input.peek(Token![match]) {
            Some(self.match_arms(input))
        } else if input.peek(Token![let]) {
            Some(self.let_binding(input))
        } else if input.peek(Token![else]) {
            let word = input.call(Ident::parse_any).ok()?;
            self.errors
                .at(word.span(), "`else` without `if`")
                .help("it follows the closing brace of an `if`: `if … { … } else { … }`");
            Some(None)
        } else if input.peek(Token![while]) || input.peek(Token![loop]) {
            let word = input.call(Ident::parse_any).ok()?;
            self.errors
                .at(word.span(), format!("`{word}` cannot stand in a card"))
                .help("use `for … in … { … }`");
            let _ = head(input, Braces::Body);
            let body = group(input)?;
            let _ = self.body(&body);
            Some(None)
        } else {
            None
        }
    }

    fn if_else(&mut self, input: ParseStream<'_>) -> Option<If> {
        let (head, span) = keyword_head(input, Braces::Body)?;
        let body = self.control_body(input, span, "if", "if condition { … }")?;
        let mut or_else = None;
        if peek_word(input, "else") {
            let word = input.call(Ident::parse_any).ok()?;
            if input.peek(Token![if]) {
                or_else = self.if_else(input).map(|next| Else::If(Box::new(next)));
            } else {
                or_else = self.control_body(input, word.span(), "else", "else { … }").map(Else::Body);
            }
        }
        Some(If { head, body, or_else })
    }

    fn for_in(&mut self, input: ParseStream<'_>) -> Option<Node> {
        let (head, span) = keyword_head(input, Braces::AfterIn)?;
        let has_in = head.clone().into_iter().any(|token| matches!(&token, TokenTree::Ident(word) if word == "in"));
        if !has_in {
            self.errors.at(span, "`for` without `in`").help("write `for item in items { … }`");
            let body = group(input)?;
            let _ = self.body(&body);
            return None;
        }
        let body = self.control_body(input, span, "for", "for item in items { … }")?;
        Some(Node::For(For { head, body }))
    }

    fn match_arms(&mut self, input: ParseStream<'_>) -> Option<Node> {
        let (head, span) = keyword_head(input, Braces::Body)?;
        let body = self.braces(input, span, "match", "match value { pattern => <text>…</text>, … }")?;
        let mut arms = Vec::new();
        let outer = std::mem::take(&mut self.open);
        let read = |input: ParseStream<'_>| {
            while !input.is_empty() {
                arms.extend(self.arm(input));
            }
            Ok(())
        };
        let _ = read.parse2(body.stream());
        self.open = outer;
        Some(Node::Match(Match { head, arms }))
    }

    fn arm(&mut self, input: ParseStream<'_>) -> Option<Arm> {
        let mut head = TokenStream::new();
        let first = input.span();
        while !input.is_empty() && !input.peek(Token![=>]) {
            head.extend(input.parse::<TokenTree>());
        }
        if input.is_empty() {
            self.errors
                .at(first, "an arm of a `match` without `=>`")
                .help("write `pattern => <text>…</text>`, or `pattern => { … }`");
            return None;
        }
        let arrow = input.parse::<Token![=>]>().ok()?;
        if head.is_empty() {
            self.errors
                .at(arrow.spans[0], "an arm of a `match` without a pattern")
                .help("write `pattern => …`, or `_ => …` for all else");
        }
        let mut body = Vec::new();
        if input.peek(Brace) {
            let group = group(input)?;
            body = self.body(&group);
        } else if input.is_empty() || input.peek(Token![,]) {
            self.errors
                .at(arrow.spans[0], "an arm of a `match` without a body")
                .help("write an element, or `{}` for nothing");
        } else {
            body.extend(self.node(input));
        }
        let _ = input.parse::<Option<Token![,]>>();
        Some(Arm { head, body })
    }

    fn let_binding(&mut self, input: ParseStream<'_>) -> Option<Node> {
        let word = input.fork().call(Ident::parse_any).ok()?;
        let mut tokens = TokenStream::new();
        // A tag ahead means that the semicolon was forgotten.
        while !input.is_empty() && !input.peek(Token![;]) && !is_tag(input) {
            tokens.extend(input.parse::<TokenTree>());
        }
        if !input.peek(Token![;]) {
            self.errors.at(word.span(), "`let` without a semicolon").help("write `let name = value;`");
            tokens.extend([TokenTree::from(Punct::new(';', Spacing::Alone))]);
            return Some(Node::Let(tokens));
        }
        tokens.extend(input.parse::<TokenTree>());
        Some(Node::Let(tokens))
    }

    fn control_body(&mut self, input: ParseStream<'_>, span: Span, word: &str, shape: &str) -> Option<Vec<Node>> {
        let body = self.braces(input, span, word, shape)?;
        Some(self.body(&body))
    }

    fn braces(&mut self, input: ParseStream<'_>, span: Span, word: &str, shape: &str) -> Option<Group> {
        if input.peek(Brace) {
            return group(input);
        }
        self.errors
            .at(span, format!("`{word}` without a body in braces"))
            .help(format!("write `{shape}`; a condition that has braces itself needs parentheses around it"));
        None
    }
}

/// Which braces end a head.
#[derive(Clone, Copy, PartialEq)]
enum Braces {
    /// The first ones that are no part of a pattern after `let`.
    Body,
    /// The first ones after `in`.
    AfterIn,
}

fn keyword_head(input: ParseStream<'_>, end: Braces) -> Option<(TokenStream, Span)> {
    let word = input.call(Ident::parse_any).ok()?;
    let span = word.span();
    let mut tokens = TokenStream::from(TokenTree::from(word));
    tokens.extend(head(input, end));
    Some((tokens, span))
}

/// The tokens before the body's braces.
fn head(input: ParseStream<'_>, end: Braces) -> TokenStream {
    let mut tokens = TokenStream::new();
    let mut in_pattern = end == Braces::AfterIn;
    let mut previous = None;
    while !input.is_empty() {
        if input.peek(Brace) && !in_pattern {
            break;
        }
        if is_tag(input) && !in_pattern && tokens.is_empty() {
            break;
        }
        let Ok(token) = input.parse::<TokenTree>() else { break };
        match &token {
            TokenTree::Ident(word) if *word == "let" => in_pattern = true,
            TokenTree::Ident(word) if *word == "in" && end == Braces::AfterIn => in_pattern = false,
            TokenTree::Punct(punct) if end == Braces::Body && is_lone_equals(punct, previous) => in_pattern = false,
            TokenTree::Group(group) if group.delimiter() == Delimiter::Brace && input.is_empty() => {
                // Nothing follows, so these braces were the body after all; the missing `in` or `=` is reported.
            }
            _ => {}
        }
        previous = match &token {
            TokenTree::Punct(punct) if punct.spacing() == Spacing::Joint => Some(punct.as_char()),
            _ => None,
        };
        tokens.extend([token]);
    }
    tokens
}

/// Whether this is the `=` of a `let`, and no part of `==`, `=>`, `<=`, `>=`, `!=` or `..=`.
fn is_lone_equals(punct: &Punct, previous: Option<char>) -> bool {
    punct.as_char() == '=' && punct.spacing() == Spacing::Alone && previous.is_none()
}

/// Whether a tag is ahead: `<name`, `</` or `<>`, on what could also be a comparison.
fn is_tag(input: ParseStream<'_>) -> bool {
    input.peek(Token![<])
        && (input.peek2(Token![/])
            || input.fork().parse::<Token![<]>().is_ok_and(|_| {
                let ahead = input.fork();
                let _ = ahead.parse::<Token![<]>();
                ahead
                    .call(Ident::parse_any)
                    .is_ok_and(|name| card_model::spec::Tag::named(&name.to_string()).is_some())
            }))
}
