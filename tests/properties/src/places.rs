//! A card with a value in one of the places that values go.

use message_card::{List, markdown::Inline, prelude::*};
use serde_json::json;

/// Builds a card around a value.
pub type Place = fn(&str) -> Card;

/// Every place, by name.
pub const PLACES: &[(&str, Place)] = &[
    (
        "title",
        |v| card! { <card><header title={v}/><text>"x"</text></card> },
    ),
    (
        "subtitle",
        |v| card! { <card><header title="t" subtitle={v}/></card> },
    ),
    ("text", |v| card! { <><text>{v}</text></> }),
    (
        "text after text",
        |v| card! { <><text>"x"</text><text>{v}</text><text>"y"</text></> },
    ),
    ("markdown", |v| card! { <><markdown>{v}</markdown></> }),
    (
        "between literals",
        |v| card! { <><markdown>"before {v} after"</markdown></> },
    ),
    (
        "glued to literals",
        |v| card! { <><markdown>"前{v}后"</markdown></> },
    ),
    (
        "behind a bracket",
        |v| card! { <><markdown>"[x]" {v}</markdown></> },
    ),
    (
        "line start",
        |v| card! { <><markdown>"a" <br/> {v} <br/> "b"</markdown></> },
    ),
    (
        "bold",
        |v| card! { <><markdown>"x" <b>{v}</b> "y"</markdown></> },
    ),
    (
        "italic",
        |v| card! { <><markdown>"x" <i>{v}</i> "y"</markdown></> },
    ),
    (
        "strike",
        |v| card! { <><markdown>"x" <s>{v}</s> "y"</markdown></> },
    ),
    (
        "font",
        |v| card! { <><markdown>"x" <font color="red">{v}</font> "y"</markdown></> },
    ),
    (
        "unknown colour",
        |v| card! { <><markdown>"x" <font color="nonsense">{v}</font> "y"</markdown></> },
    ),
    (
        "literal bold",
        |v| card! { <><markdown>"**{v}** and *{v}* and ~~{v}~~"</markdown></> },
    ),
    (
        "link label",
        |v| card! { <><markdown><a href="https://example.com/">{v}</a></markdown></> },
    ),
    (
        "literal label",
        |v| card! { <><markdown>"[{v}](https://example.com/)"</markdown></> },
    ),
    (
        "link path",
        |v| card! { <><markdown><a href="https://example.com/{v}/x">"label"</a></markdown></> },
    ),
    (
        "link query",
        |v| card! { <><markdown>"[label](https://example.com/?q={v})"</markdown></> },
    ),
    (
        "mention name",
        |v| card! { <><markdown>"x " <at email="lin@example.com">{v}</at> " y"</markdown></> },
    ),
    (
        "unknown name",
        |v| card! { <><markdown>"x " <at email="nobody@example.com">{v}</at> " y"</markdown></> },
    ),
    (
        "field name",
        |v| card! { <><div><markdown>{v} <br/> "value"</markdown><markdown>"k" <br/> "v"</markdown></div></> },
    ),
    (
        "field value",
        |v| card! { <><div><markdown>"k" <br/> {v}</markdown><markdown>"k" <br/> "v"</markdown></div></> },
    ),
    (
        "field",
        |v| card! { <><div><markdown>{v}</markdown></div></> },
    ),
    (
        "list item",
        |v| card! { <><markdown>"- {v}\n- b\n  - {v}"</markdown></> },
    ),
    (
        "numbered item",
        |v| card! { <><markdown>"1. {v}\n2. b"</markdown></> },
    ),
    (
        "quote",
        |v| card! { <><markdown>"> {v}\n> b"</markdown></> },
    ),
    ("heading", |v| card! { <><markdown>"## {v}"</markdown></> }),
    (
        "table",
        |v| card! { <><markdown>"| h | {v} |\n|---|---|\n| {v} | b |"</markdown></> },
    ),
    (
        "code span",
        |v| card! { <><markdown>"`{v}` x"</markdown></> },
    ),
    (
        "code block",
        |v| card! { <><markdown>"```\na\n{v}\n```\nb"</markdown></> },
    ),
    (
        "picture",
        |v| card! { <><img store_key="k" alt={v} url="https://example.com/i.png"/></> },
    ),
    (
        "lost picture",
        |v| card! { <><img store_key="k" alt={v}/></> },
    ),
    (
        "literal picture",
        |v| card! { <><markdown>"![{v}](https://example.com/i.png)"</markdown></> },
    ),
    (
        "beside a picture",
        |v| card! { <><picText><img store_key="k"/><markdown>{v}</markdown></picText></> },
    ),
    (
        "button",
        |v| card! { <><text>"x"</text><action><button href="https://example.com/">{v}</button></action></> },
    ),
    (
        "two buttons",
        |v| card! { <><action><button href="https://example.com/">{v}</button></action><text>"x"</text><action><button href="https://example.com/b">"b"</button></action></> },
    ),
    (
        "postback",
        |v| card! { <><action><button key="k">{v}</button></action></> },
    ),
    (
        "fallback",
        |v| card! { <><img store_key="k" fallback={v}/></> },
    ),
    (
        "column's fallback",
        |v| card! { <><div><markdown>"k"</markdown><markdown fallback={v}><at email="nobody@example.com">"x"</at></markdown></div></> },
    ),
    (
        "fallback beside a picture",
        |v| card! { <><picText><img store_key="k" fallback="drop"/><markdown fallback={v}><at email="nobody@example.com">"x"</at></markdown></picText></> },
    ),
    (
        "button's fallback",
        |v| card! { <><action><button key="k" fallback={v}>"x"</button></action></> },
    ),
    ("unknown element", |v| {
        Card::new().element(message_card::Other::new(json!({"tag": v, "data": v})))
    }),
    (
        "linked text",
        |v| card! { <><text><link url="https://example.com/"/>{v}</text></> },
    ),
    (
        "locale",
        |v| card! { <card><header title="t"/><locale lang="en-US"><header title={v}/><text>{v}</text></locale></card> },
    ),
    ("split over two values", |v| {
        let (one, other) = halves(v);
        card! { <><markdown>{one} {other}</markdown></> }
    }),
    ("split by a literal's edge", |v| {
        let (one, other) = halves(v);
        card! { <><markdown>"a {one}{other} b"</markdown></> }
    }),
    ("split over italic", |v| split(v, Inline::Italic)),
    ("split over strike", |v| split(v, Inline::Strike)),
    ("split over an unknown colour", |v| {
        split(v, |children| Inline::Font {
            color: "nonsense".into(),
            children,
        })
    }),
    ("split over a name", |v| {
        let (one, other) = halves(v);
        card! { <><markdown>{one} <at email="nobody@example.com">{other}</at></markdown></> }
    }),
    ("split after its first character", |v| {
        let (one, other) = first(v);
        card! { <><markdown>{one} <i>{other}</i></markdown></> }
    }),
    ("split over two elements", |v| {
        let (one, other) = halves(v);
        card! { <><text>{one}</text><text>{other}</text></> }
    }),
];

fn halves(value: &str) -> (&str, &str) {
    let middle = value.chars().count() / 2;
    let at = value.char_indices().nth(middle).map_or(0, |(at, _)| at);
    value.split_at(at)
}

fn first(value: &str) -> (&str, &str) {
    let at = value.chars().next().map_or(0, char::len_utf8);
    value.split_at(at)
}

fn split(value: &str, part: fn(List<Inline>) -> Inline) -> Card {
    let (one, other) = halves(value);
    let markdown = Markdown::new()
        .text(one)
        .inline(part(List::Owned(vec![Inline::text(other)])));
    Card::new().markdown(markdown)
}
