//! What is said of whole cards, as text, outside of a macro: for tests.
//!
//! Markup whose words cannot be told apart needs the compiler's spans, and panics here.

use card_model::spec::{Feature, Severity, TARGETS};

use super::{check, targets::lost_parts};
use crate::{ast::Element, errors::Errors, parse};

fn read(markup: &str, errors: &mut Errors) -> Element {
    let tokens = markup.parse().unwrap();
    parse::parse(tokens, errors).unwrap()
}

/// The text of every error of a card.
pub(crate) fn errors(markup: &str) -> Vec<String> {
    let mut errors = Errors::default();
    let mut card = read(markup, &mut errors);
    check(&mut card, &mut errors);
    errors.texts()
}

/// The tag and the target of everything that a card's targets lose, in order. Of the mentions in one quoted text only
/// the first counts.
pub(crate) fn losses(markup: &str) -> Vec<(String, String)> {
    let card = read(markup, &mut Errors::default());
    let mut pairs = Vec::new();
    for part in lost_parts(&card) {
        for loss in &part.losses {
            pairs.push((part.tag.name().to_owned(), loss.target.to_owned()));
        }
    }
    pairs
}

/// The tags of what `target` loses of a body.
fn lost(target: &str, body: &str) -> Vec<String> {
    let card = format!("<card targets=\"{target}\">{body}</card>");
    losses(&card).into_iter().map(|(tag, _)| tag).collect()
}

const BUTTON: &str = r#"<action><button key="k">"a"</button></action>"#;
const AT: &str = r#"<markdown>"a" <at email="lin@wps.cn"/></markdown>"#;
const QUOTED_AT: &str = r#"<markdown>"<at email='lin@wps.cn'>a</at>"</markdown>"#;
const BARE: &str = r#"<img store_key="k"/>"#;

