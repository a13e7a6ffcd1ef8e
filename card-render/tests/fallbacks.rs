//! What stands for a text that is a part of an element: a column of a div, the text beside a picture, a title.

#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use card_model::{Card, Div, Header, Img, Link, Markdown, PicText, Text, TextElement, spec::Limit};
use card_render::{
    DingTalk, Fit, LossKind, PlainText, Rendered, Report, Severity, Target, WeCom, Wps, Wps365,
    WpsWebhook, dingtalk, preview, wecom,
};
use serde_json::{Value, json};

const GOOD: &str = "https://a.cn/1";
const BAD: &str = "javascript:alert(1)";

/// What a target makes of a card.
struct Sent {
    target: &'static str,
    messages: Value,
    report: Report,
}

impl Sent {
    fn new<M: serde_core::Serialize>(target: &'static str, rendered: Rendered<M>) -> Self {
        Self {
            target,
            messages: serde_json::to_value(rendered.messages).unwrap(),
            report: rendered.report,
        }
    }

    fn says(&self, word: &str) -> bool {
        self.messages.to_string().contains(word)
    }

    /// The entries that are more than information, without their sentences.
    fn worse(&self) -> Vec<(&str, &str, LossKind, Severity)> {
        let worse = self
            .report
            .iter()
            .filter(|loss| loss.severity > Severity::Info);
        worse
            .map(|loss| (&*loss.pointer, &*loss.element, loss.kind, loss.severity))
            .collect()
    }

    /// Where those are.
    fn places(&self) -> Vec<&str> {
        self.worse().iter().map(|(pointer, ..)| *pointer).collect()
    }

    /// The sentences of what is said of `pointer`, and of everything in it.
    fn of(&self, pointer: &str) -> Vec<&str> {
        let of = self.report.iter().filter(|loss| {
            let rest = loss.pointer.strip_prefix(pointer);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        });
        of.map(|loss| loss.detail.as_str()).collect()
    }

    /// The one sentence that is said of `pointer`.
    fn one(&self, pointer: &str) -> &str {
        let [said] = self.of(pointer)[..] else {
            panic!("{}: {}", self.target, self.report)
        };
        said
    }
}

fn known(email: &str) -> Option<&'static str> {
    (email == "lin@wps.cn").then_some("linliang")
}

/// The card on every target that is not sent as it is. It has a title, of which messages are made that want one, and a link.
fn everywhere(card: &Card) -> Vec<Sent> {
    let mut card = card.clone().link("https://a.cn/card");
    card.header = card.header.or_else(|| Some(Header::new("标题")));
    let card = &card;
    let we = |format| {
        WeCom::new()
            .people(known)
            .format(format)
            .fit(Fit::Reject)
            .render(card)
    };
    let ding = |format| DingTalk::new().people(known).format(format).render(card);
    vec![
        Sent::new("WeCom", WeCom::new().people(known).render(card)),
        Sent::new("WeCom markdown", we(wecom::Format::Markdown)),
        Sent::new("WeCom markdown_v2", we(wecom::Format::MarkdownV2)),
        Sent::new("WeCom template_card", we(wecom::Format::TemplateCard)),
        Sent::new("WeCom text", we(wecom::Format::Text)),
        Sent::new("DingTalk", DingTalk::new().people(known).render(card)),
        Sent::new("DingTalk markdown", ding(dingtalk::Format::Markdown)),
        Sent::new("DingTalk actionCard", ding(dingtalk::Format::ActionCard)),
        Sent::new("DingTalk text", ding(dingtalk::Format::Text)),
        Sent::new("robot markdown", WpsWebhook::new().markdown().render(card)),
        Sent::new("robot text", WpsWebhook::new().text().render(card)),
        Sent::new("plain text", PlainText::new().render(card)),
        Sent::new(
            "WPS 365",
            Wps365::new().company("c").people(known).render(card),
        ),
    ]
}

/// A text of which every target loses something.
fn lossy() -> Markdown {
    Markdown::new()
        .bold("原文")
        .at("lin@wps.cn", "林亮")
        .at("who@wps.cn", "谁")
        .a(BAD, "看")
        .a(GOOD, "去")
}

/// That nothing of a lossy text is sent, and nobody is notified by it.
fn is_replaced(sent: &Sent) {
    for part in ["原文", "林亮", "linliang", "lin@", "who@", BAD, GOOD] {
        assert!(!sent.says(part), "{}: {}", sent.target, sent.messages);
    }
}

fn plain(card: &Card) -> String {
    PlainText::new().render(card).messages.concat()
}

