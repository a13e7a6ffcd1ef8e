//! Reading the body of the call. The first thing that does not fit is the error.

mod unreadable;

use card_model::{Card, Document};
use serde_core::{Deserialize, Deserializer, de};
use serde_json::{Map, Value};

pub use self::unreadable::{UnreadableKind, UnreadableMessage};
use super::{
    Content, Receivers, SendMessage, Utype,
    content::{CARD, TEXT},
    receivers::{CHATS, COMPANIES, DEPTS, FIELDS, USERS},
};
use crate::wire::{Fields, Result, integer, list, missing, one_or_many, text};

/// The fields of the body.
const BODY: &[&str] = &[
    USERS,
    DEPTS,
    COMPANIES,
    CHATS,
    "app_key",
    "app_id",
    "biz_type",
    "ctx_id",
    "company_id",
    "company_uid",
    "utype",
    "msg_type",
    "content",
];

impl SendMessage {
    /// Reads the body of the call.
    ///
    /// A field that the body is not known to have is an error, and so are no receivers, two kinds of them, and what is an
    /// error in a card. Content of another kind than a card is kept as it came. Whether the message keeps to the rules is not
    /// looked at; [`SendMessage::validate`] does that.
    ///
    /// ```
    /// use message_card::wps::SendMessage;
    ///
    /// let json = r#"{"to_chats":[5064301],"app_key":"AK","msg_type":1,"content":{"type":1,"body":"全部通过"}}"#;
    /// let message = SendMessage::from_json(json)?;
    /// assert_eq!(serde_json::to_string(&message).unwrap(), json);
    ///
    /// let error = SendMessage::from_json(r#"{"app_key":"AK","msg_type":23}"#).unwrap_err();
    /// assert_eq!(
    ///     error.to_string(),
    ///     "the message: there are no receivers, add one of `to_users`, `to_depts`, `to_companies`, `to_chats`"
    /// );
    /// # Ok::<(), message_card::wps::UnreadableMessage>(())
    /// ```
    ///
    /// # Errors
    ///
    /// The first [`UnreadableMessage`].
    pub fn from_json(json: &str) -> Result<Self> {
        let mut document = Document::parse(json)?;
        let kind = document.take("/msg_type").map(Document::into_value);
        // A card is read where it stands: the order of its links is kept, and an error points into the whole.
        let card = if is_card(kind.as_ref()) {
            document.take("/content/content")
        } else {
            None
        };
        let card = card.map(Document::into_card).transpose()?;
        message(document.into_value(), kind, card)
    }

    /// Reads the body of the call from a value that was read before, as [`SendMessage::from_json`] does. Fields that were
    /// there twice are no longer seen, and the links of a card may have changed their order.
    ///
    /// ```
    /// use message_card::wps::SendMessage;
    ///
    /// let body = serde_json::json!({"to_chats": [5064301], "app_key": "AK", "msg_type": 1, "content": {"type": 23}});
    /// assert!(SendMessage::from_value(body.clone()).is_ok());
    /// assert_eq!(SendMessage::from_value(body["content"].clone()).unwrap_err().pointer, "/type");
    /// ```
    ///
    /// # Errors
    ///
    /// The first [`UnreadableMessage`].
    pub fn from_value(body: Value) -> Result<Self> {
        from_value(body)
    }
}

/// As [`SendMessage::from_json`], but fields that are there twice are not seen, and the links of a card may change their order.
impl<'de> Deserialize<'de> for SendMessage {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> std::result::Result<Self, D::Error> {
        from_value(Value::deserialize(deserializer)?).map_err(de::Error::custom)
    }
}

fn from_value(mut body: Value) -> Result<SendMessage> {
    let kind = body.get_mut("msg_type").map(Value::take);
    let card = body
        .pointer_mut("/content/content")
        .filter(|_| is_card(kind.as_ref()));
    let card = card.map(|card| Card::from_value(card.take())).transpose();
    let card = card.map_err(|error| error.prefixed("/content/content"))?;
    message(body, kind, card)
}

