//! A name from another vocabulary is an alias of an attribute, which is suggested.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <link href="https://wps.cn"/> // error
            <header text="a"/> // error
            <img src="a"/> // error
            <markdown>
                <a url="https://wps.cn">"a"</a> // error
                <font colour="red">"a"</font> // error
                <at mail="lin@wps.cn"/> // error
            </markdown>
            <action>
                <button link="https://wps.cn">"a"</button> // error
                <button id="a">"a"</button> // error
                <button key="a" type="secondary">"a"</button> // error
            </action>
        </card>
    };
}
