//! A card becomes a card of this dialect.

mod config;
mod element;
mod header;
mod loss;
mod mention;
mod picture;
mod text;

use std::collections::HashMap;

use card_model::{
    Card, Element, Header, Link,
    words::{Name, Seen, sort_by_key},
};

use super::{Body, Card as Converted, I18nItem, Language as Key, Mention, Message, Wps365};
use crate::{
    LossKind, Report, Severity,
    choice::{Choice, OWN},
    language::Language,
    order::{SECTIONS, rank},
    wps::repair::Repair,
};

/// What `card` becomes, and what it loses.
pub(super) fn convert(card: &Card, target: &Wps365) -> (Message, Report) {
    let mut conversion = Conversion {
        target,
        repair: Repair::default(),
        mentions: Vec::new(),
        told: Seen::default(),
        language: Language::Chinese,
    };
    let converted = conversion.card(card);
    let mut losses = conversion.repair.report.into_losses();
    let mut places = HashMap::new();
    for (locale, place) in card.i18n.iter().zip(1..) {
        places.insert(locale.lang.as_str().to_owned(), place);
    }
    sort_by_key(&mut losses, |loss| {
        let (section, index) = rank(&loss.pointer);
        (SECTIONS * place(&places, &loss.pointer) + section, index)
    });
    let message = Message {
        mentions: conversion.mentions,
        card: converted,
    };
    (message, Report::from(losses))
}

/// Which language of the card a pointer leads to; 0 for the card's own.
fn place(places: &HashMap<String, usize>, pointer: &str) -> usize {
    let Some(rest) = pointer.strip_prefix("/i18n/") else {
        return 0;
    };
    let lang = rest.split('/').next().unwrap_or_default();
    let lang = lang.replace("~1", "/").replace("~0", "~");
    places.get(lang.as_str()).copied().unwrap_or(0)
}

/// Where the conversion has got to, and what it lost.
struct Conversion<'t> {
    target: &'t Wps365,
    /// Takes out what must not be sent; it holds the pointer and the report.
    repair: Repair,
    mentions: Vec<Mention>,
    /// What was said of the part at the pointer of the last entry.
    told: Seen,
    /// The language of the words that the library adds.
    language: Language,
}

impl Conversion<'_> {
    fn within<T>(&mut self, name: &str, convert: impl FnOnce(&mut Self) -> T) -> T {
        let length = self.repair.pointer.enter(name);
        let converted = convert(self);
        self.repair.pointer.leave(length);
        converted
    }

    /// As [`Conversion::within`], for each of the items.
    fn each<I>(&mut self, items: &[I], mut convert: impl FnMut(&mut Self, &I)) {
        for (index, item) in items.iter().enumerate() {
            let length = self.repair.pointer.enter_item(index);
            convert(self, item);
            self.repair.pointer.leave(length);
        }
    }

    /// Notes what is lost, once at each place.
    fn lose(
        &mut self,
        element: &'static str,
        kind: LossKind,
        severity: Severity,
        detail: impl Into<String>,
    ) {
        let detail = detail.into();
        let last = self.repair.report.losses().last();
        if last.is_none_or(|last| last.pointer != self.repair.pointer.as_str()) {
            self.told.clear();
        }
        if self.told.insert(&detail) {
            self.repair.report(element, kind, severity, detail);
        }
    }

    fn card(&mut self, card: &Card) -> Converted {
        let config = self.within("config", |this| this.config(card.config.as_deref()));
        let mut link = card.link.clone();
        self.repair.link(&mut link, "card");
        Converted {
            config: Some(config),
            link: link.map(|link| *link),
            i18n_items: self.languages(card),
        }
    }

    fn languages(&mut self, card: &Card) -> Vec<I18nItem> {
        let own = Choice::of(card, Some(OWN));
        let mut items = Vec::with_capacity(card.i18n.len() + 1);
        let has_own = own.header.is_some() || !own.elements.is_empty();
        if has_own || card.i18n.is_empty() {
            self.replaced(card, &own);
            items.push(I18nItem::new(Key::ZhCn, self.own(&own)));
        }
        for locale in &card.i18n {
            if has_own
                && own
                    .locale
                    .is_some_and(|chosen| std::ptr::eq(chosen, locale))
            {
                continue;
            }
            let lang = locale.lang.as_str();
            let value = self.in_language(lang, |this| {
                this.value(locale.header.as_ref(), &locale.elements)
            });
            items.push(I18nItem::new(Key::from(lang), value));
        }
        items
    }

    fn in_language<T>(&mut self, lang: &str, convert: impl FnOnce(&mut Self) -> T) -> T {
        self.language = Language::of(Some(lang));
        self.within("i18n", |this| this.within(lang, convert))
    }

    /// Says what of the card's own is not sent, as its `i18n` has the language as well.
    fn replaced(&mut self, card: &Card, own: &Choice<'_>) {
        let is_lost = [
            ("header", "title", own.own_header && card.header.is_some()),
            (
                "elements",
                "elements",
                own.own_elements && !card.elements.is_empty(),
            ),
        ];
        for (field, what, is_lost) in &is_lost {
            if !is_lost {
                continue;
            }
            let detail = format!(
                "the card's own {what} are left out: `i18n` has {} as well",
                Name(OWN)
            );
            let tag = if *field == "header" { "header" } else { "card" };
            self.within(field, |this| {
                this.lose(tag, LossKind::Dropped, Severity::Info, detail);
            });
        }
    }

    /// The card's own title and elements, or those that its `i18n` has instead.
    fn own(&mut self, own: &Choice<'_>) -> Body {
        let lang = own.locale.map_or(OWN, |locale| locale.lang.as_str());
        let header = self.part(own.own_header, lang, |this| this.header(own.header));
        self.language = Language::Chinese;
        let elements = self.part(own.own_elements, lang, |this| this.elements(own.elements));
        Body { header, elements }
    }

    fn part<T>(&mut self, is_locale: bool, lang: &str, convert: impl FnOnce(&mut Self) -> T) -> T {
        if is_locale {
            self.in_language(lang, convert)
        } else {
            convert(self)
        }
    }

    fn value(&mut self, header: Option<&Header>, elements: &[Element]) -> Body {
        Body {
            header: self.header(header),
            elements: self.elements(elements),
        }
    }

    fn elements(&mut self, elements: &[Element]) -> Vec<super::Element> {
        let mut converted = Vec::with_capacity(elements.len());
        self.within("elements", |this| {
            this.each(elements, |this, element| {
                this.element(element, &mut converted);
            });
        });
        converted
    }
}

/// A link of an element, where it has one.
fn unboxed(link: Option<Box<Link>>) -> Option<Link> {
    link.map(|link| *link)
}
