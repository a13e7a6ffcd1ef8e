//! A number as text stands in quotes.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <text>42</text> // error
            <text>1.50</text> // error
            <text>true</text> // error
            <text>12 min</text> // error
            <text>-1</text> // error
        </card>
    };
}
