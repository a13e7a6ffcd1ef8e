//! Building the front page's card and writing it as JSON: `cargo bench -p message-card-benches`.

use divan::{Bencher, black_box};
use message_card_benches::{Release, macros, structs, values};

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
fn serde_structs(bencher: Bencher<'_, '_>) {
    let release = Release::sample();
    bencher.bench_local(|| serde_json::to_string(&structs::card(black_box(&release))));
}

#[divan::bench]
fn json_macro(bencher: Bencher<'_, '_>) {
    let release = Release::sample();
    bencher.bench_local(|| values::card(black_box(&release)).to_string());
}
