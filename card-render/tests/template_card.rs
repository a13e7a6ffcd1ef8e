//! What a card becomes as a `template_card`: within the lengths that the platform recommends.
#![allow(clippy::indexing_slicing, reason = "a `Value` gives `Null`")]

use card_model::{Action, Button, Card, Div, Header, Img, Markdown};
use card_render::{Rendered, Target, WeCom, wecom};
use serde_json::{Value, json};

const URL: &str = "https://ci.example.com/";

fn render(card: &Card) -> Rendered<wecom::Message> {
    let rendered = WeCom::new()
        .format(wecom::Format::TemplateCard)
        .render(card);
    for message in &rendered.messages {
        assert_eq!(message.validate(), Ok(()), "{message:?}");
    }
    rendered
}

fn template(card: &Card) -> Value {
    let message = serde_json::to_value(render(card).messages.first());
    message.unwrap_or_default()["template_card"].take()
}

fn linked() -> Card {
    Card::new().header("周报").link(URL)
}

fn pair(key: &str, value: &str) -> Div {
    let bold = Markdown::new().bold(key.to_owned());
    Div::new([bold, Markdown::new().text(value.to_owned())])
}

/// `length` characters, the last of which says that there were more.
fn cut(length: usize) -> String {
    "字".repeat(length - 1) + "…"
}

#[test]
fn texts_keep_to_their_recommended_lengths() {
    let card = |excess: usize| {
        let text = |length: usize| "字".repeat(length + excess);
        Card::new()
            .header(Header::new(text(26)).subtitle(text(30)))
            .text(text(112))
            .action(Action::new([Button::new(text(13)).href(URL)]))
    };
    let whole = template(&card(0));
    assert_eq!(whole["main_title"]["title"], "字".repeat(26));
    assert_eq!(whole["main_title"]["desc"], "字".repeat(30));
    assert_eq!(whole["sub_title_text"], "字".repeat(112));
    assert_eq!(whole["jump_list"][0]["title"], "字".repeat(13));
    let longer = template(&card(1));
    assert_eq!(longer["main_title"]["title"], cut(26));
    assert_eq!(longer["main_title"]["desc"], cut(30));
    assert_eq!(longer["sub_title_text"], cut(112));
    assert_eq!(longer["jump_list"][0]["title"], cut(13));
    let clamped =
        |loss: &&card_render::Loss| matches!(loss.kind, card_render::LossKind::Clamped { .. });
    let lost = |excess| {
        let report = render(&card(excess)).report;
        report.iter().filter(clamped).count()
    };
    assert_eq!((lost(0), lost(1)), (0, 4));
}

#[test]
fn short_pairs_are_rows() {
    let (key, value) = ("五个字的键", "v".repeat(26));
    let row = |key: &str, value: &str| linked().div(pair(key, value));
    assert_eq!(
        template(&row(key, &value))["horizontal_content_list"],
        json!([{"keyname": key, "value": value}])
    );
    assert_eq!(
        render(&row(key, &value)).report.to_string(),
        "/elements/0/fields/0/content/text: WeCom template_card has no bold text: unstyled text instead"
    );
    for (key, value) in [("六个字的键值", "v"), ("k", &*"v".repeat(27))] {
        let card = template(&row(key, value));
        assert!(card.get("horizontal_content_list").is_none(), "{card}");
        assert_eq!(card["sub_title_text"], format!("{key}：{value}"));
        let report = render(&row(key, value)).report.to_string();
        let lines = "\n/elements/0: WeCom template_card has no columns: lines of text instead";
        assert!(report.ends_with(lines), "{report}");
    }
    let seven = (0..7).fold(linked(), |card, index| {
        card.div(pair("k", &index.to_string()))
    });
    let card = template(&seven);
    assert_eq!(
        card["horizontal_content_list"].as_array().map(Vec::len),
        Some(6)
    );
    assert_eq!(card["sub_title_text"], "k：6");
}

#[test]
fn a_picture_has_entries_below_it() {
    let chart = || linked().img(Img::new("K").url(format!("{URL}chart.png")));
    let titles = |card: &Value| -> Vec<String> {
        let entries = card["vertical_content_list"].as_array();
        let title = |entry: &Value| entry["title"].to_string();
        entries.into_iter().flatten().map(title).collect()
    };
    let card = template(&(0..5).fold(chart(), |card, index| card.text(format!("t{index}"))));
    assert_eq!(card["card_type"], "news_notice");
    assert_eq!(titles(&card), ["\"t0\"", "\"t1\"", "\"t2\"", "\"t3\""]);
    assert_eq!(card["vertical_content_list"][3]["desc"], "t4");

    let card = template(&chart().text("字".repeat(26)).text("字".repeat(27)));
    assert_eq!(
        card["vertical_content_list"],
        json!([
            {"title": "字".repeat(26)},
            {"title": "内容", "desc": "字".repeat(27)},
        ])
    );
    let card = template(&chart().text("字".repeat(113)));
    assert_eq!(card["vertical_content_list"][0]["desc"], cut(112));
}

#[test]
fn it_leads_somewhere() {
    let button = || Action::new([Button::new("查看").href("https://b.example/")]);
    let text = || Markdown::from("[日志](https://t.example/)");
    let leads = |card: &Card| template(card)["card_action"].take();
    let url = |url: &str| json!({"type": 1, "url": url});
    let card = || Card::new().header("周报").markdown(text());
    assert_eq!(leads(&card()), url("https://t.example/"));
    assert_eq!(leads(&card().action(button())), url("https://b.example/"));
    assert_eq!(leads(&card().action(button()).link(URL)), url(URL));

    let rendered = render(&Card::new().header("周报"));
    assert!(matches!(
        rendered.messages.as_slice(),
        [wecom::Message::Markdown(_)]
    ));
    assert_eq!(
        rendered.report.to_string(),
        "the card: this is a `markdown`: a `template_card` has to lead somewhere, and the card has no link"
    );
}
