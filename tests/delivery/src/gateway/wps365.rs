//! WPS 365: pages below `open.wps.cn/documents/app-integration-dev/wps365/server/im/message/`.

use http::StatusCode;
use serde_json::{Value, json};

use super::{
    Answer, Envelope, Incoming, State,
    shape::{self, Object},
    signature, wps,
};
use crate::known::{ACCESS_KEY, ACCESS_TOKEN, KSO_SECRET};

const CREATE: &str = "/v7/messages/create";
const BATCH: &str = "/v7/messages/batch_create";
const TYPES: [&str; 7] = [
    "text",
    "rich_text",
    "image",
    "file",
    "audio",
    "video",
    "card",
];

/// The receivers of a batch, and how many of a kind there may be.
const KINDS: [(&str, usize); 5] = [
    ("company", 1),
    ("dept", 50),
    ("user", 200),
    ("enterprise_partner_dept", 50),
    ("enterprise_partner_user", 200),
];

fn refuse(message: &str) -> Answer {
    Envelope::Wps365.refuse(1, message)
}

fn invalid(message: &str) -> Answer {
    Envelope::Wps365.refuse(400_000_002, message)
}

/// The path without the prefix of private deployments, which is not signed.
fn unprefixed(path: &str) -> &str {
    path.strip_prefix("/openapi").unwrap_or(path)
}

pub(super) fn is_call(path: &str) -> bool {
    let path = unprefixed(path);
    path == CREATE || path == BATCH || updated(path).is_some()
}

/// The message that the call updates.
fn updated(path: &str) -> Option<&str> {
    let id = path
        .strip_prefix("/v7/messages/")?
        .strip_suffix("/update")?;
    (!id.is_empty() && !id.contains('/')).then_some(id)
}

pub(super) fn call(request: &Incoming, state: &State) -> Result<Answer, Answer> {
    if request.method != http::Method::POST {
        return Err(Answer::new(StatusCode::METHOD_NOT_ALLOWED, json!({})));
    }
    if request.content_type() != "application/json" {
        return Err(refuse("wrong header : Content-Type"));
    }
    let path = unprefixed(request.path());
    let token = format!("Bearer {ACCESS_TOKEN}");
    if request.header("Authorization") != Some(&token) {
        let answer = refuse("invalid access_token");
        return Err(Answer::new(StatusCode::UNAUTHORIZED, answer.body));
    }
    // Programs find that the update wants a signature, where creating does not.
    let has_signature = request.header("X-Kso-Authorization").is_some();
    if (has_signature || updated(path).is_some()) && !is_signed(request) {
        let answer = refuse("invalid signature");
        return Err(Answer::new(StatusCode::UNAUTHORIZED, answer.body));
    }
    let body = shape::parse(&request.body).map_err(|fault| invalid(&fault))?;
    match updated(path) {
        Some(id) => update(request, state, id, body),
        None => create(request, state, path == BATCH, body),
    }
}

fn is_signed(request: &Incoming) -> bool {
    let (Some(date), Some(value)) = (
        request.header("X-Kso-Date"),
        request.header("X-Kso-Authorization"),
    ) else {
        return false;
    };
    let uri = unprefixed(request.target());
    let parts = [request.method.as_str(), uri, request.content_type(), date];
    let expected = signature::wps4_or_kso1("KSO-1", KSO_SECRET, parts, &request.body);
    request.is_fresh("X-Kso-Date", wps::WINDOW)
        && expected.is_some_and(|expected| value == format!("KSO-1 {ACCESS_KEY}:{expected}"))
}

fn create(
    request: &Incoming,
    state: &State,
    is_batch: bool,
    body: Object,
) -> Result<Answer, Answer> {
    let to = if is_batch { "receivers" } else { "receiver" };
    let fields = ["type", to, "mentions", "content"];
    let checked = shape::only(&body, &fields)
        .and_then(|()| {
            if is_batch {
                receivers(&body)
            } else {
                receiver(&body)
            }
        })
        .and_then(|()| mentions(&body))
        .and_then(|()| content(&body));
    checked.map_err(|fault| invalid(&fault))?;
    let number = state.show(request.path(), Value::Object(body));
    let kind = if is_batch { "batch" } else { "single" };
    let data = json!({"message_id": format!("{kind}-{number}"), "invalid_receivers": []});
    Ok(Answer::ok(json!({"code": 0, "msg": "", "data": data})))
}

fn update(request: &Incoming, state: &State, id: &str, body: Object) -> Result<Answer, Answer> {
    let id_type = request.header("X-Kso-Id-Type");
    if !matches!(id_type, None | Some("internal" | "external")) {
        return Err(invalid("wrong header : X-Kso-Id-Type"));
    }
    shape::only(&body, &["type", "content"]).map_err(|fault| invalid(&fault))?;
    content(&body).map_err(|fault| invalid(&fault))?;
    // Messages of a batch cannot be updated.
    if body.get("type") != Some(&json!("card")) || !id.starts_with("single-") {
        return Err(refuse("msg not updatable"));
    }
    state.show(request.path(), Value::Object(body));
    Ok(Answer::ok(json!({"code": 0, "msg": ""})))
}

fn receiver(body: &Object) -> Result<(), String> {
    let receiver = shape::object(body, "receiver")?;
    shape::only(receiver, &["partner_id", "receiver_id", "type"])?;
    shape::text(receiver, "receiver_id")?;
    match shape::text(receiver, "type")? {
        "user" | "chat" => Ok(()),
        "enterprise_partner_user" => shape::text(receiver, "partner_id").map(drop),
        other => Err(format!("invalid receiver type: {other:?}")),
    }
}

fn receivers(body: &Object) -> Result<(), String> {
    for group in shape::array(body, "receivers")? {
        let group = group.as_object().ok_or("wrong param : receivers")?;
        shape::only(group, &["partner_id", "receiver_ids", "type"])?;
        let count = shape::ids(group, "receiver_ids")?;
        let kind = shape::text(group, "type")?;
        let most = KINDS.iter().find(|(name, _)| *name == kind);
        let (_, most) = most.ok_or_else(|| format!("invalid receivers type: {kind:?}"))?;
        if count > *most {
            return Err(format!("at most {most} receiver_ids of type {kind}"));
        }
    }
    Ok(())
}

fn mentions(body: &Object) -> Result<(), String> {
    if !body.contains_key("mentions") {
        return Ok(());
    }
    let mentions = shape::array(body, "mentions")?;
    if mentions.len() > 100 {
        return Err("at most 100 mentions".to_owned());
    }
    for mention in mentions {
        let mention = mention.as_object().ok_or("wrong param : mentions")?;
        shape::text(mention, "id")?;
        if shape::text(mention, "type")? == "user" {
            let person = shape::object(mention, "identity")?;
            shape::text(person, "company_id")?;
            shape::text(person, "id")?;
        }
    }
    Ok(())
}

fn content(body: &Object) -> Result<(), String> {
    let kind = shape::text(body, "type")?;
    if !TYPES.contains(&kind) {
        return Err(format!("invalid open_v7_message_type: {kind:?}"));
    }
    let content = shape::object(body, "content")?;
    shape::only(content, &[kind])?;
    let content = shape::object(content, kind)?;
    if kind == "card" {
        shape::object(content, "config")?;
        shape::array(content, "i18n_items")?;
    }
    Ok(())
}
