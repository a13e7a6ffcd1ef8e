//! A flag is true or false.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <config update_single={"yes"}/> // error
        </card>
    };
    let _ = card! {
        <card>
            <config update_single={1}/> // error
        </card>
    };
}
