//! Holding a card to the rules that are known.

mod markdown;

use card_model::{
    ClientType, Link, NonsupportClient, Rule, Str, Violations,
    spec::wps365::{CONTENT, ELEMENTS},
};

use super::{
    Body, Button, Card, Config, Div, Division, Element, Header, Href, I18nItem, Language,
    OperateList, ProcessingState, Text, TextAlign, TextSize,
};
use crate::wire::Check;

impl Card {
    /// Holds the card to the rules that are known: 20 components in each language, 15000 characters, names, URLs, and what
    /// has to be there. Its markdown is not read; [`Card::validate_markdown`] does that.
    ///
    /// ```
    /// use message_card::wps365::{Card, I18nItem, Language, Text, Body};
    ///
    /// let texts = (0..21).map(|_| Text::plain("x"));
    /// let card = Card::new([I18nItem::new(Language::ZhCn, Body::new(texts))]);
    /// assert_eq!(
    ///     card.validate().unwrap_err().to_string(),
    ///     "/i18n_items/0/value/elements: holds 21 items, at most 20 are allowed: take out 1"
    /// );
    /// ```
    ///
    /// Not held to is what the pages say and programs in use do without: that `config`, its `processing_state` and a header
    /// have to be there.
    ///
    /// # Errors
    ///
    /// Everything that is wrong; the pointers lead into the card's JSON.
    pub fn validate(&self) -> Result<(), Violations> {
        let mut check = Check::default();
        let had = self.items().map(characters).sum();
        if !CONTENT.allows(had) {
            check.report(Rule::TooLong {
                limit: CONTENT,
                had,
            });
        }
        check.part("config", self.config.as_ref(), config);
        check.part("link", self.link.as_ref(), link);
        if self.i18n_items.is_empty() {
            check.report_at("i18n_items", Rule::Empty("i18n_items"));
        }
        check.within("i18n_items", |check| {
            for (index, found) in self.i18n_items.iter().enumerate() {
                let is_twice = self.has_before(index, &found.key);
                check.at(index, |check| item(check, found, is_twice));
            }
        });
        check.finish()
    }

    fn items(&self) -> impl Iterator<Item = &Body> {
        self.i18n_items
            .iter()
            .filter_map(|item| item.value.as_ref())
    }

    /// Whether an item before this one has the language as well.
    fn has_before(&self, index: usize, key: &Language) -> bool {
        let before = self.i18n_items.get(..index).unwrap_or_default();
        // A few languages are documented: among more items than those, others are reported anyway.
        let mut before = before.iter().take(Language::NAMES.len() + 1);
        before.any(|other| other.key == *key)
    }
}

/// How many characters people read.
fn characters(value: &Body) -> usize {
    let mut count = 0;
    if let Some(header) = &value.header {
        count += length(&header.title) + header.subtitle.as_ref().map_or(0, length);
    }
    for element in &value.elements {
        match element {
            Element::Text(text) => count += length(text),
            Element::Div(div) => {
                for field in &div.fields {
                    count += length(field);
                }
            }
            Element::Button(button) => count += CONTENT.measure(&button.text.content),
            _ => {}
        }
    }
    count
}

fn length(text: &Text) -> usize {
    CONTENT.measure(&text.text.content)
}

/// The field of this name is one of these, if it is there.
fn name(
    check: &mut Check,
    field: &'static str,
    found: Option<&str>,
    allowed: &'static [&'static str],
) {
    let unknown = found.filter(|found| !allowed.contains(found));
    if let Some(found) = unknown {
        let found = Str::Owned(found.to_owned());
        check.report_at(field, Rule::UnknownName { found, allowed });
    }
}

fn config(check: &mut Check, config: &Config) {
    let operations = config.allowd_operate_list.as_deref().unwrap_or_default();
    names(
        check,
        "allowd_operate_list",
        operations.iter().map(OperateList::as_str),
        OperateList::NAMES,
    );
    check.part(
        "nonsupport_client",
        config.nonsupport_client.as_ref(),
        nonsupport_client,
    );
    let state = config
        .processing_state
        .as_ref()
        .map(ProcessingState::as_str);
    name(check, "processing_state", state, ProcessingState::NAMES);
    if config.filter_key.as_deref() == Some("") {
        check.report_at("filter_key", Rule::Empty("filter_key"));
    }
}

