//! A button does something.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <action>
                <button>"a"</button> // error
                <button style="secondary">"a"</button> // error
            </action>
        </card>
    };
}
