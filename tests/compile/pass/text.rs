//! Text is quoted and a format string, or any value that has a text form.

use message_card::{Card, card};

struct Version(u8, u8);

impl std::fmt::Display for Version {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "v{}.{}", self.0, self.1)
    }
}

impl Version {
    fn card(&self) -> Card {
        card! { <><text>"{self}" {self.0}</text></> }
    }
}

fn main() {
    let (name, cost, width, r#type) = ("a", 1.2345, 4, "kind");
    let card = card! {
        <card>
            <text>"{name:?} {name:>8} {cost:.2} {cost:>width$.1} {cost:08.3}"</text>
            <text>"{{name}} { name }"</text>
            <text>r"\d {name}" r#" "raw" "# "\u{4f60}\n好"</text>
            <text>{Version(1, 2)} {'c'} {1_u8} {true} {&&"str"} {Box::new("box")} {format_args!("{name}")}</text>
            <text>"{r#type}" {r#type}</text>
            <text>"multi \
                   line"</text>
            <text></text>
            <text/>
        </card>
    };
    let expected = Card::new()
        .text("\"a\"        a 1.23  1.2 0001.234")
        .text("{name} a")
        .text("\\d a \"raw\" 你\n好")
        .text("v1.2c1truestrboxa")
        .text("kindkind")
        .text("multi line")
        .text("")
        .text("");
    let texts = |card: &Card| serde_json::to_value(card).unwrap();
    assert_eq!(texts(&card), texts(&expected));
    assert_eq!(texts(&Version(1, 2).card()), texts(&Card::new().text("v1.21")));
}
