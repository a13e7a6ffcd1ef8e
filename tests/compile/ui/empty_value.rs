//! A key, a name, a text for other clients or a fallback is not empty, and a locale says something.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <config
                filter_key="" // error
                hide_on="pc"
                hide_text="" // error
            />
            <img store_key=""/> // error
            <img
                store_key="k"
                fallback="" // error
            />
            <text
                fallback=" " // error
            >"a"</text>
            <markdown><font color="">"a"</font></markdown> // error
            <action><button key="">"a"</button></action> // error
            <locale lang="en-US"></locale> // error
        </card>
    };
}
