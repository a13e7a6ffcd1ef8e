//! The table of what each format shows, held to the renderers: a specimen of each feature, rendered to each format.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

use message_card::{
    prelude::*,
    spec::{Feature, Format, Shown},
};
use serde_json::{Value, json};

/// A card with a feature, and what it has to hold for it.
struct Specimen {
    feature: Feature,
    card: Card,
    /// Every feature of the card, with the place that the report has for it.
    holds: Vec<(Feature, &'static str)>,
}

/// A card that a format shows in another way than its cell says: what, how much that is, and why.
const EXCEPTIONS: &[(Feature, Format, Option<Severity>, &str)] = &[
    (
        Feature::At,
        Format::WeComMarkdown,
        Some(Severity::Info),
        "the platform fills in the name of a person",
    ),
    (
        Feature::At,
        Format::DingTalkMarkdown,
        Some(Severity::Info),
        "the platform fills in the name of a person",
    ),
    (
        Feature::At,
        Format::DingTalkActionCard,
        Some(Severity::Info),
        "the platform fills in the name of a person",
    ),
    (
        Feature::At,
        Format::DingTalkActionCard,
        Some(Severity::Degraded),
        "it is documented, and reported not to notify",
    ),
    (
        Feature::At,
        Format::DingTalkText,
        Some(Severity::Info),
        "the platform fills in the name of a person",
    ),
];

/// The text of most specimens, which stands in no note of the library's own.
const WORD: &str = "甲乙丙";
const PLACE: &str = "/elements/0";
const IN_TEXT: &str = "/elements/0/content/text";

#[test]
fn every_cell_is_what_the_renderers_do() {
    let mut wrong = Vec::new();
    for feature in Feature::ALL {
        for format in Format::ALL {
            let specimen = specimen(*feature);
            let rendered = render(&specimen.card, *format);
            let name = format!("{} in {}", feature.name(), format.name());
            let (found, expected) = (reported(&rendered), expected(&specimen, *format));
            if found != expected {
                let report = &rendered.report;
                wrong.push(format!(
                    "{name}: the table says {expected:?}\n{found:?}\n{report}"
                ));
            }
            if !stands(*feature, feature.shown(*format), &rendered) {
                let (form, text) = (feature.shown(*format).form(), &rendered.text);
                wrong.push(format!(
                    "{name}: {form} is not there\n{text}\n{}",
                    rendered.json
                ));
            }
            if !is_told(*feature, *format, &rendered.report) {
                wrong.push(format!("{name}: another reason\n{}", rendered.report));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn each_exception_is_one() {
    for (feature, format, severity, why) in EXCEPTIONS {
        assert_ne!(feature.shown(*format).severity(), *severity, "{why}");
    }
}

/// Where, what and how much.
type Entry = (String, LossKind, Severity);

fn expected(specimen: &Specimen, format: Format) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (feature, pointer) in &specimen.holds {
        // What stands for a button is told, its style with it.
        let is_told_with_button =
            *feature == Feature::ButtonStyle && Feature::Button.shown(format).severity().is_some();
        if is_told_with_button {
            continue;
        }
        let kind = kind(feature.shown(format));
        for severity in severities(*feature, format) {
            entries.push(((*pointer).to_owned(), kind, severity));
        }
    }
    sorted(entries)
}

/// Of what is told of a feature: what its cell says, or the exceptions.
fn severities(feature: Feature, format: Format) -> Vec<Severity> {
    let exceptions = EXCEPTIONS
        .iter()
        .filter(|(of, at, ..)| (*of, *at) == (feature, format));
    let mut severities: Vec<_> = exceptions.map(|(_, _, severity, _)| *severity).collect();
    if severities.is_empty() {
        severities.push(feature.shown(format).severity());
    }
    severities.into_iter().flatten().collect()
}

/// What the report has, but for look-alikes, which stand in any text and take nothing from it, and for the word in a message
/// without text.
fn reported(rendered: &Seen) -> Vec<Entry> {
    let entry = |loss: &Loss| (loss.pointer.clone(), loss.kind, loss.severity);
    let own = [
        (PLACE.to_owned(), LossKind::Rewritten, Severity::Info),
        (String::new(), LossKind::Replaced, Severity::Info),
    ];
    let entries = rendered.report.iter().map(entry);
    sorted(entries.filter(|entry| !own.contains(entry)).collect())
}

fn sorted(mut entries: Vec<Entry>) -> Vec<Entry> {
    entries.sort_by_key(|entry| format!("{entry:?}"));
    entries
}

fn kind(shown: Shown) -> LossKind {
    match shown {
        Shown::As(_) | Shown::Replaced(..) => LossKind::Replaced,
        Shown::Dropped(_) => LossKind::Dropped,
        Shown::MentionLost(_) => LossKind::MentionLost,
        other => panic!("{other:?} has no kind"),
    }
}

/// Whether the report says what stands in the place of the feature, and on which format.
fn is_told(feature: Feature, format: Format, report: &Report) -> bool {
    let shown = feature.shown(format);
    let told: &[&str] = match (feature, shown) {
        (_, Shown::As(_)) => return true,
        (Feature::ButtonStyle, _) if Feature::Button.shown(format).severity().is_some() => {
            return true;
        }
        (Feature::Language, _) => &["a message has one language"],
        (_, Shown::Dropped(_)) => &[format.name(), feature.noun(), "left out"],
        (Feature::AtUnknown, _) => &[format.name(), shown.form(), "it is not known who that is"],
        (Feature::Font, _) if format == Format::WeComMarkdown => {
            &[format.name(), "`warning` instead"]
        }
        (Feature::Font, _) => &[format.name(), shown.form()],
        _ => &[format.name(), feature.noun(), shown.form()],
    };
    let says = |loss: &Loss| told.iter().all(|words| loss.detail.contains(words));
    report.iter().any(says)
}

/// What a format made of a card.
struct Seen {
    json: Value,
    /// The text of the message.
    text: String,
    report: Report,
}

fn known(email: &str) -> Option<&'static str> {
    (email == "lin@wps.cn").then_some("linliang")
}

fn render(card: &Card, format: Format) -> Seen {
    let url = "https://a.cn/other";
    match format {
        Format::WeComMarkdown => wecom(card, wecom::Format::Markdown, "/markdown/content"),
        Format::WeComMarkdownV2 => wecom(card, wecom::Format::MarkdownV2, "/markdown_v2/content"),
        Format::WeComTemplateCard => {
            // One without a link becomes another format.
            let card = card.clone().link("https://a.cn/whole");
            wecom(
                &card,
                wecom::Format::TemplateCard,
                "/template_card/sub_title_text",
            )
        }
        Format::WeComText => wecom(card, wecom::Format::Text, "/text/content"),
        Format::DingTalkMarkdown => dingtalk(card, dingtalk::Format::Markdown, "/markdown/text"),
        Format::DingTalkActionCard => {
            // One without such a button becomes another format, and one alone takes every tap.
            let buttons = ["另", "又"].map(|label| Button::new(label).href(url));
            let action = Action::new(buttons);
            let mut card = card.clone();
            card.elements.push(action.into());
            dingtalk(&card, dingtalk::Format::ActionCard, "/actionCard/text")
        }
        Format::DingTalkText => dingtalk(card, dingtalk::Format::Text, "/text/content"),
        Format::WpsMarkdown => seen(WpsWebhook::new().markdown().render(card), "/markdown/text"),
        Format::WpsText => seen(WpsWebhook::new().text().render(card), "/text/content"),
        Format::PlainText => seen(PlainText::new().render(card), ""),
        Format::Wps365 => wps365(card),
        other => panic!("{other:?} has no renderer"),
    }
}

fn wecom(card: &Card, format: wecom::Format, text: &str) -> Seen {
    seen(WeCom::new().people(known).format(format).render(card), text)
}

fn dingtalk(card: &Card, format: dingtalk::Format, text: &str) -> Seen {
    seen(
        DingTalk::new().people(known).format(format).render(card),
        text,
    )
}

/// A card, with its texts as lines.
fn wps365(card: &Card) -> Seen {
    let target = Wps365::new().company("11111").people(known);
    let rendered = target.render(card);
    let json = serde_json::to_value(&rendered.messages).expect("a message is JSON");
    let mut lines = Vec::new();
    contents(&json, &mut lines);
    Seen {
        text: lines.join("\n"),
        json,
        report: rendered.report,
    }
}

fn contents<'j>(json: &'j Value, found: &mut Vec<&'j str>) {
    match json {
        Value::Array(items) => items.iter().for_each(|item| contents(item, found)),
        Value::Object(fields) => {
            for (name, field) in fields {
                match field {
                    Value::String(text) if name == "content" => found.push(text),
                    field => contents(field, found),
                }
            }
        }
        _ => {}
    }
}

/// Where a card of WPS 365 says something in its first language.
fn value(place: &str) -> String {
    format!("/0/content/card/i18n_items/0/value{place}")
}

fn seen<M: serde::Serialize>(rendered: Rendered<M>, text: &str) -> Seen {
    assert_eq!(rendered.messages.len(), 1);
    let json = serde_json::to_value(&rendered.messages[0]).expect("a message is JSON");
    let text = json.pointer(text).and_then(Value::as_str);
    // A `news_notice` has no text, a `text_notice` need not have one.
    assert!(
        text.is_some() || json["msgtype"] == "template_card",
        "{json}"
    );
    Seen {
        text: text.unwrap_or_default().to_owned(),
        json,
        report: rendered.report,
    }
}

impl Seen {
    fn has(&self, part: &str) -> bool {
        self.text.contains(part)
    }

    /// Whether the text, or a text of a `template_card`, is this one.
    fn has_line(&self, line: &str) -> bool {
        self.text.lines().any(|found| found.trim_end() == line)
            || self.at("/template_card/vertical_content_list/0/title", line)
    }

    fn at(&self, pointer: &str, text: &str) -> bool {
        self.json.pointer(pointer).and_then(Value::as_str) == Some(text)
    }

    /// Whether this is nowhere in the message.
    fn lacks(&self, part: &str) -> bool {
        !self.json.to_string().contains(part)
    }
}

/// The specimen of a feature.
#[allow(clippy::too_many_lines)]
fn specimen(feature: Feature) -> Specimen {
    let mut holds = vec![];
    let card = match feature {
        Feature::Title => {
            holds.push((Feature::Title, "/header/title"));
            card! { <card><header title={WORD}/><text>"丁"</text></card> }
        }
        Feature::Subtitle => {
            holds.push((Feature::Subtitle, "/header/subtitle"));
            card! { <card><header title="丁" subtitle={WORD}/></card> }
        }
        Feature::Template => {
            holds.push((Feature::Template, "/header/template"));
            card! { <card><header title="丁" template="crimson"/></card> }
        }
        Feature::Text => {
            holds.push((Feature::Text, PLACE));
            card! { <card><text>"甲*乙*丙" <br/> "1. 丁"</text></card> }
        }
        Feature::Font => {
            holds.push((Feature::Font, IN_TEXT));
            card! { <card><markdown>"丁" <font color="#ff0000">{WORD}</font></markdown></card> }
        }
        Feature::At => {
            holds.push((Feature::At, IN_TEXT));
            card! { <card><markdown><at email="lin@wps.cn">{WORD}</at></markdown></card> }
        }
        Feature::AtUnknown => {
            // An address that cannot be written is nobody's, where the address is the id.
            holds.push((Feature::AtUnknown, IN_TEXT));
            card! { <card><markdown><at email="o'neil@wps.cn">{WORD}</at></markdown></card> }
        }
        Feature::ClientLink => {
            let link = Link::new("https://a.cn/1").pc_url("https://a.cn/2");
            holds.extend([
                (Feature::Link, IN_TEXT),
                (Feature::ClientLink, "/elements/0/href/url_val"),
            ]);
            card! { <card><markdown><a href={link}>{WORD}</a></markdown></card> }
        }
        Feature::Div => {
            holds.push((Feature::Div, PLACE));
            card! {
                <card>
                    <div>
                        <markdown>"开始" <br/> "09:00"</markdown>
                        <markdown>"耗时" <br/> {WORD}</markdown>
                    </div>
                </card>
            }
        }
        Feature::Hr | Feature::HrStyle => {
            holds.push((Feature::Hr, "/elements/1"));
            if feature == Feature::HrStyle {
                holds.push((Feature::HrStyle, "/elements/1/style"));
            }
            let style = (feature == Feature::HrStyle).then_some("dashes");
            card! { <card><text>"丁"</text><hr style={style}/><text>{WORD}</text></card> }
        }
        Feature::Img => {
            holds.push((Feature::Img, PLACE));
            card! { <card><img store_key="k" alt={WORD} url="https://a.cn/1.png"/></card> }
        }
        Feature::ImgAlt => {
            holds.push((Feature::ImgAlt, PLACE));
            card! { <card><img store_key="k" alt={WORD}/></card> }
        }
        Feature::ImgBare => {
            holds.push((Feature::ImgBare, PLACE));
            card! { <card><img store_key="k"/></card> }
        }
        Feature::PicText => {
            holds.extend([
                (Feature::PicText, PLACE),
                (Feature::ImgAlt, "/elements/0/img"),
            ]);
            card! {
                <card><picText><img store_key="k" alt="丁"/><markdown>{WORD}</markdown></picText></card>
            }
        }
        Feature::Button | Feature::ButtonStyle => {
            holds.push((Feature::Button, "/elements/0/actions/0"));
            if feature == Feature::ButtonStyle {
                holds.push((Feature::ButtonStyle, "/elements/0/actions/0/style"));
            }
            let style = (feature == Feature::ButtonStyle).then_some("secondary");
            card! {
                <card>
                    <action><button href="https://a.cn/1" style={style}>{WORD}</button></action>
                </card>
            }
        }
        Feature::Postback => {
            holds.push((Feature::Postback, "/elements/0/actions/0"));
            card! { <card><action><button key="back">{WORD}</button></action></card> }
        }
        Feature::Raw => {
            holds.push((Feature::Raw, PLACE));
            card! { <card><raw json={json!({"tag": "chart", "value": WORD})}/></card> }
        }
        Feature::Restrictions => {
            holds.extend([
                (feature, "/config/operator_allow"),
                (feature, "/config/todo_switch"),
                (feature, "/config/nonsupport_client"),
            ]);
            card! {
                <card>
                    <config operator_allow="none" todo_switch="on" hide_on="ios" hide_text={WORD}/>
                    <text>"丁"</text>
                </card>
            }
        }
        Feature::Settings => {
            holds.extend([
                (feature, "/config/filter_key"),
                (feature, "/config/update_single"),
            ]);
            card! {
                <card><config filter_key={WORD} update_single={true}/><text>"丁"</text></card>
            }
        }
        Feature::CardLink => {
            holds.push((Feature::CardLink, "/link"));
            card! { <card><link url="https://a.cn/whole"/><text>{WORD}</text></card> }
        }
        Feature::Language => {
            holds.push((Feature::Language, "/i18n/en-US"));
            card! { <card><text>"丁"</text><locale lang="en-US"><text>{WORD}</text></locale></card> }
        }
        _ => {
            holds.extend(written(feature).1.iter().map(|held| (*held, IN_TEXT)));
            Card::new().markdown(Markdown::new().source(written(feature).0))
        }
    };
    Specimen {
        feature,
        card,
        holds,
    }
}

/// The markdown of a feature, and its features.
fn written(feature: Feature) -> (&'static str, &'static [Feature]) {
    match feature {
        Feature::Bold => ("丁 **甲乙丙**", &[Feature::Bold]),
        Feature::Italic => ("丁 *甲乙丙*", &[Feature::Italic]),
        Feature::Strike => ("丁 ~~甲乙丙~~", &[Feature::Strike]),
        Feature::Link => ("[甲乙丙](https://a.cn/1)", &[Feature::Link]),
        Feature::Heading => ("## 甲乙丙", &[Feature::Heading]),
        Feature::Quote => ("> 甲乙丙", &[Feature::Quote]),
        Feature::QuoteNested => (
            "> 丁\n>\n> > 甲乙丙",
            &[Feature::Quote, Feature::QuoteNested],
        ),
        Feature::List => ("- 甲乙丙\n- 丁\n\n7. 丁", &[Feature::List]),
        Feature::Code => ("丁 `甲*乙*丙`", &[Feature::Code]),
        Feature::CodeBlock => ("```\n甲乙丙\n丁\n```", &[Feature::CodeBlock]),
        Feature::Table => ("| 丁 | 戊 |\n|---|---|\n| 甲乙丙 | 己 |", &[Feature::Table]),
        Feature::Image => ("![甲乙丙](https://a.cn/1.png)", &[Feature::Image]),
        other => panic!("{other:?} has no specimen"),
    }
}

/// Whether what the table says is in the message.
// An arm for each form of each feature.
#[allow(clippy::match_same_arms, clippy::too_many_lines)]
fn stands(feature: Feature, shown: Shown, seen: &Seen) -> bool {
    match (feature, shown.form()) {
        (Feature::Title, "`# title`") => seen.has_line("# 甲乙丙"),
        (Feature::Title, "`main_title.title`") => seen.at("/template_card/main_title/title", WORD),
        (Feature::Title, "`title` and `### title`") => {
            let title = seen
                .json
                .pointer("/markdown/title")
                .or(seen.json.pointer("/actionCard/title"));
            seen.has_line("### 甲乙丙") && title.is_some_and(|title| title == WORD)
        }
        (Feature::Title, "first line") => seen.text.lines().next() == Some(WORD),
        (Feature::Subtitle, "grey line, `comment`") => {
            seen.has_line("<font color=\"comment\">甲乙丙</font>")
        }
        (Feature::Subtitle, "grey line") => seen.has_line("<font color=\"#888888\">甲乙丙</font>"),
        (Feature::Subtitle, "line") => seen.has_line(WORD),
        (Feature::Subtitle, "second line") => seen.text.lines().nth(1) == Some(WORD),
        (Feature::Subtitle, "`main_title.desc`") => seen.at("/template_card/main_title/desc", WORD),
        (Feature::Template, "nothing") => seen.lacks("crimson"),
        (Feature::HrStyle, "nothing") => seen.lacks("dashes"),
        (Feature::ButtonStyle, "nothing") => seen.lacks("secondary"),
        (Feature::Settings | Feature::Restrictions | Feature::Language, "nothing") => {
            seen.lacks(WORD)
        }
        (Feature::Text, "lines, escaped") => !seen.has("甲*乙*丙") && seen.has("甲"),
        (Feature::Text, "lines" | "`sub_title_text`") => {
            seen.has_line("甲*乙*丙") && seen.has_line("1. 丁")
        }
        (Feature::Bold, "`**`") => seen.has("**甲乙丙**"),
        (Feature::Italic, "`*`") => seen.has("*甲乙丙*") && !seen.has("**"),
        (Feature::Strike, "`~~`") => seen.has("~~甲乙丙~~"),
        (Feature::Bold | Feature::Italic, "unstyled text")
        | (Feature::Strike, "text without the line")
        | (Feature::Font, "text without the colour") => {
            seen.has_line("丁 甲乙丙") || seen.has_line("丁甲乙丙")
        }
        (Feature::Font, "the nearest of `info`, `warning` and `comment`") => {
            seen.has("<font color=\"warning\">甲乙丙</font>")
        }
        (Feature::Font, "`<font color=\"#rrggbb\">`") => {
            seen.has("<font color=\"#ff0000\">甲乙丙</font>")
        }
        (Feature::Font, "`<font color='…'>`") => seen.has("<font color='#ff0000'>甲乙丙</font>"),
        (Feature::At, "`<@userid>`") => seen.has("<@linliang>"),
        (Feature::At, "name and `mentioned_list`") => {
            seen.has(WORD) && seen.at("/text/mentioned_list/0", "linliang")
        }
        (Feature::At, "`@id` and `at`") => {
            seen.has("@linliang") && seen.at("/at/atUserIds/0", "linliang")
        }
        (Feature::At, "`<at email>`") => seen.has("<at email=\"lin@wps.cn\">甲乙丙</at>"),
        (Feature::At | Feature::AtUnknown, "the name") => {
            seen.has_line(WORD) && seen.lacks("linliang")
        }
        (Feature::At | Feature::AtUnknown, "`@name`") => seen.has_line("@甲乙丙"),
        (Feature::Link, "`[t](u)`") => seen.has("[甲乙丙](https://a.cn/1)"),
        (Feature::Link, "`t (u)`") => seen.has("甲乙丙 (https://a.cn/1)"),
        (Feature::Link, "text and `jump_list`") => {
            seen.has_line(WORD)
                && seen.at("/template_card/jump_list/0/title", WORD)
                && seen.at("/template_card/jump_list/0/url", "https://a.cn/1")
        }
        (Feature::ClientLink, "one URL for every client") => {
            !seen.lacks("https://a.cn/1") && seen.lacks("https://a.cn/2")
        }
        (Feature::ClientLink, "deep link with both") => {
            seen.has("dingtalk://dingtalkclient/action/open_platform_link?pcLink=")
        }
        (Feature::Div, "`> **k**：v` lines") => {
            seen.has_line("> **开始**：09:00") && seen.has_line("> **耗时**：甲乙丙")
        }
        (Feature::Div, "`- **k**：v` lines") => {
            seen.has_line("- **开始**：09:00") && seen.has_line("- **耗时**：甲乙丙")
        }
        (Feature::Div, "a table") => {
            seen.has("| 开始 | 09:00 |\n| :--- | :--- |\n| 耗时 | 甲乙丙 |")
        }
        (Feature::Div, "`k  v` lines" | "lines of text") => {
            seen.has_line("开始  09:00") && seen.has_line("耗时  甲乙丙")
        }
        (Feature::Div, "`horizontal_content_list`") => {
            let row = "/template_card/horizontal_content_list/1";
            seen.at(&format!("{row}/keyname"), "耗时") && seen.at(&format!("{row}/value"), WORD)
        }
        (Feature::Hr, "a blank line") => seen.text == "丁\n\n甲乙丙",
        (Feature::Hr, "`---`") => seen.has("\n\n---\n\n"),
        (Feature::Hr, "line of `─`") => seen.has_line("────────"),
        (Feature::Hr, "nothing") => seen.lacks("---") && seen.lacks("─"),
        (Feature::Img, "its public copy, `![alt](url)`") | (Feature::Image, "`![alt](url)`") => {
            seen.has_line("![甲乙丙](https://a.cn/1.png)")
        }
        (Feature::Img, "its public copy, `card_image`") => {
            seen.at("/template_card/card_image/url", "https://a.cn/1.png")
        }
        (Feature::Img | Feature::Image, "a link to it" | "`[alt] url`") => {
            seen.has("甲乙丙") && seen.has("https://a.cn/1.png") && !seen.has("![")
        }
        (Feature::ImgAlt, "`[图片：alt]`") => seen.has_line("[图片：甲乙丙]"),
        (Feature::ImgBare, "`[图片]`") => seen.has_line("[图片]"),
        (Feature::PicText, "lines of text") => seen.has_line("[图片：丁]") && seen.has_line(WORD),
        (Feature::Button, "a link") => seen.has("[甲乙丙](https://a.cn/1)"),
        (Feature::Button, "`label: url`") => seen.has_line("甲乙丙: https://a.cn/1"),
        (Feature::Button, "`card_action` and `jump_list`") => {
            seen.at("/template_card/jump_list/0/title", WORD)
                && seen.at("/template_card/jump_list/0/url", "https://a.cn/1")
                && seen
                    .json
                    .pointer("/template_card/card_action/url")
                    .is_some()
        }
        (Feature::Button, "button") => {
            let buttons = seen.json.pointer("/actionCard/btns/0").expect("buttons");
            *buttons == json!({"title": WORD, "actionURL": "https://a.cn/1"})
        }
        (Feature::Postback, "a note") => seen.has("[按钮：甲乙丙，请在 WPS 中操作]"),
        (Feature::Raw, "a note") => seen.has("[组件：chart，请在 WPS 中查看]"),
        (Feature::Heading, "`#`") => seen.has_line("## 甲乙丙") || seen.has_line("#### 甲乙丙"),
        (Feature::Quote, "`>`") => seen.has_line("> 甲乙丙"),
        (Feature::QuoteNested, "`>>`") => seen.has_line("> > 甲乙丙"),
        (Feature::QuoteNested, "one level") => seen.has_line("> 甲乙丙"),
        (Feature::Quote | Feature::QuoteNested | Feature::CodeBlock, "indented text") => {
            seen.has("  甲乙丙")
        }
        (Feature::Heading | Feature::Quote | Feature::QuoteNested, "unstyled text") => {
            seen.text.lines().any(|line| line.trim() == WORD) && !seen.has(">") && !seen.has("#")
        }
        (Feature::List, "`- `, `1. `") => seen.has_line("- 甲乙丙") && seen.has_line("7. 丁"),
        (Feature::List, "lines of text") => seen.has_line("• 甲乙丙") && seen.has("7. 丁"),
        (Feature::Code, "`` ` ``") => seen.has("丁 `甲*乙*丙`"),
        (Feature::Code, "unstyled text") => !seen.has("`") && seen.has("甲") && seen.has("乙"),
        (Feature::CodeBlock, "code, line by line") => {
            seen.has_line("`甲乙丙`") && seen.has_line("`丁`")
        }
        (Feature::CodeBlock, "```` ``` ````" | "a code block that phones show as text") => {
            seen.has("```\n甲乙丙\n丁\n```")
        }
        (Feature::CodeBlock, "unstyled text") => {
            !seen.has("`") && seen.text.lines().any(|line| line.trim() == WORD)
        }
        (Feature::Table, "table") => seen.has("| 丁 | 戊 |\n| :--- | :--- |\n| 甲乙丙 | 己 |"),
        (Feature::Table, "a line for each row") => {
            let is_row = |line: &&str| line.contains(WORD) && line.contains('己');
            seen.text.lines().filter(is_row).count() == 1 && !seen.has("---")
        }
        (Feature::CardLink, "last line") => {
            let last = seen.text.lines().last().unwrap_or_default();
            last.contains("查看详情") && last.contains("https://a.cn/whole")
        }
        (Feature::CardLink, "`card_action`") => {
            seen.at("/template_card/card_action/url", "https://a.cn/whole")
        }
        (Feature::Title, "`header.title`") => seen.at(&value("/header/title/text/content"), WORD),
        (Feature::Subtitle, "`header.subtitle`") => {
            seen.at(&value("/header/subtitle/text/content"), WORD)
        }
        (Feature::Text, "`text`") => {
            seen.at(&value("/elements/0/text/text/type"), "plain") && seen.has("甲*乙*丙\n1. 丁")
        }
        (Feature::At, "`<at id>` and `mentions`") => {
            seen.has("<at id=\"2\">甲乙丙</at>")
                && seen.at("/0/mentions/0/id", "2")
                && seen.at("/0/mentions/0/identity/company_id", "11111")
                && seen.at("/0/mentions/0/identity/id", "linliang")
        }
        (Feature::ClientLink, "`href`") => {
            let href = value("/elements/0/text/href/0");
            seen.has("[甲乙丙]($url_val)")
                && seen.at(&format!("{href}/key"), "url_val")
                && seen.at(&format!("{href}/value/pc_url"), "https://a.cn/2")
        }
        (Feature::Div, "`div`") => {
            let fields = value("/elements/0/div/fields");
            seen.at(&format!("{fields}/0/text/content"), "开始  \n09:00")
                && seen.at(&format!("{fields}/1/text/content"), "耗时  \n甲乙丙")
        }
        (Feature::Hr, "`hr`") => {
            seen.json.pointer(&value("/elements/1")) == Some(&json!({"hr": {"tag": "hr"}}))
        }
        (Feature::Button, "`button` with `url` or `href`") => {
            let button = value("/elements/0/button");
            seen.at(&format!("{button}/text/content"), WORD)
                && seen.at(&format!("{button}/href/0/value/url"), "https://a.cn/1")
        }
        (Feature::ButtonStyle, "`style`") => {
            seen.at(&value("/elements/0/button/style"), "secondary")
        }
        (Feature::Postback, "`button` with `key`") => {
            let button = value("/elements/0/button");
            seen.at(&format!("{button}/text/content"), WORD)
                && seen.at(&format!("{button}/key"), "back")
        }
        (Feature::Raw, "`[组件：tag]`") => seen.has_line("[组件：chart]"),
        (Feature::Restrictions, "`config`") => {
            let config = seen.json.pointer("/0/content/card/config");
            let wanted = json!({
                "allowd_operate_list": ["disable"],
                "todo_switch": true,
                "nonsupport_client": {"client_type": ["ios"], "describe": WORD},
            });
            config == Some(&wanted)
        }
        (Feature::Settings, "`config`") => {
            let config = seen.json.pointer("/0/content/card/config");
            config == Some(&json!({"filter_key": WORD, "shared_card": false}))
        }
        (Feature::CardLink, "`link`") => seen.at("/0/content/card/link/url", "https://a.cn/whole"),
        (Feature::Language, "`i18n_items`") => {
            let item = "/0/content/card/i18n_items/1";
            let text = format!("{item}/value/elements/0/text/text/content");
            seen.at(&format!("{item}/key"), "en-US") && seen.at(&text, WORD)
        }
        (feature, "as written") => seen.has(written(feature).0),
        (feature, form) => panic!("nothing is known of {form} for {feature:?}"),
    }
}

#[test]
fn each_specimen_is_of_its_feature() {
    for feature in Feature::ALL {
        let specimen = specimen(*feature);
        assert_eq!(specimen.feature, *feature);
        assert!(specimen.holds.iter().any(|(held, _)| held == feature));
        assert!(specimen.card.validate().is_ok(), "{feature:?}");
    }
}
