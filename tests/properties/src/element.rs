//! Elements.

use message_card::{
    Action, ActionItem, Button, Div, Element, Hr, Img, Other, PicText, Text, TextElement,
};
use proptest::{collection::vec, option, prelude::*, sample};
use serde_json::json;

use crate::{
    inline::{fallback, markdown, named},
    link, token,
};

/// Any element.
pub(crate) fn element() -> BoxedStrategy<Element> {
    prop_oneof![
        2 => text().prop_map(Element::from),
        5 => markdown().prop_map(Element::from),
        2 => div().prop_map(Element::from),
        1 => img().prop_map(Element::from),
        1 => option::of(token::value()).prop_map(|style| {
            let mut hr = Hr::new();
            hr.style = style.map(Into::into);
            Element::from(hr)
        }),
        1 => pic_text().prop_map(Element::from),
        2 => vec(action_item(), 1..4).prop_map(|actions| Element::from(Action::new(actions))),
        1 => other().prop_map(Element::from),
    ]
    .boxed()
}

fn text() -> BoxedStrategy<Text> {
    (
        token::value(),
        option::weighted(0.2, link::link()),
        fallback(),
    )
        .prop_map(|(content, link, fallback)| {
            // A field is public: what the constructor takes out may be there.
            let mut text = Text::default();
            text.content = content.into();
            text.link = link.map(Box::new);
            text.fallback = fallback.map(Box::new);
            text
        })
        .boxed()
}

/// A text with markup or without.
pub(crate) fn text_element() -> BoxedStrategy<TextElement> {
    prop_oneof![
        text().prop_map(TextElement::from),
        markdown().prop_map(TextElement::from)
    ]
    .boxed()
}

fn div() -> BoxedStrategy<Div> {
    let field = prop_oneof![
        2 => text_element(),
        1 => (token::value(), token::value()).prop_map(|(key, value)| {
            TextElement::from(message_card::Markdown::new().bold(key).br().text(value))
        }),
        1 => (token::value(), token::value()).prop_map(|(key, value)| {
            TextElement::from(Text::new(format!("{key}\n{value}")))
        }),
    ];
    let division = option::of(sample::select(&["6:6", "4:8"][..]));
    (
        vec(field, 1..4),
        division,
        option::weighted(0.2, link::link()),
        fallback(),
    )
        .prop_map(|(fields, division, link, fallback)| {
            let mut div = Div::new(fields);
            div.division = division.map(Into::into);
            div.link = link.map(Box::new);
            div.fallback = fallback.map(Box::new);
            div
        })
        .boxed()
}

fn img() -> BoxedStrategy<Img> {
    let some = || option::of(token::value());
    let pic_type = option::of(sample::select(&["png", "jpg"][..]));
    (
        some(),
        some(),
        option::of(link::url()),
        pic_type,
        fallback(),
    )
        .prop_map(|(alt, sha1, url, pic_type, fallback)| {
            let mut img = Img::new("store-key-1");
            img.alt = alt.map(Into::into);
            img.store_key_sha1 = sha1.map(Into::into);
            img.url = url.map(Into::into);
            img.pic_type = pic_type.map(Into::into);
            img.fallback = fallback.map(Box::new);
            img
        })
        .boxed()
}

fn pic_text() -> BoxedStrategy<PicText> {
    (
        img(),
        text_element(),
        option::weighted(0.3, link::link()),
        fallback(),
    )
        .prop_map(|(img, text, link, fallback)| {
            let mut pic_text = PicText::new(img, text);
            pic_text.link = link.map(Box::new);
            pic_text.fallback = fallback.map(Box::new);
            pic_text
        })
        .boxed()
}

fn action_item() -> BoxedStrategy<ActionItem> {
    prop_oneof![
        8 => button().prop_map(ActionItem::from),
        1 => other().prop_map(ActionItem::from)
    ]
    .boxed()
}

fn button() -> BoxedStrategy<Button> {
    let leads = prop_oneof![
        3 => link::link().prop_map(|link| (Some(link), None, None)),
        1 => link::url().prop_map(|url| (None, Some(url), None)),
        2 => token::value().prop_map(|key| (None, None, Some(key))),
        // One of these does nothing.
        1 => (option::of(link::link()), option::of(link::url()), option::of(token::value())),
    ];
    let style = option::of(sample::select(&["danger", "primary"][..]));
    (token::value(), leads, style, fallback())
        .prop_map(|(label, (link, url, key), style, fallback)| {
            let mut button = Button::default();
            button.label = label.into();
            button.href = link.map(named).unwrap_or_default();
            button.url = url.map(Into::into);
            button.key = key.map(Into::into);
            button.style = style.map(Into::into);
            button.fallback = fallback.map(Box::new);
            button
        })
        .boxed()
}

fn other() -> BoxedStrategy<Other> {
    (token::value(), fallback())
        .prop_map(|(value, fallback)| {
            let mut other = Other::new(json!({"tag": format!("new{value}"), "data": value}));
            other.fallback = fallback.map(Box::new);
            other
        })
        .boxed()
}
