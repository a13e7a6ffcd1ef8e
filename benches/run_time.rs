//! Building the front page's card and writing it as JSON: `cargo bench -p message-card-benches`.

use divan::{Bencher, black_box};
use message_card_benches::{Release, fragments, macros, structs, values};

fn main() {
    divan::main();
}

#[divan::bench]
fn card_macro(bencher: Bencher<'_, '_>) {
    let release = Release::sample();
    bencher.bench_local(|| macros::card(black_box(&release)).to_json());
}

#[divan::bench]
fn card_macro_through_serde(bencher: Bencher<'_, '_>) {
    let release = Release::sample();
    bencher.bench_local(|| serde_json::to_string(&macros::card(black_box(&release))));
}

#[divan::bench]
fn card_macro_without_writing(bencher: Bencher<'_, '_>) {
    let release = Release::sample();
    bencher.bench_local(|| macros::card(black_box(&release)));
}

#[divan::bench]
fn card_macro_only_writing(bencher: Bencher<'_, '_>) {
    let card = macros::card(&Release::sample());
    bencher.bench_local(|| black_box(&card).to_json());
}

/// The least that writing can cost: the fixed parts of the JSON, joined with the values.
#[divan::bench]
fn floor_joined_fragments(bencher: Bencher<'_, '_>) {
    let release = Release::sample();
    bencher.bench_local(|| fragments::json(black_box(&release)));
}

/// The least that anything can cost: the finished bytes, copied.
#[divan::bench]
fn floor_copied_bytes(bencher: Bencher<'_, '_>) {
    let json = macros::card(&Release::sample()).to_json();
    bencher.bench_local(|| black_box(&json).clone());
}

#[divan::bench]
fn serde_structs(bencher: Bencher<'_, '_>) {
    let release = Release::sample();
    bencher.bench_local(|| serde_json::to_string(&structs::card(black_box(&release))));
}

#[divan::bench]
fn json_macro(bencher: Bencher<'_, '_>) {
    let release = Release::sample();
    bencher.bench_local(|| values::card(black_box(&release)).to_string());
}
