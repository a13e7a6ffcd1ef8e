//! An e-mail address is one.

use message_card::card;

fn main() {
    let name = "a";
    let _ = card! {
        <card>
            <markdown>
                <at email="lin"/> // error
                <at email="lin@"/> // error
                <at email="lin wang@wps.cn"/> // error
                <at email="lin@{name}@wps.cn"/> // error
                <at email=""/> // error
            </markdown>
        </card>
    };
}
