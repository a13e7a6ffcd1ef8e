use serde_json::{Map, Value};

/// The platform took the message.
///
/// A reply that says so is never an error, even where a detail of it is not as documented: who sends again on an error would
/// send twice. Such a detail is in [`Sent::answer`] only.
#[derive(Debug, Clone, PartialEq, Default)]
#[must_use = "some receivers may be invalid"]
#[non_exhaustive]
pub struct Sent {
    /// The id by which the message can be named later, where the platform gives one.
    ///
    /// WPS 协作 leaves it empty for a message under review (`open-xz.wps.cn/pages/server/msg-and-group/sendmsgV2/`); the
    /// robots of `WeCom` and `DingTalk` have none.
    pub message_id: Option<String>,
    /// Who does not get the message: known from the batch call of WPS 365 only.
    pub invalid_receivers: Vec<InvalidReceivers>,
    /// The whole answer, as it came.
    pub answer: Map<String, Value>,
}

/// Receivers that do not get a message.
///
/// Source: `open.wps.cn/documents/app-integration-dev/wps365/server/im/message/create-msg`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[non_exhaustive]
pub struct InvalidReceivers {
    /// The linked organisation that they belong to.
    pub partner_id: Option<String>,
    /// Their ids.
    pub receiver_ids: Vec<String>,
    /// What they are: `user`, `dept`, `company` …
    pub kind: Option<String>,
}

impl Sent {
    pub(super) fn read(answer: Map<String, Value>) -> Self {
        let data = answer.get("data");
        let field = |name| data.and_then(|data| data.get(name)).or(answer.get(name));
        let listed = field("invalid_receivers").and_then(Value::as_array);
        Self {
            message_id: field("message_id").and_then(id),
            invalid_receivers: listed.into_iter().flatten().map(receivers).collect(),
            answer,
        }
    }
}

fn receivers(item: &Value) -> InvalidReceivers {
    let ids = item.get("receiver_ids").and_then(Value::as_array);
    InvalidReceivers {
        partner_id: item.get("partner_id").and_then(id),
        receiver_ids: ids.into_iter().flatten().filter_map(id).collect(),
        kind: item.get("type").and_then(id),
    }
}

/// Ids are strings; one that comes as a number is the same id.
fn id(value: &Value) -> Option<String> {
    match value {
        Value::String(text) if !text.is_empty() => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}
