//! A part of the author's own is a function, and no tag.

use message_card::{Element, Hr, card};

fn owner_row() -> Element {
    Hr::new().into()
}

fn main() {
    let _ = card! {
        <card>
            <owner_row/> // error
            <OwnerRow name="a"/> // error
            {owner_row()}
        </card>
    };
}