/// The items of the list of this name are some of these.
fn names<'n>(
    check: &mut Check,
    field: &'static str,
    found: impl Iterator<Item = &'n str>,
    allowed: &'static [&'static str],
) {
    check.within(field, |check| {
        for (index, found) in found
            .enumerate()
            .filter(|(_, name)| !allowed.contains(name))
        {
            let found = Str::Owned(found.to_owned());
            check.at(index, |check| {
                check.report(Rule::UnknownName { found, allowed });
            });
        }
    });
}

fn nonsupport_client(check: &mut Check, clients: &NonsupportClient) {
    if clients.client_type.is_empty() {
        check.report_at("client_type", Rule::Empty("client_type"));
    }
    let found = clients.client_type.iter().map(ClientType::as_str);
    names(check, "client_type", found, ClientType::NAMES);
    check.needed("describe", clients.describe.as_ref());
}

fn link(check: &mut Check, link: &Link) {
    let urls = [
        ("pc_url", &link.pc_url),
        ("ios_url", &link.ios_url),
        ("android_url", &link.android_url),
    ];
    check.url("url", &link.url);
    for (field, url) in urls {
        // A platform's own sample has empty ones.
        if let Some(url) = url
            && !url.is_empty()
        {
            check.url(field, url);
        }
    }
}

fn item(check: &mut Check, item: &I18nItem, is_twice: bool) {
    let key = item.key.as_str();
    name(check, "key", Some(key), Language::NAMES);
    if is_twice {
        let lang = Str::Owned(key.to_owned());
        check.report_at("key", Rule::DuplicateLanguage(lang));
    }
    check.part("value", item.value.as_ref(), |check, value| {
        if value.header.is_none() && value.elements.is_empty() {
            check.report(Rule::EmptyCard);
        }
        check.part("header", value.header.as_ref(), header);
        check.count("elements", ELEMENTS, value.elements.len());
        check.each("elements", &value.elements, element);
    });
}

fn header(check: &mut Check, header: &Header) {
    check.part("title", Some(&header.title), text);
    check.part("subtitle", header.subtitle.as_ref(), text);
}

fn element(check: &mut Check, element: &Element) {
    match element {
        Element::Text(element) => check.part("text", Some(element), text),
        Element::Div(element) => check.part("div", Some(element), div),
        Element::Hr(_) => {}
        Element::Button(element) => check.part("button", Some(element), button),
        Element::Other(other) => {
            if other.tag().is_none() {
                check.report(Rule::Missing("tag"));
            }
        }
    }
}

/// The `content` at this place holds no control character that is none of a text's lines.
fn printable(check: &mut Check, content: &str) {
    let is_control = |c: &char| c.is_control() && !matches!(c, '\n' | '\r' | '\t');
    if let Some(found) = content.chars().find(is_control) {
        check.report_at("content", Rule::ControlCharacter(found));
    }
}

fn text(check: &mut Check, text: &Text) {
    check.part("text", Some(&text.text), |check, content| {
        printable(check, &content.content);
        let size = content.text_size.as_ref().map(TextSize::as_str);
        name(check, "text_size", size, TextSize::NAMES);
        let align = content.text_align.as_ref().map(TextAlign::as_str);
        name(check, "text_align", align, TextAlign::NAMES);
        check.part("icon", content.icon.as_ref(), |check, icon| {
            check.filled("storage_key", &icon.storage_key);
        });
    });
    check.each("href", &text.href, href);
    check.part("link", text.link.as_ref(), link);
}

fn href(check: &mut Check, href: &Href) {
    check.filled("key", &href.key);
    check.part("value", Some(&href.value), link);
}

fn div(check: &mut Check, div: &Div) {
    name(
        check,
        "division",
        Some(div.division.as_str()),
        Division::NAMES,
    );
    if div.fields.is_empty() {
        check.report_at("fields", Rule::EmptyDiv);
    }
    check.each("fields", &div.fields, text);
    check.part("link", div.link.as_ref(), link);
}

/// Of a button, the page could be read in part: a style that is not in that part may be another one.
fn button(check: &mut Check, button: &Button) {
    check.filled("style", &button.style);
    check.part("text", Some(&button.text), |check, label| {
        check.filled("content", &label.content);
        printable(check, &label.content);
    });
    if button.key.as_deref() == Some("") {
        check.report_at("key", Rule::Empty("key"));
    }
    if let Some(url) = &button.url {
        check.url("url", url);
    }
    check.each("href", &button.href, href);
}
