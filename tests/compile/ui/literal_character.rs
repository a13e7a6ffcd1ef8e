//! A character, a byte string or a C string is no text.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <header title='a' subtitle=b"a"/> // error // error
            <text>'a'</text> // error
            <text>b"a"</text> // error
            <text>c"a"</text> // error
        </card>
    };
}
