//! Control flow: `if`, `for`, `match` and `let` keep their heads as raw tokens.

use card_model::spec::Tag;
use proc_macro2::{Delimiter, Group, Ident, Punct, Spacing, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{
    Token,
    ext::IdentExt,
    parse::{ParseStream, Parser as _},
    token::Brace,
};

use super::{Parser, group, peek_word, unread};
use crate::ast::{Arm, Else, For, If, Match, Node};

impl Parser<'_> {
    /// Reads control flow, if it is ahead.
    pub(super) fn control(&mut self, input: ParseStream<'_>) -> Option<Node> {
        let node = if input.peek(Token![if]) {
            self.if_else(input).map(Node::If)
        } else if input.peek(Token![for]) {
            self.for_in(input)
        } else if input.peek(Token![match]) {
            self.match_arms(input)
        } else if input.peek(Token![let]) {
            self.let_binding(input)
        } else if input.peek(Token![else]) {
            self.stray_else(input)
        } else if input.peek(Token![while]) || input.peek(Token![loop]) {
            self.other_loop(input)
        } else {
            return None;
        };
        Some(node.unwrap_or_else(unread))
    }

    /// Reports an `else` without `if`. What it holds is read as if there were one.
    fn stray_else(&mut self, input: ParseStream<'_>) -> Option<Node> {
        let word = input.call(Ident::parse_any).ok()?;
        self.errors
            .at(word.span(), "`else` without `if`")
            .help("it follows the closing brace of an `if`: `if … { … } else { … }`");
        if input.peek(Token![if]) {
            return self.if_else(input).map(Node::If);
        }
        self.any_body(input, quote!(if true))
    }

    /// Reports a loop other than `for`. What it holds is read as if it were an `if`, so that its names are known.
    fn other_loop(&mut self, input: ParseStream<'_>) -> Option<Node> {
        let word = input.call(Ident::parse_any).ok()?;
        self.errors
            .at(word.span(), format!("`{word}` cannot stand in a card"))
            .help("write `for item in items { … }`");
        let condition = head(input);
        let head = if condition.is_empty() {
            quote!(if true)
        } else {
            quote!(if #condition)
        };
        self.any_body(input, head)
    }

    /// Reads a body, if one is there.
    fn any_body(&mut self, input: ParseStream<'_>, head: TokenStream) -> Option<Node> {
        if !input.peek(Brace) {
            return None;
        }
        let body = group(input)?;
        let body = self.body(&body);
        Some(Node::If(If {
            head,
            body,
            or_else: None,
        }))
    }

    fn if_else(&mut self, input: ParseStream<'_>) -> Option<If> {
        let (mut head, span) = keyword_head(input)?;
        if is_one_word(&head) && input.peek(Brace) {
            self.errors
                .at(span, "`if` without a condition")
                .help("write `if condition { … }`");
            head.extend(quote!(true));
        }
        let body = self.control_body(input, span, "if", "if condition { … }")?;
        let mut or_else = None;
        if peek_word(input, "else") {
            let word = input.call(Ident::parse_any).ok()?;
            if input.peek(Token![if]) {
                or_else = self.if_else(input).map(|next| Else::If(Box::new(next)));
            } else {
                or_else = self
                    .control_body(input, word.span(), "else", "else { … }")
                    .map(Else::Body);
            }
        }
        Some(If {
            head,
            body,
            or_else,
        })
    }

    fn for_in(&mut self, input: ParseStream<'_>) -> Option<Node> {
        let (head, span) = keyword_head(input)?;
        let has_in = head
            .clone()
            .into_iter()
            .any(|token| matches!(&token, TokenTree::Ident(word) if word == "in"));
        let ends_with_in = head
            .clone()
            .into_iter()
            .last()
            .is_some_and(|token| token.to_string() == "in");
        if !has_in || ends_with_in {
            let what = if has_in {
                "`for` without anything to run over"
            } else {
                "`for` without `in`"
            };
            self.errors
                .at(span, what)
                .help("write `for item in items { … }`");
            if input.peek(Brace) {
                let body = group(input)?;
                let _ = self.body(&body);
            }
            return None;
        }
        let body = self.control_body(input, span, "for", "for item in items { … }")?;
        Some(Node::For(For { head, body }))
    }

    fn match_arms(&mut self, input: ParseStream<'_>) -> Option<Node> {
        let (head, span) = keyword_head(input)?;
        let shape = "match value { pattern => <text>…</text>, … }";
        let body = self.required_braces(input, span, "match", shape)?;
        let arms = self.arms(&body);
        if is_one_word(&head) {
            self.errors
                .at(span, "`match` without a value")
                .help("write `match value { … }`");
            return None;
        }
        Some(Node::Match(Match { head, arms }))
    }

    fn arms(&mut self, body: &Group) -> Vec<Arm> {
        let mut arms = Vec::new();
        let mut is_whole = true;
        let outer = std::mem::take(&mut self.open);
        self.bodies += 1;
        let read = |input: ParseStream<'_>| {
            while !input.is_empty() {
                match self.arm(input) {
                    Some(arm) => arms.push(arm),
                    None => is_whole = false,
                }
            }
            Ok(())
        };
        let _ = read.parse2(body.stream());
        self.open = outer;
        self.bodies -= 1;
        if !is_whole {
            // The arm that could not be read may be the one that makes the others exhaustive.
            let head = quote!(
                #[allow(unreachable_patterns)]
                _
            );
            arms.push(Arm {
                head,
                body: Vec::new(),
            });
        }
        arms
    }

    fn arm(&mut self, input: ParseStream<'_>) -> Option<Arm> {
        let mut head = TokenStream::new();
        let first = input.span();
        while !input.is_empty() && !input.peek(Token![=>]) && !is_tag(input) {
            head.extend(input.parse::<TokenTree>());
        }
        let Ok(arrow) = input.parse::<Token![=>]>() else {
            self.errors
                .at(first, "an arm of a `match` without `=>`")
                .help("write `pattern => <text>…</text>`, or `pattern => { … }`");
            if !input.is_empty() {
                let _ = self.node(input);
                let _ = input.parse::<Option<Token![,]>>();
            }
            return None;
        };
        let arrow = arrow.to_token_stream();
        let has_pattern = !head.is_empty();
        if !has_pattern {
            self.errors
                .over(&arrow, "an arm of a `match` without a pattern")
                .help("write `pattern => …`, or `_ => …` for all else");
        }
        let body = self.arm_body(input, &arrow);
        has_pattern.then_some(Arm { head, body })
    }

    fn arm_body(&mut self, input: ParseStream<'_>, arrow: &TokenStream) -> Vec<Node> {
        let mut body = Vec::new();
        if input.peek(Brace) {
            body = group(input)
                .map(|group| self.body(&group))
                .unwrap_or_default();
        } else if input.is_empty() || input.peek(Token![,]) {
            self.errors
                .over(arrow, "an arm of a `match` without a body")
                .help("write an element, or `{}` for nothing");
        } else if let Some(unit) = unit(input) {
            self.errors
                .over(&unit, "`()` is nothing that a card can hold")
                .help("write `{}` for nothing");
        } else {
            body.extend(self.node(input));
        }
        let _ = input.parse::<Option<Token![,]>>();
        body
    }

    fn let_binding(&mut self, input: ParseStream<'_>) -> Option<Node> {
        let word = input.fork().call(Ident::parse_any).ok()?;
        let mut tokens = TokenStream::new();
        // A tag ahead means that the semicolon was forgotten.
        while !input.is_empty() && !input.peek(Token![;]) && !is_tag(input) {
            tokens.extend(input.parse::<TokenTree>());
        }
        let lacks_value = lacks_value(&tokens);
        if lacks_value && is_tag(input) && !input.peek2(Token![/]) {
            return self.let_markup(input);
        }
        if !input.peek(Token![;]) {
            self.errors
                .at(word.span(), "`let` without a semicolon")
                .help("write `let name = value;`");
            // A lone `let` binds nothing, nor does one that ends before its value.
            if is_one_word(&tokens) || lacks_value {
                return None;
            }
            tokens.extend([TokenTree::from(Punct::new(';', Spacing::Alone))]);
            return Some(Node::Let(tokens));
        }
        tokens.extend(input.parse::<TokenTree>());
        Some(Node::Let(tokens))
    }

    /// Reports a `let` of markup, and passes over that.
    fn let_markup(&mut self, input: ParseStream<'_>) -> Option<Node> {
        let at = input.fork();
        let _ = at.parse::<Token![<]>();
        self.errors
            .at(at.span(), "markup is no value for a `let`")
            .help("make elements of it: `let name = card! { <> … </> };`");
        // Its own mistakes are those of a card of its own.
        let errors = std::mem::take(self.errors);
        let _ = self.node(input);
        *self.errors = errors;
        let _ = input.parse::<Option<Token![;]>>();
        None
    }

    fn control_body(
        &mut self,
        input: ParseStream<'_>,
        span: Span,
        word: &str,
        shape: &str,
    ) -> Option<Vec<Node>> {
        if let Some(body) = self.required_braces(input, span, word, shape) {
            return Some(self.body(&body));
        }
        // What follows was meant to be the body, and may use the names of the head.
        let is_element = is_tag(input) && !input.peek2(Token![/]);
        is_element.then(|| self.node(input).into_iter().collect())
    }

    fn required_braces(
        &mut self,
        input: ParseStream<'_>,
        span: Span,
        word: &str,
        shape: &str,
    ) -> Option<Group> {
        if input.peek(Brace) {
            return group(input);
        }
        self.errors
            .at(span, format!("`{word}` without a body in braces"))
            .help(format!("write `{shape}`"));
        None
    }
}

