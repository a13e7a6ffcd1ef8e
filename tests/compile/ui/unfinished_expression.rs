//! An expression that is not finished is one error, and hides no other.

use message_card::card;

struct User {
    name: String,
}

fn main() {
    let user = User { name: String::new() };
    let _ = card! {
        <card>
            <text>{user.name.}</text> // error
            <text>{user.}</text> // error
            {user.} // error
            <header title="a" subtitle={user.}/> // error
            <txt>"a"</txt> // error
            <text fallback={user.name +}>"a"</text> // error
        </card>
    };
}
