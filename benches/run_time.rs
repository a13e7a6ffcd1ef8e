//! Building the front page's card and writing it as JSON, beside the ways that a user would choose from. What is built is
//! dropped as well, by all of them.

use std::hint::black_box;

use message_card_benches::{
    Release, fragments, hypertext, macros, maud,
    measure::{Effort, repeated},
    slack, structs,
    table::{Row, Table},
    values,
};

use crate::Error;

/// What `card!` is to take at most, beside the structs.
const AIM: f64 = 0.5;
/// The same beside `json!`.
const AIM_BESIDE_VALUES: f64 = 1.0 / 16.0;

pub(crate) fn tables(effort: Effort) -> Result<Vec<Table>, Error> {
    let release = Release::sample();
    let card = macros::card(&release);
    let json = card.to_json();
    let message = serde_json::to_string(&slack::message(&release)?)?.len();
    let page = maud::page(&release).into_string().len();
    let release = || black_box(&release);
    let [
        whole,
        building,
        writing,
        through_serde,
        fields,
        value,
        blocks,
        html,
        rsx,
        joined,
        copied,
    ] = effort.by_turns([
        &repeated(|| macros::card(release()).to_json()),
        &repeated(|| macros::card(release())),
        &repeated(|| black_box(&card).to_json()),
        &repeated(|| serde_json::to_string(&macros::card(release()))),
        &repeated(|| serde_json::to_string(&structs::card(release()))),
        &repeated(|| values::card(release()).to_string()),
        &repeated(|| slack::message(release()).map(|message| serde_json::to_string(&message))),
        &repeated(|| maud::page(release()).into_string()),
        &repeated(|| hypertext::page(release()).into_inner()),
        &repeated(|| fragments::json(release())),
        &repeated(|| black_box(&json).clone()),
    ]);
    let row = |name, time| Row::new(name, time).beside("serde structs", fields);
    let card = |name, time| row(name, time).bytes(json.len());
    let beside_values = Row::new("card!, Card::to_json", whole).bytes(json.len());
    let rows = [
        card("card!, Card::to_json", whole).aim(AIM),
        beside_values.beside("json!", value).aim(AIM_BESIDE_VALUES),
        row("card!, without writing it", building),
        card("Card::to_json, of a card that is built", writing),
        card("card!, serde_json::to_string", through_serde),
        card(
            "serde structs written by hand, serde_json::to_string",
            fields,
        ),
        card("json!, Value::to_string", value),
        row("slack-morphism's blocks, serde_json::to_string", blocks).bytes(message),
        row("maud's html!", html).bytes(page),
        row("hypertext's rsx!", rsx).bytes(page),
        card("floor: the fixed parts joined with the values", joined),
        card("floor: the finished bytes copied", copied),
    ];
    Ok(vec![Table::new(
        "the front page's card, built, written and dropped",
        rows,
    )])
}
