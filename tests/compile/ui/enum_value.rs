//! An attribute with a fixed list of values takes one of them.

use message_card::card;

fn main() {
    let _ = card! {
        <card>
            <config operator_allow="al" todo_switch="yes"/> // error // error
            <div division="center"><markdown>"a"</markdown></div> // error
            <div division="flow-left"><markdown>"a"</markdown></div> // error
            <div division=""><markdown>"a"</markdown></div> // error
        </card>
    };
}
