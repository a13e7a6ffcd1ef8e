//! Reading a card, and the parts that both dialects have.

use card_model::{
    ClientType, Document, Link, Lookalike, NonsupportClient, ReadError, ReadErrorKind,
};
use serde_json::Value;

use super::Card;
use crate::{
    wire::{self, Fields, Read, text},
    wps::{UnreadableKind, UnreadableMessage},
};

impl Card {
    /// Reads a card of this dialect.
    ///
    /// An element whose component is not known becomes an [`Element::Other`](super::Element::Other). An unknown field of a
    /// known element is an error, and so are a field that is there twice and a `null` where a field could be left out: nothing
    /// is dropped silently. Whether the card keeps to the platform's rules is not looked at; [`Card::validate`] does that.
    ///
    /// ```
    /// use message_card::wps365::Card;
    ///
    /// let json = r#"{"i18n_items":[{"key":"zh-CN","value":{"elements":[{"text":{"tag":"text","txt":{}}}]}}]}"#;
    /// let error = Card::from_json(json).unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "/i18n_items/0/value/elements/0/text/txt: unknown field `txt`, did you mean `text`?; \
    ///      expected `tag`, `text`, `href` or `link`"
    /// );
    /// ```
    ///
    /// # Errors
    ///
    /// The first [`ReadError`]: the document is larger than [`DOCUMENT`](card_model::spec::DOCUMENT), is not JSON, or is not
    /// such a card.
    pub fn from_json(json: &str) -> Result<Self, ReadError> {
        let json = Document::parse(json)?.into_value();
        match lookalike(&json) {
            Some(lookalike) => {
                let kind = ReadErrorKind::NotACard(lookalike);
                Err(ReadError::at_pointer(String::new(), kind, None))
            }
            None => Self::read(json).map_err(unreadable),
        }
    }

    /// Reads a card from a value that was read before, of any size. Fields that were there twice are no longer seen.
    ///
    /// ```
    /// use message_card::wps365::Card;
    ///
    /// let json = serde_json::json!({"i18n_items": [{"key": 1}]});
    /// assert_eq!(Card::from_value(json).unwrap_err().pointer, "/i18n_items/0/key");
    /// ```
    ///
    /// # Errors
    ///
    /// The first [`UnreadableMessage`], with its place.
    pub fn from_value(json: Value) -> Result<Self, UnreadableMessage> {
        Self::read(json)
    }
}

pub(super) fn from_json<T: Read>(json: &str) -> Result<T, ReadError> {
    T::read(Document::parse(json)?.into_value()).map_err(unreadable)
}

fn unreadable(error: UnreadableMessage) -> ReadError {
    let kind = match error.kind {
        UnreadableKind::Document(kind) => kind,
        other => ReadErrorKind::Syntax(other.to_string().into()),
    };
    ReadError::at_pointer(error.pointer, kind, error.position)
}

/// What a document looks like that is no card of this dialect.
fn lookalike(json: &Value) -> Option<Lookalike> {
    let is_object = |pointer: &str| json.pointer(pointer).is_some_and(Value::is_object);
    let has = |name: &str| json.get(name).is_some();
    if has("i18n_items") {
        None
    } else if is_object("/content/card") {
        Some(Lookalike::Message("/content/card"))
    } else if is_object("/card") {
        Some(Lookalike::Message("/card"))
    } else if has("elements") || has("header") || has("i18n") || is_object("/content/content") {
        Some(Lookalike::OlderDialect)
    } else if has("tag") || ["text", "div", "hr", "button"].into_iter().any(has) {
        Some(Lookalike::Element)
    } else if has("type") || has("msgtype") || has("msg_type") {
        Some(Lookalike::OtherMessage)
    } else {
        None
    }
}

impl Read for Link {
    fn read(json: Value) -> wire::Result<Self> {
        let known = &["url", "pc_url", "ios_url", "android_url"];
        let mut fields = Fields::open(json, known)?;
        let mut link = Self::default();
        link.url = fields.must("url");
        link.pc_url = fields.some("pc_url");
        link.ios_url = fields.some("ios_url");
        link.android_url = fields.some("android_url");
        fields.end()?;
        Ok(link)
    }
}

impl Read for ClientType {
    fn read(json: Value) -> wire::Result<Self> {
        text(json).map(Self::from)
    }
}

impl Read for NonsupportClient {
    fn read(json: Value) -> wire::Result<Self> {
        let mut fields = Fields::open(json, &["client_type", "describe"])?;
        let mut clients = Self::default();
        clients.client_type = fields.must("client_type");
        clients.describe = fields.some("describe");
        fields.end()?;
        Ok(clients)
    }
}
