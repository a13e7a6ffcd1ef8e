//! `let` ends with a semicolon.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            let name = "a" // error
            <text>{name}</text>
            let is_less = name.len() < 3;
            <text>{is_less}</text>
            let // error
            <hr/>
            <text>"a" let name = </text> // error
            let line = // error
        </card>
    };
}
