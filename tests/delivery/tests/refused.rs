//! What the platforms refuse, in their own envelopes, and what `read_reply` makes of it.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "tests"
)]

use std::time::{Duration, SystemTime};

use delivery_tests::{
    Gateway,
    calls::{Accounts, Call, Read, calls, release_notice},
    known,
    recipes::with_ureq,
};
use http::{HeaderValue, Request, Response, StatusCode, Uri};
use message_card::{
    Secret,
    prelude::*,
    reply::{Code, Retry, SendError, Sent},
    sign::{HttpDate, Signable, wps3},
};
use serde_json::{Value, json};
use ureq::Agent;

const MINUTE: Duration = Duration::from_secs(60);

struct Bench {
    gateway: Gateway,
    accounts: Accounts,
    agent: Agent,
}

impl Bench {
    fn new() -> Self {
        let gateway = Gateway::start().expect("loopback has a port");
        Self {
            accounts: Accounts::of_gateway(gateway.url()),
            gateway,
            agent: with_ureq::agent(),
        }
    }

    fn calls_at(&self, now: SystemTime) -> Vec<Call> {
        calls(&self.accounts, &release_notice(), now).expect("the requests can be built")
    }

    fn call(&self, name: &str) -> Call {
        let mut calls = self.calls_at(SystemTime::now()).into_iter();
        calls
            .find(|call| call.name == name)
            .expect("there is such a call")
    }

    /// Sends what the library did not build.
    fn send(&self, request: Request<Vec<u8>>) -> Response<Vec<u8>> {
        let (head, mut body) = self
            .agent
            .run(request)
            .expect("there is an answer")
            .into_parts();
        Response::from_parts(head, body.read_to_vec().expect("it has a body"))
    }

    fn read(&self, read: Read, request: Request<Vec<u8>>) -> Result<Sent, SendError> {
        read(&self.send(request))
    }

    /// Sends another body with the headers and the URL of a call that is not signed over its body.
    fn with_body(&self, name: &str, body: &Value) -> Result<Sent, SendError> {
        let call = self.call(name);
        let mut request = call.request.into_http();
        *request.body_mut() = serde_json::to_vec(body).expect("it is JSON");
        self.read(call.read, request)
    }
}

fn refused(result: Result<Sent, SendError>) -> (Code, String, Retry, Option<&'static str>) {
    match result.expect_err("it is refused") {
        SendError::Api {
            code,
            message,
            retry,
            advice,
            ..
        } => (code, message, retry, advice),
        other => panic!("{other}"),
    }
}

/// Another letter or digit in this place, if one is there.
fn changed(text: &str, at: usize) -> Option<String> {
    let mut bytes = text.as_bytes().to_vec();
    let byte = bytes
        .get_mut(at)
        .filter(|byte| byte.is_ascii_alphanumeric())?;
    *byte = if *byte == b'7' { b'8' } else { b'7' };
    String::from_utf8(bytes).ok()
}

/// The request with one byte changed, for every byte that a signature is to protect.
fn tampered(request: &Request<Vec<u8>>) -> Vec<Request<Vec<u8>>> {
    let mut found = Vec::new();
    for at in (0..request.body().len()).step_by(5) {
        let mut other = request.clone();
        other.body_mut()[at] ^= 1;
        found.push(other);
    }
    let uri = request.uri().to_string();
    let start = uri
        .find("/kopen")
        .or(uri.find("/o/"))
        .or(uri.find("/v7"))
        .expect("a path");
    for uri in (start..uri.len()).filter_map(|at| changed(&uri, at)) {
        let mut other = request.clone();
        *other.uri_mut() = Uri::try_from(uri).expect("it is a URI");
        found.push(other);
    }
    for (name, value) in request.headers() {
        let value = value.to_str().expect("it is ASCII");
        for value in (0..value.len()).filter_map(|at| changed(value, at)) {
            let mut other = request.clone();
            let value = HeaderValue::try_from(value).expect("it is a value");
            other.headers_mut().insert(name.clone(), value);
            found.push(other);
        }
    }
    found
}

