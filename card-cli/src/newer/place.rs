//! From a place in the older card to that in the card of the newer dialect that it was made of.

use std::collections::HashMap;

use message_card::wps365::{Body, Card, Element, Href, I18nItem, Language, Text};

/// Where what stands in an older card stands in the newer one. What is in no one place there is in what is around it.
pub(crate) struct Places<'c> {
    card: &'c Card,
    /// The item that became the card's own title and elements.
    own: usize,
    /// The items of the other languages; `None` for one that is there several times.
    languages: HashMap<&'c str, Option<usize>>,
    /// Of each item, the elements that became one.
    elements: Vec<Vec<Row>>,
    /// Of a list of links, where it stands and which of them has which name.
    names: HashMap<String, HashMap<&'c str, usize>>,
}

/// What became one element of the older card.
enum Row {
    One(usize),
    /// Buttons that follow each other.
    Buttons(Vec<usize>),
}

impl<'c> Places<'c> {
    pub(super) fn of(card: &'c Card) -> Self {
        let items = &card.i18n_items;
        let own = items.iter().position(|item| item.key == Language::ZhCn);
        let own = own.unwrap_or(0);
        let mut languages = HashMap::new();
        for (index, item) in items.iter().enumerate().filter(|(index, _)| *index != own) {
            let entry = languages.entry(item.key.as_str());
            entry
                .and_modify(|known| *known = None)
                .or_insert(Some(index));
        }
        Self {
            card,
            own,
            languages,
            elements: items.iter().map(rows).collect(),
            names: HashMap::new(),
        }
    }

    /// The pointer into the newer card.
    pub(crate) fn newer(&mut self, older: &str) -> String {
        let steps: Vec<_> = older.split('/').skip(1).map(plain).collect();
        let steps: Vec<_> = steps.iter().map(String::as_str).collect();
        match &*steps {
            ["config", inside @ ..] => config(inside),
            ["link", inside @ ..] => under("/link", inside),
            ["i18n"] => "/i18n_items".to_owned(),
            ["i18n", lang, inside @ ..] => match self.languages.get(lang) {
                Some(Some(index)) => self.item(*index, inside),
                _ => "/i18n_items".to_owned(),
            },
            [] => String::new(),
            inside => self.item(self.own, inside),
        }
    }

    fn item(&mut self, index: usize, steps: &[&str]) -> String {
        let place = format!("/i18n_items/{index}/value");
        let item = self.card.i18n_items.get(index);
        let body = item.and_then(|item| item.value.as_ref());
        let (Some(body), [field, inside @ ..]) = (body, steps) else {
            return place;
        };
        match *field {
            "header" => self.header(body, inside, place + "/header"),
            "elements" => self.element(index, body, inside, place + "/elements"),
            _ => place,
        }
    }

    fn header(&mut self, body: &'c Body, steps: &[&str], place: String) -> String {
        let (Some(header), [part, inside @ ..]) = (&body.header, steps) else {
            return place;
        };
        match (*part, &header.subtitle) {
            ("title", _) => self.text(&header.title, inside, place + "/title"),
            ("subtitle", Some(text)) => self.text(text, inside, place + "/subtitle"),
            _ => place,
        }
    }

    fn element(&mut self, item: usize, body: &'c Body, steps: &[&str], place: String) -> String {
        let [number, inside @ ..] = steps else {
            return place;
        };
        let row = number.parse().ok();
        let row = row.and_then(|row: usize| self.elements.get(item)?.get(row));
        let (index, inside) = match (row, inside) {
            (None, _) => return place,
            (Some(Row::One(index)), inside) => (*index, inside),
            (Some(Row::Buttons(row)), inside) => match button(row, inside) {
                Some((index, inside)) => (index, inside),
                None => return place,
            },
        };
        let place = format!("{place}/{index}");
        let element = body.elements.get(index);
        let (Some(element), false) = (element, inside.is_empty()) else {
            return place;
        };
        match element {
            Element::Text(text) => self.text(text, inside, place + "/text"),
            Element::Div(div) => match inside {
                ["fields", number, inside @ ..] => {
                    let text = number.parse().ok();
                    let text = text.and_then(|number: usize| div.fields.get(number));
                    let place = format!("{place}/div/fields/{number}");
                    text.map_or_else(
                        || place.clone(),
                        |text| self.text(text, inside, place.clone()),
                    )
                }
                inside => under(&(place + "/div"), inside),
            },
            Element::Button(button) => match inside {
                ["content", inside @ ..] => content(inside, place + "/button"),
                ["href", inside @ ..] => self.href(&button.href, inside, place + "/button/href"),
                inside => under(&(place + "/button"), inside),
            },
            _ => place,
        }
    }

    fn text(&mut self, text: &'c Text, steps: &[&str], place: String) -> String {
        match steps {
            ["content", inside @ ..] => content(inside, place),
            ["href", inside @ ..] => self.href(&text.href, inside, place + "/href"),
            inside => under(&place, inside),
        }
    }

    /// Links by name there, a list here: of several of one name, the first was taken over.
    fn href(&mut self, href: &'c [Href], steps: &[&str], place: String) -> String {
        let [name, inside @ ..] = steps else {
            return place;
        };
        let names = self.names.entry(place.clone()).or_insert_with(|| {
            let links = href.iter().enumerate().rev();
            links.map(|(index, link)| (&*link.key, index)).collect()
        });
        match names.get(name) {
            Some(index) => under(&format!("{place}/{index}/value"), inside),
            None => place,
        }
    }
}

