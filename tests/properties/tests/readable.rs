//! Values that look like markup and are none come out as typed, in every format.

#![allow(clippy::panic, reason = "a test fails by panicking")]

use message_card::{markdown::Inline, prelude::*, wecom};
use property_tests::{
    places::Place,
    setting::{FORMS, Form, Kind, Setting, send},
};

const VALUES: &[&str] = &[
    "snake_case_name",
    "a < b && c > d",
    "C:\\dir\\file",
    "2 * 3 * 4",
    "#1234",
    "50%",
    "user.name+tag@example.com",
    "https://example.com/a_b?c=d&e=f#g",
];

/// Where people type such things.
const PLACES: &[(&str, Place)] = &[
    ("text", |value| Card::new().text(value)),
    ("markdown", |value| {
        Card::new().markdown(Markdown::new().text(value))
    }),
    (
        "inside of a sentence",
        |value| card! { <><markdown>"前 {value} 后"</markdown></> },
    ),
    (
        "bold",
        |value| card! { <><markdown>"x " <b>{value}</b> " y"</markdown></> },
    ),
    (
        "second line",
        |value| card! { <><text>"x\n{value}"</text></> },
    ),
    (
        "quote",
        |value| card! { <><markdown>"> {value}"</markdown></> },
    ),
    (
        "list",
        |value| card! { <><markdown>"- {value}\n- b"</markdown></> },
    ),
    (
        "title",
        |value| card! { <card><header title={value}/><text>"x"</text></card> },
    ),
    (
        "field",
        |value| card! { <><div><markdown>"k" <br/> {value}</markdown><markdown>"k" <br/> "v"</markdown></div></> },
    ),
    (
        "label",
        |value| card! { <><markdown><a href="https://example.com/">{value}</a></markdown></> },
    ),
    ("code", |value| {
        let mut markdown = Markdown::new().source("`");
        markdown = markdown
            .inline(Inline::Code(value.to_owned().into()))
            .source("`");
        Card::new().markdown(markdown)
    }),
];

/// How long the label of a link may be in a `template_card`.
const fn wecom_label() -> usize {
    message_card::spec::wecom::JUMP_TITLE.max
}

#[test]
fn what_is_no_markup_comes_out_as_typed() {
    for form in FORMS {
        for (place, build) in PLACES {
            for value in VALUES {
                let card = build(value);
                let sent = send(&card, Setting::new(*form));
                let kind = sent.texts().first().map_or(Kind::Plain, |(kind, _)| *kind);
                if kind == Kind::Card && *place == "label" && value.chars().count() > wecom_label()
                {
                    // A template_card has the label in a row of its own, which takes 13 characters.
                    continue;
                }
                let texts: Vec<_> = match kind {
                    Kind::Card => sent.scalars(),
                    _ => sent
                        .texts()
                        .iter()
                        .map(|(_, text)| (*text).to_owned())
                        .collect(),
                };
                let is_typed = texts.iter().any(|text| text.contains(value));
                assert!(
                    is_typed,
                    "{value:?} as {place} on {form:?}: {texts:#?}\n{}",
                    sent.report
                );
            }
        }
    }
}

/// A `template_card` shows them as well: it has no markup.
#[test]
fn a_template_card_shows_them_as_typed() {
    for value in VALUES {
        let card = Card::new().link("https://example.com/").text(*value);
        let form = Form::WeCom(Some(wecom::Format::TemplateCard));
        let sent = send(&card, Setting::new(form));
        assert!(
            sent.scalars().iter().any(|text| text == value),
            "{:#?}",
            sent.messages
        );
    }
}
