//! There is one outermost tag.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <text>"a"</text>
        </card>
        <card> // error
            <text>"b"</text>
        </card>
        "c" // error
    };
}
