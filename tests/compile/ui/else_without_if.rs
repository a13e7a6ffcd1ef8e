//! `else` follows an `if`.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <hr/>
            else { // error
                <hr/>
            }
        </card>
    };
}
