//! Backticks come in pairs.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <markdown>"`a"</markdown> // error
            <markdown>"a ``b"</markdown> // error
        </card>
    };
}
