//! What a rendering was asked for.

use std::borrow::Cow;

use card_model::{Href, Link, Str, markdown::TargetRef, spec::address::check_url, words::Name};

use crate::{
    Client, Fit, Person,
    dingtalk::deep_link,
    language::Language,
    person::{People, is_writable},
};

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
    /// Whether a `template_card` shows a picture.
    pub(crate) card_image: bool,
}

impl<'o> Context<'o> {
    pub(crate) fn new(options: &'o Options, known: Known) -> Self {
        Self {
            options,
            language: Language::of(options.locale.as_deref()),
            known,
            deep_links: false,
            card_image: true,
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
        let link = usable(link);
        match self.options.client {
            Some(client) => client.url(&link).to_owned(),
            None if self.deep_links => deep_link::of(&link),
            None => link.url.into_owned(),
        }
    }

    /// The URL of a link that may be sent; `None` where it is refused.
    pub(crate) fn allowed_url(&self, link: &Link) -> Option<String> {
        check_url(&link.url).is_ok().then(|| self.url(link))
    }

    /// The URL that stands for a text's own link in a message.
    pub(crate) fn goal<'l>(&self, goal: Goal<'l>) -> Cow<'l, str> {
        match goal {
            Goal::Url(url) => Cow::Borrowed(url),
            Goal::PerClient(link) => Cow::Owned(self.url(link)),
        }
    }
}

/// The link without the URLs of clients that are refused: `url` stands in for them.
pub(crate) fn usable(link: &Link) -> Link {
    let mut link = link.clone();
    for url in [&mut link.pc_url, &mut link.android_url, &mut link.ios_url] {
        if url.as_deref().is_some_and(|url| check_url(url).is_err()) {
            *url = None;
        }
    }
    link
}

/// Where a text's own link leads.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Goal<'l> {
    Url(&'l str),
    PerClient(&'l Link),
}

impl<'l> Goal<'l> {
    /// Where a text's own link leads, if it may be sent; else why not.
    pub(crate) fn of(target: TargetRef<'l>, href: Option<&'l Href>) -> Result<Self, String> {
        match target {
            TargetRef::Url(url) => match check_url(url) {
                Ok(()) => Ok(Self::Url(url)),
                Err(fault) => Err(fault.to_string()),
            },
            TargetRef::Variable(name) => match href.and_then(|href| href.get(name)) {
                Some(link) => match check_url(&link.url) {
                    Err(fault) => Err(fault.to_string()),
                    Ok(()) => Ok(Self::PerClient(link)),
                },
                None => Err(format!("no `href` defines {}", Name(&format!("${name}")))),
            },
        }
    }
}
