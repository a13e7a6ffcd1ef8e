//! The rules of a card: for each a card that keeps it and one that breaks it, with the sentence a user reads.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use card_model::{
    Action, Button, Card, Config, Div, Element, Header, Img, Link, Locale, Markdown,
    NonsupportClient, OperatorAllow, Other, PicText, Rule, Text, TextElement, Violation,
    markdown::{Inline, LinkTarget},
    spec,
};

const URL: &str = "https://ci.example.com/128";

/// A rule's code, a card that keeps it, one that breaks it, and the violations of that one.
struct Case(&'static str, Card, Card, &'static str);

fn cases() -> Vec<Case> {
    let mut cases = vec![];
    cases.extend(counts());
    cases.extend(addresses());
    cases.extend(names());
    cases.extend(texts());
    cases.extend(elements());
    cases
}

fn counts() -> Vec<Case> {
    let rows = |count| Card::new().elements(vec![Text::new("x"); count]);
    let long = |count| Card::new().header("题").text("字".repeat(count));
    // Each part of a card that is text: ten times 500 characters, and what is over.
    let parts = |excess: usize| {
        let text = || "字".repeat(500);
        let button = Button::new(text()).key("k");
        let marked = || Markdown::new().text(text());
        Card::new()
            .header(Header::new(text()).subtitle(text()))
            .text(text())
            .markdown(marked())
            .div(Div::new([marked(), marked()]))
            .pic_text(PicText::new(Img::new("K"), marked()))
            .action(Action::new([button]))
            .locale(Locale::new("en-US").header(Header::new(text()).subtitle(text())))
            .hr()
            .text("x".repeat(excess))
    };
    let columns = |count| Card::new().div(Div::new(vec![Markdown::from("x"); count]));
    vec![
        Case(
            "too-many",
            rows(20),
            rows(21),
            "/elements: holds 21 items, at most 20 are allowed: take out 1",
        ),
        Case(
            "too-many",
            rows(20).locale(Locale::new("en-US").elements(vec![Text::new("x"); 20])),
            rows(1).locale(Locale::new("en-US").elements(vec![Text::new("x"); 25])),
            "/i18n/en-US/elements: holds 25 items, at most 20 are allowed: take out 5",
        ),
        Case(
            "too-many",
            columns(2),
            columns(3),
            "/elements/0/fields: holds 3 items, at most 2 are allowed: take out 1",
        ),
        Case(
            "too-long",
            long(4999),
            long(5000),
            "the card: holds 5001 characters, at most 5000 are allowed: shorten it by 1",
        ),
        Case(
            "too-long",
            parts(0),
            parts(1),
            "the card: holds 5001 characters, at most 5000 are allowed: shorten it by 1",
        ),
        Case(
            "too-long",
            long(2000).locale(Locale::new("en-US").text("x".repeat(2999))),
            long(2000).locale(Locale::new("en-US").header("x").text("x".repeat(2999))),
            "the card: holds 5001 characters, at most 5000 are allowed: shorten it by 1",
        ),
    ]
}

