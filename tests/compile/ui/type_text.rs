//! Text is what has a text form.

use message_card::card;

struct User;

fn main() {
    let user = User;
    let names = vec!["a"];
    let name = Some("a");
    let _ = card! {
        <card>
            <text>{user}</text> // error
            <text>"{user}"</text> // error
            <markdown>"a" {names}</markdown> // error
            <text>{name}</text> // error
            <markdown><at email="lin@wps.cn">{user}</at></markdown> // error
        </card>
    };
}
