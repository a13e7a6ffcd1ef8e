//! A tag has to be one that exists; a near name is suggested.

use message_card::card;

fn main() {
    let name = "a";
    let _ = card! {
        <card>
            <blink>"a"</blink> // error
            <txt>{name}</txt> // error
            <Text>"a"</Text> // error
            <action>
                <buton key="x">"a"</buton> // error
            </action>
            if true {
                <markdwon>"a"</markdwon> // error
            }
            <my-text>"a"</my-text> // error
        </card>
    };
    let _ = card! {
        <crad> // error
            <text>"a"</text>
        </crad>
    };
}
