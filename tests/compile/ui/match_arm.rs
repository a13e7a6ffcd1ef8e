//! An arm of a `match` has a pattern, an arrow and a body.

use message_card::card;

fn main() {
    let number = 1;
    let _ = card! {
        <card>
            match number {
                1 <hr/> // error
                2 => <hr/>,
                3 // error
            }
            match number {
                1 => , // error
                => <hr/>, // error
                2 => <hr/>
                3 => <hr/>
                _ => // error
            }
            match number {
                1 => <hr/>,
                2 => (), // error
                _ => () // error
            }
            match number // error
        </card>
    };
}
