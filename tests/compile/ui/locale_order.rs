//! Locales stand after the elements.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <text>"a"</text>
            <locale lang="en-US"><text>"b"</text></locale>
            <text>"c"</text> // error
            <locale lang="zh-TW"><text>"d"</text></locale>
            <hr/> // error
        </card>
    };
}
