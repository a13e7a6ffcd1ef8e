//! A tag that begins has to end.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <text>"a" // error
            <hr/>
        </card>
    };
    let _ = card! {
        <card>
            <hr> // error
            <text>"a"</text>
        </card>
    };
    let _ = card! {
        <card>
            <action>
                <button key="a">"a" // error
            </action>
            <markdown>"a" <b>"b"</markdown> // error
        </card>
    };
    let _ = card! {
        <card> // error
            <text>"a"</text>
    };
    let _ = card! {
        <> // error
            <text>"a"</text>
    };
}
