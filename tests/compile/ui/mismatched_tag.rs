//! A tag ends under its own name.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <text>"a"</txt> // error
            <text>"a"</markdown> // error
            <markdown><b>"a"</i></markdown> // error
            <hr/>
        </card>
    };
    let _ = card! {
        <card>
            <text>"a"</text>
        </> // error
    };
    let _ = card! {
        <>
            <text>"a"</text>
        </card> // error
    };
}
