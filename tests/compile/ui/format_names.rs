//! Braces in a quoted text hold a name.

use message_card::card;

fn main() {
    let user = ["a"];
    let _ = card! {
        <card>
            <text>"{}"</text> // error
            <text>"{:?}"</text> // error
            <text>"{0}"</text> // error
            <text>"{user.len()}"</text> // error
            <text>"{user[0]}"</text> // error
            <text>"{std::f64::consts::PI:.2}"</text> // error
            <text>"{type}"</text> // error
            <text>"{_}"</text> // error
            <text>"{a b}"</text> // error
        </card>
    };
}
