//! A button does one thing.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <action>
                <button key="a" href="https://wps.cn">"a"</button> // error
                <button href="https://wps.cn" url="https://wps.cn">"a"</button> // error
                <button key="a">"a" <href url="https://wps.cn"/></button> // error
            </action>
        </card>
    };
}
