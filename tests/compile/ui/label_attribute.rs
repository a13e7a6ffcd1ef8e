//! A label stands between the tags, it is no attribute.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <text content="a"/> // error
            <action>
                <button key="a" label="a">"a"</button> // error
                <button key="a" text="a"/> // error
                <button key="a" title="a"/> // error
            </action>
        </card>
    };
}
