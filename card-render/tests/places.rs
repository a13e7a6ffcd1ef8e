//! Messages that have a place for some pictures and buttons of a card, and show the others as something else.

use card_model::{Action, Button, Card, Img, Markdown, PicText};
use card_render::{DingTalk, PlainText, Rendered, Target, WeCom, Wps365, dingtalk, wecom};
use serde_core::Serialize;
use serde_json::{Value, json};

const URL: &str = "https://ci.example.com/";

fn picture(name: &str) -> Img {
    Img::new("K").url(format!("{URL}{name}.png")).alt(name)
}

fn opens(label: &str) -> Button {
    Button::new(label).href(format!("{URL}{label}"))
}

fn row(labels: &[&str]) -> Action {
    Action::new(labels.iter().map(|label| opens(label).style("secondary")))
}

fn lines<M>(rendered: &Rendered<M>) -> Vec<String> {
    let line = |loss: &card_render::Loss| format!("{:?} {loss}", loss.severity);
    rendered.report.iter().map(line).collect()
}

fn message(rendered: &Rendered<impl Serialize>) -> Value {
    serde_json::to_value(rendered.messages.first()).unwrap_or_default()
}

#[test]
fn a_template_card_shows_the_first_picture() {
    let card = Card::new()
        .header("周报")
        .img(picture("a"))
        .img(picture("b"))
        .pic_text(PicText::new(picture("c"), Markdown::from("x")))
        .action(Action::new([opens("go")]));
    let [first, second, beside, button] = [
        "Info /elements/0: `a`: WeCom template_card has no uploaded pictures: its public copy, `card_image` instead",
        "Degraded /elements/1: `b`: WeCom template_card has no uploaded pictures: a link to it instead",
        "Degraded /elements/2/img: `c`: WeCom template_card has no uploaded pictures: a link to it instead",
        "Info /elements/3/actions/0: `go`: WeCom template_card has no buttons: `card_action` and `jump_list` instead",
    ];
    let around = "Info /elements/2: WeCom template_card has no texts beside a picture: lines of text instead";
    let rendered = WeCom::new()
        .format(wecom::Format::TemplateCard)
        .render(&card);
    let json = message(&rendered);
    assert_eq!(
        json["template_card"]["card_image"]["url"],
        "https://ci.example.com/a.png"
    );
    assert_eq!(lines(&rendered), [first, second, around, beside, button]);

    let rendered = WeCom::new().format(wecom::Format::TextNotice).render(&card);
    let json = message(&rendered);
    assert!(json["template_card"].get("card_image").is_none());
    assert_eq!(
        lines(&rendered)[0],
        "Degraded /elements/0: `a`: WeCom template_card has no uploaded pictures: a link to it instead"
    );
}

#[test]
fn a_fallback_stands_for_the_other_pictures() {
    let with = |name| picture(name).fallback(format!("no {name}"));
    let card = Card::new()
        .header("周报")
        .link(URL)
        .img(with("a"))
        .img(with("b"))
        .pic_text(PicText::new(with("c"), Markdown::from("x")));
    let rendered = WeCom::new()
        .format(wecom::Format::TemplateCard)
        .render(&card);
    assert_eq!(
        message(&rendered)["template_card"]["vertical_content_list"],
        json!([{"title": "no b"}, {"title": "no c", "desc": "x"}])
    );
    let beside = "Degraded /elements/2/img: its fallback stands there: `c`: WeCom template_card has no uploaded pictures";
    assert!(
        lines(&rendered).contains(&beside.to_owned()),
        "{rendered:?}"
    );
}

#[test]
fn an_action_card_has_buttons_at_its_end() {
    let card = Card::new()
        .header("发布")
        .action(row(&["early"]))
        .text("x")
        .action(row(&["a", "b", "c", "d", "e", "f"]));
    let rendered = DingTalk::new().render(&card);
    let json = message(&rendered);
    assert_eq!(json["actionCard"]["btns"].as_array().map(Vec::len), Some(5));
    let link = "DingTalk actionCard has buttons at its end, at most 5: a link instead";
    let style = |index: usize| {
        format!(
            "Info /elements/2/actions/{index}/style: DingTalk actionCard has no styles of buttons, `secondary` is left out"
        )
    };
    let mut expected = vec![format!("Info /elements/0/actions/0: `early`: {link}")];
    expected.extend((0..5).map(style));
    expected.push(format!("Info /elements/2/actions/5: `f`: {link}"));
    assert_eq!(lines(&rendered), expected);

    let rendered = DingTalk::new()
        .format(dingtalk::Format::ActionCard)
        .render(&Card::new().header("发布").action(Action::new([opens("a")])));
    assert_eq!(lines(&rendered), [""; 0]);
}

#[test]
fn a_template_card_has_three_links() {
    let labels = ["a", "b", "c", "d"];
    let card = Card::new().header("发布").action(row(&labels));
    let rendered = WeCom::new()
        .format(wecom::Format::TemplateCard)
        .render(&card);
    let card = &message(&rendered)["template_card"];
    assert_eq!(card["jump_list"].as_array().map(Vec::len), Some(3));
    assert_eq!(card["sub_title_text"], "d: https://ci.example.com/d");
    let expected = labels.iter().enumerate().map(|(index, label)| {
        let form = if index < 3 {
            "`card_action` and `jump_list`"
        } else {
            "`label: url`"
        };
        format!("Info /elements/0/actions/{index}: `{label}`: WeCom template_card has no buttons: {form} instead")
    });
    assert_eq!(lines(&rendered), expected.collect::<Vec<_>>());
}

/// Such a card breaks a rule, and is rendered all the same.
#[test]
fn a_button_that_does_nothing_is_said_to_do_so() {
    let card = Card::new().action(Action::new([Button::new("同意")]));
    assert!(card.validate().is_err());
    assert_eq!(
        lines(&PlainText::new().render(&card)),
        ["Lost /elements/0/actions/0: button `同意` does nothing: a note instead"]
    );
    assert_eq!(
        lines(&Wps365::new().render(&card)),
        ["Info /elements/0/actions/0: button `同意` does nothing, and is sent so"]
    );
    let card = Card::new().action(Action::new([Button::new("同意").fallback("drop")]));
    assert_eq!(PlainText::new().render(&card).messages, [""]);
}
