//! Who is mentioned.

use card_model::Str;
use serde_json::Value;

use crate::wire::{
    self, Fields, Object, Part, Read, Write, deserialize, missing, serialize_object, word,
};

/// The `type` of everybody.
const ALL: &str = "all";

/// The `type` of one person.
const USER: &str = "user";

/// A person or everybody, whom the markdown of a message mentions by the id here: `<at id="2">name</at>`.
///
/// ```
/// use message_card::wps365::{Identity, Mention};
///
/// let mention = Mention::user("2", Identity::new("c1", "u1"));
/// assert_eq!(
///     serde_json::to_string(&mention)?,
///     r#"{"id":"2","identity":{"company_id":"c1","id":"u1","type":"user"},"type":"user"}"#
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Source: `open.wps.cn/documents/app-integration-dev/wps365/server/im/message/single-create-msg.html`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
#[non_exhaustive]
pub struct Mention {
    /// The id that stands in the markdown.
    pub id: String,
    /// The person; `None` for everybody.
    pub identity: Option<Identity>,
}

impl Mention {
    /// This person, by this id in the markdown.
    pub fn user(id: impl Into<String>, identity: Identity) -> Self {
        Self {
            id: id.into(),
            identity: Some(identity),
        }
    }

    /// Everybody: `<at id="1">所有人</at>`, whose id is always 1.
    pub fn all() -> Self {
        Self {
            id: "1".to_owned(),
            identity: None,
        }
    }
}

/// A person of a company.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
#[non_exhaustive]
pub struct Identity {
    /// The company.
    pub company_id: String,
    /// The person.
    pub id: String,
}

impl Identity {
    /// This person of this company: `company_id`, `id`.
    pub fn new(company: impl Into<String>, person: impl Into<String>) -> Self {
        Self {
            company_id: company.into(),
            id: person.into(),
        }
    }
}

impl Object for Mention {
    fn each(&self, field: &mut dyn FnMut(&'static str, Part<'_>)) {
        field("id", self.id.write());
        if let Some(identity) = &self.identity {
            field("identity", identity.write());
        }
        let is_one = self.identity.is_some();
        field("type", Part::Text(if is_one { USER } else { ALL }));
    }
}

serialize_object!(Mention);

impl Read for Mention {
    fn read(json: Value) -> wire::Result<Self> {
        let is_one = wire::kind(&json, "type")? != ALL;
        let known: &[_] = if is_one {
            &["id", "identity", "type"]
        } else {
            &["id", "type"]
        };
        let mut fields = Fields::open(json, known)?;
        fields.required("type", |kind| word(&kind, &[ALL, USER]))?;
        let id = fields.must::<Str>("id").into_owned();
        let identity = fields.some("identity");
        fields.end()?;
        if is_one && identity.is_none() {
            return Err(missing("identity"));
        }
        Ok(Self { id, identity })
    }
}

deserialize!(Mention);

impl Object for Identity {
    fn each(&self, field: &mut dyn FnMut(&'static str, Part<'_>)) {
        field("company_id", self.company_id.write());
        field("id", self.id.write());
        field("type", Part::Text(USER));
    }
}

serialize_object!(Identity);

impl Read for Identity {
    fn read(json: Value) -> wire::Result<Self> {
        let mut fields = Fields::open(json, &["company_id", "id", "type"])?;
        fields.required("type", |kind| word(&kind, &[USER]))?;
        let company_id = fields.must::<Str>("company_id").into_owned();
        let id = fields.must::<Str>("id").into_owned();
        fields.end()?;
        Ok(Self { company_id, id })
    }
}

deserialize!(Identity);
