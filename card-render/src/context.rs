//! What a rendering was asked for.

use std::borrow::Cow;

use card_model::{
    Card, Element, Header, Href, Link, Locale, Str, markdown::LinkTarget, spec::address::check_url,
    words::Name,
};

use crate::{Client, Fit, Person, language::Language, person::People};

/// The options that every target has.
#[derive(Debug, Clone, Default)]
pub(crate) struct Options {
    pub(crate) locale: Option<Str>,
    pub(crate) client: Option<Client>,
    pub(crate) people: People,
    pub(crate) fit: Fit,
}

/// Who can be mentioned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Known {
    /// People with an id of the platform.
    UserIds,
    /// People with an id of the platform, or a mobile phone.
    All,
    /// Everyone with an e-mail address.
    Emails,
}

/// What a rendering was asked for, and the questions that it answers.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Context<'o> {
    pub(crate) options: &'o Options,
    pub(crate) language: Language,
    pub(crate) known: Known,
    /// Whether one link can hold a URL for PCs and one for phones.
    pub(crate) deep_links: bool,
}

impl<'o> Context<'o> {
    pub(crate) fn new(options: &'o Options, known: Known) -> Self {
        Self {
            options,
            language: Language::of(options.locale.as_deref()),
            known,
            deep_links: false,
        }
    }

    /// Who is mentioned with this address.
    pub(crate) fn person(&self, email: &str) -> Option<Person> {
        if self.known == Known::Emails {
            return is_writable(email).then(|| Person::user_id(email));
        }
        let person = self.options.people.find(email)?;
        (self.known == Known::All || matches!(person, Person::UserId(_))).then_some(person)
    }

    /// The URL that stands for `link` in a message; one of a client that is refused is not used.
    pub(crate) fn url(&self, link: &Link) -> String {
        let is_allowed = |url: &str| check_url(url).is_ok();
        match self.options.client {
            Some(client) => {
                let own = client.url(link);
                if is_allowed(own) {
                    own.to_owned()
                } else {
                    link.url.to_string()
                }
            }
            None if self.deep_links => {
                let mut link = link.clone();
                for url in [&mut link.pc_url, &mut link.android_url, &mut link.ios_url] {
                    if url.as_deref().is_some_and(|url| !is_allowed(url)) {
                        *url = None;
                    }
                }
                crate::dingtalk::deep_link::of(&link)
            }
            None => link.url.to_string(),
        }
    }

    /// The URL of a link that may be sent; `None` where it is refused.
    pub(crate) fn allowed_url(&self, link: &Link) -> Option<String> {
        check_url(&link.url).is_ok().then(|| self.url(link))
    }
}

/// Where a text's own link leads.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Goal<'l> {
    Url(&'l str),
    PerClient(&'l Link),
}

impl<'l> Goal<'l> {
    /// Where a text's own link leads, if it may be sent; else why not.
    pub(crate) fn of(target: &'l LinkTarget, href: Option<&'l Href>) -> Result<Self, String> {
        match target {
            LinkTarget::Url(url) => match check_url(url) {
                Ok(()) => Ok(Self::Url(url)),
                Err(fault) => Err(fault.to_string()),
            },
            LinkTarget::Variable(name) => match href.and_then(|href| href.get(name)) {
                Some(link) => match check_url(&link.url) {
                    Err(fault) => Err(fault.to_string()),
                    Ok(()) => Ok(Self::PerClient(link)),
                },
                None => Err(format!("no `href` defines {}", Name(&format!("${name}")))),
            },
            _ => Err("where it leads is not known".to_owned()),
        }
    }
}

impl Context<'_> {
    /// The URL that stands for a text's own link in a message.
    pub(crate) fn goal<'l>(&self, goal: Goal<'l>) -> Cow<'l, str> {
        match goal {
            Goal::Url(url) => Cow::Borrowed(url),
            Goal::PerClient(link) => Cow::Owned(self.url(link)),
        }
    }
}

/// Whether a mention can be written with this address.
fn is_writable(email: &str) -> bool {
    card_model::spec::address::is_email(email) && !email.contains(['|', '&', '`', '\''])
}

/// The part of a card that a rendering shows: one of its languages.
#[derive(Debug)]
pub(crate) struct Choice<'c> {
    /// The locale, where it is not the card's own.
    pub(crate) locale: Option<&'c Locale>,
    pub(crate) header: Option<&'c Header>,
    /// Whether the header is the locale's.
    pub(crate) own_header: bool,
    pub(crate) elements: &'c [Element],
    /// Whether the elements are the locale's.
    pub(crate) own_elements: bool,
}

impl<'c> Choice<'c> {
    /// What of `card` is in the language `locale`; what a locale does not say, the card does.
    pub(crate) fn of(card: &'c Card, locale: Option<&str>) -> Self {
        let matches = |found: &&Locale| {
            locale.is_some_and(|wanted| found.lang.as_str().eq_ignore_ascii_case(wanted))
        };
        let locale = card.i18n.iter().find(matches);
        let header = locale.and_then(|locale| locale.header.as_ref());
        let elements = locale.map(|locale| locale.elements.as_slice());
        let elements = elements.filter(|elements| !elements.is_empty());
        Self {
            locale,
            own_header: header.is_some(),
            header: header.or(card.header.as_ref()),
            own_elements: elements.is_some(),
            elements: elements.unwrap_or(&card.elements),
        }
    }

    fn base(&self, own: bool) -> String {
        let mut base = String::new();
        if let Some(locale) = self.locale.filter(|_| own) {
            base.push_str("/i18n");
            card_model::words::push_segment(&mut base, locale.lang.as_str());
        }
        base
    }

    /// Where the header stands.
    pub(crate) fn header_pointer(&self) -> String {
        self.base(self.own_header) + "/header"
    }

    /// Where the elements stand.
    pub(crate) fn elements_pointer(&self) -> String {
        self.base(self.own_elements) + "/elements"
    }
}
