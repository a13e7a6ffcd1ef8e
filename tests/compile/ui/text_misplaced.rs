//! A quoted text stands in an element that shows text.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            "a" // error
            <div>"b"</div> // error
            <action>"c"</action> // error
            <header>"d"</header> // error
            <hr>"e"</hr> // error
            <picText>"f"</picText> // error
            <img store_key="a">"g"</img> // error
            if true {
                "h" // error
            }
        </card>
    };
}
