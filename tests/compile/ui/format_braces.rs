//! Braces in a quoted text come in pairs.

use message_card::card;

fn main() {
    let name = "a";
    let _ = card! {
        <card>
            <header title="a }" subtitle="{name"/> // error // error
            <text>"{ "</text> // error
            <text>"{name}}"</text> // error
        </card>
    };
}
