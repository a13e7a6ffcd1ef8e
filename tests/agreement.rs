//! What the compiler refuses of a literal, `validate` refuses of a value: the rows of the table that take no empty text.

use message_card::{
    Rule,
    prelude::*,
    spec::{Kind, TAGS},
};

/// A card with an empty value for each attribute that takes none.
fn empty_values() -> [(&'static str, &'static str, Card); 12] {
    let nothing = String::new();
    [
        (
            "config",
            "filter_key",
            card! { <><config filter_key={&nothing}/><hr/></> },
        ),
        (
            "config",
            "hide_text",
            card! { <><config hide_on="pc" hide_text={&nothing}/><hr/></> },
        ),
        (
            "img",
            "store_key",
            card! { <><img store_key={&nothing}/></> },
        ),
        (
            "button",
            "key",
            card! { <><action><button key={&nothing}>"a"</button></action></> },
        ),
        (
            "font",
            "color",
            card! { <><markdown><font color={&nothing}>"a"</font></markdown></> },
        ),
        (
            "text",
            "fallback",
            card! { <><text fallback={&nothing}>"a"</text></> },
        ),
        (
            "markdown",
            "fallback",
            card! { <><div><markdown fallback={&nothing}>"a"</markdown></div></> },
        ),
        (
            "div",
            "fallback",
            card! { <><div fallback={&nothing}><markdown>"a"</markdown></div></> },
        ),
        (
            "img",
            "fallback",
            card! { <><img store_key="k" fallback={&nothing}/></> },
        ),
        (
            "picText",
            "fallback",
            card! { <><picText fallback={&nothing}><img store_key="k"/><markdown>"a"</markdown></picText></> },
        ),
        (
            "button",
            "fallback",
            card! { <><action><button key="k" fallback={&nothing}>"a"</button></action></> },
        ),
        (
            "raw",
            "fallback",
            card! { <><raw json={serde_json::json!({"tag": "chart"})} fallback={&nothing}/></> },
        ),
    ]
}

#[test]
fn a_value_is_not_empty_where_a_literal_must_not_be() {
    for (tag, attribute, card) in empty_values() {
        let violations = card.validate().expect_err(tag);
        let rules: Vec<_> = violations.iter().map(|violation| &violation.rule).collect();
        assert!(
            matches!(rules.as_slice(), [Rule::Empty(_)]),
            "<{tag} {attribute}>: {violations}"
        );
    }
}

#[test]
fn no_row_of_the_table_is_left_out() {
    let tried = empty_values().map(|(tag, attribute, _)| (tag, attribute));
    for spec in TAGS {
        for attribute in spec.attributes {
            let is_tried = tried.contains(&(spec.name, attribute.name));
            assert_eq!(
                attribute.kind == Kind::Filled,
                is_tried,
                "<{} {}>",
                spec.name,
                attribute.name
            );
        }
    }
}

#[test]
fn a_locale_says_something() {
    let nothing: Option<Element> = None;
    let card = card! { <><hr/><locale lang="en-US">{nothing}</locale></> };
    let violations = card.validate().expect_err("the locale is empty");
    assert_eq!(
        violations.to_string().matches("/i18n/en-US").count(),
        1,
        "{violations}"
    );
}
