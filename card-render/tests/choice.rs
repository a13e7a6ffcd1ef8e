//! Which kind of message a card becomes where none is asked for, and how its buttons stand.
#![allow(clippy::indexing_slicing, reason = "a `Value` gives `Null`")]

use card_model::{Action, Button, Card, Div, Element, Img, Markdown, Text};
use card_render::{DingTalk, Rendered, Target, WeCom, dingtalk};
use serde_core::Serialize;
use serde_json::{Value, json};

const URL: &str = "https://ci.example.com/";

fn source(text: &'static str) -> Element {
    Markdown::from(text).into()
}

fn at() -> Element {
    Markdown::new().at("lin@wps.cn", "林亮").into()
}

fn red() -> Element {
    source("<font color='red'>失败</font>")
}

fn picture() -> Element {
    Img::new("K").url(format!("{URL}chart.png")).into()
}

fn columns() -> Element {
    let text = |text: &'static str| Markdown::from(text);
    Div::new([text("**环境**"), text("production")]).into()
}

fn buttons(labels: &[&str]) -> Element {
    let opens = |label: &&str| Button::new(*label).href(format!("{URL}{label}"));
    Action::new(labels.iter().map(opens)).into()
}

fn message(rendered: &Rendered<impl Serialize>) -> Value {
    serde_json::to_value(rendered.messages.first()).unwrap_or_default()
}

fn wecom(elements: impl IntoIterator<Item = Element>) -> String {
    let card = Card::new().header("周报").elements(elements);
    let target = WeCom::new().people(|email| (email == "lin@wps.cn").then_some("linliang"));
    message(&target.render(&card))["msgtype"].to_string()
}

fn dingtalk(elements: impl IntoIterator<Item = Element>) -> Value {
    let card = Card::new().header("周报").elements(elements);
    let target = DingTalk::new().people(|email| (email == "lin@wps.cn").then_some("linliang"));
    message(&target.render(&card))
}

#[test]
fn wecom_takes_what_loses_least() {
    let (markdown, v2) = ("\"markdown\"", "\"markdown_v2\"");
    let table = || source("| a | b |\n|---|---|\n| 1 | 2 |");
    let list = || source("- a\n- b");
    let cases = [
        (vec![source("x")], markdown),
        (vec![columns(), buttons(&["a"])], markdown),
        // Looks alone are no reason for the one that fewer clients show.
        (vec![source("*x*\n\n---\n\n> y")], markdown),
        (vec![table()], v2),
        (vec![list()], v2),
        (vec![picture()], v2),
        (vec![source("```\nx\n```")], v2),
        (vec![at()], markdown),
        (vec![red()], markdown),
        // A notification is more than all of these.
        (vec![at(), table(), list(), picture()], markdown),
        // A colour is as much as a table: the older one, which more clients show.
        (vec![red(), table()], markdown),
        (vec![red(), table(), picture()], v2),
    ];
    for (elements, expected) in cases {
        assert_eq!(wecom(elements.clone()), expected, "{elements:?}");
    }
}

#[test]
fn dingtalk_takes_buttons_where_they_do_no_harm() {
    let linked = || source("[日志](https://ci.example.com/log)");
    let led = || Element::from(Text::new("日志").link(URL));
    let cases = [
        (vec![source("x")], "markdown"),
        (vec![source("x"), buttons(&["a"])], "actionCard"),
        (vec![linked(), buttons(&["a", "b"])], "actionCard"),
        // One button takes every tap on the card: no other link would open.
        (vec![linked(), buttons(&["a"])], "markdown"),
        (vec![led(), buttons(&["a"])], "markdown"),
        (vec![led(), buttons(&["a", "b"])], "actionCard"),
        // What it opens in their place is the same.
        (
            vec![
                source("**x** [x](https://ci.example.com/a)"),
                buttons(&["a"]),
            ],
            "actionCard",
        ),
        (
            vec![buttons(&["a"]), source("x"), buttons(&["b"])],
            "markdown",
        ),
        (
            vec![buttons(&["a"]), source("x"), buttons(&["b", "c"])],
            "actionCard",
        ),
        (vec![picture(), buttons(&["a"])], "actionCard"),
        // A button that is not at the end is a link in any case.
        (
            vec![
                buttons(&["a"]),
                source("x"),
                Action::new([Button::new("b").key("k")]).into(),
            ],
            "markdown",
        ),
        // An `actionCard` is reported to mention without notifying.
        (vec![at(), buttons(&["a", "b"])], "markdown"),
        (
            vec![Action::new([Button::new("a").key("k")]).into()],
            "markdown",
        ),
    ];
    for (elements, expected) in cases {
        assert_eq!(
            dingtalk(elements.clone())["msgtype"],
            expected,
            "{elements:?}"
        );
    }
    let whole = Card::new().text("x").link(URL);
    let one = whole.clone().elements([buttons(&["a"])]);
    assert_eq!(
        message(&DingTalk::new().render(&one))["msgtype"],
        "markdown"
    );
    let two = whole.elements([buttons(&["a", "b"])]);
    assert_eq!(
        message(&DingTalk::new().render(&two))["msgtype"],
        "actionCard"
    );
}

/// Where it is asked for all the same, the report says so.
#[test]
fn one_button_beside_links_is_reported() {
    let target = DingTalk::new().format(dingtalk::Format::ActionCard);
    let report = |labels: &[&str]| {
        let card = Card::new().text("x").link(URL).elements([buttons(labels)]);
        target.render(&card).report.to_string()
    };
    assert_eq!(
        report(&["a"]),
        "the card: on phones a tap anywhere is likely to open the one button, and none of the other links"
    );
    assert_eq!(report(&["a", "b"]), "");
}

#[test]
fn buttons_of_dingtalk_stand_as_they_can() {
    let card = |labels: &[&str]| dingtalk([source("x"), buttons(labels)])["actionCard"].take();
    let one = card(&["查看"]);
    assert_eq!(one["singleTitle"], "查看");
    assert_eq!(one["singleURL"], "https://ci.example.com/查看");
    assert!(one.get("btns").is_none() && one.get("btnOrientation").is_none());
    let two = card(&["a", "b"]);
    assert!(two.get("singleTitle").is_none());
    assert_eq!(
        two["btns"],
        json!([
            {"title": "a", "actionURL": "https://ci.example.com/a"},
            {"title": "b", "actionURL": "https://ci.example.com/b"},
        ])
    );
    // Side by side where both are short: `"1"`.
    assert_eq!(two["btnOrientation"], "1");
    assert_eq!(card(&["八个字的按钮标签", "b"])["btnOrientation"], "1");
    assert_eq!(card(&["九个字的按钮的标签", "b"])["btnOrientation"], "0");
    assert_eq!(card(&["a", "b", "c"])["btnOrientation"], "0");
}

#[test]
fn a_link_in_a_panel_says_so() {
    assert_eq!(
        dingtalk::deep_link::in_side_panel("https://ci.example.com/?id=1"),
        "dingtalk://dingtalkclient/page/link?url=https%3A%2F%2Fci.example.com%2F%3Fid%3D1&pc_slide=true"
    );
}
