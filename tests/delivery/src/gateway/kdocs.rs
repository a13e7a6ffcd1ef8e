//! The relays of kdocs: `developer.kdocs.cn/server/notification/`.

use serde_json::{Value, json};

use super::{
    Answer, Envelope, Incoming, State, dingtalk,
    shape::{self, Object},
    wecom, wps,
};
use crate::known::{APP_ID, DINGTALK_ROBOT, DINGTALK_SECRET, KDOCS_TOKEN, SECRET_KEY, WECOM_ROBOT};

pub(super) const PATH: &str = "/api/v1/openapi/notification/";

const WECOM_LINK: &str = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=";
const DINGTALK_LINK: &str = "https://oapi.dingtalk.com/robot/send?access_token=";

fn refuse(message: &str) -> Answer {
    Envelope::Kdocs.refuse(1, message)
}

pub(super) fn send(request: &Incoming, state: &State) -> Result<Answer, Answer> {
    if request.method != http::Method::POST {
        return Err(refuse("method not allowed"));
    }
    if request.content_type() != "application/json" {
        return Err(refuse("wrong header : Content-Type"));
    }
    if request.query("access_token").as_deref() != Some(KDOCS_TOKEN) {
        return Err(refuse("invalid access_token"));
    }
    let body = shape::parse(&request.body).map_err(|fault| refuse(&fault))?;
    let is_app = request.path().ends_with("/woa/app");
    let checked = match request.path().strip_prefix(PATH) {
        Some("woa/app") => app(&body),
        Some("wecom") => to_wecom(&body),
        Some("dingtalk") => to_dingtalk(&body),
        _ => Err("no such relay".to_owned()),
    };
    checked.map_err(|fault| refuse(&fault))?;
    let number = state.show(request.path(), Value::Object(body));
    let data = if is_app {
        json!({"message_id": format!("m-{number}")})
    } else {
        json!({})
    };
    Ok(Answer::ok(json!({"code": 0, "data": data})))
}

fn app(body: &Object) -> Result<(), String> {
    let fields = [
        "woa_app_id",
        "woa_secret_key",
        "email",
        "content",
        "openwps_company_id",
    ];
    shape::only(body, &fields)?;
    let is_known = shape::text(body, "woa_app_id")? == APP_ID
        && shape::text(body, "woa_secret_key")? == SECRET_KEY;
    if !is_known {
        return Err("wrong param : woa_secret_key".to_owned());
    }
    if !shape::text(body, "email")?.contains('@') {
        return Err("wrong param : email".to_owned());
    }
    wps::content(shape::object(body, "content")?)
}

fn to_wecom(body: &Object) -> Result<(), String> {
    shape::only(body, &["link", "sk", "data"])?;
    if shape::text(body, "link")? != format!("{WECOM_LINK}{WECOM_ROBOT}") {
        return Err("wrong param : link".to_owned());
    }
    each(body, |message| {
        wecom::check(message).map_err(|(_, fault)| fault)
    })
}

fn to_dingtalk(body: &Object) -> Result<(), String> {
    shape::only(body, &["link", "sk", "data"])?;
    if shape::text(body, "link")? != format!("{DINGTALK_LINK}{DINGTALK_ROBOT}") {
        return Err("wrong param : link".to_owned());
    }
    // The relay signs.
    if shape::text(body, "sk")? != DINGTALK_SECRET {
        return Err("wrong param : sk".to_owned());
    }
    each(body, |message| {
        dingtalk::check(message).map_err(|(_, fault)| fault)
    })
}

fn each(body: &Object, check: fn(&Object) -> Result<(), String>) -> Result<(), String> {
    for message in shape::array(body, "data")? {
        check(message.as_object().ok_or("wrong param : data")?)?;
    }
    Ok(())
}
