//! JSON is a value, not a text.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <raw json="{{\"tag\":\"hr\"}}"/> // error
            <raw json="{}"/> // error
        </card>
    };
}