fn is_card(kind: Option<&Value>) -> bool {
    kind.and_then(Value::as_i64) == Some(CARD)
}

/// Puts a message together: `kind` and `card` were taken out of `body`.
fn message(body: Value, kind: Option<Value>, card: Option<Card>) -> Result<SendMessage> {
    let mut fields = Fields::open(body, BODY)?;
    let msg_type = match kind {
        Some(kind) => integer(&kind).map_err(|error| error.within("msg_type"))?,
        None => return Err(missing("msg_type")),
    };
    let receivers = receivers(&mut fields)?;
    let app_key = fields.some("app_key");
    let app_id = fields.some("app_id");
    let biz_type = fields.some("biz_type");
    let ctx_id = fields.some("ctx_id");
    let company = fields.some("company_id");
    let person = fields.some("company_uid");
    let utype = fields.some::<i64>("utype");
    fields.end()?;
    let content = content(fields.take("content")?, msg_type, card);
    Ok(SendMessage {
        receivers,
        app_key,
        app_id,
        biz_type,
        ctx_id,
        company_id: company,
        company_uid: person,
        utype: utype.map(Utype::from),
        content: content.map_err(|error| error.within("content"))?,
    })
}

fn receivers(fields: &mut Fields) -> Result<Receivers> {
    let mut found = Vec::new();
    for field in FIELDS {
        if fields.has(field) {
            found.push(*field);
        }
    }
    match found.as_slice() {
        [USERS] => fields.required(USERS, |json| {
            let mut fields = Fields::open(json, &["company_id", "company_uids"])?;
            Ok(Receivers::Users {
                company_id: fields.optional("company_id", text)?,
                company_uids: fields.required("company_uids", |ids| list(ids, text))?,
            })
        }),
        [DEPTS] => fields.required(DEPTS, |json| {
            let mut fields = Fields::open(json, &["company_id", "dept_ids"])?;
            Ok(Receivers::Depts {
                company_id: fields.optional("company_id", text)?,
                dept_ids: fields.required("dept_ids", one_or_many)?,
            })
        }),
        [COMPANIES] => fields
            .required(COMPANIES, one_or_many)
            .map(Receivers::Companies),
        [CHATS] => fields
            .required(CHATS, |ids| list(ids, |id| integer(&id)))
            .map(Receivers::Chats),
        _ => Err(UnreadableMessage::new(UnreadableKind::Receivers(found))),
    }
}

fn content(json: Value, msg_type: i64, card: Option<Card>) -> Result<Content> {
    match msg_type {
        CARD => {
            let mut fields = Fields::open(json, &["type", "content"])?;
            fields.required("type", |kind| same_kind(&kind, CARD))?;
            card.map(Content::Card).ok_or_else(|| missing("content"))
        }
        TEXT => text_content(json),
        _ => Ok(Content::Other {
            msg_type,
            content: json,
        }),
    }
}

/// A text in one of the shapes that are known; any other is kept as it came.
fn text_content(json: Value) -> Result<Content> {
    let is_known = |fields: &Map<String, Value>| {
        let names = fields
            .keys()
            .all(|name| matches!(name.as_str(), "type" | "style" | "body"));
        names && fields.contains_key("type") && fields.contains_key("body")
    };
    if !json.as_object().is_some_and(is_known) {
        return Ok(Content::Other {
            msg_type: TEXT,
            content: json,
        });
    }
    let mut fields = Fields::open(json, &["type", "style", "body"])?;
    fields.required("type", |kind| same_kind(&kind, TEXT))?;
    Ok(Content::Text {
        style: fields.optional("style", text)?,
        body: fields.required("body", text)?,
    })
}

fn same_kind(kind: &Value, msg_type: i64) -> Result<()> {
    match integer(kind)? {
        found if found == msg_type => Ok(()),
        found => Err(UnreadableMessage::new(UnreadableKind::OtherKind {
            msg_type,
            found,
        })),
    }
}
