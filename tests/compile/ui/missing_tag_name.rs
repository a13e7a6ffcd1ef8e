//! A tag has a name, but for `<>`.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            < "a" // error
            <="a"/> // error
        </card>
    };
}
