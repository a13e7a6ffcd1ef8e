//! The text of a `<picText>` has no links of its own.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <picText>
                <img store_key="a"/>
                <markdown>
                    "a"
                    <link url="https://wps.cn"/> // error
                </markdown>
            </picText>
            <picText>
                <img store_key="a"/>
                <markdown>
                    "[a]($docs)"
                    <href name="docs" url="https://wps.cn"/> // error
                </markdown>
            </picText>
        </card>
    };
}
