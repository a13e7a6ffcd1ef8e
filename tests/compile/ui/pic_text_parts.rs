//! A `<picText>` holds one picture and one text.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <picText> // error
                <markdown>"a"</markdown>
            </picText>
            <picText> // error
                <img store_key="a"/>
            </picText>
            <picText>
                <img store_key="a"/>
                <img store_key="b"/> // error
                <markdown>"a"</markdown>
                <markdown>"b"</markdown> // error
            </picText>
        </card>
    };
}
