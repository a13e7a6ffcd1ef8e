//! `card!` among names that an expansion without hygiene would trip over.

#![allow(dead_code, non_camel_case_types, unused_macros)]

use ::message_card::card;

mod alloc {}
mod card_model {}
mod core {}
mod message_card {}
mod serde_json {}
mod std {}

struct Box;
struct Builder;
struct Given;
struct Option;
struct Result;
struct Some;
struct String;
struct Vec;

macro_rules! format_args {
    ($($tokens:tt)*) => {
        compile_error!("the user's `format_args`")
    };
}
macro_rules! concat {
    ($($tokens:tt)*) => {
        compile_error!("the user's `concat`")
    };
}
macro_rules! vec {
    ($($tokens:tt)*) => {
        compile_error!("the user's `vec`")
    };
}

fn build() {}
fn elements() {}
fn json() {}
fn link() {}
fn text() {}

/// A card from values under names that the expansion may use itself.
pub fn card(b: &str, holes: &str, home: &str, value: &str) -> ::message_card::Card {
    let (__card_builder, __card_value, card) = ("a", "b", "c");
    let (builder, run, finish) = (b, holes, home);
    card! {
        <card>
            <header title="{b} {__card_builder}" subtitle={__card_value} template={__card_builder}/>
            if __card_builder == "a" {
                <text fallback={__card_value}>"{__card_value:>3} {card}" {value} {holes}</text>
            }
            let __card_builder = 'd';
            for __card_value in ['x', 'y'] {
                <markdown>{__card_builder} "{__card_value}" <b>{builder}</b></markdown>
            }
            match __card_builder {
                __card_value => <text>{__card_value} {run} {finish}</text>,
            }
        </card>
    }
}

/// A card inside of a macro of the user, with names from both sides.
pub fn nested(name: &str) -> ::message_card::Card {
    macro_rules! titled {
        ($title:expr, $($elements:tt)*) => {{
            let name = "inner";
            card! { <card><header title={$title} subtitle={name}/> $($elements)* </card> }
        }};
    }
    titled!(name, <text>{name} "{name}"</text>)
}
