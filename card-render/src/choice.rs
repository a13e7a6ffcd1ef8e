//! The language of a card that a rendering shows.

use card_model::{Card, Element, Header, Locale, words::push_segment};

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
