//! A tag in a markdown literal is one that the platform's markdown has.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <markdown>"<b>a</b>"</markdown> // error
            <markdown>"<hr>"</markdown> // error
            <markdown>"a<BR>b"</markdown> // error
            <markdown>"a <!-- b -->"</markdown> // error
        </card>
    };
}
