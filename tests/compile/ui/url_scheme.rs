//! A URL has a scheme that a card may lead to.

use message_card::card;

fn main() {
    let code = 1;
    let _ = card! {
        <card>
            <link url="javascript:alert(1)" pc_url="htps://wps.cn"/> // error // error
            <img store_key="a" url="file:///etc/passwd"/> // error
            <action>
                <button href="data:text/html,{code}">"a"</button> // error
                <button href="http{code}://wps.cn">"a"</button> // error
            </action>
        </card>
    };
}
