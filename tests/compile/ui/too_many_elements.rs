//! A card, and each of its locales, holds 20 elements.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/>
            <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/>
            <text>"21"</text> // error
            <text>"22"</text>
        </card>
    };
    let _ = card! {
        <card>
            <text>"a"</text>
            <locale lang="en-US">
                <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/>
                <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/>
                <action> // error
                    <button key="a">"a"</button>
                </action>
            </locale>
        </card>
    };
}
