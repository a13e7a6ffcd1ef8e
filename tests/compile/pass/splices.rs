//! Among elements, columns and buttons stand values that are some.

use message_card::{Action, Button, Card, Div, Element, Hr, Img, Markdown, PicText, Text, card};

fn rows(names: &[&str]) -> Vec<Text> {
    names.iter().map(|name| Text::new(*name)).collect()
}

/// A component is a function.
fn row(name: &str) -> impl message_card::IntoElements {
    card! { <><text>{name}</text><hr/></> }
}

fn column(name: &str) -> Markdown {
    Markdown::new().text(name)
}

fn main() {
    let other = Card::new().text("a").hr();
    let buttons = vec![Button::new("a").key("a"), Button::new("b").key("b")];
    let last: Option<Button> = None;
    let element: Element = Hr::new().into();
    let card = card! {
        <card>
            {other}
            {element}
            {Text::new("a")}
            {Markdown::new()}
            {Div::new([column("a")])}
            {Img::new("a")}
            {PicText::new(Img::new("a"), column("a"))}
            {Some(Hr::new())}
            {None::<Hr>}
            {rows(&["a", "b"])}
            {[Hr::new(), Hr::new()]}
            {vec![Some(Hr::new()), None]}
            {row("a")}
            <div>{column("a")} {[column("b")]}</div>
            <div>{vec![column("a"), column("b")]}</div>
            <action>{buttons} {last} {[Button::new("c").key("c")]} {Button::new("d").key("d")}</action>
            {Action::new([Button::new("c").key("c")])}
            for name in ["a", "b"] { {row(name)} }
        </card>
    };
    assert_eq!(card.elements.len(), 24);
}