#[test]
fn a_column_says_its_fallback() {
    let one = Div::new([lossy().fallback("见 WPS")]);
    let right = Div::new([Markdown::from("负责人"), lossy().fallback("见 WPS")]);
    let left = Div::new([lossy().fallback("见 WPS"), Markdown::from("负责人")]);
    for (div, place) in [(one, 0), (right, 1), (left, 0)] {
        let pointer = format!("/elements/0/fields/{place}");
        let has_other = div.fields.len() > 1;
        for sent in everywhere(&Card::new().div(div)) {
            is_replaced(&sent);
            assert!(sent.says("见 WPS"), "{}: {}", sent.target, sent.messages);
            assert_eq!(sent.says("负责人"), has_other, "{}", sent.target);
            let replaced = (
                pointer.as_str(),
                "markdown",
                LossKind::Replaced,
                Severity::Degraded,
            );
            assert_eq!(sent.worse(), [replaced], "{}", sent.target);
            let said = sent.one(&pointer);
            assert!(said.starts_with("its fallback stands there: "), "{said}");
        }
    }
}

#[test]
fn a_column_is_left_out() {
    let div = Div::new([Markdown::from("负责人"), lossy().fallback("drop")]);
    for sent in everywhere(&Card::new().div(div)) {
        is_replaced(&sent);
        assert!(sent.says("负责人"), "{}: {}", sent.target, sent.messages);
        assert_eq!(sent.worse(), [], "{}", sent.target);
        let said = sent.one("/elements/0/fields/1");
        assert!(
            said.starts_with("left out, as its fallback says: "),
            "{said}"
        );
    }
}

#[test]
fn both_columns_have_one() {
    let both = |left: &str, right: &str| {
        let columns = [left, right].map(|text| lossy().fallback(text.to_owned()));
        Card::new().text("x").div(Div::new(columns).division("6:6"))
    };
    let card = both("甲", "乙");
    assert_eq!(plain(&card), "x\n\n甲  乙");
    for sent in everywhere(&card) {
        is_replaced(&sent);
        assert!(sent.says("甲") && sent.says("乙"), "{}", sent.target);
        assert_eq!(
            sent.places(),
            ["/elements/1/fields/0", "/elements/1/fields/1"]
        );
    }
    assert_eq!(plain(&both("drop", "乙")), "x\n\n乙");
    for sent in everywhere(&both("drop", "drop")) {
        is_replaced(&sent);
        assert_eq!(sent.worse(), [], "{}", sent.target);
    }
    let newer = Wps365::new().render(&both("drop", "drop"));
    let [message] = &newer.messages[..] else {
        panic!("{newer:?}")
    };
    message.card.validate().unwrap();
    let places: Vec<_> = newer.report.iter().map(|loss| &*loss.pointer).collect();
    assert_eq!(
        places,
        [
            "/elements/1/fields/0",
            "/elements/1/fields/1",
            "/elements/1/division"
        ]
    );
}

#[test]
fn the_link_of_a_div_stays_without_its_columns() {
    let div = || Div::new([lossy().fallback("drop")]).link("https://a.cn/2");
    for sent in everywhere(&Card::new().div(div())) {
        assert!(
            sent.says("https://a.cn/2"),
            "{}: {}",
            sent.target,
            sent.messages
        );
        assert!(!sent.says("原文"), "{}", sent.target);
    }
    assert_eq!(plain(&Card::new().div(div())), "查看详情 (https://a.cn/2)");
}

#[test]
fn a_text_beside_a_picture_says_its_fallback() {
    let img = || Img::new("k").alt("趋势");
    let card = Card::new().pic_text(PicText::new(img(), lossy().fallback("见 WPS")));
    for sent in everywhere(&card) {
        is_replaced(&sent);
        assert!(sent.says("见 WPS"), "{}: {}", sent.target, sent.messages);
        assert!(sent.says("趋势"), "{}: {}", sent.target, sent.messages);
        let said = sent.one("/elements/0/text");
        assert!(said.starts_with("its fallback stands there: "), "{said}");
        let replaced = (
            "/elements/0/text",
            "markdown",
            LossKind::Replaced,
            Severity::Degraded,
        );
        assert!(sent.worse().contains(&replaced));
        // What the picture loses is said as before.
        assert_eq!(sent.of("/elements/0/img").len(), 1);
    }
    assert_eq!(plain(&card), "[图片：趋势]\n见 WPS");
    let card = Card::new().pic_text(PicText::new(img(), lossy().fallback("drop")));
    for sent in everywhere(&card) {
        is_replaced(&sent);
        assert!(sent.says("趋势"), "{}: {}", sent.target, sent.messages);
        assert_eq!(sent.of("/elements/0/text").len(), 1, "{}", sent.target);
    }
    assert_eq!(plain(&card), "[图片：趋势]");
}

