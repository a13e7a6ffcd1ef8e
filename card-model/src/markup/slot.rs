//! Where the text of an attribute belongs: the field that it is written into.

use super::blank;
use crate::{
    Button, Config, Element, Header, Img, Link, NonsupportClient, Str, TextElement,
    markdown::{Inline, LinkTarget},
    spec::{Attribute, Tag},
};

pub(super) fn header(header: &mut Header, attribute: Attribute) -> Option<&mut Str> {
    match attribute {
        Attribute::Title => content(&mut header.title),
        Attribute::Subtitle => content(header.subtitle.insert(blank::LINE)),
        Attribute::Template => Some(empty(&mut header.template)),
        _ => None,
    }
}

pub(super) fn link(link: &mut Link, attribute: Attribute) -> Option<&mut Str> {
    match attribute {
        Attribute::Url => Some(&mut link.url),
        Attribute::AndroidUrl => Some(empty(&mut link.android_url)),
        Attribute::IosUrl => Some(empty(&mut link.ios_url)),
        Attribute::PcUrl => Some(empty(&mut link.pc_url)),
        _ => None,
    }
}

pub(super) fn button(button: &mut Button, attribute: Attribute) -> Option<&mut Str> {
    match attribute {
        Attribute::Key => Some(empty(&mut button.key)),
        Attribute::Style => Some(empty(&mut button.style)),
        Attribute::Url => Some(empty(&mut button.url)),
        Attribute::Href => Some(&mut button.href.default_link()?.url),
        _ => None,
    }
}

pub(super) fn config(config: &mut Config, attribute: Attribute) -> Option<&mut Str> {
    match attribute {
        Attribute::FilterKey => Some(empty(&mut config.filter_key)),
        Attribute::HideText => Some(empty(&mut hidden(config).describe)),
        _ => None,
    }
}

pub(super) fn element(element: &mut Element, tag: Tag, attribute: Attribute) -> Option<&mut Str> {
    match element {
        Element::Img(picture) => img(picture, attribute),
        Element::PicText(pic_text) if tag == Tag::Img => img(&mut pic_text.img, attribute),
        Element::Hr(hr) if attribute == Attribute::Style => Some(empty(&mut hr.style)),
        _ => None,
    }
}

pub(super) fn inline(inline: &mut Inline, attribute: Attribute) -> Option<&mut Str> {
    match (inline, attribute) {
        (Inline::Font { color, .. }, Attribute::Color) => Some(color),
        (Inline::At { email, .. }, Attribute::Email) => Some(email),
        (Inline::Link { target, .. }, Attribute::Href) => match target {
            LinkTarget::Url(url) => Some(url),
            LinkTarget::Variable(_) => None,
        },
        _ => None,
    }
}

fn img(img: &mut Img, attribute: Attribute) -> Option<&mut Str> {
    match attribute {
        Attribute::StoreKey => Some(&mut img.store_key),
        Attribute::StoreKeySha1 => Some(empty(&mut img.store_key_sha1)),
        Attribute::PicType => Some(empty(&mut img.pic_type)),
        Attribute::Alt => Some(empty(&mut img.alt)),
        Attribute::Url => Some(empty(&mut img.url)),
        _ => None,
    }
}

fn content(text: &mut TextElement) -> Option<&mut Str> {
    match text {
        TextElement::Text(text) => Some(&mut text.content),
        TextElement::Markdown(_) => None,
    }
}

fn empty(field: &mut Option<Str>) -> &mut Str {
    field.insert(Str::Borrowed(""))
}

/// What is said of the clients that must not show the card.
pub(super) fn hidden(config: &mut Config) -> &mut NonsupportClient {
    config.nonsupport_client.get_or_insert_default()
}
