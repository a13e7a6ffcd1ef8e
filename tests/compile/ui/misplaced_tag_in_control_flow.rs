//! Control flow does not hide where a tag stands.

use message_card::card;

fn main() {
    let names = ["a", "b"];
    let _ = card! {
        <card>
            if names.is_empty() {
                <button key="a">"a"</button> // error
            } else if names.len() > 1 {
                <br/> // error
            } else {
                <i>"a"</i> // error
            }
            for name in names {
                <markdown>
                    match name {
                        "a" => <text>"a"</text>, // error
                        _ => { <header title="a"/> } // error
                    }
                </markdown>
            }
        </card>
    };
}
