//! How a value is formatted is Rust's to say.

use message_card::card;

fn main() {
    let name = "a";
    let _ = card! {
        <card>
            <text>"{name:z}"</text> // error
            <text>"{name:x}"</text> // error
        </card>
    };
}
