//! The braces of control flow are its body: a value in it has braces of its own.

use message_card::card;

fn main() {
    let names = ["a", "b"];
    let _ = card! {
        <card>
            <text>
                for name in names {
                    name // error
                }
                match names.len() {
                    0 => "none",
                    length => {length} // error
                }
            </text>
        </card>
    };
}
