//! Lists that are literal in the markup: borrowed from the program, and otherwise like any other.

#![allow(clippy::expect_used, clippy::panic)]

use message_card::{List, TextElement, markdown::Inline, prelude::*};

fn first(card: &Card) -> &Markdown {
    match card.elements.first() {
        Some(Element::Markdown(markdown)) => markdown,
        other => panic!("{other:?}"),
    }
}

fn div(card: &Card) -> &Div {
    match card.elements.first() {
        Some(Element::Div(div)) => div,
        other => panic!("{other:?}"),
    }
}

fn is_literal<T: Clone>(list: &List<T>) -> bool {
    matches!(list, List::Borrowed(_))
}

fn bold(parts: Vec<Inline>) -> Inline {
    Inline::Bold(parts.into())
}

#[test]
fn a_literal_text_has_the_parts_that_it_would_be_built_from() {
    let card = card! {
        <>
            <markdown fallback="instead">
                "a " "{{b}}" <br/> <b>"c" <i>"d"</i> <br/></b> "" <s>"e"</s> "**f**"
            </markdown>
        </>
    };
    let built = Markdown::new()
        .source("a {b}")
        .br()
        .inline(bold(vec![
            Inline::Source("c".into()),
            Inline::Italic(vec![Inline::Source("d".into())].into()),
            Inline::Break,
        ]))
        .inline(Inline::Strike(vec![Inline::Source("e".into())].into()))
        .source("**f**")
        .fallback("instead");
    assert_eq!(first(&card), &built);
    assert!(is_literal(&first(&card).content));
    assert_eq!(card.to_json(), Card::new().markdown(built).to_json());
}

#[test]
fn a_literal_div_has_the_columns_that_it_would_be_built_from() {
    let card = card! {
        <>
            <div division="flow_left" fallback="drop">
                <markdown>"**Started**"</markdown>
                <markdown>"09:00" <br/> "today"</markdown>
            </div>
        </>
    };
    let columns = [
        Markdown::from("**Started**"),
        Markdown::new().source("09:00").br().source("today"),
    ];
    let built = Div::new(columns).division("flow_left").fallback("drop");
    assert_eq!(div(&card), &built);
    assert!(is_literal(&div(&card).fields));
    assert_eq!(card.to_json(), Card::new().div(built).to_json());
}

#[test]
fn one_value_makes_a_list_its_own() {
    let value = "*v*";
    let card = card! {
        <>
            <markdown>"a" <b>"b {value}"</b></markdown>
            <markdown>"a" <b>"b"</b> if value.len() > 9 { "c" }</markdown>
            <markdown>"a " <a href="https://example.com/">"b"</a></markdown>
        </>
    };
    for element in &card.elements {
        let Element::Markdown(markdown) = element else {
            panic!("{element:?}");
        };
        assert!(!is_literal(&markdown.content), "{markdown:?}");
    }
    let json = card.to_json();
    assert!(json.contains("a**b ＊v＊**"), "{json}");
    let mixed = card! {
        <>
            <div>
                <markdown>"literal"</markdown>
                <markdown>{value}</markdown>
            </div>
        </>
    };
    let columns = &div(&mixed).fields;
    assert!(!is_literal(columns));
    match columns.first() {
        Some(TextElement::Markdown(literal)) => assert!(is_literal(&literal.content)),
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_stands_beside_a_literal_text_stays() {
    let card = card! {
        <>
            <markdown>
                <href name="docs" url="https://example.com/docs"/>
                "[docs]($docs)"
                <link url="https://example.com/"/>
            </markdown>
        </>
    };
    let built = Markdown::new()
        .source("[docs]($docs)")
        .href("docs", "https://example.com/docs")
        .link("https://example.com/");
    assert_eq!(first(&card), &built);
}

#[test]
fn a_literal_list_can_be_changed() {
    let notice = || card! { <><markdown>"a" <b>"b"</b></markdown></> };
    let mut card = notice();
    let Some(Element::Markdown(markdown)) = card.elements.first_mut() else {
        panic!("{card:?}");
    };
    let parts = markdown.content.to_mut();
    parts.push(Inline::text("*c*"));
    if let Some(Inline::Bold(children)) = parts.get_mut(1) {
        children.to_mut().push(Inline::Source(" d".into()));
    }
    let json = card.to_json();
    assert!(json.contains("a**b d**＊c＊"), "{json}");
    assert!(notice().to_json().contains(r#""a**b**""#));
}

#[test]
fn literal_lists_are_found_at_any_depth_and_in_any_control_flow() {
    let (failed, tests) = (true, ["gateway", "login"]);
    let card = card! {
        <>
            if failed {
                <markdown>"**failed**"</markdown>
            }
            for test in tests {
                <text>{test}</text>
                <markdown>"see " <i>"the log"</i></markdown>
            }
            match tests.len() {
                2 => { <div><markdown>"two"</markdown></div> }
                _ => {}
            }
        </>
    };
    let lists = card.elements.iter().filter(|element| match element {
        Element::Markdown(markdown) => is_literal(&markdown.content),
        Element::Div(div) => is_literal(&div.fields),
        _ => false,
    });
    assert_eq!((lists.count(), card.elements.len()), (4, 6));
}

#[test]
fn a_literal_as_long_as_a_card_takes_is_one_part() {
    let card = card! { <><markdown>"a" "b" "c" "d" "e" "f" "g" "h" "i" "j" "k" "l" "m" "n" "o" "p"</markdown></> };
    assert_eq!(first(&card).content.len(), 1);
    assert_eq!(first(&card).to_wire(), "abcdefghijklmnop");
}
