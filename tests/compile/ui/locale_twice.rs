//! A language has one locale.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <text>"a"</text>
            <locale lang="en-US"><text>"b"</text></locale>
            <locale lang="zh-TW"><text>"c"</text></locale>
            <locale lang="en-US"><text>"d"</text></locale> // error
        </card>
    };
}
