//! An attribute is given once.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <header title="a" title="b"/> // error
            <hr style="dashed" style="dashed"/> // error
            <text fallback="a" fallback="b">"a"</text> // error
        </card>
    };
}
