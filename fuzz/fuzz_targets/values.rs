//! A value that a program puts into a card is data on every target: the messages have the shape that they have with a word.

#![no_main]

use libfuzzer_sys::fuzz_target;
use message_card::prelude::*;
use property_tests::{
    harmless,
    setting::{FORMS, Kind, Setting, send},
    shape::{mentions, shape},
};

fn card(value: &str) -> Card {
    card! {
        <card>
            <header title={value} subtitle="build {value}"/>
            <text>"a " {value} " b"</text>
            <markdown>"**a** " {value} " _b_ " <b>{value}</b> <font color="red">{value}</font></markdown>
            <markdown>"- a" <br/> {value}</markdown>
            <div><markdown>{value}</markdown><markdown>"x {value}"</markdown></div>
            <markdown><a href="https://a.cn/{value}?q={value}">{value}</a></markdown>
            <action><button href="https://a.cn/{value}">"go {value}"</button></action>
        </card>
    }
}

fuzz_target!(|value: &str| {
    let card = card(value);
    let harmless = harmless::card(&card);
    for form in FORMS {
        let setting = Setting::new(*form);
        let (found, expected) = (send(&card, setting), send(&harmless, setting));
        // A message that is cut is cut elsewhere when its words are longer.
        if found.is_cut() || expected.is_cut() {
            continue;
        }
        for ((kind, text), (_, harmless)) in found.texts().into_iter().zip(expected.texts()) {
            if kind.is_markdown() {
                assert_eq!(shape(text), shape(harmless), "\n{text}\n----\n{harmless}\n");
            }
            if kind == Kind::WeCom {
                assert_eq!(mentions(text), mentions(harmless), "\n{text}\n");
            }
        }
    }
});
