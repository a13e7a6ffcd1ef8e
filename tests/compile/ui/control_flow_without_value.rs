//! `if` has a condition, `match` a value.

use message_card::card;

fn main() {
    let is_late = true;
    let _ = card! {
        <card>
            if { // error
                <hr/>
            }
            if is_late {
                <hr/>
            } else if { // error
                <hr/>
            }
            match { // error
                _ => <hr/>,
            }
        </card>
    };
}
