//! `true` and `false` are for attributes that are one or the other, in braces or bare.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <config update_single="true"/> // error
            <header title=true subtitle=false/> // error // error
        </card>
    };
}
