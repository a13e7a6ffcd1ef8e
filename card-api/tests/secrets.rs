//! Everything that can be printed, with secrets inside, is printed and searched for them.
#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::too_many_lines,
    clippy::unwrap_used,
    reason = "helpers and tables of tests"
)]

use std::{
    error::Error,
    fmt::{Debug, Display},
    time::{Duration, UNIX_EPOCH},
};

use card_api::{
    BuildError, RobotRequest, Secret, SignedRequest, dingtalk, kdocs,
    sign::{HttpDate, Signable, wps3, wps4},
    wecom,
    wps::{self, SendRequest},
    wps365,
};
use card_model::Card;
use card_render::{dingtalk as ding, wecom as we, wps as message};

/// Part of every secret here; the second is its base64, the third what it would be when encoded once more.
const HIDDEN: &[&str] = &["s3cr3t", "czNjcjN0", "s3cr%"];

fn clean(text: &str) {
    for hidden in HIDDEN {
        assert!(!text.contains(hidden), "{text}");
    }
}

fn debug(value: &impl Debug) {
    clean(&format!("{value:?}"));
    clean(&format!("{value:#?}"));
}

fn display(value: &(impl Display + Debug)) {
    debug(value);
    clean(&value.to_string());
}

fn error(error: &BuildError) {
    display(error);
    let mut source = error.source();
    while let Some(inner) = source {
        clean(&inner.to_string());
        clean(&format!("{inner:?}"));
        source = inner.source();
    }
}

/// Shows the request, which has to be there, without its body, its query and the values of its headers.
fn request(built: Result<SignedRequest, BuildError>) {
    let request = built.unwrap();
    display(&request);
    let http = request.as_http();
    let shown = format!("{request:?}{request}");
    for (name, value) in http.headers() {
        if name != "content-type" {
            assert!(value.is_sensitive(), "{name}");
            assert!(!shown.contains(value.to_str().unwrap()), "{name}");
        }
    }
    clean(&format!("{:?}", http.headers()));
    clean(request.path());
    clean(request.host());
    if let Some(query) = http.uri().query() {
        assert!(!shown.contains(query));
    }
    assert!(!shown.contains(std::str::from_utf8(request.body()).unwrap()));
}

fn now() -> std::time::SystemTime {
    UNIX_EPOCH + Duration::from_secs(1_635_908_155)
}

#[test]
fn secrets() {
    let secret = Secret::from("s3cr3t");
    debug(&secret);
    debug(&Some(vec![secret.clone()]));
    debug(&Signable::json("/path?key=s3cr3t", b"s3cr3t"));
    let date = HttpDate::new(now()).unwrap();
    debug(&date);
    let signable = Signable::json("/", b"");
    let x_auth = wps3::x_auth("AK", &secret, wps3::KeyCase::AsIs, &signable, &date);
    clean(&x_auth);
    clean(&wps4::authorization(
        "AK",
        &secret,
        wps4::Form::Plain,
        &signable,
        &date,
    ));
}

#[test]
fn wps_sends() {
    let card = Card::new().header("发布完成");
    let send = message::SendMessage::new("AK", message::Receivers::users("1", ["1"]), card);
    let public = wps::Credentials::new("AK123", "s3cr3t-key");
    let private = public.clone().private("https://wps.example.com");
    for credentials in [public, private] {
        debug(&credentials);
        request(send.request(&credentials, "s3cr3t-token", now()));
        for token in [
            "",
            "s3cr3t token",
            "https://x/?company_token=s3cr3t",
            "company_token=s3cr3t",
        ] {
            error(&send.request(&credentials, token, now()).unwrap_err());
        }
        for base in [
            "https://user:s3cr3t@host",
            "https://host/?key=s3cr3t",
            "http://s3cr3t",
            "s3cr3t",
            "https://s3cr3t s3cr3t",
        ] {
            let credentials = credentials.clone().base_url(base);
            debug(&credentials);
            error(&send.request(&credentials, "s3cr3t", now()).unwrap_err());
        }
    }
    for (id, key) in [
        ("AK", "s3cr3t\n"),
        ("s3cr3t\n", "x"),
        ("AK", "https://s3cr3t"),
    ] {
        let credentials = wps::Credentials::new(id, key);
        debug(&credentials);
        error(&send.request(&credentials, "t", now()).unwrap_err());
    }
}

const MISTAKES: &[&str] = &[
    "s3cr3t",
    "https://s3cr3t",
    "https://s3cr3t/robot/send?key=s3cr3t&access_token=s3cr3t",
    "https://user:s3cr3t@host/robot/send?key=s3cr3t&access_token=s3cr3t",
    "http://host/?key=s3cr3t",
    "https://qyapi.weixin.qq.com/s3cr3t?key=s3cr3t",
    "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=s3cr3t&key=s3cr3t",
    "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=s3cr3t%FF",
    "https://oapi.dingtalk.com/robot/send?access_token=s3cr3t%20x",
    "https://xz.wps.cn/api/v1/webhook/send?key=s3cr3t%0A",
];

