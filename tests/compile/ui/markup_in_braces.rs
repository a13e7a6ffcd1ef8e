//! Markup stands among the tags: an expression, an attribute or a `let` has none.

use message_card::card;

fn main() {
    let (ready, names) = (true, ["a"]);
    let _ = card! {
        <card>
            {ready && <text>"a"</text>} // error
            {ready ? <hr/> : <hr style="dashed"/>} // error
            {if ready { <hr/> }} // error
            {names.iter().map(|name| <text>{name}</text>)} // error
            {Some(<></>)} // error
            {!(ready && names.len() < 3 && <hr/>)} // error
            <markdown>"a" {ready && <b>"b"</b>}</markdown> // error
            <header title={<b>"a"</b>} subtitle="b"/> // error
            let line = <hr/>; // error
            let lines = <><hr/></>; // error
            let row = |name: &str| <text>{name}</text>; // error
            <text>{names.len() < 4 / 2 && 2 > 1} {<u8 as Into<u16>>::into(1)} {Vec::<u8>::new().len()}</text>
            {card! { <><hr/></> }}
        </card>
    };
}
