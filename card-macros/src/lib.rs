//! The `card!` macro: markup that the compiler checks.
//!
//! This crate is a part of `message-card`, which wraps the macro so that its expansion finds its way home under any name;
//! import that one.

mod ast;
mod check;
mod errors;
mod expand;
mod format;
mod ide;
mod literal;
mod parse;
mod source;
mod suggest;

use errors::Errors;
use proc_macro2::{TokenStream, TokenTree};

/// Expands `card!`. The first token is the path to the facade's private module, in brackets; one that begins with
/// `ide` comes from an editor.
#[doc(hidden)]
#[proc_macro]
pub fn card(input: proc_macro::TokenStream) -> proc_macro::TokenStream {
    let mut input = TokenStream::from(input).into_iter();
    let home = match input.next() {
        Some(TokenTree::Group(group)) => group.stream(),
        _ => TokenStream::new(),
    };
    let (home, is_editor) = home_of(home);
    let mut errors = Errors::default();
    let mut card = parse::parse(input.collect(), &mut errors);
    if let Some(card) = &mut card {
        check::check(card, &mut errors);
    }
    let paths = card
        .as_ref()
        .filter(|_| is_editor)
        .map(|card| ide::paths(card, &home));
    expand::expand(card.as_ref(), &home, paths.as_ref(), errors).into()
}

fn home_of(home: TokenStream) -> (TokenStream, bool) {
    let mut tokens = home.clone().into_iter();
    match tokens.next() {
        Some(TokenTree::Ident(word)) if word == "ide" => (tokens.collect(), true),
        _ => (home, false),
    }
}
