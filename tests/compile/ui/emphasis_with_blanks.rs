//! Emphasis begins and ends at its text.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <markdown>"请** 注意**"</markdown> // error
            <markdown>"a~~ b~~"</markdown> // error
        </card>
    };
}
