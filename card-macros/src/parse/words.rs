//! Bare words: text that was not quoted.

use proc_macro2::{Ident, Span, TokenStream, TokenTree};
use syn::{Lit, LitStr, Token, parse::ParseStream, token::Brace};

use super::{Parser, literal_text};
use crate::source;

impl Parser<'_> {
    /// Takes a run of tokens that is neither markup nor quoted, and says how it is quoted.
    pub(super) fn bare_words(&mut self, input: ParseStream<'_>) {
        let mut tokens = TokenStream::new();
        let mut words = String::new();
        let mut previous: Option<Span> = None;
        while !input.is_empty()
            && !input.peek(Token![<])
            && !input.peek(Brace)
            && !input.peek(LitStr)
        {
            let Ok(token) = input.parse::<TokenTree>() else {
                break;
            };
            if previous.is_some_and(|previous| has_gap(previous, token.span())) {
                words.push(' ');
            }
            previous = Some(token.span());
            words.push_str(&match &token {
                TokenTree::Literal(literal) => literal_text(&Lit::new(literal.clone())),
                token => token.to_string(),
            });
            tokens.extend([token]);
        }
        if tokens.is_empty() {
            // A lone `<` that begins no tag.
            let _ = input.parse::<TokenTree>();
            return;
        }
        if words.ends_with(';') {
            self.errors
                .over(&tokens, "a statement cannot stand in a card")
                .help("move it before the `card!`; only `let name = value;` may stand in one");
            return;
        }
        let quoted = format!("`\"{}\"`", words.escape_debug());
        let is_body = self.open.is_empty();
        self.errors.over(&tokens, "text has to be quoted").help(match (syn::parse2::<Ident>(tokens.clone()), is_body) {
            (Err(_), _) => format!("write {quoted}"),
            (Ok(name), false) => format!("write {quoted}, or `{{{name}}}` for the value"),
            (Ok(name), true) => format!("write {quoted}, or `{{ {{{name}}} }}` for the value: the outer braces are the body"),
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

/// Whether something stands between two tokens in the source.
pub(super) fn has_gap(before: Span, after: Span) -> bool {
    source::end(before) != source::start(after)
}