#[test]
fn the_table_decides() {
    let rows = [
        (Feature::Postback, BUTTON),
        (
            Feature::Button,
            r#"<action><button href="https://a.cn">"a"</button></action>"#,
        ),
        (Feature::Raw, "<raw json={a}/>"),
        (Feature::ImgBare, BARE),
        (Feature::ImgAlt, r#"<img store_key="k" alt="a"/>"#),
        (
            Feature::Img,
            r#"<img store_key="k" url="https://a.cn/a.png"/>"#,
        ),
        (Feature::At, AT),
        (Feature::At, QUOTED_AT),
    ];
    for (feature, body) in rows {
        for target in TARGETS {
            let shown = feature.on_target(target);
            let is_lost = shown.is_some_and(|(_, shown)| shown.severity() == Some(Severity::Lost));
            let lost = lost(target, body);
            assert_eq!(lost.len(), usize::from(is_lost), "{target}: {body}");
        }
    }
}

#[test]
fn each_target_is_told() {
    let card = format!("<card targets=\"wps wecom dingtalk\">{BUTTON}{BARE}</card>");
    let pairs = [
        ("button", "wecom"),
        ("button", "dingtalk"),
        ("img", "wecom"),
        ("img", "dingtalk"),
    ];
    assert_eq!(
        losses(&card),
        pairs.map(|(tag, target)| (tag.to_owned(), target.to_owned()))
    );
    assert_eq!(
        errors(&card),
        [
            "`wecom` and `dingtalk` cannot show this button\n\n\
             = help: say what stands there instead: `fallback=\"…\"`, or leave it out: `fallback=\"drop\"`\n\
             = note: WeCom markdown has no postback: a note instead\n\
             = note: DingTalk markdown has no postback: a note instead",
            "`wecom` and `dingtalk` cannot show this picture\n\n\
             = help: describe it: `alt=\"…\"`, give a public copy: `url=\"https://…\"`, \
             say what stands there instead: `fallback=\"…\"`, or leave it out: `fallback=\"drop\"`\n\
             = note: WeCom markdown has no pictures of WPS: `[图片]` instead\n\
             = note: DingTalk markdown has no pictures of WPS: `[图片]` instead",
        ]
    );
}

#[test]
fn without_targets_nothing_is_lost() {
    for card in [
        format!("<card>{BUTTON}{AT}</card>"),
        format!("<>{BUTTON}{AT}</>"),
        format!("<card targets=\"wps\">{BUTTON}{AT}</card>"),
        format!("<card targets=\"feishu\">{BUTTON}{AT}</card>"),
        format!("<card targets={{targets}}>{BUTTON}{AT}</card>"),
        format!("<card targets=\"text {{target}}\">{BUTTON}{AT}</card>"),
    ] {
        assert_eq!(losses(&card), [], "{card}");
    }
}

#[test]
fn a_fallback_around_it_counts() {
    let nothing: [&str; 0] = [];
    for body in [
        r#"<markdown fallback="a">"a" <at email="lin@wps.cn"/></markdown>"#,
        r#"<markdown fallback={given}>"<at email='lin@wps.cn'>a</at>"</markdown>"#,
        r#"<div fallback="drop"><markdown>"a" <b><at email="lin@wps.cn"/></b></markdown></div>"#,
        r#"<picText fallback="a"><img store_key="k"/><markdown>"a"</markdown></picText>"#,
        r#"<raw json={a} fallback="drop"/>"#,
    ] {
        assert_eq!(lost("text", body), nothing, "{body}");
    }
    let beside = r#"<img store_key="k" fallback="a"/>"#;
    assert_eq!(lost("text", &format!("{beside}{BARE}{AT}")), ["img", "at"]);
}

#[test]
fn control_flow_and_languages_are_searched() {
    let body = format!(
        r#"if a {{ {BUTTON} }} else if b {{ {BARE} }} else {{ {AT} }}
        for a in b {{ {QUOTED_AT} }}
        match a {{ 1 => {BARE}, _ => {{ <raw json={{a}}/> }} }}
        <locale lang="en-US">{BUTTON}</locale>"#
    );
    assert_eq!(
        lost("text", &body),
        ["button", "img", "at", "at", "img", "raw", "button"]
    );
}

#[test]
fn a_picture_is_described_by_words() {
    let img = |more: &str| lost("wecom", &format!(r#"<img store_key="k" {more}/>"#)).len();
    for given in [
        r#"alt="a""#,
        r#"alt="{a}""#,
        "alt={a}",
        "url={a}",
        r#"url="https://a.cn/a.png""#,
    ] {
        assert_eq!(img(given), 0, "{given}");
    }
    for blank in ["", r#"alt="""#, r#"alt=" ""#, r#"alt="　""#] {
        assert_eq!(img(blank), 1, "{blank}");
    }
}

#[test]
fn only_what_is_read_as_a_mention_is_one() {
    let quoted = |text: &str| lost("text", &format!("<markdown>{text}</markdown>")).len();
    for (text, mentions) in [
        (r#""<at email='lin@wps.cn'>a</at>""#, 1),
        (r#""- **<at email='lin@wps.cn'>{a}</at>**\n- b""#, 1),
        (r#""<at email='lin@wps.cn'>" {a} "</at>""#, 1),
        (
            r#""<at email='lin@wps.cn'></at> <at email='li@wps.cn'></at>""#,
            1,
        ),
        (
            r#""<at email='lin@wps.cn'></at>" <br/> "<at email='li@wps.cn'></at>""#,
            2,
        ),
        (r#"<b>"a <at email='lin@wps.cn'></at>"</b>"#, 1),
        (r#"if a { "<at email='lin@wps.cn'></at>" } else { "b" }"#, 1),
        (r#""`<at email='lin@wps.cn'></at>`""#, 0),
        (
            r#""`<at email='lin@wps.cn'>` <at email='lin@wps.cn'></at>""#,
            1,
        ),
        (
            r#""the <atom> is reported" "<at email='lin@wps.cn'></at>""#,
            1,
        ),
        (
            r#"<at email="lin@wps.cn">"<at email='li@wps.cn'></at>"</at>"#,
            1,
        ),
    ] {
        assert_eq!(quoted(text), mentions, "{text}");
    }
    let plain = r#"<text>"<at email='lin@wps.cn'>a</at>"</text>"#;
    assert!(lost("text", plain).is_empty());
}

#[test]
fn a_mention_in_a_link_notifies_nobody() {
    let linked = "[<at email='lin@wps.cn'>a</at>](https://a.cn)";
    for body in [
        format!("<markdown>{linked:?}</markdown>"),
        format!("<markdown>\"- \" {linked:?}</markdown>"),
        "<markdown><a href=\"https://a.cn\">\"<at email='lin@wps.cn'>a</at>\"</a></markdown>"
            .to_owned(),
    ] {
        for target in ["wps365", "wecom", "dingtalk", "text"] {
            assert_eq!(lost(target, &body), ["at"], "{target}: {body}");
        }
        assert_eq!(lost("wps", &body).len(), 0);
    }
    let beside = "<markdown>\"[a](https://a.cn) <at email='lin@wps.cn'>a</at>\"</markdown>";
    assert_eq!(lost("wecom", beside).len(), 0);
    let both = format!("<markdown>\"{linked} <at email='li@wps.cn'>b</at>\"</markdown>");
    assert_eq!(lost("wecom", &both), ["at"]);
    assert_eq!(lost("text", &both), ["at", "at"]);
}

#[test]
fn one_mistake_is_one_error() {
    for (body, mistake) in [
        (
            r#"<markdown>"<at email='lin'>a</at>"</markdown>"#,
            "`lin` is not an e-mail address",
        ),
        (
            r#"<img store_key="k" atl="a"/>"#,
            "`<img>` has no attribute `atl`",
        ),
        (r#"<img store_key="k" url=""/>"#, "the URL is empty"),
        (
            r#"<action><button key="a" href="https://a.cn">"a"</button></action>"#,
            "this button does two things",
        ),
        (
            r#"<text><at email="lin@wps.cn"/></text>"#,
            "`<at>` cannot stand in `<text>`",
        ),
        (
            r#"<markdwn fallback="a">"a" <at email="lin@wps.cn"/></markdwn>"#,
            "there is no tag `markdwn`",
        ),
    ] {
        let errors = errors(&format!("<card targets=\"text\">{body}</card>"));
        assert_eq!(errors.len(), 1, "{errors:?}");
        assert!(errors[0].starts_with(mistake), "{errors:?}");
    }
}
