//! A URL names a place.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <link url="https://" ios_url="https:wps.cn" android_url="http:///a"/> // error // error // error
        </card>
    };
}
