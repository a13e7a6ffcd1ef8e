//! The page, read by an HTML parser: no error, no script, nothing that loads, nothing that a card could smuggle in.

#![allow(clippy::expect_used, clippy::panic)]

use std::collections::BTreeSet;

use message_card::{Preview, prelude::*};
use preview_tests::{STRINGS, hostile_cards, template_cards};
use scraper::{ElementRef, Html, Selector};

const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/// Every element that the page has.
const ELEMENTS: &str = "html head meta title style body header main section article footer div p span small h1 h2 img \
    fieldset legend input label details summary ol ul li pre code blockquote hr br b i s a table thead tbody tr th td \
    svg rect circle path";

/// Every attribute that they have.
const ATTRIBUTES: &str = "lang charset http-equiv content name class id type checked for open href rel target title style \
    start viewBox src alt referrerpolicy x y width height rx cx cy r d aria-hidden";

const SCHEMES: [&str; 5] = ["https:", "http:", "mailto:", "tel:", "dingtalk:"];

fn check(page: &str) {
    check_with(page, POLICY);
}

fn check_with(page: &str, policy: &str) {
    let document = Html::parse_document(page);
    assert_eq!(document.errors, Vec::<&str>::new());
    let ids = ids(&document);
    for element in elements(&document) {
        let name = element.value().name();
        assert!(
            ELEMENTS.split_whitespace().any(|known| known == name),
            "<{name}>"
        );
        for (attribute, value) in element.value().attrs() {
            assert!(
                ATTRIBUTES
                    .split_whitespace()
                    .any(|known| known == attribute),
                "<{name} {attribute}={value:?}>"
            );
        }
        check_link(&element, &ids);
        check_style(&element);
    }
    check_head(&document, policy);
}

fn elements(document: &Html) -> impl Iterator<Item = ElementRef<'_>> {
    document.root_element().descendent_elements()
}

fn ids(document: &Html) -> BTreeSet<&str> {
    let mut ids = BTreeSet::new();
    for id in elements(document).filter_map(|element| element.value().attr("id")) {
        assert!(ids.insert(id), "the id {id:?} is there twice");
    }
    ids
}

fn check_link(element: &ElementRef<'_>, ids: &BTreeSet<&str>) {
    let Some(href) = element.value().attr("href") else {
        return;
    };
    assert_eq!(element.value().name(), "a");
    if let Some(id) = href.strip_prefix('#') {
        assert!(ids.contains(id), "{href} leads nowhere");
        return;
    }
    let scheme = href.to_ascii_lowercase();
    assert!(
        SCHEMES.iter().any(|known| scheme.starts_with(known)),
        "{href}"
    );
    assert_eq!(element.value().attr("rel"), Some("noreferrer noopener"));
}

fn check_style(element: &ElementRef<'_>) {
    if let Some(style) = element.value().attr("style") {
        let (property, value) = style.split_once(':').expect("a property has a value");
        assert!(
            ["color", "width", "--template"].contains(&property),
            "{style}"
        );
        let is_plain = |c: char| c.is_ascii_alphanumeric() || "#%., ()-".contains(c);
        assert!(value.chars().all(is_plain), "{style}");
        assert!(!value.contains("url"), "{style}");
    }
    if element.value().name() == "style" {
        let rules: String = element.text().collect();
        assert!(!rules.contains("url(") && !rules.contains("@import"));
    }
}

fn check_head(document: &Html, expected: &str) {
    let metas = Selector::parse("meta[http-equiv]").expect("a selector");
    let metas: Vec<_> = document.select(&metas).collect();
    let [policy] = metas.as_slice() else {
        panic!("one policy, not {}", metas.len());
    };
    assert_eq!(
        policy.value().attr("http-equiv"),
        Some("Content-Security-Policy")
    );
    assert_eq!(policy.value().attr("content"), Some(expected));
    let style = Selector::parse("style").expect("a selector");
    let style: String = document
        .select(&style)
        .flat_map(|style| style.text())
        .collect();
    assert!(style.contains("color-scheme: light dark"));
}

#[test]
fn every_template_is_a_page_without_scripts() {
    for (name, card) in template_cards() {
        println!("{name}");
        let page = preview(&card);
        assert!(!page.contains("<img"), "{page}");
        check(&page);
    }
}

#[test]
fn so_is_every_card_that_means_no_good() {
    for (number, card) in hostile_cards().iter().enumerate() {
        println!("{number}: {:?}", STRINGS.get(number));
        check(&preview(card));
    }
}

