//! The group robot of 企业微信: `developer.work.weixin.qq.com/document/path/99110`.

use serde_json::{Value, json};

use super::{
    Answer, Envelope, Incoming, State,
    shape::{self, Object},
};
use crate::known::WECOM_ROBOT;

pub(super) const PATH: &str = "/cgi-bin/webhook/send";

const KINDS: [&str; 8] = [
    "text",
    "markdown",
    "markdown_v2",
    "image",
    "news",
    "file",
    "voice",
    "template_card",
];

fn refuse(code: i64, message: &str) -> Answer {
    Envelope::WeCom.refuse(code, message)
}

pub(super) fn send(request: &Incoming, state: &State) -> Result<Answer, Answer> {
    if request.method != http::Method::POST {
        return Err(refuse(43002, "require POST method"));
    }
    if request.query("key").as_deref() != Some(WECOM_ROBOT) {
        return Err(refuse(93000, "invalid webhook url"));
    }
    // Excess counts before the message is looked at.
    if !state.takes(Envelope::WeCom, WECOM_ROBOT) {
        return Err(refuse(45009, "api freq out of limit"));
    }
    if !request.is_json() {
        return Err(refuse(40035, "invalid parameter"));
    }
    let wrong = |fault: String| refuse(40035, &format!("Warning: wrong json format. {fault}"));
    let body = shape::parse(&request.body).map_err(wrong)?;
    check(&body).map_err(|(code, fault)| refuse(code, &fault))?;
    state.show(request.path(), Value::Object(body));
    Ok(Answer::ok(json!({"errcode": 0, "errmsg": "ok"})))
}

type Fault = (i64, String);

/// One message, as the relay of kdocs takes it too.
pub(super) fn check(body: &Object) -> Result<(), Fault> {
    let invalid = |fault: String| (40035, fault);
    let kind = body.get("msgtype").and_then(Value::as_str);
    let kind = kind.filter(|kind| KINDS.contains(kind));
    let kind = kind.ok_or_else(|| (40008, "invalid message type".to_owned()))?;
    shape::only(body, &["msgtype", kind]).map_err(invalid)?;
    let message = shape::object(body, kind).map_err(invalid)?;
    let (fields, most): (&[&str], _) = match kind {
        "text" => (
            &["content", "mentioned_list", "mentioned_mobile_list"],
            2048,
        ),
        "markdown" | "markdown_v2" => (&["content"], 4096),
        "template_card" => return template_card(message).map_err(invalid),
        _ => return Ok(()),
    };
    shape::only(message, fields).map_err(invalid)?;
    let content = shape::text(message, "content");
    let content = content.map_err(|_| (44004, "empty content".to_owned()))?;
    if content.len() > most {
        let fault = format!("{kind}.content exceed max length {most}");
        return Err((40058, fault));
    }
    Ok(())
}

fn template_card(card: &Object) -> Result<(), String> {
    match shape::text(card, "card_type")? {
        "text_notice" | "news_notice" => {}
        other => return Err(format!("invalid card_type {other}")),
    }
    shape::object(card, "main_title")?;
    let action = shape::object(card, "card_action")?;
    match action.get("type").and_then(Value::as_i64) {
        Some(1) => shape::text(action, "url").map(drop),
        Some(2) => shape::text(action, "appid").map(drop),
        _ => Err("invalid card_action type".to_owned()),
    }
}
