//! Among buttons stand buttons.

use message_card::{Hr, card};

fn main() {
    let _ = card! {
        <card>
            <action>
                {"a"} // error
                {[Hr::new()]} // error
            </action>
        </card>
    };
}
