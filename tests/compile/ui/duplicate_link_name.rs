//! Each `<href>` has a name of its own.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <markdown>
                "[a]($docs)"
                <href name="docs" url="https://wps.cn"/>
                <href name="docs" url="https://wps.com"/> // error
            </markdown>
            <markdown>
                "[a]($url_val)"
                <href url="https://wps.cn"/>
                <href url="https://wps.com"/> // error
            </markdown>
        </card>
    };
}
