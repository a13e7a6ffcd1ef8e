//! A link is a text or a `Link`.

use message_card::card;

struct Place;

fn main() {
    let _ = card! {
        <card>
            <markdown><a href={Place}>"a"</a></markdown> // error
            <action>
                <button href={Place}>"a"</button> // error
                <button url={Some(Place)}>"a"</button> // error
            </action>
        </card>
    };
}
