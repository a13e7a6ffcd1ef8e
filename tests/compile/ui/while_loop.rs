//! A loop in a card is `for`.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            while true { // error
                <hr/>
            }
            loop { // error
                <hr/>
            }
        </card>
    };
}
