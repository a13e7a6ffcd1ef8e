//! A number is no text.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <config filter_key=1 update_single=1/> // error // error
            <header title=1.5 subtitle=-1/> // error // error
            <raw json=1/> // error
        </card>
    };
}
