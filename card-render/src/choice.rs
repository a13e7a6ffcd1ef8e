//! The language of a card that a rendering shows.

use card_model::{Card, Element, Header, Locale, words::push_segment};

/// The language of a card's own title and elements.
pub(crate) const OWN: &str = "zh-CN";

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
        let locale = locale.and_then(|wanted| find(card, wanted));
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
        // The pointers of most elements are no longer.
        let mut base = String::with_capacity(48);
        if let Some(locale) = self.locale
            && own
        {
            base.push_str("/i18n");
            push_segment(&mut base, locale.lang.as_str());
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

/// The locale of this name; else the first whose name begins with it, as `en-US` with `en`, unless the card's own does.
fn find<'c>(card: &'c Card, wanted: &str) -> Option<&'c Locale> {
    let mut named = card.i18n.iter();
    let named = named.find(|locale| locale.lang.as_str().eq_ignore_ascii_case(wanted));
    named.or_else(|| {
        let mut locales = card.i18n.iter();
        if is_a(OWN, wanted) {
            locales.find(|locale| locale.lang.as_str() == OWN)
        } else {
            locales.find(|locale| is_a(locale.lang.as_str(), wanted))
        }
    })
}

/// Whether this language is one of those that `wanted` begins.
fn is_a(language: &str, wanted: &str) -> bool {
    let start = language.get(..wanted.len());
    let rest = language.get(wanted.len()..);
    start.is_some_and(|start| start.eq_ignore_ascii_case(wanted))
        && rest.is_some_and(|rest| rest.starts_with('-'))
}
