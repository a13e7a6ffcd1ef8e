//! An attribute that a tag needs is there.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <link/> // error
            <header/> // error
            <img alt="a"/> // error
            <markdown>
                <font>"a"</font> // error
                <a>"a"</a> // error
                <at>"a"</at> // error
                <href name="a"/> // error
                "[a]($a)"
            </markdown>
            <raw/> // error
            <locale> // error
                <text>"a"</text>
            </locale>
        </card>
    };
}