fn addresses() -> Vec<Case> {
    let opens = |url: &'static str| Card::new().action(Action::new([Button::new("好").url(url)]));
    let href = |url: &'static str| Card::new().action(Action::new([Button::new("好").href(url)]));
    let source = |text: &'static str| Card::new().markdown(text);
    vec![
        Case(
            "url",
            opens(URL),
            opens("ci.example.com"),
            "/elements/0/actions/0/url: the URL is not absolute, a card has no page that it could be relative to: begin it with `https://`",
        ),
        Case(
            "url",
            href(URL),
            href("javascript:alert(1)"),
            "/elements/0/actions/0/href/url_val/url: the URL scheme `javascript` is not allowed, use `http`, `https`, `mailto`, `tel` or `dingtalk`",
        ),
        Case(
            "url",
            Card::new().hr().link(URL),
            Card::new().hr().link(Link::new("").ios_url("https://")),
            "/link/url: the URL is empty, say where it leads\n\
             /link/ios_url: the URL ends before it names a place",
        ),
        Case(
            "url",
            Card::new().img(Img::new("K").url(URL)),
            Card::new().img(Img::new("K").url("https://a b")),
            "/elements/0: the URL holds ' ', which has to be percent-encoded",
        ),
        Case(
            "url",
            Card::new().markdown(Markdown::new().a(URL, "x")),
            Card::new().markdown(Markdown::new().a("", "x")),
            "/elements/0/content/text: the URL is empty, say where it leads",
        ),
        Case(
            "email",
            Card::new().markdown(Markdown::new().at("lin@wps.cn", "")),
            Card::new().markdown(Markdown::new().at("林亮\n", "x")),
            "/elements/0/content/text: `林亮\\n` is not an e-mail address, write it as `name@host`",
        ),
        Case(
            "markdown",
            source("**粗体** <font color='red'>x</font> [x](https://xz.wps.cn/)"),
            source("**粗体"),
            "/elements/0/content/text: `**` has no partner, it would be shown as text: add the missing `**`, with no blank between it and its text, or write it full-width, `＊＊`, if it is meant as text",
        ),
        Case(
            "undefined-variable",
            Card::new().markdown(Markdown::from("[x]($a)").href("a", URL)),
            Card::new().markdown("[x]($a) [x]($b) [x]($a)"),
            "/elements/0/content/text: no `href` defines `$a`, add it to the element's `href`\n\
             /elements/0/content/text: no `href` defines `$b`, add it to the element's `href`",
        ),
        Case(
            "unused-variable",
            Card::new().markdown(Markdown::new().a(Link::new(URL).pc_url(URL), "x")),
            Card::new().markdown(Markdown::from("x").href("a/b", URL)),
            "/elements/0/href/a~1b: nothing in the text leads to `a/b`, remove it or write `[label]($a/b)`",
        ),
    ]
}

fn names() -> Vec<Case> {
    let config = |config| Card::new().hr().config(config);
    let hidden = |client| {
        let clients = NonsupportClient::new([client]).describe("请在手机上打开");
        config(Config::new().nonsupport_client(clients))
    };
    vec![
        Case(
            "unknown-name",
            config(Config::new().operator_allow("none").todo_switch("on")),
            config(Config::new().operator_allow("some").todo_switch("yes")),
            "/config/operator_allow: unknown name `some`, use `all` or `none`\n\
             /config/todo_switch: unknown name `yes`, use `on` or `off`",
        ),
        Case(
            "unknown-name",
            hidden("pc"),
            hidden("tv"),
            "/config/nonsupport_client/client_type/0: unknown name `tv`, use `pc`, `ios` or `android`",
        ),
        Case(
            "unknown-name",
            Card::new().div(Div::new([Markdown::from("x")]).division("flow_left")),
            Card::new().div(Div::new([Markdown::from("x")]).division("flow_right")),
            "/elements/0/division: unknown name `flow_right`, use `middle` or `flow_left`",
        ),
        Case(
            "unknown-name",
            Card::new().hr().locale(Locale::new("en-US").hr()),
            Card::new().hr().locale(Locale::new("en_US").hr()),
            "/i18n/en_US: unknown name `en_US`, use `zh-CN`, `zh-TW` or `en-US`",
        ),
        Case(
            "duplicate-language",
            Card::new().hr().locale(Locale::new("en-US").hr()),
            Card::new()
                .hr()
                .locale(Locale::new("en-US").hr())
                .locale(Locale::new("en-US").hr()),
            "/i18n/en-US: the language `en-US` is there twice, keep one of them",
        ),
        Case(
            "missing",
            hidden("ios"),
            config(Config::new().nonsupport_client(NonsupportClient::new(["pc"]))),
            "/config/nonsupport_client: `describe` is missing, add it",
        ),
        Case(
            "missing",
            Card::new().element(Other::new(serde_json::json!({"tag": "table"}))),
            Card::new().element(Other::new(serde_json::json!([1]))),
            "/elements/0: `tag` is missing, add it",
        ),
        Case(
            "empty",
            config(
                Config::new()
                    .filter_key("k")
                    .operator_allow(OperatorAllow::Codes(vec![3])),
            ),
            config(
                Config::new()
                    .filter_key("")
                    .nonsupport_client(NonsupportClient::new([""; 0]).describe("")),
            ),
            "/config/filter_key: `filter_key` is empty, give it a value\n\
             /config/nonsupport_client/client_type: `client_type` is empty, give it a value\n\
             /config/nonsupport_client/describe: `describe` is empty, give it a value",
        ),
    ]
}

