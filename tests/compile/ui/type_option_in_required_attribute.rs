//! A required attribute takes no `Option`.

use message_card::card;

fn main() {
    let title = Some("a");
    let email: Option<String> = None;
    let _ = card! {
        <card>
            <header title={title}/> // error
            <markdown><at email={email}/></markdown> // error
        </card>
    };
}
