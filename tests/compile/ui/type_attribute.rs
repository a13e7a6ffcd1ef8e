//! A required attribute takes a text.

use message_card::card;

struct User;

fn main() {
    let user = User;
    let _ = card! {
        <card>
            <header title={user}/> // error
            <img store_key={[1, 2]}/> // error
            <markdown><font color={()}>"a"</font></markdown> // error
        </card>
    };
}
