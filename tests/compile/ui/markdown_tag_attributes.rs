//! A tag in a markdown literal has its attribute, and no other.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <markdown>"<font>a</font>"</markdown> // error
            <markdown>"<at>林</at>"</markdown> // error
            <markdown>"<at email='lin'>林</at>"</markdown> // error
            <markdown>"<font color='red' size='2'>a</font>"</markdown> // error
        </card>
    };
}
