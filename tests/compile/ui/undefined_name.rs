//! A name that a card uses is there.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <header title={title} subtitle="{subtitle}"/> // error // error
            <text>{author}</text> // error
            <text>"{athor}"</text> // error
            <text>"{cost:.2}"</text> // error
            for name in names { // error
                <text>{name}</text>
            }
        </card>
    };
}
