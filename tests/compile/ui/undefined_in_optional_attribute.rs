//! A name that is not there is one error, also where an `Option` could stand.

use message_card::card;

struct Build {
    number: u32,
}

fn main() {
    let build = Build { number: 1 };
    let _ = card! {
        <card>
            <header title="a" subtitle={nobody} template={build.color}/> // error // error
            <action><button href={nowhere}>"a"</button></action> // error
            <text fallback={build.number}>"a"</text>
        </card>
    };
}
