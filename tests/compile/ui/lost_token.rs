//! A tag that lacks one of its tokens is one error, and the rest of the card is read as it was meant.

use message_card::card;

fn main() {
    let name = "a";
    let _ = card! {
        <card>
            markdown>"a" <b>"b"</b></markdown> // error
            <header title "a"/> // error
            <hr ="a" style="b"/> // error
            <text>{name}text> // error
            <text>{name}<text> // error
            <text>{name}</text>
            <div><>"a"</markdown></div> // error
            <img store_key="k" "a"/> // error
            <img store_key= alt="a"/> // error
        </card>
    };
    let _ = card! {
        <card>
            < fallback="a">{name}</text> // error
            <text>{name}</text>
        </card>
    };
    let _ = card! {
        card> // error
            <text>"a"</text>
        </card>
    };
}
