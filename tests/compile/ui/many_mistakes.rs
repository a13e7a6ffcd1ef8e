//! The first 20 mistakes of a card are listed, the rest is counted.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <h2>"1"</h2> // error
            <h2>"2"</h2> // error
            <h2>"3"</h2> // error
            <h2>"4"</h2> // error
            <h2>"5"</h2> // error
            <h2>"6"</h2> // error
            <h2>"7"</h2> // error
            <h2>"8"</h2> // error
            <h2>"9"</h2> // error
            <h2>"10"</h2> // error
            <h2>"11"</h2> // error
            <h2>"12"</h2> // error
            <h2>"13"</h2> // error
            <h2>"14"</h2> // error
            <h2>"15"</h2> // error
            <h2>"16"</h2> // error
            <h2>"17"</h2> // error
            <h2>"18"</h2> // error
            <h2>"19"</h2> // error
            <h2>"20"</h2> // error
            <h2>"21"</h2> // error
            <h2>"22"</h2>
            <h2>"23"</h2>
        </card>
    };
}
