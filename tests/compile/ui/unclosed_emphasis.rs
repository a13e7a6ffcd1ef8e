//! `**`, `*` and `~~` come in pairs.

use message_card::card;

fn main() {
    let name = "a";
    let _ = card! {
        <card>
            <markdown>"**a"</markdown> // error
            <markdown>"a*"</markdown> // error
            <markdown>"~~a"</markdown> // error
            <markdown>"**a" {name}</markdown> // error
            <markdown>"a **b**" <br/> "**c"</markdown> // error
            <markdown><b>"*a"</b></markdown> // error
            if name.is_empty() {
                <markdown>"**{name}"</markdown> // error
            }
        </card>
    };
}
