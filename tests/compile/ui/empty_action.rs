//! An `<action>` holds a button.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <action></action> // error
            <action/> // error
        </card>
    };
}
