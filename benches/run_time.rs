//! Building the front page's card and writing it as JSON, beside the ways that a user would choose from. What is built is
//! dropped as well, by all of them.

use std::hint::black_box;

use message_card::Card;
use message_card_benches::{
    Release, filled, fragments, hypertext, macros, maud,
    measure::{Effort, repeated},
    slack, structs,
    table::{Row, Table},
    values,
};
use serde_json::to_string;

/// What `card!` is to take at most, beside the structs.
const AIM: f64 = 0.5;
/// The same beside `json!`.
const AIM_BESIDE_VALUES: f64 = 1.0 / 16.0;

const STRUCTS: &str = "serde structs";

struct Sample {
    release: Release,
    card: Card,
    json: String,
}

/// Something that is done, and how many bytes it has written.
type Way = fn(&Sample) -> usize;

const WAYS: [(&str, Way); 12] = [
    ("card!, Card::to_json", |it| {
        length(macros::card(&it.release).to_json())
    }),
    ("serde structs by hand, serde_json::to_string", |it| {
        to_string(&structs::card(&it.release)).map_or(0, length)
    }),
    ("json!, Value::to_string", |it| {
        length(values::card(&it.release).to_string())
    }),
    ("card!, serde_json::to_string", |it| {
        to_string(&macros::card(&it.release)).map_or(0, length)
    }),
    ("card!, without writing it", |it| {
        drop(black_box(macros::card(&it.release)));
        0
    }),
    ("Card::to_json, of a card that is built", |it| {
        length(it.card.to_json())
    }),
    ("slack-morphism's blocks, serde_json::to_string", |it| {
        let message = slack::message(&it.release);
        message.map_or(0, |message| to_string(&message).map_or(0, length))
    }),
    ("maud's html!", |it| {
        length(maud::page(&it.release).into_string())
    }),
    ("hypertext's rsx!", |it| {
        length(hypertext::page(&it.release).into_inner())
    }),
    ("floor: the model filled by hand, Card::to_json", |it| {
        length(filled::card(&it.release).to_json())
    }),
    ("floor: the fixed parts joined with the values", |it| {
        length(fragments::json(&it.release))
    }),
    ("floor: the finished bytes copied", |it| {
        length(it.json.clone())
    }),
];

fn length(text: String) -> usize {
    black_box(text).len()
}

pub(crate) fn tables(effort: Effort) -> Vec<Table> {
    let release = Release::sample();
    let card = macros::card(&release);
    let json = card.to_json();
    let sample = &Sample {
        release,
        card,
        json,
    };
    let runs = WAYS.map(|(_, way)| repeated(move || way(black_box(sample))));
    let times = effort.by_turns(runs.each_ref().map(|run| run as &dyn Fn(u32)));
    let [card, structs, values, ..] = times;
    let [(name, way), ..] = WAYS;
    let whole = || Row::new(name, card).bytes(way(sample));
    let aims = [
        whole().beside(STRUCTS, structs).aim(AIM),
        whole().beside("json!", values).aim(AIM_BESIDE_VALUES),
    ];
    let others = WAYS.into_iter().zip(times).skip(1);
    let others = others.map(|((name, way), time)| {
        let row = Row::new(name, time).bytes(way(sample));
        row.beside(STRUCTS, structs)
    });
    let title = "the front page's card, built, written and dropped";
    vec![Table::new(title, aims.into_iter().chain(others))]
}
