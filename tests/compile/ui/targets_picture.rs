//! A picture says what it shows, for targets that do not have it.

use message_card::card;

fn main() {
    let _ = card! {
        <card targets="wecom dingtalk text">
            <img store_key="a"/> // error
            <img store_key="b" alt=" "/> // error
            <img store_key="c" alt="CPU 曲线"/>
            <picText>
                <img store_key="d"/> // error
                <markdown>"a"</markdown>
            </picText>
        </card>
    };
}