fn texts() -> Vec<Case> {
    let raw = |content: &'static str| {
        let mut text = Text::default();
        text.content = content.into();
        text
    };
    let part = |part: Inline| Card::new().markdown(Markdown::new().inline(part));
    vec![
        Case(
            "control-character",
            Card::new().text("a\u{7}\tb\nc"),
            Card::new().text(raw("a\u{7}\u{8}b")),
            "/elements/0/content/text: the text holds the control character U+0007, remove it",
        ),
        Case(
            "control-character",
            part(Inline::text("a\u{1b}")),
            part(Inline::Text("a\u{1b}".into())),
            "/elements/0/content/text: the text holds the control character U+001B, remove it",
        ),
        Case(
            "empty",
            Card::new().markdown(Markdown::new().font("red", "x")),
            Card::new().markdown(Markdown::new().font("", "x")),
            "/elements/0/content/text: `color` is empty, give it a value",
        ),
        Case(
            "empty",
            Card::new().markdown(Markdown::from("[x]($a)").href("a", URL)),
            Card::new().markdown(Markdown::from("x").href("", URL)),
            "/elements/0/href/: `name` is empty, give it a value",
        ),
    ]
}

fn elements() -> Vec<Case> {
    let buttons = |button| Card::new().action(Action::new([button]));
    let column = |column: TextElement| Card::new().div(Div::new([column]));
    let beside = |text| Card::new().pic_text(PicText::new(Img::new("K"), text));
    let linked = PicText::new(Img::new("K"), Text::new("x").link(URL));
    vec![
        Case(
            "no-action",
            buttons(Button::new("好").key("ok")),
            buttons(Button::new("好")),
            "/elements/0/actions/0: the button does nothing, give it `key`, `url` or `href`",
        ),
        Case(
            "several-actions",
            buttons(Button::new("好").href(URL)),
            buttons(Button::new("好").href(URL).url(URL).key("k")),
            "/elements/0/actions/0: the button does several things, keep one of `key`, `url` and `href`",
        ),
        Case(
            "empty",
            buttons(Button::new("好").key("k")),
            buttons(Button::new("").key("")),
            "/elements/0/actions/0/content/text: `text` is empty, give it a value\n\
             /elements/0/actions/0/key: `key` is empty, give it a value",
        ),
        Case(
            "empty",
            Card::new().img(Img::new("K")),
            Card::new().img(Img::new("")),
            "/elements/0/content/store_key: `store_key` is empty, give it a value",
        ),
        Case(
            "empty",
            buttons(Button::new("好").key("k").fallback("drop")),
            buttons(Button::new("好").key("k").fallback("\u{200b} ")),
            "/elements/0/actions/0: `fallback` is empty, give it a value",
        ),
        Case(
            "empty",
            beside(Markdown::from("x").fallback("见 WPS")),
            Card::new().pic_text(
                PicText::new(Img::new("K").fallback(""), Markdown::from("x").fallback(""))
                    .fallback(""),
            ),
            "/elements/0: `fallback` is empty, give it a value\n\
             /elements/0/img: `fallback` is empty, give it a value\n\
             /elements/0/text: `fallback` is empty, give it a value",
        ),
        Case(
            "empty-action",
            buttons(Button::new("好").key("k")),
            Card::new().action(Action::default()),
            "/elements/0/actions: the `action` has no buttons, add one or remove it",
        ),
        Case(
            "empty-div",
            column(Markdown::from("x").into()),
            Card::new().div(Div::default()),
            "/elements/0/fields: the `div` has no columns, add one or remove it",
        ),
        Case(
            "plain-column",
            column(Markdown::from("x").into()),
            column(Text::new("x").into()),
            "/elements/0/fields/0: a column of a `div` is documented for `markdown` only, make it a `markdown` text",
        ),
        Case(
            "empty-card",
            Card::new().header("x"),
            Card::new().config(Config::new()),
            "the card: has neither a header nor elements, add one of them",
        ),
        Case(
            "empty-card",
            Card::new().hr().locale(Locale::new("en-US").header("x")),
            Card::new().hr().locale(Locale::new("en-US")),
            "/i18n/en-US: has neither a header nor elements, add one of them",
        ),
        Case(
            "href-in-pic-text",
            beside(Markdown::new().a(URL, "x")),
            beside(Markdown::new().a(Link::new(URL).pc_url(URL), "x")),
            "/elements/0/href: no `href` is documented for `picText`, put a `link` on the `picText` instead",
        ),
        Case(
            "href-in-pic-text",
            beside(Markdown::from("x")),
            beside(Markdown::from("[x]($a)")),
            "/elements/0/text/text: no `href` is documented for `picText`, put a `link` on the `picText` instead",
        ),
        Case(
            "second-link",
            Card::new().pic_text(linked.clone()),
            Card::new().pic_text(linked.link(URL)),
            "/elements/0/link: both the `picText` and its text have a `link`, keep the first",
        ),
    ]
}

