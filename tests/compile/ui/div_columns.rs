//! A `<div>` has one or two columns.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <div></div> // error
            <div/> // error
            <div>
                <markdown>"a"</markdown>
                <markdown>"b"</markdown>
                <markdown>"c"</markdown> // error
                <markdown>"d"</markdown>
            </div>
        </card>
    };
}
