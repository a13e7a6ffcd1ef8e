//! Braces hold any expression of Rust.

use message_card::{Card, card};
use serde_json::Value;

#[derive(Clone, Copy)]
struct User {
    name: &'static str,
}

impl User {
    fn titled(self, title: &str) -> String {
        format!("{title} {}", self.name)
    }
}

static NAMES: [&str; 2] = ["a", "b"];

fn generic<T: std::fmt::Display, const N: usize>(values: [T; N]) -> Card
where
    for<'a> &'a T: std::fmt::Display,
{
    card! { <>for value in &values { <text>"{value}" {value} {N}</text> }</> }
}

fn raw(json: &Value) -> Card {
    card! { <><raw json={json}/><raw json={&json.clone()}/></> }
}

async fn later(card: &str) -> Result<Card, std::num::ParseIntError> {
    Ok(card! { <><text>{card.parse::<u8>()?}</text></> })
}

fn main() {
    let user = User { name: "林亮" };
    let card = card! {
        <card>
            <header title={user.titled("工程师")} subtitle={NAMES[0]}/>
            <text>{User { name: "a" }.name}</text>
            <text>{(|name: &str| name.len())("abc")}</text>
            <text>{"1,2".split(',').map(str::parse::<u8>).collect::<Result<Vec<_>, _>>().unwrap().len()}</text>
            <text>{let user = User { name: "b" }; user.name}</text>
            <text>{if user.name.is_empty() { "empty" } else { "full" }}</text>
            <text>{match user.name.len() { 0 => "none", _ => "some" }}</text>
            <text>{unsafe_free(1) + 2 * 3}</text>
            <text>{-1} {!true} {(1..2) == (1..2)}</text>
            <text>{user.name as &str}</text>
            <text>{<User as Clone>::clone(&user).name}</text>
            <text>{{ "block" }}</text>
        </card>
    };
    let expected = Card::new()
        .text("a")
        .text("3")
        .text("2")
        .text("b")
        .text("full")
        .text("some")
        .text("7")
        .text("-1falsetrue")
        .text("林亮")
        .text("林亮")
        .text("block");
    assert_eq!(serde_json::to_value(&card.elements).unwrap(), serde_json::to_value(&expected.elements).unwrap());
    assert_eq!(generic([1, 2, 3]).elements.len(), 3);
    assert_eq!(raw(&Value::Null).elements.len(), 2);
    drop(later("1"));
    let closure = |name: &str| card! { <><text>{name}</text></> };
    assert_eq!(closure("a").elements.len(), 1);
    assert_eq!([(); 2].map(|()| card! { <><hr/></> }).len(), 2);
}

const fn unsafe_free(number: i32) -> i32 {
    number
}
