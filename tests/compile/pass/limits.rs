//! What control flow may or may not add is not counted.

use message_card::card;

fn main() {
    let names: Vec<u8> = Vec::new();
    let card = card! {
        <card>
            <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/>
            <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/>
            if names.is_empty() { <hr/> } else { <text>"a"</text> }
            if names.len() > 1 { <hr/> <hr/> }
            for name in &names { <text>{name}</text> <hr/> }
            match names.first() {
                Some(_) => <hr/>,
                None => {}
            }
            <locale lang="en-US">
                <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/>
                <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/> <hr/>
            </locale>
        </card>
    };
    assert_eq!(card.elements.len(), 20);
}
