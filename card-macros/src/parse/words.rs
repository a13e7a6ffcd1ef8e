//! Bare words: text that was not quoted.

use proc_macro2::{Delimiter, Ident, Literal, Span, TokenStream, TokenTree};
use syn::{Lit, LitStr, Token, parse::ParseStream, token::Brace};

use super::{Parser, control::is_one_word, literal_text};
use crate::source;

impl Parser<'_> {
    /// Takes a run of tokens that is neither markup nor quoted, and says how it is quoted.
    pub(super) fn bare_words(&mut self, input: ParseStream<'_>) {
        if input.peek(Token![<]) {
            // A lone one, that begins no tag.
            let _ = input.parse::<Token![<]>();
            return;
        }
        let mut tokens = TokenStream::new();
        while !input.is_empty()
            && !input.peek(Token![<])
            && !input.peek(Brace)
            && !input.peek(LitStr)
        {
            let Ok(token) = input.parse::<TokenTree>() else {
                break;
            };
            // A quoted text that the compiler could not read, and has reported.
            if !is_quoted(&token) {
                tokens.extend([token]);
            }
        }
        if tokens.is_empty() {
            return;
        }
        let words = words(&tokens, literal_words);
        if words.ends_with(';') {
            self.errors
                .over(&tokens, "a statement cannot stand in a card")
                .help("move it before the `card!`; only `let name = value;` may stand in one");
            return;
        }
        let quoted = format!("`\"{}\"`", words.replace('\\', r"\\").replace('"', "\\\""));
        let is_body = self.open.is_empty();
        let is_keyword = is_one_word(&tokens) && syn::parse2::<Ident>(tokens.clone()).is_err();
        let mistake = self.errors.over(&tokens, "text has to be quoted");
        mistake.help(if is_keyword || !is_value(&tokens) {
            format!("write {quoted}")
        } else if is_body {
            format!("write {quoted}, or `{{ {{{words}}} }}` for the value: the outer braces are the body")
        } else {
            format!("write {quoted}, or `{{{words}}}` for the value")
        });
    }

    /// Takes an attribute or a documentation comment, which is one.
    pub(super) fn rust_attribute(&mut self, input: ParseStream<'_>) {
        let mut tokens = TokenStream::new();
        for _ in 0..2 {
            tokens.extend(input.parse::<TokenTree>());
        }
        self.errors
            .over(
                &tokens,
                "a documentation comment or attribute of Rust cannot stand in a card",
            )
            .help("remove it; a comment begins with `//`");
    }
}

/// The tokens as they were written, with a blank where a gap is.
pub(super) fn written(tokens: &TokenStream) -> String {
    words(tokens, Literal::to_string)
}

fn words(tokens: &TokenStream, text: fn(&Literal) -> String) -> String {
    let mut words = String::new();
    let mut previous: Option<Span> = None;
    for token in tokens.clone() {
        if previous.is_some_and(|previous| has_gap(previous, token.span())) {
            words.push(' ');
        }
        previous = Some(token.span());
        words.push_str(&match &token {
            TokenTree::Literal(literal) => text(literal),
            token => token.to_string(),
        });
    }
    words
}

/// A literal as a word of a text: without its own quotes, also where it is none, as `'hello'`.
fn literal_words(literal: &Literal) -> String {
    let text = literal_text(&Lit::new(literal.clone()));
    let inner = text
        .strip_prefix('\'')
        .and_then(|text| text.strip_suffix('\''));
    inner.map_or_else(|| text.clone(), str::to_owned)
}

/// Whether this is in double quotes.
fn is_quoted(token: &TokenTree) -> bool {
    matches!(token, TokenTree::Literal(literal) if literal.to_string().starts_with('"'))
}

/// Whether these tokens look like a value as much as like text: a path, a field or a call, without gaps.
fn is_value(tokens: &TokenStream) -> bool {
    let mut previous: Option<Span> = None;
    let mut is_whole = false;
    for token in tokens.clone() {
        let is_apart = previous.is_some_and(|previous| has_gap(previous, token.span()));
        let fits = match &token {
            TokenTree::Ident(_) => true,
            TokenTree::Group(group) => group.delimiter() == Delimiter::Parenthesis,
            TokenTree::Punct(punct) => matches!(punct.as_char(), '.' | ':' | '!'),
            TokenTree::Literal(_) => false,
        };
        let is_first = previous.is_none() && !matches!(token, TokenTree::Ident(_));
        if is_apart || is_first || !fits {
            return false;
        }
        previous = Some(token.span());
        is_whole = !matches!(token, TokenTree::Punct(_));
    }
    is_whole
}

/// Whether a call, or anything else in brackets, is among the tokens.
pub(super) fn has_group(tokens: &TokenStream) -> bool {
    let mut tokens = tokens.clone().into_iter();
    tokens.any(|token| matches!(token, TokenTree::Group(_)))
}

/// Whether something stands between two tokens in the source.
pub(super) fn has_gap(before: Span, after: Span) -> bool {
    source::end(before) != source::start(after)
}
