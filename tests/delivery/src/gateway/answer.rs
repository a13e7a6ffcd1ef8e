use http::StatusCode;
use serde_json::{Value, json};

/// What the platform says.
#[derive(Debug, Clone)]
pub(super) struct Answer {
    pub(super) status: StatusCode,
    pub(super) body: Value,
}

impl Answer {
    pub(super) const fn ok(body: Value) -> Self {
        Self::new(StatusCode::OK, body)
    }

    pub(super) const fn new(status: StatusCode, body: Value) -> Self {
        Self { status, body }
    }
}

/// The envelope of a platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Envelope {
    Wps,
    WpsRobot,
    Wps365,
    WeCom,
    DingTalk,
    Kdocs,
}

impl Envelope {
    /// The pages of WPS 协作, WPS 365 and kdocs that list the codes could not be read: 1 stands for whatever they say.
    pub(super) fn refuse(self, code: i64, message: &str) -> Answer {
        match self {
            Self::Wps => Answer::ok(json!({"result": code, "msg": message})),
            Self::WpsRobot => Answer::new(
                StatusCode::BAD_REQUEST,
                json!({"result": "InvalidArgument", "msg": message}),
            ),
            Self::Wps365 => Answer::ok(json!({"code": code, "msg": message})),
            Self::WeCom => {
                let hint = "hint: [1763772000123456789012345], from ip: 127.0.0.1, more info at";
                let page = format!("https://open.work.weixin.qq.com/devtool/query?e={code}");
                let message = format!("{message}, {hint} {page}");
                Answer::ok(json!({"errcode": code, "errmsg": message}))
            }
            Self::DingTalk => Answer::ok(json!({"errcode": code, "errmsg": message})),
            Self::Kdocs => {
                Answer::ok(json!({"code": code, "msg": message, "hint": "see the page"}))
            }
        }
    }

    pub(super) fn busy(self) -> Answer {
        match self {
            Self::WeCom | Self::DingTalk => self.refuse(-1, "system busy"),
            _ => Answer::new(StatusCode::SERVICE_UNAVAILABLE, json!({})),
        }
    }
}
