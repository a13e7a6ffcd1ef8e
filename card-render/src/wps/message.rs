//! The body of the call that sends a message.

use card_model::Str;

use super::{Content, Receivers};

/// The body of the call that sends a message.
///
/// ```
/// use message_card::Card;
/// use message_card::wps;
///
/// let card = Card::new().header("发布完成");
/// let message = wps::SendMessage::new("WK202xxxx3141501", wps::Receivers::users("11111", ["11111"]), card)
///     .biz_type("release")
///     .updatable("release-128", wps::Producer::new("11111", "11111"));
/// assert_eq!(
///     message.to_json()?,
///     concat!(
///         r#"{"to_users":{"company_id":"11111","company_uids":["11111"]},"app_key":"WK202xxxx3141501","biz_type":"release","#,
///         r#""ctx_id":"release-128","company_id":"11111","company_uid":"11111","utype":1,"msg_type":23,"#,
///         r#""content":{"type":23,"content":{"header":{"title":{"tag":"text","content":{"type":"plainText","text":"发布完成"}}}}}}"#,
///     )
/// );
/// # Ok::<(), wps::InvalidMessage>(())
/// ```
///
/// Serialised, it is the body whether it keeps to the rules or not; [`SendMessage::to_json`] asks first.
///
/// The rules of the call: the app has to be visible to the receivers, its robot has to be in the chats, all receivers belong
/// to one company, and the text has at most 5000 characters. Nobody can forward a card. Under message review, the answer's
/// `message_id` is empty.
///
/// Sources: `open-xz.wps.cn/pages/server/msg-and-group/sendmsgV2/` (rules, endpoint), and for the fields
/// `quick-start/how-to-send-msg-card.html` below
/// `bgpt.qhzwfw.gov.cn/developer/document/app/history/collab-dev/dev-guide/msg-card/`.
#[derive(Debug, Clone, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct SendMessage {
    /// Who gets the message.
    pub receivers: Receivers,
    /// The key of the app that sends: as a rule the key that signs the call. It is another one only where an app sends on
    /// behalf of others.
    pub app_key: Option<Str>,
    /// What some programs send instead of `app_key`, and is no documented field. Only reading sets it.
    pub app_id: Option<Str>,
    /// The kind of business, advised for cards: as unique as possible under one `app_key`.
    pub biz_type: Option<Str>,
    /// The name of the message in updates and callbacks: at most 36 characters for a card, and never used twice.
    pub ctx_id: Option<Str>,
    /// The company of the person who produces the message; needed where it will be updated.
    pub company_id: Option<Str>,
    /// The person who produces the message; needed where it will be updated.
    pub company_uid: Option<Str>,
    /// Whether the message will be updated. What holds without it is not documented.
    pub utype: Option<Utype>,
    /// What is sent.
    pub content: Content,
}

impl SendMessage {
    /// A message from the app with this key to these receivers: usually a card.
    pub fn new(
        app_key: impl Into<String>,
        receivers: Receivers,
        content: impl Into<Content>,
    ) -> Self {
        Self {
            receivers,
            app_key: Some(Str::Owned(app_key.into())),
            app_id: None,
            biz_type: None,
            ctx_id: None,
            company_id: None,
            company_uid: None,
            utype: None,
            content: content.into(),
        }
    }

    /// Sets the kind of business.
    pub fn biz_type(mut self, biz_type: impl Into<String>) -> Self {
        self.biz_type = Some(Str::Owned(biz_type.into()));
        self
    }

    /// Sets the name of the message, for callbacks. [`SendMessage::updatable`] sets it as well.
    pub fn ctx_id(mut self, ctx_id: impl Into<String>) -> Self {
        self.ctx_id = Some(Str::Owned(ctx_id.into()));
        self
    }

    /// Makes it a message that can be updated: sets its name, its producer, and `utype` 1.
    pub fn updatable(self, ctx_id: impl Into<String>, producer: Producer) -> Self {
        Self {
            company_id: Some(producer.company_id),
            company_uid: Some(producer.company_uid),
            utype: Some(Utype::Update),
            ..self.ctx_id(ctx_id)
        }
    }
}

/// Who produces a message that will be updated.
///
/// Source: `bgpt.qhzwfw.gov.cn/developer/document/app/history/collab-dev/dev-guide/msg-card/quick-start/how-to-send-msg-card.html`
/// (fields `company_id` and `company_uid`).
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
#[non_exhaustive]
pub struct Producer {
    /// The company.
    pub company_id: Str,
    /// The person.
    pub company_uid: Str,
}

impl Producer {
    /// This person of this company: `company_id`, `company_uid`.
    pub fn new(company: impl Into<String>, person: impl Into<String>) -> Self {
        Self {
            company_id: Str::Owned(company.into()),
            company_uid: Str::Owned(person.into()),
        }
    }
}

/// Whether a message will be updated.
///
/// Source: `bgpt.qhzwfw.gov.cn/developer/document/app/history/collab-dev/dev-guide/msg-card/quick-start/how-to-send-msg-card.html`
/// (field `utype`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Utype {
    /// Never: 0 on the wire.
    Never,
    /// It will be: 1 on the wire.
    Update,
    /// A number that is not documented; `validate` reports it.
    Other(i64),
}

impl Utype {
    /// The number on the wire.
    pub const fn code(self) -> i64 {
        match self {
            Self::Never => 0,
            Self::Update => 1,
            Self::Other(code) => code,
        }
    }
}

impl From<i64> for Utype {
    fn from(code: i64) -> Self {
        match code {
            0 => Self::Never,
            1 => Self::Update,
            code => Self::Other(code),
        }
    }
}
