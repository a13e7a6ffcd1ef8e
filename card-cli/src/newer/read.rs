//! Reading a card part by part, so that one that cannot be read does not hide the others.

use std::collections::HashSet;

use card_model::words::push_segment;
use message_card::{
    Lookalike, ReadError, ReadErrorKind,
    wps::{UnreadableKind, UnreadableMessage},
    wps365::{Body, Card, Element, Hr, I18nItem, Language, Mention, Message},
};
use serde_json::{Map, Value, json};

/// Of how many objects of a part the fields are found that do not belong there.
const OBJECTS: usize = 16;

/// A part of a card, and where it stands in one that has nothing else.
#[derive(Debug, Clone, Copy)]
pub(super) enum Part {
    Card,
    Config,
    Link,
    Item,
    Body,
    Header,
    Element,
}

impl Part {
    pub(super) const fn pointer(self) -> &'static str {
        match self {
            Self::Card => "",
            Self::Config => "/config",
            Self::Link => "/link",
            Self::Item => "/i18n_items/0",
            Self::Body => "/i18n_items/0/value",
            Self::Header => "/i18n_items/0/value/header",
            Self::Element => "/i18n_items/0/value/elements/0",
        }
    }

    /// A card that has nothing but this part.
    pub(super) fn around(self, part: Value) -> Value {
        match self {
            Self::Card => part,
            Self::Config => json!({ "config": part, "i18n_items": [] }),
            Self::Link => json!({ "link": part, "i18n_items": [] }),
            Self::Item => json!({ "i18n_items": [part] }),
            Self::Body => json!({ "i18n_items": [{ "key": "zh-CN", "value": part }] }),
            Self::Header => Self::Body.around(json!({ "header": part })),
            Self::Element => Self::Body.around(json!({ "elements": [part] })),
        }
    }
}

/// What was read, and what could not be.
#[derive(Default)]
pub(super) struct Reader {
    pub(super) errors: Vec<UnreadableMessage>,
    /// Where something stands for what cannot be read that breaks a rule.
    pub(super) unread: HashSet<String>,
}

impl Reader {
    /// A card of the older dialect is none.
    pub(super) fn older(&mut self) -> Card {
        let kind = ReadErrorKind::NotACard(Lookalike::OlderDialect);
        self.errors.push(ReadError::new(kind).into());
        Card::new([I18nItem::new(Language::ZhCn, unread_body())])
    }

    pub(super) fn card(&mut self, json: Value) -> Card {
        match Card::from_value(json.clone()) {
            Ok(card) => card,
            Err(error) => {
                let card = self.parts(json);
                // Whatever the parts say, the card cannot be read.
                if self.errors.is_empty() {
                    self.errors.push(error);
                }
                card
            }
        }
    }

    fn parts(&mut self, mut json: Value) -> Card {
        let mut card = Card::default();
        let has_items = json.get("i18n_items").is_some_and(Value::is_array);
        if let Value::Object(fields) = &mut json {
            let config = fields.remove("config");
            let config = config.and_then(|config| self.part(Part::Config, config, "/config"));
            card.config = config.and_then(|card| card.config);
            let link = fields.remove("link");
            let link = link.and_then(|link| self.part(Part::Link, link, "/link"));
            card.link = link.and_then(|card| card.link);
            for (index, item) in taken(fields, "i18n_items").into_iter().enumerate() {
                let item = self.item(item, &format!("/i18n_items/{index}"));
                card.i18n_items.push(item);
            }
        }
        self.part(Part::Card, json, "");
        if !has_items {
            card.i18n_items = vec![I18nItem::new(Language::ZhCn, unread_body())];
        }
        card
    }

    fn item(&mut self, mut json: Value, place: &str) -> I18nItem {
        let value = json.as_object_mut();
        let value = value.and_then(|fields| fields.remove("value"));
        let body = value.map(|value| self.body(value, &format!("{place}/value")));
        let read = self.part(Part::Item, json, place);
        if let Some(mut item) = read.and_then(|mut card| card.i18n_items.pop()) {
            item.value = body;
            return item;
        }
        self.unread.insert(format!("{place}/key"));
        let body = body.unwrap_or_else(unread_body);
        I18nItem::new(Language::from(""), body)
    }

    fn body(&mut self, json: Value, place: &str) -> Body {
        let Value::Object(mut fields) = json else {
            self.part(Part::Body, json, place);
            return unread_body();
        };
        let mut body = Body::default();
        if let Some(header) = fields.remove("header") {
            let read = self.part(Part::Header, header, &format!("{place}/header"));
            let header = read.and_then(own_body).and_then(|body| body.header);
            body.header = Some(header.unwrap_or_default());
        }
        for (index, element) in taken(&mut fields, "elements").into_iter().enumerate() {
            let place = format!("{place}/elements/{index}");
            let before = self.errors.len();
            let read = self.part(Part::Element, element, &place);
            let element = read
                .and_then(own_body)
                .and_then(|mut body| body.elements.pop());
            // Without the fields that do not belong there, it is another one.
            let element = element.filter(|_| self.errors.len() == before);
            body.elements.push(element.unwrap_or_else(unread_element));
        }
        let is_readable = fields.get("elements").is_none_or(Value::is_array);
        self.part(Part::Body, Value::Object(fields), place);
        if !is_readable {
            body.elements.push(unread_element());
        }
        body
    }

