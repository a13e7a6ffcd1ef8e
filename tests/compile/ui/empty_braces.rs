//! Braces hold an expression.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            {} // error
            <header title={}/> // error
            <text>{}</text> // error
            <config update_single={}/> // error
        </card>
    };
}
