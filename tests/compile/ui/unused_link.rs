//! An `<href>` is used.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <markdown>
                "[a]($docs)"
                <href name="docs" url="https://wps.cn"/>
                <href name="logs" url="https://wps.cn"/> // error
            </markdown>
            <markdown>"a" <href url="https://wps.cn"/></markdown> // error
        </card>
    };
}
