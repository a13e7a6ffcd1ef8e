//! A card as a function.

use std::collections::HashSet;

use message_card::{
    Card, ClientType, Config, Element, Header, Link, Locale, OperatorAllow, TextElement,
    TodoSwitch, spec::ELEMENTS,
};
use serde::Serialize;

use super::{
    element::{Room, element, is_printable, urls},
    json,
    literal::literal,
    markup::{Child, Tag, line, lines},
};

/// The source of a function that makes a card.
pub(super) fn function(card: &Card, name: &str) -> String {
    let mut writer = Writer::default();
    let tag = writer.card(card);
    let mut out = vec![format!("fn {name}() -> Card {{")];
    let is_plain = writer.after.is_empty();
    let begin = if is_plain {
        "card! {"
    } else {
        "let mut card = card! {"
    };
    line(1, begin, &mut out);
    tag.lay_out(2, &mut out);
    line(1, if is_plain { "}" } else { "};" }, &mut out);
    for statement in &writer.after {
        lines(1, statement, &mut out);
    }
    if !is_plain {
        line(1, "card", &mut out);
    }
    out.push("}\n".to_owned());
    out.join("\n")
}

/// What of a card is written, beside its markup.
#[derive(Debug)]
struct Writer {
    room: Room,
    /// What is set behind the markup.
    after: Vec<String>,
    /// The languages that were written.
    languages: HashSet<String>,
}

impl Default for Writer {
    fn default() -> Self {
        Self {
            room: Room::new(),
            after: Vec::new(),
            languages: HashSet::new(),
        }
    }
}

impl Writer {
    fn card(&mut self, card: &Card) -> Tag {
        let mut tag = Tag::new("card");
        if let Some(config) = &card.config {
            match self::config(config) {
                Some(config) => tag = tag.child(config),
                None => self.set("card", "config", config),
            }
        }
        if let Some(link) = card.link.as_deref() {
            match self::link(link) {
                Some(link) => tag = tag.child(link),
                None => self.set("card", "link", link),
            }
        }
        if let Some(header) = &card.header {
            match self.header(header) {
                Some(header) => tag = tag.child(header),
                None => self.set("card", "header", header),
            }
        }
        tag = tag.children(self.elements(&card.elements));
        for (index, locale) in card.i18n.iter().enumerate() {
            tag = tag.children(self.locale(index, locale));
        }
        tag
    }

    /// Sets a part that the markup cannot say to what its JSON reads as.
    fn set(&mut self, place: &str, name: &str, part: &impl Serialize) {
        // Parts of a card have texts for keys, and are always writable.
        let value = serde_json::to_value(part).unwrap_or_default();
        let json = json::expression(&value);
        self.after.push(format!("let {name} = {json};"));
        let read = format!("serde_json::from_value({name}).expect(\"`import` has read it\")");
        let is_list = value.is_array();
        self.after.push(if is_list {
            format!("{place}.{name} = {read};")
        } else {
            format!("{place}.{name} = Some({read});")
        });
    }

    fn header(&mut self, header: &Header) -> Option<Tag> {
        let title = title(&header.title)?;
        let subtitle = match &header.subtitle {
            Some(subtitle) => Some(self::title(subtitle)?),
            None => None,
        };
        let is_printable = is_printable(&serde_json::to_value(header).ok()?);
        let texts = [title, subtitle.unwrap_or_default()];
        if !is_printable || !self.room.take(&texts) {
            return None;
        }
        let tag = Tag::new("header").text("title", title);
        let tag = tag.optional("subtitle", subtitle);
        Some(tag.optional("template", header.template.as_deref()))
    }

    /// The elements; those beyond as many as the compiler takes stand in cards of their own.
    fn elements(&mut self, elements: &[Element]) -> Vec<Child> {
        let mut chunks = elements.chunks(ELEMENTS.max);
        let first = chunks.next().unwrap_or_default().iter();
        let mut children: Vec<Child> = first
            .map(|item| element(item, &mut self.room).into())
            .collect();
        children.extend(chunks.map(nested));
        children
    }

