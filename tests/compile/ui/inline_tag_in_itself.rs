//! A tag that styles text does not stand in itself.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <markdown>
                <b>"a" <i><b>"b"</b></i></b> // error
                <font color="red"><font color="blue">"c"</font></font> // error
                <a href="https://wps.cn">"d" <i><a href="https://wps.cn">"e"</a></i></a> // error
            </markdown>
        </card>
    };
}
