//! What stands between the braces of `card!`, as tokens: it expands without a panic, to tokens that are an expression.

#![no_main]
#![allow(dead_code, reason = "the macro's own modules, without its entry")]

extern crate proc_macro;

include!("../macros.rs");

use libfuzzer_sys::fuzz_target;
use proc_macro2::TokenStream;
use quote::quote;

fuzz_target!(|source: &str| {
    // The tokens of `proc_macro2` are no compiler's: deep nesting ends its own reader, not the macro.
    if source.bytes().filter(|byte| b"([{".contains(byte)).count() > 200 {
        return;
    }
    let Ok(tokens) = source.parse::<TokenStream>() else {
        return;
    };
    let home = quote!(::message_card::__private);
    let mut errors = errors::Errors::default();
    let mut card = parse::parse(tokens.into_iter().collect(), &mut errors);
    if let Some(card) = &mut card {
        check::check(card, &mut errors);
    }
    let paths = card.as_ref().map(|card| ide::paths(card, &home));
    let _ = expand::expand(card.as_ref(), &home, paths.as_ref(), errors);
});
