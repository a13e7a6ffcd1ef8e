//! A card holds markup, not statements.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            println!("a"); // error
        </card>
    };
    let _ = card! {
        <card>
            for name in ["a", "b"] {
                continue; // error
            }
        </card>
    };
}
