//! A tag in a markdown literal ends, and begins.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <markdown>"<font color='red'>a"</markdown> // error
            <markdown>"<at email='lin@wps.cn'>林"</markdown> // error
            <markdown>"a</font>"</markdown> // error
            <markdown>"**<font color='red'>a**</font>"</markdown> // error
        </card>
    };
}
