//! Cards of which it is known how many links, pictures and mentions they have.

use message_card::{
    Action, Button, Card, Div, Element, Header, Img, Link, List, Markdown, PicText, Text,
    markdown::{Inline, LinkTarget},
};
use proptest::{collection::vec, option, prelude::*, sample};

use crate::{
    setting::{Form, Kind, Sent, Setting},
    token,
};

/// What of a card takes effect.
#[derive(Debug, Clone, Copy, Default)]
pub struct Nodes {
    /// Links in texts, of elements and of the card.
    pub links: usize,
    /// Buttons that open a link.
    pub buttons: usize,
    /// Pictures with a public copy.
    pub images: usize,
    /// Mentions of a person with an id of the platform.
    pub by_id: usize,
    /// Mentions of a person with a number.
    pub by_number: usize,
    /// Mentions of a person who is not known.
    pub unknown: usize,
}

impl Nodes {
    fn add(&mut self, other: Self) {
        self.links += other.links;
        self.buttons += other.buttons;
        self.images += other.images;
        self.by_id += other.by_id;
        self.by_number += other.by_number;
        self.unknown += other.unknown;
    }
}

/// How many of each a rendering has to have.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    /// Links.
    pub links: usize,
    /// Pictures.
    pub images: usize,
    /// Mentions.
    pub mentions: usize,
}

/// What `nodes` become: a picture is a link where there are no pictures, a button is one where it is none of the format's own.
pub fn wanted(nodes: &Nodes, sent: &Sent, setting: Setting) -> Wanted {
    let kind = sent.texts().first().map_or(Kind::Plain, |(kind, _)| *kind);
    let shows_images = matches!(kind, Kind::WeComV2 | Kind::DingTalk);
    let own = sent.messages.iter().map(own_buttons).sum::<usize>();
    let mentions = match (kind, setting.form) {
        (Kind::WeCom, _) if setting.knows_people => nodes.by_id,
        (Kind::DingTalk, _) if setting.knows_people => nodes.by_id + nodes.by_number,
        (_, Form::RobotMarkdown) => nodes.by_id + nodes.by_number + nodes.unknown,
        _ => 0,
    };
    Wanted {
        links: nodes.links + nodes.buttons - own + if shows_images { 0 } else { nodes.images },
        images: if shows_images { nodes.images } else { 0 },
        mentions,
    }
}

fn own_buttons(message: &serde_json::Value) -> usize {
    let card = &message["actionCard"];
    let several = card["btns"].as_array().map_or(0, Vec::len);
    several + usize::from(card.get("singleURL").is_some())
}

/// A card, and what of it takes effect.
pub fn card() -> BoxedStrategy<(Card, Nodes)> {
    (
        option::of(markdown()),
        vec(element(), 1..5),
        option::of(link()),
    )
        .prop_map(|(title, elements, own)| {
            let (mut card, mut all) = (Card::new(), Nodes::default());
            if let Some((markdown, nodes)) = title {
                let mut header = Header::new("");
                header.title = markdown.into();
                card = card.header(header);
                all.add(nodes);
            }
            for (element, nodes) in elements {
                card = card.element(element);
                all.add(nodes);
            }
            all.links += usize::from(own.is_some());
            // Where a button leads there, the card's link is not written again.
            card.link = own.map(|own| Box::new(Link::new(format!("{}/card", own.url))));
            (card, all)
        })
        .boxed()
}

fn element() -> BoxedStrategy<(Element, Nodes)> {
    prop_oneof![
        4 => markdown().prop_map(|(markdown, nodes)| (Element::from(markdown), nodes)),
        1 => (token::value(), option::of(link())).prop_map(|(value, own)| {
            let links = usize::from(own.is_some());
            let mut text = Text::new(format!("word {value}"));
            text.link = own.map(Box::new);
            (Element::from(text), Nodes { links, ..Nodes::default() })
        }),
        1 => (markdown(), markdown(), link()).prop_map(|((one, mut nodes), (other, more), own)| {
            nodes.add(more);
            nodes.links += 1;
            (Element::from(Div::new([one, other]).link(own)), nodes)
        }),
        1 => (img(), markdown()).prop_map(|(img, (markdown, mut nodes))| {
            nodes.images += 1;
            (Element::from(PicText::new(img, markdown)), nodes)
        }),
        1 => img().prop_map(|img| (Element::from(img), Nodes { images: 1, ..Nodes::default() })),
        1 => vec((token::value(), link()), 1..7).prop_map(|buttons| {
            let nodes = Nodes { buttons: buttons.len(), ..Nodes::default() };
            let buttons = buttons.into_iter().map(|(label, link)| Button::new(label).href(link));
            (Element::from(Action::new(buttons)), nodes)
        }),
    ]
    .boxed()
}

fn link() -> BoxedStrategy<Link> {
    token::value()
        .prop_map(|value| {
            Link::new(format!(
                "https://example.com/{}",
                crate::link::component(&value)
            ))
        })
        .boxed()
}

fn img() -> BoxedStrategy<Img> {
    (token::value(), link())
        .prop_map(|(alt, link)| Img::new("key").alt(alt).url(link.url))
        .boxed()
}

fn markdown() -> BoxedStrategy<(Markdown, Nodes)> {
    vec(inline(), 1..5)
        .prop_map(|parts| {
            let (mut markdown, mut all) = (Markdown::new(), Nodes::default());
            for (part, nodes) in parts {
                markdown = markdown.inline(part);
                all.add(nodes);
            }
            (markdown, all)
        })
        .boxed()
}

fn inline() -> BoxedStrategy<(Inline, Nodes)> {
    leaf()
        .prop_recursive(2, 6, 3, |inner| {
            (vec(inner, 1..3), 0..4).prop_map(|(parts, how)| {
                let mut all = Nodes::default();
                let mut children = Vec::new();
                for (part, nodes) in parts {
                    children.push(part);
                    all.add(nodes);
                }
                let children = List::Owned(children);
                let part = match how {
                    0 => Inline::Bold(children),
                    1 => Inline::Italic(children),
                    2 => Inline::Strike(children),
                    _ => Inline::Font {
                        color: "red".into(),
                        children,
                    },
                };
                (part, all)
            })
        })
        .boxed()
}

fn leaf() -> BoxedStrategy<(Inline, Nodes)> {
    prop_oneof![
        5 => token::value().prop_map(|value| (Inline::text(value), Nodes::default())),
        2 => (sample::select(&["lin@example.com", "wang@example.com", "nobody@example.com"][..]), token::value())
            .prop_map(|(email, name)| {
                let mut nodes = Nodes::default();
                match email {
                    "lin@example.com" => nodes.by_id = 1,
                    "wang@example.com" => nodes.by_number = 1,
                    _ => nodes.unknown = 1,
                }
                (Inline::At { email: email.into(), name: Text::new(name).content }, nodes)
            }),
        2 => (token::value(), link()).prop_map(|(label, link)| {
            let children = List::Owned(vec![Inline::text(label)]);
            let target = LinkTarget::Url(link.url);
            (Inline::Link { target, children }, Nodes { links: 1, ..Nodes::default() })
        }),
    ]
    .boxed()
}