#[test]
fn one_byte_of_a_signed_request() {
    let bench = Bench::new();
    let is_signed =
        |call: &Call| call.name.starts_with("WPS 协作") || call.name.starts_with("WPS 365");
    let mut count = 0;
    for call in bench
        .calls_at(SystemTime::now())
        .into_iter()
        .filter(is_signed)
    {
        for request in tampered(call.request.as_http()) {
            let what = format!("{}: {request:?}", call.name);
            let error = bench.read(call.read, request).expect_err(&what);
            assert_eq!(error.retry(), Retry::Never, "{what}");
            count += 1;
        }
    }
    assert!(count > 1000, "{count}");
    assert!(bench.gateway.shown().is_empty());
}

#[test]
fn one_byte_of_a_key_or_a_sign() {
    let bench = Bench::new();
    for name in [
        "WPS robot",
        "WeCom robot",
        "DingTalk robot",
        "kdocs, one person",
    ] {
        let call = bench.call(name);
        let uri = call.request.as_http().uri().to_string();
        let query = uri.find('?').expect("a query");
        for uri in (query..uri.len()).filter_map(|at| changed(&uri, at)) {
            let mut request = call.request.as_http().clone();
            *request.uri_mut() = Uri::try_from(uri).expect("it is a URI");
            let error = bench.read(call.read, request).expect_err(name);
            assert_eq!(error.retry(), Retry::Never, "{error}");
        }
    }
    assert!(bench.gateway.shown().is_empty());
}

#[test]
fn wrong_keys_are_named() {
    let bench = Bench::new();
    let read = |name: &str, from: &str| {
        let call = bench.call(name);
        let mut request = call.request.into_http();
        let uri = request.uri().to_string().replace(from, "another");
        *request.uri_mut() = Uri::try_from(uri).expect("it is a URI");
        refused(bench.read(call.read, request))
    };
    let (code, message, retry, advice) = read("WeCom robot", known::WECOM_ROBOT);
    assert!(
        code == 93000 && message.starts_with("invalid webhook url, hint: ["),
        "{message}"
    );
    assert!(retry == Retry::Never && advice.is_some_and(|advice| advice.contains("`key=`")));
    let (code, .., advice) = read("DingTalk robot", known::DINGTALK_ROBOT);
    assert!(code == 300_001 && advice.is_some_and(|advice| advice.contains("access token")));
    let (code, .., advice) = read("WPS robot", known::WPS_ROBOT);
    assert_eq!(code, Code::Name("InvalidArgument".to_owned()));
    assert!(advice.is_some());
    let (code, message, ..) = read("kdocs, WeCom robot", known::KDOCS_TOKEN);
    assert_eq!(
        (code, &*message),
        (Code::Number(1), "invalid access_token, see the page")
    );
}

#[test]
fn dates() {
    let bench = Bench::new();
    let at = |now: SystemTime, name: &str| {
        let mut calls = bench.calls_at(now).into_iter();
        let call = calls
            .find(|call| call.name == name)
            .expect("there is such a call");
        bench.read(call.read, call.request.into_http())
    };
    let now = SystemTime::now();
    for name in ["WPS 协作", "WPS 协作, private", "WPS 365, update"] {
        for time in [now - 6 * MINUTE, now + 6 * MINUTE] {
            assert_eq!(at(time, name).expect_err(name).retry(), Retry::Never);
        }
        assert!(at(now - 4 * MINUTE, name).is_ok());
    }
    for time in [now - 61 * MINUTE, now + 61 * MINUTE] {
        let (code, message, _, advice) = refused(at(time, "DingTalk robot"));
        assert!(code == 310_000 && message == "invalid timestamp");
        assert!(advice.is_some_and(|advice| advice.contains("clock")));
    }
    assert!(at(now - 59 * MINUTE, "DingTalk robot").is_ok());
}

#[test]
fn wrong_secrets() {
    let mut bench = Bench::new();
    let robot = dingtalk::Robot::from_key(known::DINGTALK_ROBOT).secret("SEC-other");
    bench.accounts.dingtalk = Some(robot.base_url(bench.gateway.url()).allow_http());
    let call = bench.call("DingTalk robot");
    let (code, message, _, advice) = refused(bench.read(call.read, call.request.into_http()));
    assert!(code == 310_000 && message == "sign not match");
    assert!(advice.is_some_and(|advice| advice.contains("`SEC`")));

    let app = bench.accounts.wps.as_mut().expect("there is one");
    let credentials = wps::Credentials::new(known::APP_ID, "another");
    app.credentials = credentials.base_url(bench.gateway.url()).allow_http();
    let call = bench.call("WPS 协作");
    let (code, message, ..) = refused(bench.read(call.read, call.request.into_http()));
    assert_eq!((code, &*message), (Code::Number(1), "invalid signature"));
}

