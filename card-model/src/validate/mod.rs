//! Holding a card to the platform's rules: every violation, in the order of the wire JSON.

mod content;
mod element;
mod markdown;

use self::element::{element, text_element};
use crate::{
    Card, ClientType, Config, Element, Header, Href, Language, Link, Locale, NonsupportClient,
    OperatorAllow, Rule, Str, TodoSwitch, Violation, Violations,
    bytes::{self, UNSEEN},
    spec::{CONTENT, ELEMENTS, Limit, address::check_url},
    words::{Path, Seen, Step},
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
struct Checker<'c> {
    path: Path<'c>,
    found: Vec<Violation>,
}

impl<'c> Checker<'c> {
    fn report(&mut self, rule: Rule) {
        let pointer = self.path.to_pointer();
        self.found.push(Violation::new(pointer, rule));
    }

    // These are compiled for each check: none of them calls another.

    /// Checks the field of this name.
    fn within(&mut self, name: &'c str, check: impl FnOnce(&mut Self)) {
        self.path.enter(Step::Name(name));
        check(self);
        self.path.leave();
    }

    fn each<T>(&mut self, items: &'c [T], check: impl Fn(&mut Self, &'c T)) {
        for (index, item) in items.iter().enumerate() {
            self.path.enter(Step::Index(index));
            check(self, item);
            self.path.leave();
        }
    }

    fn report_at(&mut self, name: &'c str, rule: Rule) {
        self.path.enter(Step::Name(name));
        self.report(rule);
        self.path.leave();
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
        if bytes::kinds(text.as_bytes()) & UNSEEN == 0 {
            return;
        }
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

fn card<'c>(checker: &mut Checker<'c>, card: &'c Card) {
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

fn not_empty(checker: &mut Checker<'_>, header: Option<&Header>, elements: &[Element]) {
    if header.is_none() && elements.is_empty() {
        checker.report(Rule::EmptyCard);
    }
}

fn body<'c>(checker: &mut Checker<'c>, header: Option<&'c Header>, elements: &'c [Element]) {
    if let Some(title) = header {
        checker.within("header", |checker| self::header(checker, title));
    }
    checker.within("elements", |checker| {
        checker.count(ELEMENTS, elements.len());
        checker.each(elements, element);
    });
}

fn header<'c>(checker: &mut Checker<'c>, header: &'c Header) {
    checker.within("title", |checker| text_element(checker, &header.title));
    if let Some(subtitle) = &header.subtitle {
        checker.within("subtitle", |checker| text_element(checker, subtitle));
    }
}

fn locales<'c>(checker: &mut Checker<'c>, locales: &'c [Locale]) {
    let mut seen = Seen::default();
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

fn config<'c>(checker: &mut Checker<'c>, config: &'c Config) {
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

fn nonsupport_client<'c>(checker: &mut Checker<'c>, clients: &'c NonsupportClient) {
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
fn link(checker: &mut Checker<'_>, link: Option<&Link>) {
    if let Some(link) = link {
        checker.within("link", |checker| urls(checker, link));
    }
}

fn urls(checker: &mut Checker<'_>, link: &Link) {
    for (field, url) in link.urls() {
        checker.within(field, |checker| checker.url(url));
    }
}

/// Checks the links of the field `href`; `is_used` says whether the text names one.
fn href<'c>(checker: &mut Checker<'c>, href: &'c Href, is_used: impl Fn(&str) -> bool) {
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
