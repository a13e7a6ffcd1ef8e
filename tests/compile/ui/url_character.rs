//! A URL holds no blanks and no control characters.

use message_card::card;

fn main() {
    let name = "a";
    let _ = card! {
        <card>
            <link url="https://wps.cn/a b"/> // error
            <markdown>
                <a href="https://wps.cn/<{name}>">"a"</a> // error
                <a href="{name}/a\"b">"b"</a> // error
            </markdown>
        </card>
    };
}