#[test]
fn the_link_of_a_pic_text_stays() {
    let img = || Img::new("k").fallback("drop");
    let there = |text: Markdown| PicText::new(img(), text).link("https://a.cn/2");
    let text = Card::new().pic_text(there(lossy().fallback("见 WPS")));
    assert_eq!(plain(&text), "见 WPS (https://a.cn/2)");
    let own = lossy().link("https://a.cn/2").fallback("见 WPS");
    let own = Card::new().pic_text(PicText::new(img(), own));
    assert_eq!(plain(&own), plain(&text));
    let nothing = Card::new().pic_text(there(lossy().fallback("drop")));
    assert_eq!(plain(&nothing), "查看详情 (https://a.cn/2)");
    for card in [text, own, nothing] {
        for sent in everywhere(&card) {
            assert!(
                sent.says("https://a.cn/2"),
                "{}: {}",
                sent.target,
                sent.messages
            );
            is_replaced(&sent);
        }
    }
    let gone = Card::new().pic_text(PicText::new(img(), lossy().fallback("drop")));
    assert_eq!(elements(&gone), Value::Null);
}

/// The elements on WPS 365.
fn elements(card: &Card) -> Value {
    let newer = Wps365::new().render(card);
    let message = serde_json::to_value(&newer.messages[0]).unwrap();
    message["content"]["card"]["i18n_items"][0]["value"]["elements"].clone()
}

#[test]
fn what_is_written_on_each_target() {
    let card = Card::new()
        .div(Div::new([
            Markdown::from("**负责人**"),
            Markdown::new().at("who@wps.cn", "谁").fallback("*见* WPS"),
        ]))
        .pic_text(PicText::new(
            Img::new("k").url("https://a.cn/1.png").alt("甲"),
            Markdown::new().at("who@wps.cn", "谁").fallback("# 乙"),
        ));
    let wecom = serde_json::to_value(&WeCom::new().render(&card).messages[0]).unwrap();
    assert_eq!(
        wecom["markdown_v2"]["content"],
        "| 负责人 | *见＊ WPS |\n| :--- | :--- |\n\n![甲](https://a.cn/1.png)  \n＃ 乙"
    );
    let dingtalk = serde_json::to_value(&DingTalk::new().render(&card).messages[0]).unwrap();
    assert_eq!(
        dingtalk["markdown"]["text"],
        "- **负责人**：*见&#42; WPS\n\n![甲](https://a.cn/1.png)  \n&#35; 乙"
    );
    let text = |kind: &str, content: &str| json!({"tag": "text", "text": {"type": kind, "content": content}});
    assert_eq!(
        elements(&card),
        json!([
            {"div": {"tag": "div", "division": "middle", "fields": [
                text("markdown", "**负责人**"),
                text("plain", "*见* WPS"),
            ]}},
            {"text": text("markdown", "[甲](https://a.cn/1.png)\n\n＃ 乙")},
        ])
    );
}

#[test]
fn a_fallback_around_it_stands_for_what_is_still_lost() {
    let div = |inner: &str| {
        Div::new([Markdown::from("负责人"), lossy().fallback(inner.to_owned())]).fallback("整行")
    };
    for sent in everywhere(&Card::new().div(div("见 WPS"))) {
        assert!(sent.says("整行"), "{}: {}", sent.target, sent.messages);
        assert!(
            !sent.says("见 WPS") && !sent.says("负责人"),
            "{}",
            sent.target
        );
        is_replaced(&sent);
        let replaced = ("/elements/0", "div", LossKind::Replaced, Severity::Degraded);
        assert_eq!(sent.worse(), [replaced], "{}", sent.target);
        let said = sent.one("/elements/0");
        assert_eq!(said.matches("fallback").count(), 1, "{said}");
    }
    for sent in everywhere(&Card::new().div(div("drop"))) {
        assert!(sent.says("负责人"), "{}: {}", sent.target, sent.messages);
        assert!(!sent.says("整行"), "{}", sent.target);
        assert_eq!(sent.of("/elements/0/fields/1").len(), 1, "{}", sent.target);
    }
    let pic_text = PicText::new(Img::new("k").fallback("drop"), lossy().fallback("见 WPS"));
    for sent in everywhere(&Card::new().pic_text(pic_text.fallback("整块"))) {
        assert!(sent.says("整块") && !sent.says("见 WPS"), "{}", sent.target);
        assert_eq!(sent.of("/elements/0").len(), 1, "{}", sent.target);
    }
}

