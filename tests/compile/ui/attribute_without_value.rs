//! Only an attribute that is true or false stands alone.

use message_card::card;

fn main() {
    let _ = card! { <card><header title/></card> }; // error
    let _ = card! { <card><header title=/></card> }; // error
    let _ = card! {
        <card>
            <text fallback>"a"</text> // error
            <raw json/> // error
            <config todo_switch/> // error
            <action>
                <button key= >"a"</button> // error
            </action>
        </card>
    };
}
