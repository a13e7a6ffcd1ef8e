//! A link in a markdown literal leads to a URL that a card may lead to.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <markdown>"[a](ci.example.com)"</markdown> // error
            <markdown>"[a](javascript:alert)"</markdown> // error
            <markdown>"[a]()"</markdown> // error
            <markdown>"a [b](https://)"</markdown> // error
        </card>
    };
}
