//! Reports, and the strict mode.

use card_model::{Card, Link, Markdown, Text, spec::CONTENT};
use card_render::{Loss, LossKind, Rendered, Report, Severity, Target, Wps};

fn loss(pointer: &str, severity: Severity, detail: &str) -> Loss {
    Loss::new(pointer, "text", LossKind::Dropped, severity, detail)
}

fn rendered(losses: &[Loss]) -> Rendered<&'static str> {
    let mut report = Report::new();
    for loss in losses {
        report.push(loss.clone());
    }
    Rendered::new(vec!["sent"], "summary".to_owned(), report)
}

#[test]
fn an_empty_report_says_nothing() {
    let report = Report::new();
    assert!(report.is_empty());
    assert_eq!(report.worst(), None);
    assert_eq!(report.to_string(), "");
}

#[test]
fn a_report_is_one_line_per_loss() {
    let report = rendered(&[
        loss("/elements/1", Severity::Info, "looks different"),
        loss("", Severity::Degraded, "is shorter"),
    ])
    .report;
    assert_eq!(
        report.to_string(),
        "/elements/1: looks different\nthe card: is shorter"
    );
    assert_eq!(report.worst(), Some(Severity::Degraded));
    assert_eq!(report.iter().count(), report.losses().len());
    assert_eq!((&report).into_iter().count(), 2);
}

#[test]
fn a_pointer_with_line_breaks_stays_on_one_line() {
    let line = loss("/i18n/en\nUS", Severity::Info, "x").to_string();
    assert_eq!(line, "/i18n/en\\nUS: x");
}

#[test]
fn severities_are_ordered() {
    let mut all = [Severity::Lost, Severity::Info, Severity::Degraded];
    all.sort();
    assert_eq!(all, [Severity::Info, Severity::Degraded, Severity::Lost]);
}

#[test]
fn deny_lets_through_what_is_less_severe() {
    let losses = [
        loss("/a", Severity::Info, "a"),
        loss("/b", Severity::Lost, "b"),
        loss("/c", Severity::Degraded, "c"),
        loss("/d", Severity::Lost, "d"),
    ];
    let denied = |severity| rendered(&losses).deny(severity).unwrap_err().to_string();
    assert_eq!(denied(Severity::Info), "/a: a\n/b: b\n/c: c\n/d: d");
    assert_eq!(denied(Severity::Degraded), "/b: b\n/c: c\n/d: d");
    assert_eq!(denied(Severity::Lost), "/b: b\n/d: d");

    let mild = rendered(&[loss("/a", Severity::Info, "a")]);
    assert_eq!(mild.clone().deny(Severity::Degraded), Ok(mild));
    assert!(rendered(&[]).deny(Severity::Info).is_ok());
}

#[test]
fn too_lossy_is_an_error_that_carries_the_losses() {
    let error = rendered(&[loss("/a", Severity::Lost, "a")])
        .deny(Severity::Lost)
        .unwrap_err();
    assert_eq!(error.losses(), [loss("/a", Severity::Lost, "a")]);
    let error: Box<dyn std::error::Error + Send + Sync> = Box::new(error);
    assert_eq!(error.to_string(), "/a: a");
}

#[test]
fn kinds_carry_what_was_measured() {
    let clamped = LossKind::Clamped {
        limit: CONTENT,
        had: 5001,
    };
    assert_eq!(
        clamped,
        LossKind::Clamped {
            limit: CONTENT,
            had: 5001
        }
    );
    assert_ne!(LossKind::Split { parts: 2 }, LossKind::Split { parts: 3 });
}

fn summary(card: &Card) -> String {
    Wps::new().render(card).summary
}

#[test]
fn a_summary_is_the_title() {
    assert_eq!(
        summary(&Card::new().header("发布完成").text("全部通过")),
        "发布完成"
    );
}

#[test]
fn without_a_title_it_is_the_first_text() {
    let markdown = Markdown::new()
        .source("**环境** ")
        .text("*a*")
        .br()
        .at("lin@wps.cn", "林亮");
    assert_eq!(
        summary(&Card::new().hr().markdown(markdown)),
        "环境 *a* 林亮"
    );
    assert_eq!(
        summary(&Card::new().header("").text(" ").text("a\n\n b")),
        "a b"
    );
    assert_eq!(summary(&Card::new().text("- a\n- b")), "- a - b");
    assert_eq!(summary(&Card::new()), "");
}

