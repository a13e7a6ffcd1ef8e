//! A tag ends with `>` or `/>`.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <text "a"</text> // error
            <markdown fallback="b" "a"</markdown> // error
            <hr // error
            <text>"a"</text>
            <text>"b"</text // error
            </ // error
        </card>
    };
    let _ = card! {
        <card>
            <text>"a"</text>
        </card // error
    };
}