#[test]
fn where_nothing_is_lost_it_is_not_used() {
    let words = || Markdown::from("*原文*").fallback("见 WPS");
    let img = Img::new("k").url("https://a.cn/1.png");
    let card = Card::new()
        .header({
            let mut header = Header::new("");
            header.title = words().into();
            header
        })
        .div(Div::new([words(), words()]))
        .pic_text(PicText::new(img, words()));
    for sent in everywhere(&card) {
        assert_eq!(sent.messages.to_string().matches("见 WPS").count(), 0);
        assert!(sent.says("原文"), "{}: {}", sent.target, sent.messages);
    }
    // These take the card as it is.
    let card = Card::new().div(Div::new([lossy().fallback("见 WPS")]));
    let robot = serde_json::to_string(&WpsWebhook::new().render(&card).messages).unwrap();
    let wps = serde_json::to_string(&Wps::new().render(&card).messages).unwrap();
    assert!(robot.contains("原文") && wps.contains("原文"));
    assert!(!robot.contains("见 WPS") && !wps.contains("见 WPS"));
}

#[test]
fn a_text_without_markup_has_one_as_well() {
    let text = || Text::new("原文").link(BAD).fallback("见 WPS");
    let div = Div::new([TextElement::from(Text::new("负责人")), text().into()]);
    for sent in everywhere(&Card::new().div(div)) {
        assert!(sent.says("见 WPS") && !sent.says("原文"), "{}", sent.target);
        let replaced = (
            "/elements/0/fields/1",
            "text",
            LossKind::Replaced,
            Severity::Degraded,
        );
        assert_eq!(sent.worse(), [replaced], "{}", sent.target);
    }
}

#[test]
fn a_title_has_one_as_well() {
    let header = |title: Markdown, subtitle: Markdown| {
        let mut header = Header::new("");
        header.title = title.into();
        header.subtitle = Some(subtitle.into());
        Card::new().header(header).text("x")
    };
    let card = header(lossy().fallback("题"), lossy().fallback("副"));
    assert_eq!(plain(&card), "题\n副\n\nx");
    for sent in everywhere(&card) {
        assert!(
            sent.says("题") && sent.says("副"),
            "{}: {}",
            sent.target,
            sent.messages
        );
        assert_eq!(
            sent.places(),
            ["/header/title", "/header/subtitle"],
            "{}",
            sent.target
        );
        assert!(!sent.says(BAD) && !sent.says("linliang"), "{}", sent.target);
    }
    let card = header(lossy().fallback("drop"), Markdown::from("副"));
    assert_eq!(plain(&card), "副\n\nx");
    let card = header(Markdown::from("题"), lossy().fallback("drop"));
    assert_eq!(plain(&card), "题\n\nx");
    let card = header(lossy().fallback("drop"), lossy().fallback("drop"));
    assert_eq!(plain(&card), "x");
    for sent in everywhere(&card) {
        assert_eq!(sent.worse(), [], "{}", sent.target);
        assert_eq!(sent.of("/header/title").len(), 1, "{}", sent.target);
    }
}

#[test]
fn nobody_is_notified_by_a_text_that_is_replaced() {
    let card = Card::new()
        .div(Div::new([lossy().fallback("见 WPS")]))
        .markdown(Markdown::new().at("wang@wps.cn", "王晴"));
    let people = |email: &str| Some(email.split('@').next()?.to_owned()).filter(|id| id != "who");
    let dingtalk = DingTalk::new().people(people).render(&card);
    let dingtalk = serde_json::to_value(&dingtalk.messages[0]).unwrap();
    assert_eq!(dingtalk["at"], json!({"atUserIds": ["wang"]}));
    let format = wecom::Format::Text;
    let text = WeCom::new().people(people).format(format).render(&card);
    let text = serde_json::to_value(&text.messages[0]).unwrap();
    assert_eq!(text["text"]["mentioned_list"], json!(["wang"]));
    let newer = Wps365::new().company("c").people(people).render(&card);
    assert_eq!(newer.messages[0].mentions.len(), 1);
    let mention = serde_json::to_value(&newer.messages[0].mentions[0]).unwrap();
    assert_eq!(mention["identity"]["id"], "wang");
}

