//! The walk through links: whether they are sent, and where they lead.

use std::collections::HashMap;

use card_model::{
    Href, Link,
    markdown::{Spans, TargetRef},
    spec::{Feature, Severity, address::check_url},
    words::Name,
};

use super::Survey;
use crate::{
    Client, LossKind,
    context::{Goal, usable},
};

impl Survey<'_, '_> {
    /// The link of the card.
    pub(crate) fn card_link(&mut self, link: &Link) {
        self.feature("link", Feature::CardLink, "");
        self.target(link, "link", "the link of the card");
    }

    /// The link of an element.
    pub(super) fn link(&mut self, link: Option<&Link>, tag: &'static str) {
        let Some(link) = link else { return };
        self.within("link", |survey| {
            survey.target(link, tag, "the link of the element");
        });
    }

    fn target(&mut self, link: &Link, tag: &'static str, what: &str) {
        if self.cx.allowed_url(link).is_some() {
            self.client_link(link, tag);
        } else {
            let detail = format!("{what} is left out: {}", Self::why(link));
            self.loss(tag, LossKind::Dropped, Severity::Lost, detail);
        }
    }

    /// Why a link is not sent.
    pub(super) fn why(link: &Link) -> String {
        let fault = check_url(&link.url).err();
        fault.map_or_else(
            || "its URL is refused".to_owned(),
            |fault| fault.to_string(),
        )
    }

    /// What becomes of a link with a URL per client.
    pub(super) fn client_link(&mut self, link: &Link, tag: &'static str) {
        for (name, url) in link.urls() {
            if let Err(fault) = check_url(url) {
                let detail = format!(
                    "{} is left out, {} stands in: {fault}",
                    Name(name),
                    Name("url")
                );
                self.loss(tag, LossKind::Dropped, Severity::Degraded, detail);
            }
        }
        let link = &usable(link);
        let differs = link.urls().any(|(_, url)| url != link.url);
        match self.cx.options.client {
            _ if !differs => {}
            Some(client) => {
                let detail = format!(
                    "the link leads to where it does on {}, as asked for",
                    Name(client.name())
                );
                self.loss(tag, LossKind::Replaced, Severity::Info, detail);
            }
            None => {
                self.feature(tag, Feature::ClientLink, "");
                let phones = [Client::Android, Client::Ios].map(|client| client.url(link));
                let is_one = phones.first() == phones.last();
                if self.cx.deep_links && !is_one {
                    let detail =
                        "Android and iOS get one URL, a link holds one for all phones".to_owned();
                    self.loss(tag, LossKind::Replaced, Severity::Degraded, detail);
                } else if self.cx.deep_links && uses_no_default(link) {
                    let detail = format!("{} is left out: each client has its own", Name("url"));
                    self.loss(tag, LossKind::Dropped, Severity::Info, detail);
                }
            }
        }
    }

    /// The links that the text before names.
    pub(super) fn href(&mut self, href: Option<&Href>, tag: &'static str) {
        let variables = std::mem::take(&mut self.variables);
        let Some(href) = href.filter(|href| !href.is_empty()) else {
            return;
        };
        let mut named = HashMap::new();
        // Of several labels, the first.
        for (index, (name, _)) in variables.iter().enumerate().rev() {
            named.insert(name.clone(), index);
        }
        self.within("href", |survey| {
            for (name, link) in href.iter() {
                let variable = named.get(name).and_then(|index| variables.get(*index));
                survey.within(name, |survey| match variable {
                    Some((_, label)) => survey.variable(link, label),
                    None => Survey::leads_nowhere(tag, name)(survey),
                });
            }
        });
    }

    fn variable(&mut self, link: &Link, label: &str) {
        if self.cx.allowed_url(link).is_some() {
            return self.client_link(link, "a");
        }
        let detail = format!(
            "{} is text without a link: {}",
            Name(label),
            Self::why(link)
        );
        self.loss("a", LossKind::Replaced, Severity::Degraded, detail);
    }

    /// Tells of an entry of `href` that nothing names.
    pub(super) fn leads_nowhere(tag: &'static str, name: &str) -> impl FnOnce(&mut Self) {
        let name = format!("${name}");
        let detail = format!("the link {} is left out: nothing leads there", Name(&name));
        move |survey| survey.loss(tag, LossKind::Dropped, Severity::Info, detail)
    }

    pub(super) fn text_link(
        &mut self,
        target: TargetRef<'_>,
        content: Spans<'_>,
        href: Option<&Href>,
        in_link: bool,
    ) {
        if in_link {
            let label = content.plain_text();
            let detail = format!(
                "{} is text without a link: it stands in another one",
                Name(&label)
            );
            return self.loss("a", LossKind::Replaced, Severity::Degraded, detail);
        }
        let resolved = Goal::of(target, href);
        if resolved.is_ok() {
            self.feature("a", Feature::Link, "");
        }
        // What becomes of an entry of `href` is said where it stands.
        if let TargetRef::Variable(name) = target
            && href.is_some_and(|href| href.get(name).is_some())
        {
            let label = content.plain_text();
            return self.variables.push((name.to_string(), label));
        }
        match resolved {
            Ok(Goal::PerClient(link)) => self.client_link(link, "a"),
            Ok(Goal::Url(_)) => {}
            Err(why) => {
                let label = content.plain_text();
                let detail = format!("{} is text without a link: {why}", Name(&label));
                self.loss("a", LossKind::Replaced, Severity::Degraded, detail);
            }
        }
    }
}

/// Whether PCs and phones all have a URL of their own.
fn uses_no_default(link: &Link) -> bool {
    let clients = [Client::Pc, Client::Android, Client::Ios];
    clients.iter().all(|client| client.url(link) != link.url)
}