#[test]
fn headers() {
    let bench = Bench::new();
    for (name, code) in [("DingTalk robot", 43004), ("WeCom robot", 40035)] {
        let call = bench.call(name);
        let mut request = call.request.into_http();
        let form = HeaderValue::from_static("application/x-www-form-urlencoded");
        request.headers_mut().insert("Content-Type", form);
        assert!(refused(bench.read(call.read, request)).0 == code, "{name}");
    }
}

#[test]
fn sizes() {
    let bench = Bench::new();
    let markdown = |n| json!({"msgtype": "markdown", "markdown": {"content": "x".repeat(n)}});
    let text = |n| json!({"msgtype": "text", "text": {"content": "x".repeat(n)}});
    for (fits, over) in [(markdown(4096), markdown(4097)), (text(2048), text(2049))] {
        assert!(bench.with_body("WeCom robot", &fits).is_ok());
        let (code, message, retry, advice) = refused(bench.with_body("WeCom robot", &over));
        assert!(
            code == 40058 && message.contains("exceed max length"),
            "{message}"
        );
        assert!(retry == Retry::Never && advice.is_some_and(|advice| advice.contains("split")));
    }
    let body = |n: usize| json!({"msgtype": "text", "text": {"content": format!("发布{}", "x".repeat(n))}});
    let frame = body(0).to_string().len();
    assert!(
        bench
            .with_body("DingTalk robot", &body(20_000 - frame))
            .is_ok()
    );
    let (code, _, retry, advice) =
        refused(bench.with_body("DingTalk robot", &body(20_001 - frame)));
    assert!(code == 460_101 && retry == Retry::Never, "{code}");
    assert!(advice.is_some_and(|advice| advice.contains("split")));

    let text = |n| json!({"msgtype": "text", "text": {"content": "字".repeat(n)}});
    assert!(bench.with_body("WPS robot", &text(5000)).is_ok());
    assert_eq!(
        refused(bench.with_body("WPS robot", &text(5001))).0,
        Code::Name("InvalidArgument".to_owned())
    );
}

#[test]
fn keywords_and_kinds() {
    let bench = Bench::new();
    let text = json!({"msgtype": "text", "text": {"content": "no such word"}});
    let (code, message, _, advice) = refused(bench.with_body("DingTalk robot", &text));
    assert!(code == 310_000 && message == "keywords not in content");
    assert!(advice.is_some_and(|advice| advice.contains("keywords")));
    let image = json!({"msgtype": "image", "image": {}});
    assert!(refused(bench.with_body("DingTalk robot", &image)).0 == 400_105);
    let empty = json!({"msgtype": "markdown", "markdown": {"title": "发布", "text": ""}});
    assert!(refused(bench.with_body("DingTalk robot", &empty)).0 == 400_403);
    let empty = json!({"msgtype": "markdown", "markdown": {"content": ""}});
    assert!(refused(bench.with_body("WeCom robot", &empty)).0 == 44004);
    assert!(refused(bench.with_body("WeCom robot", &json!({"msgtype": "card"}))).0 == 40008);
}

#[test]
fn wps_bodies() {
    let bench = Bench::new();
    let good: Value =
        serde_json::from_slice(bench.call("WPS 协作").request.body()).expect("it is JSON");
    let changes: [(&str, Value, &str); 6] = [
        (
            "ctx_id",
            json!("x".repeat(37)),
            "ctx_id has at most 36 characters",
        ),
        ("to_chats", json!([1]), "exactly one kind of receivers"),
        ("utype", json!(2), "wrong param : utype"),
        ("msg_type", json!(1), "wrong param : msg_type"),
        ("company_uid", json!(""), "miss param : company_uid"),
        ("app_id", json!("AK1"), "unknown param : app_id"),
    ];
    for (field, value, expected) in changes {
        let mut body = good.clone();
        body[field] = value;
        let (_, message, ..) = refused(wps::read_reply(&bench.send(signed(&bench, &body))));
        assert_eq!(message, expected);
    }
    assert!(wps::read_reply(&bench.send(signed(&bench, &good))).is_ok());
}

