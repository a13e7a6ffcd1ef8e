//! `for` runs over something.

use message_card::card;

fn main() {
    let names = ["a"];
    let _ = card! {
        <card>
            for name { // error
                <hr/>
            }
            for name of names { // error
                <hr/>
            }
            for names // error
            <hr/>
            for name in { // error
                <hr/>
            }
        </card>
    };
}
