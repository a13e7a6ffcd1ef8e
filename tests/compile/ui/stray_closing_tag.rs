//! A closing tag closes something.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <text>"a"</text>
            </text> // error
            if true {
                <hr/>
                </card> // error
            }
            <hr/></hr> // error
        </card>
    };
    let _ = card! {
        <card></card>
        </card> // error
    };
}
