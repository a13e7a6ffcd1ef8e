//! An optional attribute takes a text, or an `Option` of one.

use message_card::card;

struct User;

fn main() {
    let user = User;
    let _ = card! {
        <card>
            <header title="a" subtitle={user}/> // error
            <text fallback={Some(User)}>"a"</text> // error
            <hr style={vec!["dashed"]}/> // error
        </card>
    };
}
