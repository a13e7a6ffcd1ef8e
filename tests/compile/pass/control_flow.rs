//! Control flow is Rust's.

use message_card::{Card, card};

enum State {
    Running { done: u8 },
    Failed(&'static str),
    Waiting,
}

fn elements(card: &Card) -> usize {
    card.elements.len()
}

fn branches(number: u8, name: Option<&str>) -> Card {
    card! {
        <card>
            if number == 0 {
                <hr/>
            }
            if number < 3 && number > 1 {
                <text>"two"</text>
            } else if let Some(name) = name {
                <text>{name}</text>
            } else if matches!(number, 1 | 4) {
                <hr/>
                <hr/>
            } else {
            }
            if let Some(name) = name && !name.is_empty() && let Some(first) = name.chars().next() {
                <text>{first}</text>
            }
            if let (a @ 0, Some(b)) | (a, Some(b)) = (number, name) { <text>"{a} {b}"</text> }
        </card>
    }
}

fn arms(state: &State) -> Card {
    card! {
        <card>
            match state {
                State::Running { done } if *done > 99 => <text>"done"</text>,
                State::Running { done } => {
                    let left = 100 - done;
                    <text>"{left} % left"</text>
                    <hr/>
                }
                State::Failed(reason) if reason.is_empty() => {}
                State::Failed(reason) => <text>{reason}</text>
                State::Waiting => if true { <hr/> },
            }
        </card>
    }
}

struct Point {
    x: i32,
}

fn main() {
    assert_eq!(elements(&branches(0, None)), 1);
    assert_eq!(elements(&branches(2, Some("a"))), 3);
    assert_eq!(elements(&branches(5, Some(""))), 2);
    assert_eq!(elements(&branches(4, None)), 2);
    assert_eq!(elements(&arms(&State::Running { done: 100 })), 1);
    assert_eq!(elements(&arms(&State::Running { done: 1 })), 2);
    assert_eq!(elements(&arms(&State::Failed(""))), 0);
    assert_eq!(elements(&arms(&State::Failed("a"))), 1);
    assert_eq!(elements(&arms(&State::Waiting)), 1);

    let rows = [vec![1, 2], vec![], vec![3]];
    let points = [Point { x: 1 }, Point { x: -1 }];
    let card = card! {
        <card>
            for row in &rows {
                for (index, cell) in row.iter().enumerate() {
                    if index > 0 { <hr/> }
                    <text>"{index} {cell}"</text>
                }
            }
            for Point { x } in &points {
                let is_left = *x < 0;
                <text>"{x} {is_left}"</text>
            }
            for _ in 0..2 { <hr/> }
            <markdown>
                for row in &rows {
                    if row.is_empty() { "-" } else { <b>{row.len()}</b> }
                    <br/>
                }
            </markdown>
            <div>
                if rows.is_empty() { <markdown>"a"</markdown> } else { <markdown>"b"</markdown> }
                <markdown>"c"</markdown>
            </div>
            <action>
                for row in &rows {
                    match row.first() {
                        Some(first) => <button key="{first}">"first"</button>,
                        None => <button key="none">"none"</button>,
                    }
                }
            </action>
            <text>
                match rows.len() { 0 => "none", 1 => { "one" } more => { {more} } }
            </text>
        </card>
    };
    assert_eq!(elements(&card), 12);
}
