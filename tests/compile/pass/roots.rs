//! A card may be long, short or empty; comments are Rust's.

use message_card::{Card, card};

/// A card is an expression.
fn short() -> Card {
    card!(<><hr/></>)
}

fn main() {
    assert_eq!(card! { <card/> }, Card::new());
    assert_eq!(card! { <card></card> }, Card::new());
    assert_eq!(card! { <></> }, Card::new());
    assert_eq!(short(), card! { <card><hr/></card> });
    let card = card![
        // A comment.
        <>
            /* Another. */
            <text /* in a tag */ fallback="a">"b" /* in a text */</text>
        </>
    ];
    assert_eq!(card.elements.len(), 1);
}