#[test]
fn a_text_that_begins_with_a_heading_has_its_title_there() {
    let of = |source: &'static str| summary(&Card::new().markdown(Markdown::new().source(source)));
    assert_eq!(of("## **网关** 告警\n\n错误率 2.5%"), "网关 告警");
    assert_eq!(of("网关告警\n===\n错误率 2.5%\n\n## 下一步"), "网关告警");
    assert_eq!(of("#\n\n---\n\n## 告警\n\n错误率 2.5%"), "告警");
    assert_eq!(of("错误率\n\n- 2.5%\n\n## 下一步\n\n复盘"), "错误率 2.5%");
    assert_eq!(of("> # 告警\n>\n> 错误率"), "告警 错误率");
}

#[test]
fn without_any_text_it_is_what_else_is_in_words() {
    use card_model::{Action, Button, Div, Img, Language, Locale, Other, PicText};
    let alone = |element: card_model::Element| summary(&Card::new().hr().element(element));
    assert_eq!(alone(Img::new("k").alt("趋势图").into()), "趋势图");
    assert_eq!(
        alone(PicText::new(Img::new("k").alt("图"), Text::new("")).into()),
        "图"
    );
    assert_eq!(
        alone(Div::new([Markdown::from(""), Markdown::from("**x**")]).into()),
        "x"
    );
    assert_eq!(
        alone(Action::new([Button::new("查看").url("https://a.cn")]).into()),
        "查看"
    );
    let other = Other::new(serde_json::json!({"tag": "table"})).fallback("一张表");
    assert_eq!(alone(other.into()), "一张表");
    let locale = Locale::new(Language::EnUs).header("Done");
    assert_eq!(summary(&Card::new().locale(locale)), "Done");
}

#[test]
fn a_long_summary_is_cut_between_characters() {
    let exact = "宽".repeat(80);
    assert_eq!(summary(&Card::new().header(exact.clone())), exact);
    let cut = summary(&Card::new().header("宽".repeat(81)));
    assert_eq!(cut, format!("{}…", "宽".repeat(79)));
    let blank = format!("{} {}", "a".repeat(78), "b".repeat(9));
    assert_eq!(
        summary(&Card::new().header(blank)),
        format!("{}…", "a".repeat(78))
    );
}

#[test]
fn a_summary_is_one_line_without_what_cannot_be_seen() {
    let mut text = Text::new("x");
    text.content = "a\r\nb\u{0}\t\u{202e}c".into();
    assert_eq!(summary(&Card::new().element(text)), "a b c");
}

#[test]
fn deny_reads_as_a_person_would() {
    let card = Card::new()
        .text("x")
        .element(Text::new("日志").link(Link::new("builds/1")));
    let error = Wps::new().render(&card).deny(Severity::Lost).unwrap_err();
    assert_eq!(
        error.to_string(),
        "/elements/1/link: the link of the `text` is left out: the URL is not absolute, a card has no page that it could be \
         relative to"
    );
}

/// Everything that can have a fallback and is lost somewhere.
fn with_fallbacks(fallback: Option<&str>) -> Card {
    use card_model::{Action, Button, Div, Img, Other, PicText};
    macro_rules! or {
        ($element:expr) => {
            match fallback {
                Some(text) => $element.fallback(text),
                None => $element,
            }
        };
    }
    let other = || Other::new(serde_json::json!({"tag": "table"}));
    let mention = || Markdown::from("通知 ").at("lin@wps.cn", "林亮");
    Card::new()
        .element(or!(Text::new("日志").link(Link::new("builds/1"))))
        .markdown(or!(mention()))
        .div(or!(Div::new([or!(mention())])))
        .img(or!(Img::new("k")))
        .pic_text(or!(PicText::new(or!(Img::new("k")), or!(mention()))))
        .action(Action::new([or!(Button::new("回滚").key("k"))]))
        .action(Action::new([or!(other())]))
        .element(or!(other()))
}

#[test]
fn a_fallback_that_says_nothing_counts_as_none() {
    use card_render::{DingTalk, PlainText, WeCom, Wps365};
    let none = with_fallbacks(None);
    for blank in ["", " \n", "\u{200b}"] {
        let card = with_fallbacks(Some(blank));
        assert_eq!(WeCom::new().render(&card), WeCom::new().render(&none));
        assert_eq!(DingTalk::new().render(&card), DingTalk::new().render(&none));
        let (text, without) = (
            PlainText::new().render(&card),
            PlainText::new().render(&none),
        );
        assert_eq!(text, without);
        assert!(text.messages[0].contains("回滚"), "{}", text.messages[0]);
        assert!(text.report.worst() == Some(Severity::Lost));
        let newer = Wps365::new().company("c");
        assert_eq!(newer.render(&card), newer.render(&none));
    }
}
