//! The group robot of WPS 协作: `open-xz.wps.cn/pages/client/robot/custom-robot`.
//!
//! What it answers to a message that it takes is not documented; `ok` is the platform's word in callbacks.

use http::StatusCode;
use serde_json::{Value, json};

use super::{Answer, Envelope, Incoming, State, shape, wps};
use crate::known::WPS_ROBOT;

pub(super) const PATH: &str = "/api/v1/webhook/send";

fn refuse(message: &str) -> Answer {
    Envelope::WpsRobot.refuse(1, message)
}

pub(super) fn send(request: &Incoming, state: &State) -> Result<Answer, Answer> {
    if request.method != http::Method::POST {
        return Err(refuse("method not allowed"));
    }
    if !request.is_json() {
        return Err(refuse("wrong header : Content-Type"));
    }
    if request.query("key").as_deref() != Some(WPS_ROBOT) {
        return Err(refuse("invalid key"));
    }
    if !state.takes(Envelope::WpsRobot, WPS_ROBOT) {
        let body = json!({"result": "TooManyRequests", "msg": "20 messages a minute"});
        return Err(Answer::new(StatusCode::TOO_MANY_REQUESTS, body));
    }
    let body = shape::parse(&request.body).map_err(|fault| refuse(&fault))?;
    check(&body).map_err(|fault| refuse(&fault))?;
    state.show(request.path(), Value::Object(body));
    Ok(Answer::ok(json!({"result": "ok"})))
}

fn check(body: &shape::Object) -> Result<(), String> {
    let kind = shape::text(body, "msgtype")?;
    shape::only(body, &["msgtype", kind])?;
    let content = shape::object(body, kind)?;
    let text = match kind {
        "card" => return wps::card(content),
        "markdown" => shape::text(content, "text")?,
        "text" => shape::text(content, "content")?,
        other => return Err(format!("wrong param : msgtype {other:?}")),
    };
    if text.chars().count() > 5000 {
        return Err("message has at most 5000 characters".to_owned());
    }
    Ok(())
}
