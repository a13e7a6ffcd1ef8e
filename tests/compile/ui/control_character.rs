//! A text holds no control characters but line breaks and tabs.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <header title="a\u{0}"/> // error
            <text>"a\u{1b}[31m"</text> // error
            <markdown>"a\tb\nc\u{7f}"</markdown> // error
        </card>
    };
}