#[test]
fn in_every_format() {
    let cards = template_cards().into_iter().map(|(_, card)| card);
    for card in cards.chain(hostile_cards()) {
        for (wecom, dingtalk) in formats() {
            let preview = Preview::new()
                .wecom(WeCom::new().format(wecom))
                .dingtalk(DingTalk::new().format(dingtalk));
            check(&preview.html(&card));
        }
    }
}

fn formats() -> [(wecom::Format, dingtalk::Format); 3] {
    [
        (wecom::Format::TemplateCard, dingtalk::Format::ActionCard),
        (wecom::Format::MarkdownV2, dingtalk::Format::Markdown),
        (wecom::Format::Text, dingtalk::Format::Text),
    ]
}

#[test]
fn and_with_people_who_mean_no_good() {
    for text in STRINGS {
        let card = Card::new().markdown(Markdown::new().at("a@b.cn", *text));
        let preview = Preview::new()
            .wecom(WeCom::new().people(|_| Some(*text)))
            .dingtalk(DingTalk::new().people(|_| Some(*text)));
        check(&preview.html(&card));
    }
}

/// They are loaded where that was asked for, and nothing else is.
#[test]
fn pictures_on_demand() {
    const WITH_PICTURES: &str =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data: https: http:";
    let sources = |page: &str| -> Vec<String> {
        let document = Html::parse_document(page);
        let pictures = Selector::parse("img").expect("a selector");
        let source = |picture: ElementRef<'_>| picture.value().attr("src").map(str::to_owned);
        document.select(&pictures).filter_map(source).collect()
    };
    for url in STRINGS.iter().copied().chain(["https://a.cn/a.png"]) {
        let card = Card::new()
            .header("x")
            .link("https://a.cn")
            .img(Img::new("K").url(url).alt(url));
        for (wecom, dingtalk) in formats() {
            let preview = Preview::new()
                .wecom(WeCom::new().format(wecom))
                .dingtalk(DingTalk::new().format(dingtalk));
            assert_eq!(sources(&preview.html(&card)), [""; 0]);
            let page = preview.pictures().html(&card);
            for source in sources(&page) {
                let scheme = source.to_ascii_lowercase();
                assert!(
                    scheme.starts_with("https:") || scheme.starts_with("http:"),
                    "{source}"
                );
            }
            let pictures = page.matches("<img ").count();
            assert_eq!(sources(&page).len(), pictures);
            check_with(&page, WITH_PICTURES);
        }
    }
    let card = Card::new().img(Img::new("K").url("https://a.cn/a.png"));
    let wecom = WeCom::new().format(wecom::Format::MarkdownV2);
    let page = Preview::new().wecom(wecom).pictures().html(&card);
    assert_eq!(sources(&page), ["https://a.cn/a.png"; 2]);
}

#[test]
fn the_same_card_is_the_same_page() {
    for (name, card) in template_cards() {
        assert_eq!(preview(&card), preview(&card.clone()), "{name}");
    }
}

#[test]
fn each_language_has_a_panel() {
    let (_, card) = template_cards()
        .into_iter()
        .find(|(name, _)| *name == "maintenance_notice")
        .expect("a template");
    let document = Html::parse_document(&preview(&card));
    for (panel, title) in [
        (0, "停机维护通知"),
        (1, "Scheduled maintenance"),
        (2, "停機維護通知"),
    ] {
        for room in ["wps .title", "wecom .bubble", "dingtalk .bubble"] {
            let selector = Selector::parse(&format!(".panel-{panel} .{room}")).expect("a selector");
            let shown = document.select(&selector).next().expect("a room");
            let text: String = shown.text().collect();
            assert!(text.contains(title), "{panel} {room}: {text}");
        }
    }
}

#[test]
fn an_entry_of_the_report_leads_to_its_element() {
    let card = Card::new()
        .text("一")
        .action(Action::new([Button::new("回滚").key("rollback")]));
    let document = Html::parse_document(&preview(&card));
    let selector = Selector::parse(".wecom .report a.pointer").expect("a selector");
    let entry = document.select(&selector).next().expect("an entry");
    assert_eq!(entry.text().collect::<String>(), "/elements/1/actions/0");
    let href = entry.value().attr("href").expect("it leads somewhere");
    let target = Selector::parse(&format!(".wps {href}")).expect("a selector");
    let target = document.select(&target).next().expect("an element");
    assert_eq!(target.text().collect::<String>(), "回滚");
}
