//! The value of an attribute stands in quotes or in braces.

use message_card::card;

fn main() {
    let title = "a";
    let _ = card! {
        <card>
            <config update_single=yes/> // error
            <header title=title subtitle="a"/> // error
            <hr style=-1/> // error
            <img store_key=(title) alt="a"/> // error
            <text fallback=title.len()>"a"</text> // error
            <text fallback=format!("{title}")>"a"</text> // error
        </card>
    };
}
