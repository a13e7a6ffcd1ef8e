//! Reading on after an error: every part of a card is read on its own.

use super::{
    card,
    element::element,
    error::{ReadError, ReadErrorKind},
    fields::Result,
    tree::{Tree, plain_step},
};
use crate::{
    Card, Element, Header, Language, Locale, Other, Str, spec::near::nearest, words::push_segment,
};

/// How many objects of one part fields are taken out of: each costs another reading of it.
const REPAIRS: usize = 16;

/// The fields of a card.
const CARD: &[&str] = &["config", "link", "header", "elements", "i18n"];
/// The fields of a locale.
const LOCALE: &[&str] = &["header", "elements"];

/// Reads what can be read of a card that stands at this place.
pub(super) fn card(tree: Tree, pointer: String) -> (Card, Vec<ReadError>) {
    let mut reader = Reader {
        pointer,
        errors: Vec::new(),
    };
    let card = reader.card(tree);
    (card, reader.errors)
}

/// Where reading has got to, and what could not be read.
struct Reader {
    pointer: String,
    errors: Vec<ReadError>,
}

impl Reader {
    fn card(&mut self, tree: Tree) -> Card {
        let mut card = Card::default();
        if let Some(lookalike) = card::lookalike(&tree) {
            self.report(ReadError::new(ReadErrorKind::NotACard(lookalike)));
            return card;
        }
        for (name, tree) in self.object(tree) {
            self.within(&name, |reader| match name.as_str() {
                "config" => card.config = reader.part(tree, card::config).map(Box::new),
                "link" => card.link = reader.part(tree, card::link).map(Box::new),
                "header" => card.header = reader.part(tree, card::header),
                "elements" => card.elements = reader.elements(tree),
                "i18n" => card.i18n = reader.locales(tree),
                _ => reader.unknown(&name, CARD),
            });
        }
        card
    }

    fn elements(&mut self, tree: Tree) -> Vec<Element> {
        let Tree::Array(items) = tree else {
            self.refuse(tree, "an array");
            return Vec::new();
        };
        let mut elements = Vec::with_capacity(items.len());
        for (index, item) in items.into_iter().enumerate() {
            let read = self.within(&index.to_string(), |reader| reader.part(item, element));
            elements.push(read.unwrap_or_else(unreadable));
        }
        elements
    }

    fn locales(&mut self, tree: Tree) -> Vec<Locale> {
        let mut locales = Vec::new();
        for (lang, tree) in self.object(tree) {
            let (header, elements) = self.within(&lang, |reader| reader.locale(tree));
            locales.push(Locale {
                lang: Language::from(lang),
                header,
                elements,
            });
        }
        locales
    }

    fn locale(&mut self, tree: Tree) -> (Option<Header>, Vec<Element>) {
        let (mut header, mut elements) = (None, Vec::new());
        for (name, tree) in self.object(tree) {
            self.within(&name, |reader| match name.as_str() {
                "header" => header = reader.part(tree, card::header),
                "elements" => elements = reader.elements(tree),
                _ => reader.unknown(&name, LOCALE),
            });
        }
        (header, elements)
    }

    fn object(&mut self, tree: Tree) -> Vec<(String, Tree)> {
        match tree {
            Tree::Object(fields) => fields,
            other => {
                self.refuse(other, "an object");
                Vec::new()
            }
        }
    }

    /// Reads a part; where fields do not belong in it, again without them.
    fn part<T>(&mut self, tree: Tree, read: fn(Tree) -> Result<T>) -> Option<T> {
        let mut left = tree;
        let mut removed = Vec::new();
        for _ in 0..REPAIRS {
            let error = match read(left.clone()) {
                Ok(part) => return Some(part),
                Err(error) => error,
            };
            if !self.goes_on(&mut left, error, &mut removed) {
                return None;
            }
        }
        read(left).map_err(|error| self.report(error)).ok()
    }

    /// Takes out of a part what the error is about, and tells whether to read it again.
    fn goes_on(&mut self, part: &mut Tree, error: ReadError, removed: &mut Vec<String>) -> bool {
        if is_mistyped(&error, removed) {
            return false;
        }
        let mut goes_on = true;
        for error in without(part, error) {
            goes_on &= is_superfluous(&error.kind);
            removed.push(error.pointer.clone());
            self.report(error);
        }
        goes_on
    }

    fn refuse(&mut self, tree: Tree, expected: &'static str) {
        let kind = match tree {
            Tree::Null => ReadErrorKind::Null,
            other => ReadErrorKind::WrongType {
                found: other.kind(),
                expected,
            },
        };
        self.report(ReadError::new(kind));
    }

    fn unknown(&mut self, name: &str, allowed: &'static [&'static str]) {
        let found = Str::Owned(name.to_owned());
        self.report(ReadError::new(ReadErrorKind::UnknownField {
            found,
            allowed,
        }));
    }

    fn report(&mut self, error: ReadError) {
        self.errors.push(error.prefixed(&self.pointer));
    }

    /// Reads the field of this name.
    fn within<T>(&mut self, name: &str, read: impl FnOnce(&mut Self) -> T) -> T {
        let length = self.pointer.len();
        push_segment(&mut self.pointer, name);
        let value = read(self);
        self.pointer.truncate(length);
        value
    }
}

/// Takes out what the error is about, where a part can be read without it. Of an object's fields that do not belong there
/// all are taken out, with an error for each.
fn without(part: &mut Tree, error: ReadError) -> Vec<ReadError> {
    let Some((object, name)) = error.pointer.rsplit_once('/') else {
        return vec![error];
    };
    match error.kind {
        ReadErrorKind::UnknownField { allowed, .. } => {
            let names = part.remove(object, &|name| !allowed.contains(&name));
            let mut unknown = Vec::with_capacity(names.len());
            for name in names {
                let found = Str::Owned(name.clone());
                let kind = ReadErrorKind::UnknownField { found, allowed };
                unknown.push(ReadError::new(kind).within(&name).prefixed(object));
            }
            unknown
        }
        ReadErrorKind::Null | ReadErrorKind::PlainHref => {
            let name = plain_step(name);
            part.remove(object, &|known| known == name);
            vec![error]
        }
        _ => vec![error],
    }
}

/// Whether the part can be read without what the error is about.
const fn is_superfluous(kind: &ReadErrorKind) -> bool {
    matches!(
        kind,
        ReadErrorKind::UnknownField { .. } | ReadErrorKind::Null | ReadErrorKind::PlainHref
    )
}

/// Whether what is missing was there by another name, which was reported.
fn is_mistyped(error: &ReadError, removed: &[String]) -> bool {
    let ReadErrorKind::Missing(field) = error.kind else {
        return false;
    };
    removed.iter().any(|pointer| {
        let place = pointer.rsplit_once('/');
        place.is_some_and(|(object, name)| {
            object == error.pointer && nearest(name, [field]).is_some()
        })
    })
}

/// What stands for an element that cannot be read.
fn unreadable() -> Element {
    Other::new(serde_json::json!({ "tag": "unreadable" })).into()
}
