//! Among columns stand columns.

use message_card::{Hr, card};

fn main() {
    let _ = card! {
        <card>
            <div>{"a"}</div> // error
            <div>{Hr::new()}</div> // error
        </card>
    };
}