#[test]
fn every_rule_has_a_card_that_keeps_it_and_one_that_breaks_it() {
    for Case(code, good, bad, expected) in cases() {
        assert_eq!(good.validate(), Ok(()), "{code}");
        let violations = bad.validate().unwrap_err();
        assert_eq!(violations.to_string(), expected, "{code}");
        assert_eq!(expected.lines().count(), violations.len(), "{code}");
        for violation in &violations {
            assert_eq!(violation.rule.code(), code);
        }
    }
}

#[test]
fn no_rule_is_without_a_case() {
    let shown: Vec<_> = cases().iter().map(|case| case.0).collect();
    for code in Rule::CODES {
        assert!(shown.contains(code), "the rule {code} has no case");
    }
    for code in shown {
        assert!(Rule::CODES.contains(&code), "{code} is not listed");
    }
}

/// What a pointer names is there in the wire JSON, or is the field that is missing.
#[test]
fn pointers_lead_into_the_wire_json() {
    for Case(_, _, bad, _) in cases() {
        let json = serde_json::to_value(&bad).unwrap();
        for Violation { pointer, .. } in &bad.validate().unwrap_err() {
            assert!(json.pointer(pointer).is_some(), "{pointer} in {json}");
        }
    }
}

#[test]
fn violations_stand_in_the_order_of_the_document() {
    let card = Card::new()
        .config(Config::new().todo_switch("maybe"))
        .link("example.com")
        .header(Header::new("x").subtitle("y"))
        .markdown(Markdown::from("**a [b]($c)").href("d", "ftp://x").link(""))
        .div(Div::new([
            TextElement::from(Text::new("x")),
            Markdown::from("~~x").into(),
        ]))
        .element(Element::Action(Action::new([
            Button::new(""),
            Button::new("x").url("/"),
        ])))
        .locale(Locale::new("xx").header("x").pic_text(PicText::default()));
    let violations = card.validate().unwrap_err();
    let found: Vec<_> = violations
        .iter()
        .map(|violation| format!("{} {}", violation.pointer, violation.rule.code()))
        .collect();
    assert_eq!(
        found,
        [
            "/config/todo_switch unknown-name",
            "/link/url url",
            "/elements/0/content/text markdown",
            "/elements/0/content/text undefined-variable",
            "/elements/0/href/d unused-variable",
            "/elements/0/href/d/url url",
            "/elements/0/link/url url",
            "/elements/1/fields/0 plain-column",
            "/elements/1/fields/1/content/text markdown",
            "/elements/2/actions/0 no-action",
            "/elements/2/actions/0/content/text empty",
            "/elements/2/actions/1/url url",
            "/i18n/xx unknown-name",
            "/i18n/xx/elements/0/img/store_key empty",
        ]
    );
}

