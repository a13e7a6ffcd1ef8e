//! A value stands where there is something to splice it into.

use message_card::card;

fn main() {
    let name = "a";
    let _ = card! {
        <card>
            <header title="a">{name}</header> // error
            <hr>{name}</hr> // error
            <picText>{name}</picText> // error
            <config>{name}</config> // error
        </card>
    };
}
