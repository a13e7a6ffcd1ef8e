//! A button has a label.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <action>
                <button key="a"/> // error
                <button key="a"></button> // error
                <button key="a">""</button> // error
                <button><href url="https://wps.cn"/></button> // error
            </action>
        </card>
    };
}
