//! A field or method that an expression uses is there.

use message_card::card;

struct User {
    name: String,
}

fn main() {
    let user = User { name: String::new() };
    let _ = card! {
        <card>
            <header title={user.nam}/> // error
            <text>{user.email()}</text> // error
            <text>{user.name}</text>
        </card>
    };
}
