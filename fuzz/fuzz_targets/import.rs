//! The bytes of a file that `message-card import` reads: what it writes is source, and `card!` finds nothing wrong with it.

#![no_main]
#![allow(dead_code, reason = "the macro's own modules, without its entry")]

extern crate proc_macro;

include!("../macros.rs");

use card_cli::import;
use libfuzzer_sys::fuzz_target;
use proc_macro2::{TokenStream, TokenTree};

fuzz_target!(|bytes: &[u8]| {
    let Some(source) = import(bytes) else {
        return;
    };
    assert_eq!(import(bytes).as_ref(), Some(&source));
    let tokens: TokenStream = source.parse().expect("it is tokens");
    let cards = cards(tokens);
    assert!(cards > 0, "{source}");
});

/// Holds each `card!` to the rules of the macro; returns how many there are.
fn cards(tokens: TokenStream) -> usize {
    let mut before = [None, None];
    let mut count = 0;
    for token in tokens {
        if let TokenTree::Group(group) = &token {
            if before == [Some("card".to_owned()), Some("!".to_owned())] {
                count += 1;
                compile(group.stream());
            }
            count += cards(group.stream());
        }
        let text = match token {
            TokenTree::Ident(_) | TokenTree::Punct(_) => Some(token.to_string()),
            _ => None,
        };
        before = [before[1].take(), text];
    }
    count
}

fn compile(markup: TokenStream) {
    let mut errors = errors::Errors::default();
    let mut card = parse::parse(markup, &mut errors);
    let card = card.as_mut().expect("there is a card");
    check::check(card, &mut errors);
    assert!(errors.is_empty(), "{}", errors.into_tokens());
}