/// Which elements of an item became one.
fn rows(item: &I18nItem) -> Vec<Row> {
    let mut rows = Vec::new();
    let body = item.value.iter();
    for (index, element) in body.flat_map(|body| &body.elements).enumerate() {
        match (element, rows.last_mut()) {
            (Element::Other(_), _) => {}
            (Element::Button(_), Some(Row::Buttons(row))) => row.push(index),
            (Element::Button(_), _) => rows.push(Row::Buttons(vec![index])),
            _ => rows.push(Row::One(index)),
        }
    }
    rows
}

/// The button of a row, and what of it is meant. A row as a whole begins with its first.
fn button<'s>(row: &[usize], steps: &'s [&'s str]) -> Option<(usize, &'s [&'s str])> {
    match steps {
        ["actions", number, inside @ ..] => {
            let number: usize = number.parse().ok()?;
            Some((*row.get(number)?, inside))
        }
        _ => Some((*row.first()?, &[])),
    }
}

fn config(steps: &[&str]) -> String {
    match steps {
        ["operator_allow", ..] => "/config/allowd_operate_list".to_owned(),
        ["update_single"] => "/config/shared_card".to_owned(),
        inside => under("/config", inside),
    }
}

/// What is said, and whether it has markup.
fn content(steps: &[&str], place: String) -> String {
    match steps {
        ["text", ..] => place + "/text/content",
        ["type", ..] => place + "/text/type",
        _ => place + "/text",
    }
}

/// What has the same names in both dialects.
fn under(place: &str, steps: &[&str]) -> String {
    let mut place = place.to_owned();
    for step in steps {
        card_model::words::push_segment(&mut place, step);
    }
    place
}

fn plain(step: &str) -> String {
    step.replace("~1", "/").replace("~0", "~")
}

#[cfg(test)]
mod tests {
    use card_model::words::push_segment;
    use serde_json::Value;

    use super::*;

    /// Every text of a value, with its pointer.
    fn texts(value: &Value, pointer: &str, out: &mut Vec<(String, String)>) {
        let mut enter = |name: &str, value: &Value| {
            let mut inner = pointer.to_owned();
            push_segment(&mut inner, name);
            texts(value, &inner, out);
        };
        match value {
            Value::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    enter(&index.to_string(), item);
                }
            }
            Value::Object(fields) => fields.iter().for_each(|(name, value)| enter(name, value)),
            Value::String(text) => out.push((pointer.to_owned(), text.clone())),
            _ => {}
        }
    }

    const CARD: &str = include_str!("../../tests/cases/wps365/every-part.json");

    #[test]
    fn a_place_of_the_older_card_is_where_the_same_text_stands() {
        let newer: Value = serde_json::from_str(CARD).unwrap();
        let card = Card::from_value(newer.clone()).unwrap();
        let (older, _) = card.to_card();
        let mut all = Vec::new();
        texts(&serde_json::to_value(&older).unwrap(), "", &mut all);
        let mut places = Places::of(&card);
        let mut same = 0;
        for (pointer, text) in &all {
            let last = pointer.rsplit('/').next();
            let place = places.newer(pointer);
            let found = newer.pointer(&place);
            assert!(found.is_some(), "{pointer}: {place}");
            // These are named otherwise there.
            if !matches!(
                last,
                Some("tag" | "type" | "todo_switch" | "operator_allow")
            ) {
                assert_eq!(
                    found.and_then(Value::as_str),
                    Some(&**text),
                    "{pointer}: {place}"
                );
                same += 1;
            }
        }
        assert!(same > 35, "{same}");
    }

    #[test]
    fn what_is_in_no_one_place_is_in_what_is_around_it() {
        let card = Card::from_value(serde_json::from_str(CARD).unwrap()).unwrap();
        let mut places = Places::of(&card);
        for (older, newer) in [
            ("", ""),
            ("/what", "/i18n_items/1/value"),
            ("/header", "/i18n_items/1/value/header"),
            ("/header/template", "/i18n_items/1/value/header"),
            ("/elements", "/i18n_items/1/value/elements"),
            ("/elements/99", "/i18n_items/1/value/elements"),
            ("/elements/x/content", "/i18n_items/1/value/elements"),
            ("/elements/3", "/i18n_items/1/value/elements/4"),
            ("/elements/3/actions", "/i18n_items/1/value/elements/4"),
            ("/elements/3/actions/9/key", "/i18n_items/1/value/elements"),
            (
                "/elements/0/href/none/url",
                "/i18n_items/1/value/elements/0/text/href",
            ),
            (
                "/elements/1/fields/7",
                "/i18n_items/1/value/elements/1/div/fields/7",
            ),
            ("/i18n", "/i18n_items"),
            ("/i18n/en-US", "/i18n_items/0/value"),
            ("/i18n/fr-FR/elements", "/i18n_items"),
            // It is there twice.
            ("/i18n/ja-JP/elements/0", "/i18n_items"),
            ("/config/operator_allow/0", "/config/allowd_operate_list"),
            ("/config/update_single", "/config/shared_card"),
        ] {
            assert_eq!(places.newer(older), newer, "{older}");
        }
        let nothing = Card::default();
        assert_eq!(
            Places::of(&nothing).newer("/elements/0"),
            "/i18n_items/0/value"
        );
    }
}
