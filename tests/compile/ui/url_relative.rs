//! A URL is absolute.

use message_card::card;

fn main() {
    let build = 1;
    let _ = card! {
        <card>
            <link url="ci.example.com"/> // error
            <markdown>
                <a href="/builds/{build}">"a"</a> // error
                <a href="//ci.example.com">"b"</a> // error
            </markdown>
            <action>
                <button href="">"a"</button> // error
            </action>
        </card>
    };
}
