//! Clients that hide a card show a text instead.

use message_card::card;

fn main() {
    let _ = card! { <card><config hide_on="pc"/></card> }; // error
    let _ = card! { <card><config hide_text="a"/></card> }; // error
}
