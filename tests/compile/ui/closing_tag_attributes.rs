//! A closing tag holds its name and nothing else.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <text>"a"</text fallback="b"> // error
            <markdown><b>"a"</b bold></markdown> // error
        </card>
    };
}
