//! `for` has a body in braces.

use message_card::card;

fn main() {
    let names = ["a"];
    let _ = card! {
        <card>
            for name in names // error
                <text>{name}</text>
            <hr/>
        </card>
    };
}