/// Takes `()`, if it is ahead.
fn unit(input: ParseStream<'_>) -> Option<TokenStream> {
    match input.fork().parse::<TokenTree>() {
        Ok(TokenTree::Group(group))
            if group.delimiter() == Delimiter::Parenthesis && group.stream().is_empty() =>
        {
            input.parse::<TokenTree>().ok().map(TokenStream::from)
        }
        _ => None,
    }
}

/// Whether a `let` ends where its value would begin, or that of a closure.
fn lacks_value(tokens: &TokenStream) -> bool {
    let last = tokens.clone().into_iter().last();
    matches!(last, Some(TokenTree::Punct(punct)) if matches!(punct.as_char(), '=' | '|'))
}

/// Whether these tokens are no more than a keyword.
pub(super) fn is_one_word(head: &TokenStream) -> bool {
    head.clone().into_iter().nth(1).is_none()
}

fn keyword_head(input: ParseStream<'_>) -> Option<(TokenStream, Span)> {
    let word = input.call(Ident::parse_any).ok()?;
    let span = word.span();
    let mut tokens = TokenStream::from(TokenTree::from(word));
    tokens.extend(head(input));
    Some((tokens, span))
}

/// The tokens before the body's braces, or before a tag where the body is missing.
fn head(input: ParseStream<'_>) -> TokenStream {
    let mut tokens = TokenStream::new();
    while !input.is_empty() && !is_tag(input) && (!input.peek(Brace) || is_pattern_brace(input)) {
        tokens.extend(input.parse::<TokenTree>());
    }
    tokens
}

