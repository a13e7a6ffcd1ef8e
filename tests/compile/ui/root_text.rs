//! A card is a tag, no text, value or control flow.

use message_card::card;

fn main() {
    let name = "a";
    let _ = card! { "a" }; // error
    let _ = card! { {name} }; // error
    let _ = card! { if name.is_empty() { <card></card> } }; // error
    let _ = card! { hello world }; // error
}
