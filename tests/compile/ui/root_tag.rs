//! The outermost tag is `<card>` or `<>`.

use message_card::card;

fn main() {
    let _ = card! { <text>"a"</text> }; // error
    let _ = card! { <button key="a">"a"</button> }; // error
}
