//! An attribute has to be one that its tag has; a near name is suggested.

use message_card::card;

fn main() {
    let _ = card! {
        <card title="a"> // error
            <header titel="a"/> // error
            <text class="a">"a"</text> // error
            <hr Style="dashed"/> // error
            <img storeKey="a"/> // error
            <action>
                <button key="a" onclick={1}>"a"</button> // error
            </action>
            <markdown><b id="a">"a"</b></markdown> // error
            <hr data-x="a"/> // error
        </card>
    };
}