    fn locale(&mut self, index: usize, locale: &Locale) -> Option<Child> {
        let lang = locale.lang.as_str();
        // The compiler takes a language once; a card of the newer dialect may have it twice.
        let is_first = self.languages.insert(lang.to_owned());
        let is_kept = is_first && card_model::words::cleaned(lang) == lang;
        let header = locale.header.as_ref();
        let tag = header.map(|header| (header, self.header(header)));
        let has_tag = tag.as_ref().is_some_and(|(_, tag)| tag.is_some());
        if !is_kept || (!has_tag && locale.elements.is_empty()) {
            self.insert(index, locale);
            return None;
        }
        let known = message_card::Language::NAMES.contains(&lang);
        let attribute = if known {
            format!("lang={}", literal(lang))
        } else {
            format!("lang={{{}}}", literal(lang))
        };
        let mut locale_tag = Tag::new("locale").attribute(attribute);
        match tag {
            Some((_, Some(tag))) => locale_tag = locale_tag.child(tag),
            Some((header, None)) => {
                self.set(&format!("card.i18n[{index}]"), "header", header);
            }
            None => {}
        }
        Some(locale_tag.children(self.elements(&locale.elements)).into())
    }

    /// Puts a whole locale where it belongs, without markup.
    fn insert(&mut self, index: usize, locale: &Locale) {
        let lang = literal(locale.lang.as_str());
        if locale.header.is_none() && locale.elements.is_empty() {
            let insert = format!("card.i18n.insert({index}, Locale::new({lang}));");
            return self.after.push(insert);
        }
        self.after
            .push(format!("let mut locale = Locale::new({lang});"));
        if let Some(header) = &locale.header {
            self.set("locale", "header", header);
        }
        if !locale.elements.is_empty() {
            self.set("locale", "elements", &locale.elements);
        }
        self.after
            .push(format!("card.i18n.insert({index}, locale);"));
    }
}

/// Elements in a card of their own, which is spliced.
fn nested(elements: &[Element]) -> Child {
    let mut room = Room::new();
    let mut out = vec!["card! {".to_owned()];
    line(1, "<card>", &mut out);
    for item in elements {
        element(item, &mut room).lay_out(2, &mut out);
    }
    line(1, "</card>", &mut out);
    out.push("}".to_owned());
    Child::Braces(out)
}

/// The text of a title that the markup can say: one line without markup and link.
fn title(title: &TextElement) -> Option<&str> {
    match title {
        TextElement::Text(text) if text.link.is_none() => {
            let as_written = Header::new(text.content.as_ref()).title;
            let is_kept =
                matches!(&as_written, TextElement::Text(kept) if kept.content == text.content);
            is_kept.then_some(&*text.content)
        }
        _ => None,
    }
}

fn link(link: &Link) -> Option<Tag> {
    let is_valid = Card::new().hr().link(link.clone()).validate().is_ok();
    is_valid.then(|| urls(Tag::new("link"), link))
}

fn config(config: &Config) -> Option<Tag> {
    let is_valid = Card::new().hr().config(config.clone()).validate().is_ok();
    let is_printable = is_printable(&serde_json::to_value(config).ok()?);
    let allow = match &config.operator_allow {
        None => None,
        Some(OperatorAllow::All) => Some("all"),
        Some(OperatorAllow::None) => Some("none"),
        Some(_) => return None,
    };
    if !is_valid || !is_printable {
        return None;
    }
    let todo = config.todo_switch.as_ref().map(TodoSwitch::as_str);
    let mut tag = Tag::new("config")
        .optional("operator_allow", allow)
        .optional("todo_switch", todo)
        .optional("filter_key", config.filter_key.as_deref());
    if let Some(update_single) = config.update_single {
        let value = if update_single { "" } else { "={false}" };
        tag = tag.attribute(format!("update_single{value}"));
    }
    let Some(hidden) = &config.nonsupport_client else {
        return Some(tag);
    };
    let clients: Vec<_> = hidden.client_type.iter().map(ClientType::as_str).collect();
    let mut seen = HashSet::new();
    let is_set = clients.iter().all(|client| seen.insert(*client));
    let tag = tag.text("hide_on", &clients.join(" "));
    is_set.then(|| tag.optional("hide_text", hidden.describe.as_deref()))
}