/// Another body, signed anew.
fn signed(bench: &Bench, body: &Value) -> Request<Vec<u8>> {
    let mut request = bench.call("WPS 协作").request.into_http();
    *request.body_mut() = serde_json::to_vec(body).expect("it is JSON");
    let uri = request.uri().path_and_query().expect("a path").to_string();
    let signable = Signable::json(&uri, request.body());
    let date = request.headers()["Date"].to_str().expect("it is ASCII");
    let date = HttpDate::parse(date).expect("it is a date");
    let (key, case) = (Secret::from(known::SECRET_KEY), wps3::KeyCase::Lower);
    let auth = wps3::x_auth(known::APP_ID, &key, case, &signable, &date);
    let headers = [
        ("X-Auth", auth),
        ("Content-Md5", wps3::content_md5(&signable)),
    ];
    for (name, value) in headers {
        let value = HeaderValue::try_from(value).expect("it is a value");
        request.headers_mut().insert(name, value);
    }
    request
}

#[test]
fn wps365_bodies() {
    let mut bench = Bench::new();
    let app = bench.accounts.wps365.as_mut().expect("there is one");
    app.message_id = Some("batch-1".to_owned());
    let call = bench.call("WPS 365, update");
    let (_, message, _, advice) = refused(bench.read(call.read, call.request.into_http()));
    assert!(message == "msg not updatable" && advice.is_some());

    // Creating needs no signature.
    let app = bench.accounts.wps365.as_mut().expect("there is one");
    let credentials = message_card::wps365::Credentials::new(known::ACCESS_TOKEN);
    app.credentials = credentials.base_url(bench.gateway.url()).allow_http();
    let receiver = json!({"receiver_id": "1", "type": "user"});
    let markdown = json!({"type": "markdown", "receiver": receiver, "content": {"markdown": {}}});
    let (code, _, _, advice) = refused(bench.with_body("WPS 365, create", &markdown));
    assert!(code == 400_000_002 && advice.is_some());
    let users: Vec<String> = (0..201).map(|id| id.to_string()).collect();
    let text = json!({"text": {"content": "x", "type": "plain"}});
    let body = json!({"type": "text", "receivers": [{"receiver_ids": users, "type": "user"}], "content": text});
    let (_, message, ..) = refused(bench.with_body("WPS 365, batch create", &body));
    assert_eq!(message, "at most 200 receiver_ids of type user");

    let call = bench.call("WPS 365, update");
    let answer = bench.send(call.request.into_http());
    assert_eq!(answer.status(), StatusCode::UNAUTHORIZED);
    assert_eq!(refused((call.read)(&answer)).1, "invalid signature");
}

#[test]
fn relayed_bodies() {
    let bench = Bench::new();
    let name = "kdocs, DingTalk robot";
    let good: Value = serde_json::from_slice(bench.call(name).request.body()).expect("it is JSON");
    for (field, value) in [
        ("sk", json!("SEC-other")),
        (
            "link",
            json!("https://oapi.dingtalk.com/robot/send?access_token=other"),
        ),
        ("data", json!([])),
    ] {
        let mut body = good.clone();
        body[field] = value;
        assert!(refused(bench.with_body(name, &body)).1.contains(field));
    }
}

#[test]
fn too_many() {
    let bench = Bench::new();
    let last = |name: &str| {
        for _ in 0..20 {
            let call = bench.call(name);
            assert!(bench.read(call.read, call.request.into_http()).is_ok());
        }
        let call = bench.call(name);
        bench.read(call.read, call.request.into_http())
    };
    let (code, _, retry, _) = refused(last("WeCom robot"));
    assert!(code == 45009 && retry == Retry::After(MINUTE));
    let (code, _, retry, _) = refused(last("DingTalk robot"));
    assert!(code == 130_101 && retry == Retry::After(10 * MINUTE));
    let (code, _, retry, _) = refused(last("WPS robot"));
    assert!(code == Code::Name("TooManyRequests".to_owned()) && retry == Retry::Backoff);
}

#[test]
fn busy() {
    let bench = Bench::new();
    for call in bench.calls_at(SystemTime::now()) {
        bench.gateway.be_busy(1);
        let error = bench
            .read(call.read, call.request.into_http())
            .expect_err(call.name);
        assert_eq!(error.retry(), Retry::Backoff, "{}: {error}", call.name);
    }
}
