//! Holding a card to the platform's rules: every violation, in the order of the wire JSON.

mod content;
mod element;
mod markdown;

use std::collections::HashSet;

use self::element::{element, text_element};
use crate::{
    Card, ClientType, Config, Element, Header, Href, Language, Link, Locale, NonsupportClient,
    OperatorAllow, Rule, Str, TodoSwitch, Violation, Violations,
    spec::{CONTENT, ELEMENTS, Limit, address::check_url},
    words::push_segment,
};

impl Card {
    /// Holds the card to the platform's rules.
    ///
    /// ```
    /// use message_card::{Action, Button, Card};
    ///
    /// let card = Card::new()
    ///     .header("发布完成")
    ///     .action(Action::new([Button::new("查看"), Button::new("").key("rollback")]));
    /// assert_eq!(
    ///     card.validate().unwrap_err().to_string(),
    ///     "/elements/0/actions/0: the button does nothing, give it `key`, `url` or `href`\n\
    ///      /elements/0/actions/1/content/text: `text` is empty, give it a value"
    /// );
    /// ```
    ///
    /// # Errors
    ///
    /// All the [`Violations`], in the order of the card's wire JSON.
    pub fn validate(&self) -> Result<(), Violations> {
        let mut checker = Checker::default();
        card(&mut checker, self);
        Violations::check(checker.found)
    }
}

/// Where the check has got to, and what it found.
#[derive(Default)]
struct Checker {
    pointer: String,
    found: Vec<Violation>,
}

impl Checker {
    fn report(&mut self, rule: Rule) {
        self.found.push(Violation::new(self.pointer.clone(), rule));
    }

    /// Checks the field of this name.
    fn within(&mut self, name: &str, check: impl FnOnce(&mut Self)) {
        let length = self.pointer.len();
        push_segment(&mut self.pointer, name);
        check(self);
        self.pointer.truncate(length);
    }

    fn each<T>(&mut self, items: &[T], check: impl Fn(&mut Self, &T)) {
        for (index, item) in items.iter().enumerate() {
            self.within(&index.to_string(), |checker| check(checker, item));
        }
    }

    fn report_at(&mut self, name: &str, rule: Rule) {
        self.within(name, |checker| checker.report(rule));
    }

    fn count(&mut self, limit: Limit, had: usize) {
        if !limit.allows(had) {
            self.report(Rule::TooMany { limit, had });
        }
    }

    /// The field of this name must not be empty.
    fn filled(&mut self, field: &'static str, text: &str) {
        if text.is_empty() {
            self.report_at(field, Rule::Empty(field));
        }
    }

    /// The text at this place must be printable.
    fn printable(&mut self, text: &str) {
        let control = text
            .chars()
            .find(|&c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'));
        if let Some(c) = control {
            self.report(Rule::ControlCharacter(c));
        }
    }

    fn url(&mut self, url: &str) {
        if let Err(fault) = check_url(url) {
            self.report(Rule::Url(fault));
        }
    }

    /// The name at this place is one that the platform does not document.
    fn unknown(&mut self, found: &Str, allowed: &'static [&'static str]) {
        let found = found.clone();
        self.report(Rule::UnknownName { found, allowed });
    }
}

/// Reports the `Other` variant of a field that holds a name.
macro_rules! known_name {
    ($checker:expr, $field:literal, $value:expr, $type:ident) => {
        if let Some($type::Other(name)) = $value {
            $checker.within($field, |checker| checker.unknown(name, $type::NAMES));
        }
    };
}
use known_name;

fn card(checker: &mut Checker, card: &Card) {
    not_empty(checker, card.header.as_ref(), &card.elements);
    let (limit, had) = (CONTENT, content::length(card, CONTENT));
    if !limit.allows(had) {
        checker.report(Rule::TooLong { limit, had });
    }
    if let Some(settings) = &card.config {
        checker.within("config", |checker| config(checker, settings));
    }
    link(checker, card.link.as_deref());
    body(checker, card.header.as_ref(), &card.elements);
    checker.within("i18n", |checker| locales(checker, &card.i18n));
}

fn not_empty(checker: &mut Checker, header: Option<&Header>, elements: &[Element]) {
    if header.is_none() && elements.is_empty() {
        checker.report(Rule::EmptyCard);
    }
}

fn body(checker: &mut Checker, header: Option<&Header>, elements: &[Element]) {
    if let Some(title) = header {
        checker.within("header", |checker| self::header(checker, title));
    }
    checker.within("elements", |checker| {
        checker.count(ELEMENTS, elements.len());
        checker.each(elements, element);
    });
}

fn header(checker: &mut Checker, header: &Header) {
    checker.within("title", |checker| text_element(checker, &header.title));
    if let Some(subtitle) = &header.subtitle {
        checker.within("subtitle", |checker| text_element(checker, subtitle));
    }
}

fn locales(checker: &mut Checker, locales: &[Locale]) {
    let mut seen = HashSet::new();
    for locale in locales {
        let lang = locale.lang.as_str();
        checker.within(lang, |checker| {
            if !seen.insert(lang) {
                checker.report(Rule::DuplicateLanguage(Str::Owned(lang.to_owned())));
            }
            if let Language::Other(name) = &locale.lang {
                checker.unknown(name, Language::NAMES);
            }
            not_empty(checker, locale.header.as_ref(), &locale.elements);
            body(checker, locale.header.as_ref(), &locale.elements);
        });
    }
}

fn config(checker: &mut Checker, config: &Config) {
    known_name!(
        checker,
        "operator_allow",
        &config.operator_allow,
        OperatorAllow
    );
    known_name!(checker, "todo_switch", &config.todo_switch, TodoSwitch);
    if let Some(key) = &config.filter_key {
        checker.filled("filter_key", key);
    }
    if let Some(clients) = &config.nonsupport_client {
        checker.within("nonsupport_client", |checker| {
            nonsupport_client(checker, clients);
        });
    }
}

fn nonsupport_client(checker: &mut Checker, clients: &NonsupportClient) {
    checker.within("client_type", |checker| {
        if clients.client_type.is_empty() {
            checker.report(Rule::Empty("client_type"));
        }
        checker.each(&clients.client_type, |checker, client| {
            if let ClientType::Other(name) = client {
                checker.unknown(name, ClientType::NAMES);
            }
        });
    });
    match &clients.describe {
        None => checker.report(Rule::Missing("describe")),
        Some(text) => {
            checker.filled("describe", text);
            checker.within("describe", |checker| checker.printable(text));
        }
    }
}

/// Checks the field `link`, if it is there.
fn link(checker: &mut Checker, link: Option<&Link>) {
    if let Some(link) = link {
        checker.within("link", |checker| urls(checker, link));
    }
}

fn urls(checker: &mut Checker, link: &Link) {
    for (field, url) in link.urls() {
        checker.within(field, |checker| checker.url(url));
    }
}

/// Checks the links of the field `href`; `is_used` says whether the text names one.
fn href(checker: &mut Checker, href: &Href, is_used: impl Fn(&str) -> bool) {
    checker.within("href", |checker| {
        for (name, link) in href.iter() {
            checker.within(name, |checker| {
                if name.is_empty() {
                    checker.report(Rule::Empty("name"));
                } else if !is_used(name) {
                    checker.report(Rule::UnusedVariable(Str::Owned(name.to_owned())));
                }
                urls(checker, link);
            });
        }
    });
}
