//! WPS 协作: `open-xz.wps.cn/pages/server/msg-and-group/sendmsgV2/`, signatures as `…/start/explain`.

use std::time::Duration;

use serde_json::{Value, json};

use super::{
    Answer, Envelope, Incoming, State,
    shape::{self, Object},
    signature,
};
use crate::known::{APP_ID, COMPANY_TOKEN, SECRET_KEY};

pub(super) const PUBLIC: &str = "/kopen/woa/v2/dev/app/messages";
pub(super) const PRIVATE: &str = "/o/woa/api/v2/developer/app/messages";

/// How old a date may be, here and at WPS 365: not documented.
pub(super) const WINDOW: Duration = Duration::from_secs(300);

const CHARACTERS: usize = 5000;
const CTX_ID: usize = 36;
const RECEIVERS: [&str; 4] = ["to_users", "to_depts", "to_companies", "to_chats"];
const FIELDS: &[&str] = &[
    "app_key",
    "biz_type",
    "ctx_id",
    "company_uid",
    "company_id",
    "utype",
    "msg_type",
    "content",
    "to_users",
    "to_depts",
    "to_companies",
    "to_chats",
];

fn refuse(message: &str) -> Answer {
    Envelope::Wps.refuse(1, message)
}

pub(super) fn public(request: &Incoming, state: &State) -> Result<Answer, Answer> {
    if !is_signed_wps3(request) {
        return Err(refuse("invalid signature"));
    }
    take(request, state)
}

pub(super) fn private(request: &Incoming, state: &State) -> Result<Answer, Answer> {
    // The gateway's prefix `/o/{cid}` is not signed.
    let target = request.target();
    let signed = target.strip_prefix("/o/woa").unwrap_or(target);
    let forms = [
        ("Wps-Docs-Date", "Wps-Docs-Authorization"),
        ("Date", "Authorization"),
    ];
    let is_one = |(date, authorization)| is_signed_wps4(request, signed, date, authorization);
    if !forms.into_iter().any(is_one) {
        return Err(refuse("invalid signature"));
    }
    take(request, state)
}

fn is_signed_wps3(request: &Incoming) -> bool {
    let (Some(date), Some(md5), Some(auth)) = (
        request.header("Date"),
        request.header("Content-Md5"),
        request.header("X-Auth"),
    ) else {
        return false;
    };
    let (target, kind) = (request.target(), request.content_type());
    let expected = signature::wps3(SECRET_KEY, target, kind, date, &request.body);
    request.is_fresh("Date", WINDOW)
        && md5 == signature::md5(&request.body)
        && auth == format!("WPS-3:{APP_ID}:{expected}")
}

fn is_signed_wps4(request: &Incoming, signed: &str, date: &str, authorization: &str) -> bool {
    let (Some(time), Some(value)) = (request.header(date), request.header(authorization)) else {
        return false;
    };
    let parts = [
        request.method.as_str(),
        signed,
        request.content_type(),
        time,
    ];
    let expected = signature::wps4_or_kso1("WPS-4", SECRET_KEY, parts, &request.body);
    request.is_fresh(date, WINDOW)
        && expected.is_some_and(|expected| value == format!("WPS-4 {APP_ID}:{expected}"))
}

fn take(request: &Incoming, state: &State) -> Result<Answer, Answer> {
    if request.method != http::Method::POST {
        return Err(refuse("method not allowed"));
    }
    if request.content_type() != "application/json" {
        return Err(refuse("wrong header : Content-Type"));
    }
    if request.query("company_token").as_deref() != Some(COMPANY_TOKEN) {
        return Err(refuse("invalid company_token"));
    }
    let body = shape::parse(&request.body).map_err(|fault| refuse(&fault))?;
    check(&body).map_err(|fault| refuse(&fault))?;
    let number = state.show(request.path(), Value::Object(body));
    Ok(Answer::ok(
        json!({"result": 0, "message_id": format!("m-{number}")}),
    ))
}

fn check(body: &Object) -> Result<(), String> {
    shape::only(body, FIELDS)?;
    if shape::text(body, "app_key")? != APP_ID {
        return Err("wrong param : app_key".to_owned());
    }
    receivers(body)?;
    updates(body)?;
    if body.get("msg_type") != Some(&json!(23)) {
        return Err("wrong param : msg_type".to_owned());
    }
    content(shape::object(body, "content")?)
}

/// Exactly one kind.
fn receivers(body: &Object) -> Result<(), String> {
    let there: Vec<&str> = RECEIVERS
        .into_iter()
        .filter(|kind| body.contains_key(*kind))
        .collect();
    let &[kind] = there.as_slice() else {
        return Err("exactly one kind of receivers".to_owned());
    };
    match kind {
        "to_users" => {
            let users = shape::object(body, kind)?;
            shape::text(users, "company_id")?;
            shape::ids(users, "company_uids").map(drop)
        }
        "to_chats" if shape::array(body, kind)?.iter().all(Value::is_i64) => Ok(()),
        "to_chats" => Err("wrong param : to_chats".to_owned()),
        // The shapes of departments and companies are not settled.
        _ => Ok(()),
    }
}

fn updates(body: &Object) -> Result<(), String> {
    let length = |text: &str| text.chars().count();
    let ctx_id = body.get("ctx_id").and_then(Value::as_str);
    if ctx_id.is_some_and(|id| length(id) > CTX_ID) {
        return Err("ctx_id has at most 36 characters".to_owned());
    }
    match body.get("utype").map(Value::as_i64) {
        None | Some(Some(0)) => Ok(()),
        Some(Some(1)) => ["ctx_id", "company_id", "company_uid"]
            .iter()
            .try_for_each(|name| shape::text(body, name).map(drop)),
        _ => Err("wrong param : utype".to_owned()),
    }
}

/// A card one level deeper; the relay to one person takes the same.
pub(super) fn content(content: &Object) -> Result<(), String> {
    shape::only(content, &["type", "content"])?;
    if content.get("type") != Some(&json!(23)) {
        return Err("wrong param : content.type".to_owned());
    }
    card(shape::object(content, "content")?)
}

pub(super) fn card(card: &Object) -> Result<(), String> {
    let fields = ["config", "link", "header", "elements", "i18n"];
    shape::only(card, &fields)?;
    if let Some(elements) = card.get("elements") {
        let is_tagged = |element: &Value| element.get("tag").is_some_and(Value::is_string);
        let elements = elements.as_array().ok_or("wrong param : elements")?;
        if !elements.iter().all(is_tagged) {
            return Err("miss param : tag".to_owned());
        }
    }
    let count: usize = card.values().map(shape::characters).sum();
    if count > CHARACTERS {
        return Err("message has at most 5000 characters".to_owned());
    }
    Ok(())
}