#[test]
fn the_links_of_a_text_that_is_replaced_are_not_said_to_lead_nowhere() {
    let text = || {
        Markdown::from("[看]($url_val)")
            .href("url_val", Link::new("https://a.cn/3"))
            .a(BAD, "谁")
            .fallback("见 WPS")
    };
    let card = Card::new()
        .div(Div::new([text()]))
        .pic_text(PicText::new(Img::new("k"), text()));
    for sent in everywhere(&card) {
        assert!(
            !sent.says("https://a.cn/3"),
            "{}: {}",
            sent.target,
            sent.messages
        );
        assert_eq!(sent.of("/elements/0/fields/0").len(), 1, "{}", sent.target);
        assert_eq!(sent.of("/elements/1/href").len(), 0, "{}", sent.target);
        assert_eq!(sent.of("/elements/1/text").len(), 1, "{}", sent.target);
    }
}

#[test]
fn the_format_is_chosen_as_for_an_element() {
    let table = || Markdown::from("| 甲 | 乙 |\n|---|---|\n| 1 | 2 |");
    let mention = |fallback: Option<&str>| {
        let mut markdown = Markdown::new().at("lin@wps.cn", "林亮");
        markdown.fallback = fallback.map(|text| Box::new(text.to_owned().into()));
        markdown
    };
    for fallback in [None, Some("drop"), Some("见 WPS"), Some(" ")] {
        let chosen = |card: Card| {
            let rendered = WeCom::new().people(known).render(&card.markdown(table()));
            serde_json::to_value(&rendered.messages[0]).unwrap()["msgtype"].clone()
        };
        let element = chosen(Card::new().markdown(mention(fallback)));
        assert_eq!(
            element == "markdown_v2",
            fallback == Some("drop"),
            "{element}"
        );
        let column = chosen(Card::new().div(Div::new([mention(fallback)])));
        assert_eq!(column, element, "{fallback:?}");
        let img = Img::new("k").alt("x").fallback("drop");
        let beside = chosen(Card::new().pic_text(PicText::new(img, mention(fallback))));
        assert_eq!(beside, element, "{fallback:?}");
    }
}

#[test]
fn a_long_card_is_split_between_them() {
    let mut card = Card::new().header("名单");
    for number in 0..60 {
        card = card.div(Div::new([
            Markdown::new().bold(format!("第{number}个")),
            lossy().fallback(if number % 2 == 0 { "见 WPS" } else { "drop" }),
        ]));
    }
    let limit = Limit::chars(100);
    let split = PlainText::new()
        .limit(limit)
        .fit(Fit::Split { max_parts: 20 })
        .render(&card);
    assert!(split.messages.len() > 3);
    assert!(
        split
            .messages
            .iter()
            .all(|part| limit.allows(limit.measure(part)))
    );
    let all = split.messages.concat();
    assert_eq!(all.matches("见 WPS").count(), 30);
    assert!((0..60).all(|number| all.contains(&format!("第{number}个"))));
    assert!(!all.contains("原文"));
    let columns = split
        .report
        .iter()
        .filter(|loss| loss.pointer.ends_with("/fields/1"));
    assert_eq!(columns.count(), 60);
    // What is cut off is said instead.
    let cut = PlainText::new().limit(limit).render(&card);
    let last = cut
        .report
        .iter()
        .filter(|loss| loss.pointer.starts_with("/elements/59"));
    let last: Vec<_> = last
        .map(|loss| (loss.pointer.as_str(), loss.severity))
        .collect();
    assert_eq!(last, [("/elements/59", Severity::Lost)]);
}

#[test]
fn the_preview_shows_what_is_sent() {
    let card = Card::new().div(Div::new([
        Markdown::from("负责人"),
        lossy().fallback("见 WPS"),
    ]));
    let html = preview(&card);
    assert!(html.contains("见 WPS") && html.contains("/elements/0/fields/1"));
}

#[test]
fn a_fallback_is_data() {
    let hostile = "**粗** <@all> [x](https://evil.cn) | a";
    let text = || {
        Markdown::new()
            .strike("原文")
            .at("who@wps.cn", "谁")
            .fallback(hostile)
    };
    let card = Card::new()
        .div(Div::new([Markdown::from("甲"), text()]))
        .pic_text(PicText::new(Img::new("k"), text()));
    let as_element = Card::new()
        .div(Div::new([
            TextElement::from(Markdown::from("甲")),
            Text::new(hostile).into(),
        ]))
        .pic_text(PicText::new(Img::new("k"), Text::new(hostile)));
    for (sent, plain) in everywhere(&card).iter().zip(everywhere(&as_element)) {
        assert_eq!(sent.messages, plain.messages, "{}", sent.target);
    }
}