#[test]
fn violations_carry_limit_and_measure() {
    let card = Card::new().elements(vec![Text::new("x"); 23]);
    let violations = card.validate().unwrap_err();
    let expected = Rule::TooMany {
        limit: spec::ELEMENTS,
        had: 23,
    };
    assert_eq!(violations.into_iter().next().unwrap().rule, expected);
}

#[test]
fn violations_move_under_a_message() {
    let violations = Card::new()
        .validate()
        .unwrap_err()
        .prefixed("/content/content");
    assert_eq!(
        violations.to_string(),
        "/content/content: has neither a header nor elements, add one of them"
    );
    assert_eq!(violations.len(), 1);
    assert_eq!((&violations).into_iter().count(), 1);
}

/// Parts inside of parts are checked, in order.
#[test]
fn nested_parts_are_checked() {
    let mut part = Inline::Link {
        target: LinkTarget::Variable("a".into()),
        children: vec![Inline::Source("~~x".into()), Inline::Text("\u{7}".into())].into(),
    };
    for _ in 0..500 {
        part = Inline::Bold(vec![part].into());
    }
    let markdown = Markdown::new().inline(part).source("**粗体");
    let violations = Card::new().markdown(markdown).validate().unwrap_err();
    let found: Vec<_> = violations.iter().map(|found| found.rule.code()).collect();
    assert_eq!(
        found,
        [
            "markdown",
            "markdown",
            "control-character",
            "undefined-variable"
        ]
    );
}

/// What stands on both sides of a line break is not one word.
#[test]
fn a_line_break_ends_a_word() {
    let card = Card::new().markdown(Markdown::new().source("**注意：**").br().source("请看"));
    assert_eq!(card.validate(), Ok(()));
}

/// What comes from elsewhere cannot break the line, and is cut.
#[test]
fn messages_are_one_line() {
    let name = format!("a\nb\u{202e}{}", "x".repeat(1000));
    let card = Card::new()
        .config(Config::new().todo_switch(name.clone()))
        .markdown(Markdown::from("x").href(name.clone(), URL))
        .markdown(Markdown::from_trusted_source(format!(
            "**a [x](javascript:{name})"
        )))
        .locale(Locale::new(name).hr());
    let violations = card.validate().unwrap_err();
    for violation in violations {
        let text = violation.to_string();
        assert_eq!(text.lines().count(), 1, "{text}");
        assert!(!text.contains('\u{202e}'), "{text}");
        assert!(text.chars().count() < 800, "{text}");
    }
}

/// The platform's own samples keep the rules, all but the sample button that does nothing.
#[test]
fn the_platforms_samples_keep_the_rules() {
    for (json, pointer, expected) in [
        (
            include_str!("cases/wps/seed-send-card-request.json"),
            "/content/content",
            "",
        ),
        (
            include_str!("cases/wps/legacy-webhook-card-i18n.json"),
            "",
            "",
        ),
        (
            include_str!("cases/wps/legacy-structure-partial.json"),
            "",
            "",
        ),
        (
            include_str!("cases/wps/legacy-send-approval-request-partial.json"),
            "/content/content",
            "/elements/2/actions/1: the button does nothing, give it `key`, `url` or `href`",
        ),
    ] {
        let json: serde_json::Value = serde_json::from_str(json).unwrap();
        let card = Card::from_value(json.pointer(pointer).unwrap().clone()).unwrap();
        let found = card
            .validate()
            .err()
            .map(|violations| violations.to_string());
        assert_eq!(found.unwrap_or_default(), expected);
    }
    let element = include_str!("cases/wps/legacy-el-text-markdown-href.json");
    let element: Element = serde_json::from_str(element).unwrap();
    assert_eq!(Card::new().element(element).validate(), Ok(()));
}
