//! Among elements stand elements.

use message_card::{Button, card};

fn main() {
    let name = "a";
    let _ = card! {
        <card>
            {name} // error
            {Button::new("a")} // error
            {Some(1)} // error
            for number in [1, 2] {
                {number} // error
            }
            <locale lang="en-US">
                {String::new()} // error
            </locale>
        </card>
    };
}
