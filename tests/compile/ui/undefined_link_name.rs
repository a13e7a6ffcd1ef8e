//! `$name` in a text has an `<href>` with this name.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <markdown>"[a]($docs)"</markdown> // error
            <markdown>
                "[a]($dosc)" // error
                <href name="docs" url="https://wps.cn"/>
            </markdown>
            <markdown><b>"[a]($docs)"</b></markdown> // error
        </card>
    };
}