const KEYS: &[&str] = &[
    "s3cr3t\n",
    "https://s3cr3t",
    "key=s3cr3t s3cr3t",
    "s3cr3t é",
];

fn robots<M: RobotRequest>(
    message: &M,
    good: M::Robot,
    from_url: impl Fn(&str) -> M::Robot,
    from_key: impl Fn(&str) -> M::Robot,
) where
    M::Robot: Debug,
{
    debug(&good);
    request(message.request(&good, now()));
    let urls = MISTAKES.iter().map(|url| from_url(url));
    for robot in urls.chain(KEYS.iter().map(|key| from_key(key))) {
        debug(&robot);
        error(&message.request(&robot, now()).err().unwrap());
    }
}

#[test]
fn robots_of_all_platforms() {
    robots(
        &message::WebhookMessage::text("发布完成"),
        wps::Robot::from_url("https://xz.wps.cn/api/v1/webhook/send?key=s3cr3t"),
        |url| wps::Robot::from_url(url),
        |key| wps::Robot::from_key(key),
    );
    robots(
        &we::Message::from(we::Text::new("发布完成")),
        wecom::Robot::from_key("s3cr3t").base_url("https://host"),
        |url| wecom::Robot::from_url(url),
        |key| wecom::Robot::from_key(key),
    );
    robots(
        &ding::Message::new(ding::Text::new("发布完成")),
        dingtalk::Robot::from_key("s3cr3t")
            .secret("SECs3cr3t")
            .keywords(["发布"]),
        |url| dingtalk::Robot::from_url(url).secret("SECs3cr3t"),
        |key| dingtalk::Robot::from_key(key),
    );
    let message = ding::Message::new(ding::Text::new("发布完成"));
    for secret in ["s3cr3t\n", "https://s3cr3t"] {
        let robot = dingtalk::Robot::from_key("x").secret(secret);
        debug(&robot);
        error(&message.request(&robot, now()).unwrap_err());
    }
}

#[test]
fn wps365_calls() {
    let content = wps365::Content::text("发布完成");
    let create = wps365::Create::new(wps365::Receiver::user("u"), content.clone());
    let batch = wps365::BatchCreate::new([wps365::Receivers::users(["u"])], content);
    let update = wps365::Update::new("m", serde_json::json!({}));
    let credentials = wps365::Credentials::new("s3cr3t-token").signed("AK", "s3cr3t-key");
    debug(&credentials);
    request(create.request(&credentials, now()));
    request(batch.request(&credentials, now()));
    request(update.request(&credentials, now()));
    let update = update.id_type(wps365::IdType::Internal);
    request(update.request(&credentials, now()));
    for credentials in [
        wps365::Credentials::new("s3cr3t\n"),
        wps365::Credentials::new("https://s3cr3t"),
        wps365::Credentials::new("x").signed("AK", "s3cr3t\n"),
        wps365::Credentials::new("x").base_url("https://s3cr3t@host"),
    ] {
        debug(&credentials);
        error(&create.request(&credentials, now()).unwrap_err());
    }
    // An access key is no secret, but what was pasted for one may be.
    let mistaken = wps365::Credentials::new("x").signed("s3cr3t\n", "x");
    error(&create.request(&mistaken, now()).unwrap_err());
}

#[test]
fn relays() {
    let access = kdocs::Access::new("s3cr3t");
    debug(&access);
    let woa = kdocs::WoaAppRelay::new("id", "s3cr3t", "lin@wps.cn", Card::new().hr());
    let we_robot = wecom::Robot::from_key("s3cr3t");
    let we_message = we::Message::from(we::Text::new("发布完成"));
    let wecom = kdocs::WeComRelay::new(we_robot, [we_message.clone()]).secret("s3cr3t");
    let ding_robot = dingtalk::Robot::from_key("s3cr3t").secret("s3cr3t");
    let ding_message = ding::Message::new(ding::Text::new("发布完成"));
    let dingtalk = kdocs::DingTalkRelay::new(ding_robot, [ding_message]);
    debug(&woa);
    debug(&wecom);
    debug(&dingtalk);
    request(woa.request(&access, now()));
    request(wecom.request(&access, now()));
    request(dingtalk.request(&access, now()));
    for access in [
        kdocs::Access::new("s3cr3t s3cr3t"),
        kdocs::Access::new("x").base_url("https://s3cr3t@host"),
    ] {
        debug(&access);
        error(&woa.request(&access, now()).unwrap_err());
        error(&wecom.request(&access, now()).unwrap_err());
        error(&dingtalk.request(&access, now()).unwrap_err());
    }
    let access = kdocs::Access::new("x");
    let woa = kdocs::WoaAppRelay::new("id", "s3cr3t\n", "lin@wps.cn", Card::new().hr());
    error(&woa.request(&access, now()).unwrap_err());
    for mistake in MISTAKES {
        let robot = wecom::Robot::from_url(*mistake);
        let relay = kdocs::WeComRelay::new(robot, [we_message.clone()]);
        debug(&relay);
        error(&relay.request(&access, now()).unwrap_err());
    }
}
