//! Comments are Rust's.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <!-- a divider --> // error
            <hr/>
        </card>
    };
}
