//! `let` binds a name for what follows in the same place.

use message_card::{Card, card};

fn main() {
    let card = card! {
        <card>
            let name = "林亮";
            let (first, last): (Option<char>, _) = (name.chars().next(), name.chars().last());
            <text>
                let length = name.len();
                {name} " " {length}
            </text>
            <text>"{first:?} {last:?}"</text>
            if let Some(first) = first {
                let twice = { let twice = format!("{first}{first}"); twice };
                <text>{twice}</text>
            }
            let name = name.len();
            <text>{name}</text>
        </card>
    };
    let expected = Card::new().text("林亮 6").text("Some('林') Some('亮')").text("林林").text("6");
    assert_eq!(card, expected);
}
