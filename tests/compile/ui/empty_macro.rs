//! A card has to be there.

use message_card::card;

fn main() {
    let _ = card! {}; // error
}
