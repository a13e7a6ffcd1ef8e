//! Elements that are there whichever branch is taken count.

use message_card::card;

fn main() {
    let long = true;
    let _ = card! {
        <card>
            <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/>
            <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/>
            if long { // error
                <text>"20"</text>
                <text>"21"</text>
            } else {
                <text>"20"</text>
                <text>"21"</text>
                <text>"22"</text>
            }
        </card>
    };
    let _ = card! {
        <card>
            <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/>
            <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/>
            match long { // error
                true => <text>"21"</text>,
                false => <text>"21"</text>,
            }
        </card>
    };
}
