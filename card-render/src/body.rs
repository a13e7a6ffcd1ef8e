//! A card in one language with its markdown read: what every format is made of.

use card_model::{
    Action, ActionItem, Button, Card, Div, Division, Element, Fallback, Header, Href, Img, Link,
    Markdown, PicText, Text, TextElement,
    markdown::Flow,
    spec::{Feature, address::check_url},
    words::each,
};

use crate::choice::Choice;

/// The card, read.
#[derive(Debug)]
pub(crate) struct Body<'c> {
    pub(crate) card: &'c Card,
    pub(crate) choice: Choice<'c>,
    pub(crate) title: Option<Passage<'c>>,
    pub(crate) subtitle: Option<Passage<'c>>,
    /// What stands for the title and the subtitle.
    pub(crate) alone: Alone<'c>,
    pub(crate) items: Vec<Item<'c>>,
}

/// An element, read.
#[derive(Debug)]
pub(crate) struct Item<'c> {
    pub(crate) kind: Kind<'c>,
    pub(crate) fallback: Option<&'c Fallback>,
    /// Its tag in markup.
    pub(crate) tag: &'static str,
}

impl Item<'_> {
    /// How many parts its text has, if it is a text with markup.
    pub(crate) const fn size(&self) -> usize {
        match &self.kind {
            Kind::Text(Passage {
                prose: Prose::Marked(flow),
                ..
            }) => flow.size(),
            _ => 1,
        }
    }
}

/// What an element is.
#[derive(Debug)]
pub(crate) enum Kind<'c> {
    Text(Passage<'c>),
    Div {
        fields: Vec<Passage<'c>>,
        alone: Alone<'c>,
        /// How wide its columns are.
        division: Option<&'c str>,
        link: Option<&'c Link>,
    },
    Img(&'c Img),
    Hr {
        style: Option<&'c str>,
    },
    PicText {
        img: &'c Img,
        text: Passage<'c>,
        alone: Alone<'c>,
        link: Option<&'c Link>,
    },
    Action(&'c [ActionItem]),
    /// Its `tag` on the wire.
    Other(&'c str),
}

/// A text, read.
#[derive(Debug)]
pub(crate) struct Passage<'c> {
    pub(crate) prose: Prose<'c>,
    pub(crate) href: Option<&'c Href>,
    pub(crate) link: Option<&'c Link>,
}

/// What stands for each of the texts of an element, or of the header, alone. Where nothing does for any of them, it is empty.
#[derive(Debug, Default)]
pub(crate) struct Alone<'c>(Box<[Option<Instead<'c>>]>);

/// What stands for a text alone.
#[derive(Debug)]
pub(crate) struct Instead<'c> {
    pub(crate) fallback: &'c Fallback,
    /// The text as it is shown then, unless it is left out.
    pub(crate) passage: Option<Passage<'c>>,
}

impl<'c> Alone<'c> {
    fn of(texts: &'c [TextElement]) -> Self {
        if texts.iter().all(|text| instead_of(text).is_none()) {
            return Self::default();
        }
        Self(each(texts, |text| instead_of(text).map(Instead::new)).into())
    }

    fn of_header(header: &'c Header) -> Self {
        let title = instead_of(&header.title);
        let subtitle = header.subtitle.as_ref().and_then(instead_of);
        if title.is_none() && subtitle.is_none() {
            return Self::default();
        }
        Self([title.map(Instead::new), subtitle.map(Instead::new)].into())
    }

    /// What stands for the text at `index`.
    pub(crate) fn get(&self, index: usize) -> Option<&Instead<'c>> {
        self.0.get(index)?.as_ref()
    }
}

impl<'c> Instead<'c> {
    fn new(fallback: &'c Fallback) -> Self {
        let passage = match fallback {
            Fallback::Text(text) => Some(words(text)),
            _ => None,
        };
        Self { fallback, passage }
    }
}

impl Passage<'_> {
    /// Its tag in markup.
    pub(crate) const fn tag(&self) -> &'static str {
        match self.prose {
            Prose::Plain(_) => "text",
            Prose::Marked(_) => "markdown",
        }
    }
}

/// What a text says.
#[derive(Debug)]
pub(crate) enum Prose<'c> {
    /// Without markup.
    Plain(&'c str),
    Marked(Flow),
}

impl<'c> Body<'c> {
    pub(crate) fn new(card: &'c Card, locale: Option<&str>) -> Self {
        let choice = Choice::of(card, locale);
        let title = choice.header.map(|header| &header.title);
        let subtitle = choice.header.and_then(|header| header.subtitle.as_ref());
        Self {
            card,
            title: title.map(passage),
            subtitle: subtitle.map(passage),
            alone: choice.header.map(Alone::of_header).unwrap_or_default(),
            items: each(choice.elements, item),
            choice,
        }
    }

