//! `if` and `else` have a body in braces.

use message_card::card;

fn main() {
    let is_late = true;
    let _ = card! {
        <card>
            if is_late <hr/> // error
            if is_late { <hr/> } else <hr/> // error
            <hr/>
        </card>
    };
}
