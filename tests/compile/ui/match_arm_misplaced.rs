//! An arm's body fits where the `match` stands.

use message_card::card;

fn main() {
    let number = 1;
    let _ = card! {
        <card>
            match number {
                1 => "a", // error
                2 => <br/>, // error
                _ => {}
            }
        </card>
    };
}
