//! The links that stand beside a text.

use card_model::{
    Href, Link,
    spec::address::{UrlFault, check_url},
};

use super::Repair;
use crate::{LossKind, Severity};

impl Repair {
    /// The links of the field `href`.
    pub(super) fn entries(
        &mut self,
        href: &mut Href,
        element: &'static str,
        detail: impl Fn(&str, &UrlFault) -> String,
    ) {
        if href.is_empty() {
            return;
        }
        let mut kept = Href::new();
        self.within("href", |repair| {
            for (name, link) in href.iter() {
                let mut link = link.clone();
                repair.within(name, |repair| {
                    if let Err(fault) = check_url(&link.url) {
                        let detail = detail(name, &fault);
                        repair.report(element, LossKind::Dropped, Severity::Lost, detail);
                        return;
                    }
                    repair.clients(&mut link, element);
                    kept.insert(name.to_owned(), link);
                });
            }
        });
        *href = kept;
    }

    /// The field `link` of the card or of an element.
    pub(crate) fn link(&mut self, slot: &mut Option<Box<Link>>, element: &'static str) {
        let Some(link) = slot else { return };
        let checked = check_url(&link.url);
        self.within("link", |repair| match &checked {
            Ok(()) => repair.clients(link, element),
            Err(fault) => {
                let detail = format!("the link of the `{element}` is left out: {fault}");
                repair.report(element, LossKind::Dropped, Severity::Lost, detail);
            }
        });
        if checked.is_err() {
            *slot = None;
        }
    }

    /// The URLs of single clients: where one is refused, the client opens `url`.
    fn clients(&mut self, link: &mut Link, element: &'static str) {
        let urls = [
            ("android_url", "Android", &mut link.android_url),
            ("ios_url", "iOS", &mut link.ios_url),
            ("pc_url", "a PC", &mut link.pc_url),
        ];
        for (field, client, url) in urls {
            let Some(Err(fault)) = url.as_deref().map(check_url) else {
                continue;
            };
            *url = None;
            let detail =
                format!("the link opens `url` on {client}, `{field}` is left out: {fault}");
            self.within(field, |repair| {
                repair.report(element, LossKind::Replaced, Severity::Degraded, detail);
            });
        }
    }
}
