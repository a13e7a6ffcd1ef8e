//! Text stands in quotes.

use message_card::card;

fn main() {
    let name = "a";
    let _ = card! {
        <card>
            <text>Hello, world</text> // error
            <text>name</text> // error
            <text>name.len()</text> // error
            <text>format!("{name}")</text> // error
            <markdown>Build #{name} (main) is done.</markdown> // error // error
            <action>
                <button key="a">OK</button> // error
            </action>
        </card>
    };
}
