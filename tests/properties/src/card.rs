//! Cards.

use message_card::{
    Card, Config, Element, Header, Locale, NonsupportClient, OperatorAllow, TodoSwitch,
};
use proptest::{collection::vec, option, prelude::*, sample};

use crate::{element, link, token};

/// Any card.
pub fn card() -> BoxedStrategy<Card> {
    let parts = (
        option::weighted(0.6, header()),
        elements(0..5),
        option::weighted(0.2, link::link()),
        option::weighted(0.2, config()),
        vec(locale(), 0..2),
    );
    parts
        .prop_map(|(header, elements, link, config, i18n)| {
            let mut card = Card::new().elements(elements);
            card.header = header;
            card.link = link.map(Box::new);
            card.config = config.map(Box::new);
            card.i18n = i18n;
            card
        })
        .boxed()
}

fn elements(count: std::ops::Range<usize>) -> BoxedStrategy<Vec<Element>> {
    vec(element::element(), count).boxed()
}

fn header() -> BoxedStrategy<Header> {
    let template = option::of(sample::select(&["blue", "red"][..]));
    let text = element::text_element;
    (text(), option::weighted(0.4, text()), template)
        .prop_map(|(title, subtitle, template)| {
            let mut header = Header::new("");
            header.title = title;
            header.subtitle = subtitle;
            header.template = template.map(Into::into);
            header
        })
        .boxed()
}

fn config() -> BoxedStrategy<Config> {
    (any::<[bool; 5]>(), token::value())
        .prop_map(|(has, value)| {
            let mut config = Config::new();
            config.operator_allow = has[0].then(|| OperatorAllow::from("none"));
            config.todo_switch = has[1].then(|| TodoSwitch::from("on"));
            config.filter_key = has[2].then(|| value.clone().into());
            config.update_single = has[3].then_some(true);
            config.nonsupport_client =
                has[4].then(|| NonsupportClient::new(["ios"]).describe(value.clone()));
            config
        })
        .boxed()
}

fn locale() -> BoxedStrategy<Locale> {
    let lang = sample::select(&["en-US", "zh-CN", "ja~/JP"][..]);
    (lang, option::of(header()), elements(0..2))
        .prop_map(|(lang, header, elements)| {
            let mut locale = Locale::new(lang).elements(elements);
            locale.header = header;
            locale
        })
        .boxed()
}
