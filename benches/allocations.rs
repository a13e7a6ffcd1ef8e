//! How often building and writing a card asks for memory: once for each value that is text, once for each list of parts
//! that is neither empty nor literal, once for the JSON.

use allocation_counter::measure;
use message_card::prelude::*;
use message_card_benches::{Release, macros};

fn count(run: impl FnOnce()) -> u64 {
    measure(run).count_total
}

#[test]
fn a_value_is_one_and_a_list_is_one() {
    let release = Release::sample();
    let mut card = Card::new();
    // The subtitle, the author, the URL and the names of two tests.
    let values = 5;
    // Elements, buttons, the URLs of one button, the parts of three texts and of the colour in two of them.
    let lists = 8;
    assert_eq!(count(|| card = macros::card(&release)), values + lists);
    assert_eq!(count(|| drop(card.to_json())), 1);
}

#[test]
fn what_is_literal_is_never_copied() {
    let mut card = Card::new();
    let building = count(|| {
        card = card! {
            <card>
                <header title="title" subtitle="subtitle" template="red"/>
                <text>"a text as long as any other, and longer than what a value has room for"</text>
                <img store_key="key" alt="alt"/>
                <hr style="dashed"/>
                <markdown>"**a** text" <br/> "in parts"</markdown>
                <div>
                    <markdown>"**Started**"</markdown>
                    <markdown>"09:00"</markdown>
                </div>
                <action>
                    <button key="key" style="secondary">"label"</button>
                </action>
            </card>
        };
    });
    // The elements, the buttons; a picture is kept outside of the list.
    assert_eq!(building, 3);
    assert_eq!(count(|| drop(card.to_json())), 1);
}

#[test]
fn values_in_a_loop_are_one_each() {
    let names: Vec<String> = (0..1000)
        .map(|number| "long name ".repeat(number % 40))
        .collect();
    let mut card = Card::new();
    let building = count(|| {
        card = card! { <><header title="names"/> for name in &names { <text>{name}</text> } </> };
    });
    // The list of elements doubles until it has room for them.
    assert!(building <= 1000 + 10, "{building} for 1000 values");
    assert!(count(|| drop(card.to_json())) <= 2);
}
