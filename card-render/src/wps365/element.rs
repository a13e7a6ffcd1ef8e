//! The elements of a body.

use serde_json::Value;

use super::{Button, Div, Text};
use crate::wire::{
    self, Fields, Object, Part, Read, Write, deserialize, serialize, serialize_object,
    unknown_field,
};

/// One element of a card's body: on the wire an object with one field, which names the component and whose value repeats the
/// name as its `tag`.
///
/// ```
/// use message_card::wps365::{Element, Text};
///
/// let json = r#"{"text":{"tag":"text","text":{"type":"plain","content":"全部通过"}}}"#;
/// let element: Element = serde_json::from_str(json)?;
/// assert_eq!(element, Element::from(Text::plain("全部通过")));
/// assert_eq!(serde_json::to_string(&element)?, json);
///
/// let table = r#"{"table":{"rows":[[1]],"tag":"table"}}"#;
/// let element: Element = serde_json::from_str(table)?;
/// assert!(matches!(element, Element::Other(_)));
/// assert_eq!(serde_json::to_string(&element)?, table);
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Sources: below `open.wps.cn/documents/app-integration-dev/guide/card/show-widget/`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Element {
    /// A text: `text`.
    Text(Text),
    /// A text in columns: `div`.
    Div(Div),
    /// A divider: `hr`.
    Hr(Hr),
    /// A button: `button`.
    Button(Button),
    /// An element that this library does not know, or of another form than it knows of a divider or a button, kept as it
    /// came. One without its `tag` is such a one as well; [`Card::validate`](super::Card::validate) reports that.
    Other(Other),
}

/// A divider.
///
/// Source: a program in use (`github.com/chenhg5/cc-connect`); the platform's page could not be read. One with further fields
/// is read as [`Other`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[must_use]
#[non_exhaustive]
pub struct Hr {}

impl Hr {
    /// A divider.
    pub const fn new() -> Self {
        Self {}
    }
}

/// JSON that this library does not know, written back as it was read: `{"dropdown":{"tag":"dropdown",…}}`.
#[derive(Debug, Clone, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Other {
    /// The element, with the field that names its component.
    pub json: Value,
}

impl Other {
    /// An element that is written as this JSON.
    pub const fn new(json: Value) -> Self {
        Self { json }
    }

    /// The component, where it is named as the platform wants it.
    pub fn tag(&self) -> Option<&str> {
        component(&self.json).map(|(tag, _)| tag)
    }
}

/// The component that an element is, with its fields: they repeat its name as their `tag`.
fn component(json: &Value) -> Option<(&str, &Value)> {
    let mut fields = json.as_object()?.iter();
    let (name, value) = fields.next()?;
    let is_named = value.get("tag").and_then(Value::as_str) == Some(name);
    (is_named && fields.next().is_none()).then_some((name.as_str(), value))
}

impl Element {
    /// The component, as the wire calls it; empty for an [`Element::Other`] without a name.
    pub fn tag(&self) -> &str {
        match self {
            Self::Text(_) => "text",
            Self::Div(_) => "div",
            Self::Hr(_) => "hr",
            Self::Button(_) => "button",
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
from_kinds!(Text, Div, Hr, Button, Other);

impl Write for Element {
    fn write(&self) -> Part<'_> {
        match self {
            Self::Other(other) => other.json.write(),
            _ => Part::Object(self),
        }
    }
}

impl Object for Element {
    fn each(&self, field: &mut dyn FnMut(&'static str, Part<'_>)) {
        match self {
            Self::Text(text) => field("text", text.write()),
            Self::Div(div) => field("div", div.write()),
            Self::Hr(hr) => field("hr", hr.write()),
            Self::Button(button) => field("button", button.write()),
            Self::Other(_) => {}
        }
    }
}

serialize!(Element);

impl Read for Element {
    fn read(json: Value) -> wire::Result<Self> {
        let Some((tag, part)) = component(&json) else {
            return other(json);
        };
        let known = match tag {
            "text" => Text::read(part.clone()).map(Self::from),
            "div" => Div::read(part.clone()).map(Self::from),
            // What their pages say could not be read, or not all of it: there may be more to them.
            "hr" if part.as_object().is_some_and(|fields| fields.len() == 1) => {
                Ok(Hr::new().into())
            }
            "button" => match Button::read(part.clone()) {
                Ok(button) => Ok(button.into()),
                Err(_) => return Ok(Other::new(json).into()),
            },
            _ => return Ok(Other::new(json).into()),
        };
        known.map_err(|error| error.within(tag))
    }
}

/// An element that is not written as elements are.
fn other(json: Value) -> wire::Result<Element> {
    match &json {
        // As in a title or a column, where it does not belong among the elements.
        Value::Object(fields) if fields.contains_key("tag") => {
            Err(unknown_field("tag", &["text", "div", "hr", "button"]))
        }
        Value::Object(_) => Ok(Other::new(json).into()),
        _ => Fields::open(json, &[]).map(|_| Other::new(Value::Null).into()),
    }
}

deserialize!(Element);

impl Object for Hr {
    fn each(&self, field: &mut dyn FnMut(&'static str, Part<'_>)) {
        field("tag", Part::Text("hr"));
    }
}

serialize_object!(Hr);