    /// The rows of buttons that end the message: the last one, with those right before it.
    pub(crate) fn last_actions(&self) -> std::ops::Range<usize> {
        let is_action = |index: usize| {
            matches!(
                self.items.get(index).map(|item| &item.kind),
                Some(Kind::Action(_))
            )
        };
        let Some(last) = (0..self.items.len()).rev().find(|index| is_action(*index)) else {
            return 0..0;
        };
        let first = (0..last).rev().take_while(|index| is_action(*index)).last();
        first.unwrap_or(last)..last + 1
    }

    /// The first picture with a public copy that is an element, and which one.
    pub(crate) fn public_picture(&self) -> Option<(usize, &Img)> {
        let mut items = self.items.iter().enumerate();
        items.find_map(|(index, item)| match &item.kind {
            Kind::Img(img) if picture_feature(img) == Feature::Img => Some((index, *img)),
            _ => None,
        })
    }
}

pub(crate) fn item(element: &Element) -> Item<'_> {
    let (kind, fallback, tag) = match element {
        Element::Text(text) => (
            Kind::Text(plain(text)),
            instead(text.fallback.as_deref()),
            "text",
        ),
        Element::Markdown(text) => (
            Kind::Text(markdown(text)),
            instead(text.fallback.as_deref()),
            "markdown",
        ),
        Element::Div(element) => (div(element), instead(element.fallback.as_deref()), "div"),
        Element::Img(img) => (Kind::Img(img), instead(img.fallback.as_deref()), "img"),
        Element::Hr(hr) => (
            Kind::Hr {
                style: hr.style.as_deref(),
            },
            None,
            "hr",
        ),
        Element::PicText(element) => (
            pic_text(element),
            instead(element.fallback.as_deref()),
            "picText",
        ),
        Element::Action(Action { actions, .. }) => (Kind::Action(actions), None, "action"),
        Element::Other(other) => (
            Kind::Other(other.tag().unwrap_or_default()),
            instead(other.fallback.as_deref()),
            "raw",
        ),
        _ => (Kind::Other(element.tag()), None, "raw"),
    };
    Item {
        kind,
        fallback,
        tag,
    }
}

fn div(div: &Div) -> Kind<'_> {
    Kind::Div {
        fields: each(&div.fields, passage),
        alone: Alone::of(&div.fields),
        division: div.division.as_ref().map(Division::as_str),
        link: div.link.as_deref(),
    }
}

fn pic_text(element: &PicText) -> Kind<'_> {
    Kind::PicText {
        img: &element.img,
        text: passage(&element.text),
        alone: Alone::of(std::slice::from_ref(&element.text)),
        link: element.link.as_deref(),
    }
}

pub(crate) fn passage(text: &TextElement) -> Passage<'_> {
    match text {
        TextElement::Text(text) => plain(text),
        TextElement::Markdown(text) => markdown(text),
        _ => words(""),
    }
}

fn plain(text: &Text) -> Passage<'_> {
    Passage {
        prose: Prose::Plain(&text.content),
        href: None,
        link: text.link.as_deref(),
    }
}

fn markdown(text: &Markdown) -> Passage<'_> {
    Passage {
        prose: Prose::Marked(text.flow()),
        href: Some(&text.href),
        link: text.link.as_deref(),
    }
}

/// A text that leads nowhere.
const fn words(text: &str) -> Passage<'_> {
    Passage {
        prose: Prose::Plain(text),
        href: None,
        link: None,
    }
}

/// What stands for a text that is a part of something.
pub(crate) fn instead_of(text: &TextElement) -> Option<&Fallback> {
    instead(match text {
        TextElement::Text(text) => text.fallback.as_deref(),
        TextElement::Markdown(text) => text.fallback.as_deref(),
        _ => None,
    })
}

/// What the author wants to stand there instead; a text that says nothing is no answer.
pub(crate) fn instead(fallback: Option<&Fallback>) -> Option<&Fallback> {
    fallback.filter(|fallback| !fallback.is_blank())
}

/// The link that a button opens.
pub(crate) fn button_link(button: &Button) -> Option<Link> {
    let named = button.href.get(Href::DEFAULT_NAME);
    let named = named.or_else(|| button.href.iter().map(|(_, link)| link).next());
    match (named, &button.url) {
        (Some(link), _) => Some(link.clone()),
        (None, Some(url)) => Some(Link::new(url.as_ref())),
        (None, None) => None,
    }
}

/// What a format has to show of a picture: its public copy, else its description, else that it is there.
pub(crate) fn picture_feature(img: &Img) -> Feature {
    let has_url = img.url.as_deref().is_some_and(|url| check_url(url).is_ok());
    match img.alt.as_deref().unwrap_or_default().trim() {
        _ if has_url => Feature::Img,
        "" => Feature::ImgBare,
        _ => Feature::ImgAlt,
    }
}
