use serde_json::{Map, Value};

use super::ParseError;

/// Somebody used an interactive element of a card.
///
/// The body is that of WPS 365:
/// `{"callback_name":"xz_card","app_id":…,"data":{"company_id":…,"app_ctx_id":…,"content":{"action":…}}}`. Its page says
/// that this is so for buttons, inputs and selections. That WPS 协作 sends the same for its own cards is inferred from the
/// names, which are those of its calls; its page of callbacks shows no body. One of another form is
/// [`Callback::Other`](super::Callback::Other).
///
/// Source: `open.wps.cn/documents/app-integration-dev/guide/card/interactive-widget/callback`.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct CardCallback {
    /// The application.
    pub app_id: String,
    /// The company of the user.
    pub company_id: String,
    /// The `ctx_id` with which the message was sent, empty where it had none: `app_ctx_id` in the body.
    pub ctx_id: String,
    /// The `key` of the element that was used.
    pub action: String,
    /// What else is in `data.content`: what was typed or selected, under the element's `key`.
    pub values: Map<String, Value>,
    /// The fields that are not documented, where they stand in the body; those of `data` below `data`.
    pub other: Map<String, Value>,
}

impl CardCallback {
    /// What was typed or selected, where the element is one for that.
    ///
    /// The values of a date picker are not documented, and may be no text: look into [`CardCallback::values`].
    pub fn value(&self) -> Option<&str> {
        self.values.get(&self.action)?.as_str()
    }

    pub(super) fn read(mut body: Map<String, Value>) -> Result<Self, ParseError> {
        let mut data = object(&mut body, "data", "/data")?;
        let mut content = object(&mut data, "content", "/data/content")?;
        body.remove("callback_name");
        let callback = Self {
            app_id: text(&mut body, "app_id", "/app_id")?,
            company_id: text(&mut data, "company_id", "/data/company_id")?,
            ctx_id: ctx_id(&mut data)?,
            action: text(&mut content, "action", "/data/content/action")?,
            values: content,
            other: Map::new(),
        };
        if !data.is_empty() {
            body.insert("data".to_owned(), Value::Object(data));
        }
        Ok(Self {
            other: body,
            ..callback
        })
    }
}

fn object(
    from: &mut Map<String, Value>,
    name: &str,
    pointer: &'static str,
) -> Result<Map<String, Value>, ParseError> {
    match from.remove(name) {
        Some(Value::Object(object)) => Ok(object),
        _ => Err(ParseError::NoObject(pointer)),
    }
}

/// A message that is not to be updated can be sent without one.
fn ctx_id(data: &mut Map<String, Value>) -> Result<String, ParseError> {
    if data.get("app_ctx_id").is_none_or(Value::is_null) {
        data.remove("app_ctx_id");
        return Ok(String::new());
    }
    text(data, "app_ctx_id", "/data/app_ctx_id")
}

/// Ids are strings; one that comes as a number is the same id.
fn text(
    from: &mut Map<String, Value>,
    name: &str,
    pointer: &'static str,
) -> Result<String, ParseError> {
    match from.remove(name) {
        Some(Value::String(text)) => Ok(text),
        Some(Value::Number(number)) => Ok(number.to_string()),
        _ => Err(ParseError::NoText(pointer)),
    }
}
