use serde_json::Value;

use crate::{Action, Card, Div, Fallback, Hr, Img, Markdown, PicText, Text, TextElement};

/// One element of a card's body.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Element {
    /// A text without markup: tag `text`, type `plainText`.
    Text(Text),
    /// A text with markup: tag `text`, type `markdown`.
    Markdown(Markdown),
    /// A text in columns: tag `div`.
    Div(Div),
    /// A picture: tag `img`.
    Img(Box<Img>),
    /// A divider: tag `hr`.
    Hr(Hr),
    /// A picture with a text: tag `picText`.
    PicText(Box<PicText>),
    /// A row of buttons: tag `action`.
    Action(Action),
    /// An element that this library does not know, kept as it came.
    Other(Other),
}

/// JSON that this library does not know, written back as it was read.
///
/// ```
/// use message_card::{Card, Element};
///
/// let json = r#"{"elements":[{"tag":"table","rows":[[1,2]]}]}"#;
/// let card = Card::from_json(json)?;
/// assert!(matches!(card.elements[0], Element::Other(_)));
/// assert_eq!(serde_json::to_value(&card).unwrap(), serde_json::from_str::<serde_json::Value>(json).unwrap());
/// # Ok::<(), message_card::ReadError>(())
/// ```
#[derive(Debug, Clone, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Other {
    /// The element, with its `tag`.
    pub json: Value,
    /// What stands for it on a target that cannot show it.
    pub fallback: Option<Box<Fallback>>,
}

impl Other {
    /// An element that is written as this JSON.
    pub const fn new(json: Value) -> Self {
        Self {
            json,
            fallback: None,
        }
    }

    /// Sets what stands for it on a target that cannot show it.
    pub fn fallback(mut self, fallback: impl Into<Fallback>) -> Self {
        self.fallback = Some(Box::new(fallback.into()));
        self
    }

    /// The element's `tag`, if it has one.
    pub fn tag(&self) -> Option<&str> {
        self.json.get("tag").and_then(Value::as_str)
    }
}

impl Element {
    /// The element's `tag` on the wire; empty for an [`Element::Other`] without one.
    pub fn tag(&self) -> &str {
        match self {
            Self::Text(_) | Self::Markdown(_) => "text",
            Self::Div(_) => "div",
            Self::Img(_) => "img",
            Self::Hr(_) => "hr",
            Self::PicText(_) => "picText",
            Self::Action(_) => "action",
            Self::Other(other) => other.tag().unwrap_or_default(),
        }
    }
}

macro_rules! from_kinds {
    ($($kind:ident),+) => {$(
        impl From<$kind> for Element {
            fn from(element: $kind) -> Self {
                Self::$kind(element)
            }
        }
    )+};
}
from_kinds!(Text, Markdown, Div, Hr, Action, Other);

impl From<Img> for Element {
    fn from(img: Img) -> Self {
        Self::Img(Box::new(img))
    }
}

impl From<PicText> for Element {
    fn from(pic_text: PicText) -> Self {
        Self::PicText(Box::new(pic_text))
    }
}

impl From<TextElement> for Element {
    fn from(text: TextElement) -> Self {
        match text {
            TextElement::Text(text) => Self::Text(text),
            TextElement::Markdown(markdown) => Self::Markdown(markdown),
        }
    }
}

impl From<Card> for Vec<Element> {
    /// The card's elements; its header, config, link and other languages stay behind.
    fn from(card: Card) -> Self {
        card.elements
    }
}
