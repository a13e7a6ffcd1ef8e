//! The group robot of 钉钉: `open.dingtalk.com/document/development/custom-robots-send-group-messages`, and for the security
//! settings `…/dingstart/customize-robot-security-settings`.

use std::time::Duration;

use serde_json::{Value, json};

use super::{
    Answer, Envelope, Incoming, State,
    shape::{self, Object},
    signature,
};
use crate::known::{DINGTALK_KEYWORD, DINGTALK_ROBOT, DINGTALK_SECRET};

pub(super) const PATH: &str = "/robot/send";

const HOUR: Duration = Duration::from_secs(60 * 60);
const BYTES: usize = 20_000;

fn refuse(code: i64, message: &str) -> Answer {
    Envelope::DingTalk.refuse(code, message)
}

pub(super) fn send(request: &Incoming, state: &State) -> Result<Answer, Answer> {
    if request.method != http::Method::POST {
        return Err(refuse(43002, "需要POST请求"));
    }
    if !request.is_json() {
        return Err(refuse(43004, "无效的HTTP HEADER Content-Type"));
    }
    match request.query("access_token").as_deref() {
        None => return Err(refuse(40035, "缺少参数 access_token")),
        Some(DINGTALK_ROBOT) => {}
        Some(_) => return Err(refuse(300_001, "token is not exist")),
    }
    is_signed(request)?;
    if !state.takes(Envelope::DingTalk, DINGTALK_ROBOT) {
        return Err(refuse(130_101, "send too fast, exceed 20 times per minute"));
    }
    if request.body.len() > BYTES {
        return Err(refuse(460_101, "message too long, exceed 20000 bytes"));
    }
    let body = shape::parse(&request.body).map_err(|_| refuse(40035, "缺少参数 json"))?;
    check(&body).map_err(|(code, fault)| refuse(code, &fault))?;
    // The same `msgUuid` again is the same message again.
    let uuid = body.get("msgUuid").and_then(Value::as_str);
    if !uuid.is_some_and(|uuid| state.repeats(uuid)) {
        state.show(request.path(), Value::Object(body));
    }
    // The page's table says a number, its sample a string.
    Ok(Answer::ok(json!({"errcode": "0", "errmsg": "ok"})))
}

fn is_signed(request: &Incoming) -> Result<(), Answer> {
    let (Some(timestamp), Some(sign)) = (request.query("timestamp"), request.query("sign")) else {
        return Err(refuse(310_000, "sign not match"));
    };
    if !request.is_fresh_millis(&timestamp, HOUR) {
        return Err(refuse(310_000, "invalid timestamp"));
    }
    if signature::dingtalk(DINGTALK_SECRET, &timestamp) == Some(sign) {
        Ok(())
    } else {
        Err(refuse(310_000, "sign not match"))
    }
}

type Fault = (i64, String);

/// One message, as the relay of kdocs takes it too.
pub(super) fn check(body: &Object) -> Result<(), Fault> {
    let missing = |fault: String| (400_403, fault);
    let kind = shape::text(body, "msgtype").map_err(missing)?;
    shape::only(body, &["msgtype", "at", "msgUuid", kind]).map_err(missing)?;
    let content = shape::object(body, kind).map_err(missing)?;
    let fields: &[&str] = match kind {
        "text" => &["content"],
        "markdown" | "actionCard" => &["title", "text"],
        "link" => &["title", "text", "messageUrl"],
        "feedCard" => &[],
        other => return Err((400_105, format!("unsupported msgtype {other}"))),
    };
    let mut words = String::new();
    for field in fields {
        let text = shape::text(content, field);
        words += text.map_err(|_| missing(format!("miss param : {kind}->{field}")))?;
    }
    if kind == "actionCard" {
        buttons(content).map_err(missing)?;
    }
    if words.contains(DINGTALK_KEYWORD) {
        Ok(())
    } else {
        Err((310_000, "keywords not in content".to_owned()))
    }
}

/// One button for the whole card, or several.
fn buttons(card: &Object) -> Result<(), String> {
    if card.contains_key("singleTitle") {
        shape::text(card, "singleTitle")?;
        return shape::text(card, "singleURL").map(drop);
    }
    for button in shape::array(card, "btns")? {
        let button = button.as_object().ok_or("wrong param : btns")?;
        shape::text(button, "title")?;
        shape::text(button, "actionURL")?;
    }
    Ok(())
}