/// Whether the braces ahead are a part of a pattern, as in `if let Point { x } = point {`, and no body: a body is
/// followed by none of these.
fn is_pattern_brace(input: ParseStream<'_>) -> bool {
    let ahead = input.fork();
    let _ = ahead.parse::<TokenTree>();
    ahead.peek(Token![=]) || ahead.peek(Token![in]) || ahead.peek(Token![|])
}

/// Whether a tag is ahead, on what could also be a comparison: `</`, `<>`, or `<name` as it begins a tag.
pub(super) fn is_tag(input: ParseStream<'_>) -> bool {
    if !input.peek(Token![<]) {
        return false;
    }
    let ahead = input.fork();
    let _ = ahead.parse::<Token![<]>();
    if ahead.peek(Token![/]) || ahead.peek(Token![>]) {
        return true;
    }
    let is_known = ahead
        .call(Ident::parse_any)
        .is_ok_and(|name| Tag::named(&name.to_string()).is_some());
    is_known && (ahead.peek(Token![>]) || is_empty_end(&ahead) || is_attribute(&ahead))
}

/// Whether `/>` is ahead.
fn is_empty_end(input: ParseStream<'_>) -> bool {
    input.peek(Token![/]) && input.peek2(Token![>])
}

/// Whether `name=` is ahead.
fn is_attribute(input: ParseStream<'_>) -> bool {
    input.peek(Ident::peek_any) && input.peek2(Token![=]) && !input.peek2(Token![==])
}
