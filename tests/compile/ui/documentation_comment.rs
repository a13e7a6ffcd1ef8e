//! Comments in a card are plain; documentation and attributes have nothing to belong to.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            /// A divider. // error
            <hr/>
            #[cfg(test)] // error
            <hr/>
        </card>
    };
}