    /// Reads one part alone; `place` is where it stands in the card.
    fn part(&mut self, part: Part, json: Value, place: &str) -> Option<Card> {
        let read = |json| Card::from_value(part.around(json));
        self.attempts(json, read, part.pointer(), place)
    }

    /// Reads what is around the card of a message, which was taken out: whom it mentions.
    pub(super) fn around(&mut self, json: Value) -> Vec<Mention> {
        let Value::Object(mut fields) = json else {
            return Vec::new();
        };
        fields.remove("receiver");
        fields.remove("receivers");
        let mut mentions = Vec::new();
        for (index, mention) in taken(&mut fields, "mentions").into_iter().enumerate() {
            let read = |mention| message_with("mentions", json!([mention]));
            let place = format!("/mentions/{index}");
            let read = self.attempts(mention, read, "/mentions/0", &place);
            mentions.extend(read.and_then(|mut message| message.mentions.pop()));
        }
        if let Some(card) = fields
            .get_mut("content")
            .and_then(|found| found.get_mut("card"))
        {
            *card = json!({ "i18n_items": [] });
        }
        for name in ["type", "mentions", "content"] {
            if let (Some(field), Value::Object(mut stand_ins)) = (fields.remove(name), message()) {
                let place = format!("/{name}");
                self.attempts(field, |field| message_with(name, field), &place, &place);
                // It was read: what is missing is found of the rest.
                fields.extend(stand_ins.remove(name).map(|field| (name.to_owned(), field)));
            }
        }
        self.attempts(Value::Object(fields), Message::from_value, "", "");
        mentions
    }

    /// Reads something, again and again without the fields that do not belong there. The errors of `at` are those of `place`.
    fn attempts<T>(
        &mut self,
        mut json: Value,
        read: impl Fn(Value) -> Result<T, UnreadableMessage>,
        at: &str,
        place: &str,
    ) -> Option<T> {
        for _ in 0..OBJECTS {
            let mut error = match read(json.clone()) {
                Ok(read) => return Some(read),
                Err(error) => error,
            };
            let inside = error.pointer.strip_prefix(at).unwrap_or_default();
            let inside = inside.to_owned();
            error.pointer = format!("{place}{inside}");
            let Some((allowed, unknown)) = unknown_fields(&mut json, &inside, &error) else {
                self.errors.push(error);
                break;
            };
            self.note(error, allowed, unknown);
        }
        None
    }

    /// Notes the fields that do not belong beside the one of `error`, and that one.
    fn note(&mut self, mut error: UnreadableMessage, allowed: Names, unknown: Vec<String>) {
        let object = error.pointer.rfind('/').unwrap_or(0);
        error.pointer.truncate(object);
        // A name may be long: it is not to be repeated for the others.
        let kind = |found: String| {
            let found = found.into();
            UnreadableKind::Document(ReadErrorKind::UnknownField { found, allowed })
        };
        error.kind = kind(String::new());
        for name in unknown {
            let mut error = error.clone();
            push_segment(&mut error.pointer, &name);
            error.kind = kind(name);
            self.errors.push(error);
        }
    }
}

/// The fields that belong in an object.
type Names = &'static [&'static str];

/// Takes the fields out that do not belong where `error` found one at `inside`; none if it is of something else.
fn unknown_fields(
    json: &mut Value,
    inside: &str,
    error: &UnreadableMessage,
) -> Option<(Names, Vec<String>)> {
    let UnreadableKind::Document(ReadErrorKind::UnknownField { allowed, .. }) = &error.kind else {
        return None;
    };
    let (object, _) = inside.rsplit_once('/')?;
    let fields = json.pointer_mut(object)?.as_object_mut()?;
    let all = std::mem::take(fields).into_iter();
    let (known, unknown): (Map<_, _>, Map<_, _>) =
        all.partition(|(name, _)| allowed.contains(&name.as_str()));
    *fields = known;
    let unknown: Vec<_> = unknown.into_iter().map(|(name, _)| name).collect();
    (!unknown.is_empty()).then_some((*allowed, unknown))
}

/// A message that can be read.
fn message() -> Value {
    json!({ "type": "card", "mentions": [], "content": { "card": { "i18n_items": [] } } })
}

/// Reads a message of which this field alone is not to be relied on.
fn message_with(name: &'static str, field: Value) -> Result<Message, UnreadableMessage> {
    let mut message = message();
    if let Some(place) = message.get_mut(name) {
        *place = field;
    }
    Message::from_value(message)
}

/// Takes the items of a list out; the list stays. What is no list stays as it is.
fn taken(fields: &mut Map<String, Value>, name: &str) -> Vec<Value> {
    match fields.get_mut(name) {
        Some(Value::Array(items)) => std::mem::take(items),
        _ => Vec::new(),
    }
}

fn own_body(mut card: Card) -> Option<Body> {
    card.i18n_items.pop()?.value
}

fn unread_element() -> Element {
    Hr::new().into()
}

fn unread_body() -> Body {
    Body::new([unread_element()])
}
