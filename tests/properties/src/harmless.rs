//! The same card with a harmless word for every value.

use message_card::{
    Action, ActionItem, Button, Card, Element, Fallback, Header, Href, Img, Link, Markdown, Other,
    Str, Text, TextElement,
    markdown::Inline,
    markdown::LinkTarget,
    spec::address::{check_url, is_email},
};

/// Replaces every value of `card`: each line of it by a word, each URL that may be sent by another one.
pub fn card(card: &Card) -> Card {
    let mut card = card.clone();
    if let Some(link) = &mut card.link {
        self::link(link);
    }
    header(&mut card.header);
    card.elements.iter_mut().for_each(element);
    for locale in &mut card.i18n {
        header(&mut locale.header);
        locale.elements.iter_mut().for_each(element);
    }
    card
}

/// Each line by a word as long as it is, as what stands between texts depends on how long they are.
fn value(text: &mut Str) {
    // The constructor takes out what nobody sees, which the field may hold.
    let cleaned = Text::new(text.to_string()).content;
    let lines: Vec<_> = cleaned.split('\n').map(word).collect();
    *text = lines.join("\n").into();
}

/// What stands at the edges stays: a blank line shows nothing in either card, and a colon ends a field's name.
fn word(line: &str) -> String {
    let is_edge = |c: char| c.is_whitespace() || matches!(c, ':' | '：');
    let from = line.len() - line.trim_start_matches(is_edge).len();
    let to = line.trim_end_matches(is_edge).len().max(from);
    let (start, rest) = line.split_at(from);
    let (inner, end) = rest.split_at(to - from);
    format!("{start}{}{end}", "w".repeat(inner.len()))
}

fn url(url: &mut Str) {
    if check_url(url).is_ok() {
        // Different URLs stay different.
        let hash = url.bytes().fold(0_u64, |hash, byte| {
            hash.wrapping_mul(31).wrapping_add(byte.into())
        });
        *url = format!("https://example.com/{hash:x}").into();
    }
}

fn link(link: &mut Link) {
    url(&mut link.url);
    for own in [&mut link.pc_url, &mut link.android_url, &mut link.ios_url] {
        own.iter_mut().for_each(url);
    }
}

fn own_link(own: &mut Option<Box<Link>>) {
    if let Some(own) = own {
        link(own);
    }
}

fn href(href: &mut Href) {
    let mut harmless = Href::new();
    for (name, own) in href.iter() {
        let mut own = own.clone();
        link(&mut own);
        harmless.insert(name, own);
    }
    *href = harmless;
}

fn fallback(fallback: &mut Option<Box<Fallback>>) {
    if let Some(Fallback::Text(text)) = fallback.as_deref_mut() {
        value(text);
    }
}

fn header(header: &mut Option<Header>) {
    if let Some(header) = header {
        text_element(&mut header.title);
        header.subtitle.iter_mut().for_each(text_element);
    }
}

fn element(element: &mut Element) {
    match element {
        Element::Text(own) => text(own),
        Element::Markdown(own) => markdown(own),
        Element::Div(div) => {
            div.fields.to_mut().iter_mut().for_each(text_element);
            own_link(&mut div.link);
            fallback(&mut div.fallback);
        }
        Element::Img(own) => img(own),
        Element::PicText(own) => {
            img(&mut own.img);
            text_element(&mut own.text);
            own_link(&mut own.link);
            fallback(&mut own.fallback);
        }
        Element::Action(Action { actions, .. }) => actions.iter_mut().for_each(|item| match item {
            ActionItem::Button(own) => button(own),
            ActionItem::Other(own) => other(own),
            _ => {}
        }),
        Element::Other(own) => other(own),
        _ => {}
    }
}

fn text(text: &mut Text) {
    value(&mut text.content);
    own_link(&mut text.link);
    fallback(&mut text.fallback);
}

fn text_element(element: &mut TextElement) {
    match element {
        TextElement::Text(own) => text(own),
        TextElement::Markdown(own) => markdown(own),
        _ => {}
    }
}

fn markdown(markdown: &mut Markdown) {
    markdown.content.to_mut().iter_mut().for_each(inline);
    href(&mut markdown.href);
    own_link(&mut markdown.link);
    fallback(&mut markdown.fallback);
}

fn inline(part: &mut Inline) {
    match part {
        Inline::Text(text) | Inline::Code(text) => value(text),
        Inline::Bold(children) | Inline::Italic(children) | Inline::Strike(children) => {
            children.to_mut().iter_mut().for_each(inline);
        }
        Inline::Font { color, children } => {
            let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '#' | '-');
            if !color.chars().all(is_part) {
                *color = Str::default();
            }
            children.to_mut().iter_mut().for_each(inline);
        }
        Inline::At { email, name } => {
            value(name);
            if !is_email(email) || email.contains('|') {
                *email = "nobody".into();
            }
        }
        Inline::Link { target, children } => {
            if let LinkTarget::Url(own) = target {
                url(own);
            }
            children.to_mut().iter_mut().for_each(inline);
        }
        _ => {}
    }
}

fn img(img: &mut Img) {
    img.alt.iter_mut().for_each(value);
    img.url.iter_mut().for_each(url);
    fallback(&mut img.fallback);
}

fn button(button: &mut Button) {
    value(&mut button.label);
    button.url.iter_mut().for_each(url);
    href(&mut button.href);
    fallback(&mut button.fallback);
}

fn other(other: &mut Other) {
    let tag = Text::new(other.json["tag"].as_str().unwrap_or("word")).content;
    let shown: Vec<_> = tag.split_whitespace().collect();
    other.json["tag"] = word(&shown.join(" ")).into();
    fallback(&mut other.fallback);
}
