//! Between punctuation and a letter, `**` does not close; nor does it open between a letter and punctuation.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <markdown>"**注意：**请"</markdown> // error
            <markdown>"请**（注意）**"</markdown> // error
        </card>
    };
}
