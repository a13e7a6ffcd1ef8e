//! Every endpoint of the design's table: method, URL, headers, body, and what is refused.
#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::too_many_lines,
    clippy::unwrap_used,
    reason = "helpers and tables of tests"
)]

use std::{
    error::Error,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use card_api::{
    BuildError, KeyFault, RobotRequest, SignedRequest, UrlFault, dingtalk, kdocs,
    sign::{HttpDate, Signable, kso1, wps2, wps3, wps4},
    wecom,
    wps::{self, SendRequest},
    wps365,
};
use card_model::{Card, Markdown};
use card_render::{Target, Wps365, dingtalk as ding, wecom as we, wps as message};
use http::{HeaderMap, Method};
use serde_json::{Value, json};

const DATE: &str = "Wed, 03 Nov 2021 02:55:55 GMT";

fn now() -> SystemTime {
    UNIX_EPOCH + Duration::from_secs(1_635_908_155)
}

fn seed(name: &str) -> Value {
    let path = format!("{}/tests/cases/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn json_of(request: &SignedRequest) -> Value {
    serde_json::from_slice(request.body()).unwrap()
}

fn uri(request: SignedRequest) -> String {
    let request = request.into_http();
    assert_eq!(request.method(), Method::POST);
    request.uri().to_string()
}

fn header<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    let value = headers.get(name).map(|value| value.to_str().unwrap());
    value.unwrap_or_else(|| panic!("no header `{name}`"))
}

fn send_message() -> message::SendMessage {
    serde_json::from_value(seed("seed-send-card-request")).unwrap()
}

fn credentials() -> wps::Credentials {
    wps::Credentials::new("AK123", "sk456")
}

fn text(content: &str) -> we::Message {
    we::Text::new(content).into()
}

#[test]
fn wps_public() {
    let request = send_message().request(&credentials(), "to ken+/=", now());
    let Err(BuildError::Key { of, fault }) = request else {
        panic!("a blank in a token");
    };
    assert_eq!((of, fault), ("company_token", KeyFault::Character));

    let request = send_message()
        .request(&credentials(), "t+/=", now())
        .unwrap();
    assert_eq!(json_of(&request), seed("seed-send-card-request"));
    let path = "/kopen/woa/v2/dev/app/messages?company_token=t%2B%2F%3D";
    let signed = Signable::json(path, request.body());
    let date = HttpDate::parse(DATE).unwrap();
    let x_auth = wps3::x_auth(
        "AK123",
        &"sk456".into(),
        wps3::KeyCase::Lower,
        &signed,
        &date,
    );
    let http = request.as_http();
    assert_eq!(header(http.headers(), "x-auth"), x_auth);
    assert_eq!(header(http.headers(), "date"), DATE);
    assert_eq!(header(http.headers(), "content-type"), "application/json");
    let md5 = wps3::content_md5(&signed);
    assert_eq!(header(http.headers(), "content-md5"), md5);
    assert_eq!(http.headers().len(), 4);
    assert_eq!(uri(request), format!("https://openapi.wps.cn{path}"));
}

#[test]
fn wps_private() {
    let private = credentials().private("https://wps.example.com/");
    for form in [wps4::Form::WpsDocs, wps4::Form::Plain] {
        let request = send_message()
            .request(&private.clone().form(form), "t", now())
            .unwrap();
        assert_eq!(json_of(&request), seed("seed-send-card-request"));
        // Without the gateway's `/o/woa`.
        let path = "/api/v2/developer/app/messages?company_token=t";
        let signed = Signable::json(path, request.body());
        let date = HttpDate::parse(DATE).unwrap();
        let expected = wps4::authorization("AK123", &"sk456".into(), form, &signed, &date);
        let http = request.as_http();
        assert_eq!(header(http.headers(), form.authorization()), expected);
        assert_eq!(header(http.headers(), form.date()), DATE);
        assert_eq!(http.headers().len(), 3);
        let url = "https://wps.example.com/o/woa/api/v2/developer/app/messages?company_token=t";
        assert_eq!(uri(request), url);
    }
}

fn signature(message: &message::SendMessage, credentials: &wps::Credentials) -> String {
    let request = message.request(credentials, "t", now()).unwrap();
    let names = ["x-auth", "authorization", "wps-docs-authorization"];
    let headers = request.as_http().headers();
    let name = names.iter().find(|name| headers.contains_key(**name));
    header(headers, name.unwrap()).to_owned()
}

#[test]
fn what_a_signature_depends_on() {
    let private = credentials().private("https://wps.example.com");
    for credentials in [credentials(), private] {
        let before = signature(&send_message(), &credentials);
        assert_eq!(signature(&send_message(), &credentials), before);
        let other_body = send_message().biz_type("other");
        assert_ne!(signature(&other_body, &credentials), before);
        let of = |token: &str, now| {
            let request = send_message().request(&credentials, token, now).unwrap();
            let headers = request.into_http().into_parts().0.headers;
            headers
                .get("x-auth")
                .or(headers.get("wps-docs-authorization"))
                .cloned()
        };
        let same = of("t", now());
        assert_eq!(of("t", now() + Duration::from_millis(999)), same);
        assert_ne!(of("t", now() + Duration::from_secs(1)), same);
        assert_ne!(of("u", now()), same);
        let path_only = credentials.clone().signed_uri(wps::SignedUri::Path);
        assert_ne!(signature(&send_message(), &path_only), before);
        // What stands in the base URL is a matter of gateways.
        let proxy = credentials.base_url("https://proxy.example.com/wps/open");
        assert_eq!(signature(&send_message(), &proxy), before);
    }
}

type Sign<'a> = &'a dyn Fn(&Signable<'_>, &HttpDate) -> String;

#[test]
fn each_byte_counts_in_each_algorithm() {
    let date = HttpDate::parse(DATE).unwrap();
    let later = HttpDate::parse("Wed, 03 Nov 2021 02:55:56 GMT").unwrap();
    let key = "sk456".into();
    let algorithms: [(Sign<'_>, bool); 4] = [
        (&|request, date| wps2::signature(&key, request, date), false),
        (
            &|request, date| wps3::signature(&key, wps3::KeyCase::Lower, request, date),
            true,
        ),
        (
            &|request, date| wps4::signature(&key, wps4::Form::Plain, request, date),
            true,
        ),
        (&|request, date| kso1::signature(&key, request, date), true),
    ];
    for (sign, is_uri_signed) in algorithms {
        let request = Signable::json("/a?b=c", b"body");
        let before = sign(&request, &date);
        assert_ne!(sign(&Signable::json("/a?b=c", b"bodY"), &date), before);
        assert_ne!(sign(&request, &later), before);
        for other in ["/A?b=c", "/a?b=C"] {
            let after = sign(&Signable::json(other, b"body"), &date);
            assert_eq!(after != before, is_uri_signed);
        }
        let content_type = "application/json; charset=utf-8";
        let other = Signable {
            content_type,
            ..request
        };
        assert_ne!(sign(&other, &date), before);
    }
}

#[test]
fn base_urls() {
    let error = |base: &str| {
        let credentials = credentials().base_url(base);
        send_message()
            .request(&credentials, "t", now())
            .unwrap_err()
    };
    let cases = [
        ("http://localhost:8080", UrlFault::Insecure),
        ("ftp://localhost", UrlFault::Insecure),
        ("localhost", UrlFault::Unreadable),
        ("", UrlFault::Unreadable),
        ("/a", UrlFault::Unreadable),
        ("https://", UrlFault::Unreadable),
        ("https://a b", UrlFault::Character),
        ("https://host\n", UrlFault::Character),
        ("https://user:word@host", UrlFault::User),
        ("https://openapi.wps.cn@evil.example", UrlFault::User),
        ("https://host?x=1", UrlFault::Query),
        ("https://host/#x", UrlFault::Query),
    ];
    for (base, fault) in cases {
        let of = "base URL";
        assert_eq!(error(base), BuildError::Url { of, fault }, "{base}");
    }
    let local = credentials()
        .base_url("http://localhost:8080/")
        .allow_http();
    let request = send_message().request(&local, "t", now()).unwrap();
    let expected = "http://localhost:8080/kopen/woa/v2/dev/app/messages?company_token=t";
    assert_eq!(uri(request), expected);
}

#[test]
fn wps_messages_are_checked_first() {
    let receivers = message::Receivers::users("1", ["1"]);
    let card = Card::new().text("x".repeat(5001));
    let long = message::SendMessage::new("AK", receivers, card).ctx_id("x".repeat(37));
    let error = long.request(&credentials(), "t", now()).unwrap_err();
    assert_eq!(
        error
            .to_string()
            .lines()
            .map(|line| line.split(':').next().unwrap())
            .collect::<Vec<_>>(),
        ["/ctx_id", "/content/content"],
        "{error}"
    );
    let of = |of, fault| Some(BuildError::Key { of, fault });
    let result = |credentials: wps::Credentials, token: &str| {
        send_message().request(&credentials, token, now()).err()
    };
    assert_eq!(
        result(credentials(), ""),
        of("company_token", KeyFault::Missing)
    );
    let url = "https://openapi.wps.cn/?company_token=x";
    assert_eq!(
        result(credentials(), url),
        of("company_token", KeyFault::Url)
    );
    let named = "company_token=x";
    assert_eq!(
        result(credentials(), named),
        of("company_token", KeyFault::Named)
    );
    let no_id = wps::Credentials::new("", "sk");
    assert_eq!(result(no_id, "t"), of("app_id", KeyFault::Missing));
    let no_key = wps::Credentials::new("AK\r\nX: y", "sk");
    assert_eq!(result(no_key, "t"), of("app_id", KeyFault::Character));
    let newline = wps::Credentials::new("AK", "sk\n");
    let later = newline.clone().private("https://wps.example.com");
    for newline in [newline, later] {
        assert_eq!(result(newline, "t"), of("secret_key", KeyFault::Character));
    }
    let early = UNIX_EPOCH - Duration::from_secs(1);
    let error = send_message()
        .request(&credentials(), "t", early)
        .unwrap_err();
    assert!(matches!(error, BuildError::Time(_)));
}

#[test]
fn wps_robot() {
    let message = message::WebhookMessage::from(Card::new().hr());
    let official = "https://xz.wps.cn/api/v1/webhook/send?key=k";
    let cases = [
        (wps::Robot::from_key("k"), official),
        (wps::Robot::from_url(official), official),
        (
            wps::Robot::from_url("https://woa.wps.cn/api/v1/webhook/send?key=k"),
            "https://woa.wps.cn/api/v1/webhook/send?key=k",
        ),
        (
            wps::Robot::from_url("https://365.kdocs.cn/woa/api/v1/webhook/send?key=k"),
            "https://365.kdocs.cn/woa/api/v1/webhook/send?key=k",
        ),
        (
            wps::Robot::from_url("https://wps.example.com/x/send?key=k")
                .base_url("https://wps.example.com"),
            "https://wps.example.com/x/send?key=k",
        ),
        (
            wps::Robot::from_url(official)
                .base_url("http://127.0.0.1:1/")
                .allow_http(),
            "http://127.0.0.1:1/api/v1/webhook/send?key=k",
        ),
    ];
    for (robot, url) in cases {
        let request = message.request(&robot, now()).unwrap();
        assert_eq!(
            json_of(&request),
            json!({"msgtype": "card", "card": {"elements": [{"tag": "hr"}]}})
        );
        assert_eq!(
            header(request.as_http().headers(), "content-type"),
            "application/json"
        );
        assert_eq!(uri(request), url);
    }
    let long = message::WebhookMessage::text("x".repeat(5001));
    let error = long.request(&wps::Robot::from_key("k"), now()).unwrap_err();
    assert!(error.to_string().starts_with("/text/content: "), "{error}");
}

#[test]
fn wecom_robot() {
    let official = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k";
    let upper = "HTTPS://QYAPI.weixin.qq.com:443/cgi-bin/webhook/send?debug=1&key=k#x";
    let request = text("hello")
        .request(&wecom::Robot::from_url(official), now())
        .unwrap();
    let expected = json!({"msgtype": "text", "text": {"content": "hello"}});
    assert_eq!(json_of(&request), expected);
    assert_eq!(
        header(request.as_http().headers(), "content-type"),
        "application/json"
    );
    assert_eq!(uri(request), official);
    let request = text("hello")
        .request(&wecom::Robot::from_url(upper), now())
        .unwrap();
    assert!(uri(request).ends_with("/cgi-bin/webhook/send?key=k"));
    let robot = wecom::Robot::from_key("a+b&c%2B");
    let request = text("hello").request(&robot, now()).unwrap();
    assert!(uri(request).ends_with("?key=a%2Bb%26c%252B"));

    let error = text(&"x".repeat(2049)).request(&robot, now()).unwrap_err();
    assert!(error.to_string().starts_with("/text/content: "), "{error}");
}

#[test]
fn mistaken_robots() {
    let error = |robot: wecom::Robot| text("hello").request(&robot, now()).unwrap_err();
    let url = |fault| BuildError::Url {
        of: "webhook URL",
        fault,
    };
    let host = UrlFault::Host(&["qyapi.weixin.qq.com"]);
    let urls = [
        (
            "https://oapi.dingtalk.com/robot/send?access_token=k",
            url(host),
        ),
        (
            "https://qyapi.weixin.qq.com.evil.example/cgi-bin/webhook/send?key=k",
            url(host),
        ),
        (
            "https://qyapi.weixin.qq.com:8443/cgi-bin/webhook/send?key=k",
            url(host),
        ),
        (
            "https://qyapi.weixin.qq.com@evil.example/?key=k",
            url(UrlFault::User),
        ),
        (
            "http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k",
            url(UrlFault::Insecure),
        ),
        (
            "https://qyapi.weixin.qq.com/cgi-bin/webhook/upload_media?key=k",
            url(UrlFault::Path("/cgi-bin/webhook/send")),
        ),
        (
            "qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k",
            url(UrlFault::Unreadable),
        ),
        (
            "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k\n",
            url(UrlFault::Character),
        ),
        ("693a91f6", url(UrlFault::Unreadable)),
        ("", url(UrlFault::Unreadable)),
    ];
    for (mistaken, expected) in urls {
        assert_eq!(
            error(wecom::Robot::from_url(mistaken)),
            expected,
            "{mistaken}"
        );
    }
    let key = |fault| BuildError::Key { of: "key", fault };
    let base = "https://qyapi.weixin.qq.com/cgi-bin/webhook/send";
    for (query, fault) in [
        ("", KeyFault::Missing),
        ("?key=", KeyFault::Missing),
        ("?access_token=k", KeyFault::Missing),
        ("?monkey=k", KeyFault::Missing),
        ("?key=a&key=b", KeyFault::Repeated),
        ("?key=a%20b", KeyFault::Character),
        ("?key=%FF", KeyFault::Character),
    ] {
        let mistaken = wecom::Robot::from_url(format!("{base}{query}"));
        assert_eq!(error(mistaken), key(fault), "{query}");
    }
    for (mistaken, fault) in [
        ("", KeyFault::Missing),
        (
            "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k",
            KeyFault::Url,
        ),
        ("key=k", KeyFault::Named),
        ("k\n", KeyFault::Character),
        ("键", KeyFault::Character),
    ] {
        assert_eq!(
            error(wecom::Robot::from_key(mistaken)),
            key(fault),
            "{mistaken}"
        );
    }
}

#[test]
fn dingtalk_robot() {
    let message = ding::Message::new(ding::Text::new("发布完成"));
    let robot = dingtalk::Robot::from_url(
        "https://oapi.dingtalk.com/robot/send?access_token=t&timestamp=1&sign=old",
    );
    let plain = "https://oapi.dingtalk.com/robot/send?access_token=t";
    let request = message.request(&robot, now()).unwrap();
    assert_eq!(
        json_of(&request),
        json!({"msgtype": "text", "text": {"content": "发布完成"}})
    );
    let content_type = header(request.as_http().headers(), "content-type");
    assert_eq!(content_type, "application/json; charset=utf-8");
    assert_eq!(uri(request), plain);

    // Both vectors, in the query: encoded once.
    let at = UNIX_EPOCH + Duration::from_millis(1_577_262_236_757);
    for vector in seed("signature-vectors").as_array().unwrap() {
        if vector["alg"] == "DingTalk" {
            let robot = robot.clone().secret(vector["secret"].as_str().unwrap());
            let sign = vector["sign_query"].as_str().unwrap();
            let expected = format!("{plain}&timestamp=1577262236757&sign={sign}");
            assert_eq!(uri(message.request(&robot, at).unwrap()), expected);
        }
    }
    let of = "secret";
    for (secret, fault) in [
        ("", KeyFault::Missing),
        ("SECx\n", KeyFault::Character),
        ("https://oapi.dingtalk.com/robot/send", KeyFault::Url),
    ] {
        let robot = robot.clone().secret(secret);
        let error = message.request(&robot, now()).unwrap_err();
        assert_eq!(error, BuildError::Key { of, fault });
    }
    let early = UNIX_EPOCH - Duration::from_secs(1);
    let error = message.request(&robot.secret("SEC"), early).unwrap_err();
    assert!(matches!(error, BuildError::Time(_)));
}

#[test]
fn dingtalk_keywords() {
    let robot = dingtalk::Robot::from_key("t").keywords(["告警", "发布"]);
    let says =
        |content: ding::Content| ding::Message::new(content).request(&robot, now()).map(drop);
    let url = "https://example.com";
    assert_eq!(says(ding::Text::new("发布完成").into()), Ok(()));
    assert_eq!(says(ding::Markdown::new("发布", "全部通过").into()), Ok(()));
    assert_eq!(says(ding::Markdown::new("完成", "告警解除").into()), Ok(()));
    assert_eq!(says(ding::Link::new("周报", "发布", url).into()), Ok(()));
    let buttons = ding::Buttons::single("发布", url);
    let error = BuildError::Keywords(vec!["告警".into(), "发布".into()]);
    let missing = Err(error.clone());
    assert_eq!(
        says(ding::ActionCard::new("完成", "通过", buttons).into()),
        missing
    );
    let feed = |title: &str| ding::FeedCard::new([ding::FeedLink::new(title, url, url)]);
    assert_eq!(says(feed("发布").into()), Ok(()));
    assert_eq!(says(feed("周报").into()), missing);
    assert_eq!(
        error.to_string(),
        "the robot has keywords, write one of them into the text: `告警`, `发布`"
    );
    let long = ding::Text::new("x".repeat(20_000));
    let error = ding::Message::new(long).request(&robot, now()).unwrap_err();
    assert!(matches!(error, BuildError::Violations(_)));
    // A report of the error and its sources says nothing twice.
    assert!(error.source().is_none());
}

#[test]
fn kdocs_woa_app() {
    let relay = kdocs::WoaAppRelay::new(
        "woa_app_id",
        "secret_key",
        "xxx@wps.cn",
        message::Content::Text {
            style: None,
            body: "test message".into(),
        },
    )
    .company("abc");
    let request = relay.request(&kdocs::Access::new("t=="), now()).unwrap();
    assert_eq!(json_of(&request), seed("seed-kdocs-woa-relay-request"));
    assert_eq!(
        header(request.as_http().headers(), "content-type"),
        "application/json"
    );
    assert_eq!(
        uri(request),
        "https://developer.kdocs.cn/api/v1/openapi/notification/woa/app?access_token=t%3D%3D"
    );

    let empty = kdocs::WoaAppRelay::new("id", "key", "xxx@wps.cn", Card::new());
    let error = empty.request(&kdocs::Access::new("t"), now()).unwrap_err();
    assert!(
        error.to_string().starts_with("/content/content: "),
        "{error}"
    );
    let nobody = kdocs::WoaAppRelay::new("id", "key", "", Card::new().hr());
    let error = nobody.request(&kdocs::Access::new("t"), now()).unwrap_err();
    assert_eq!(error.to_string(), "`email` is missing, give it a value");
}

#[test]
fn kdocs_wecom() {
    let robot = wecom::Robot::from_key("xxx");
    let messages: Vec<we::Message> = vec![
        text("这是要发送的消息"),
        we::Markdown::new("## 这是要发送的markdown").into(),
    ];
    let access = kdocs::Access::new("t");
    let relay = kdocs::WeComRelay::new(robot.clone(), messages);
    let request = relay.request(&access, now()).unwrap();
    assert_eq!(json_of(&request), seed("seed-kdocs-wecom-relay-request"));
    assert_eq!(
        uri(request),
        "https://developer.kdocs.cn/api/v1/openapi/notification/wecom?access_token=t"
    );
    let request = relay.secret("sk").request(&access, now()).unwrap();
    assert_eq!(json_of(&request)["sk"], "sk");

    let error = kdocs::WeComRelay::new(robot.clone(), []).request(&access, now());
    assert!(error.unwrap_err().to_string().starts_with("/data: "));
    let error = kdocs::WeComRelay::new(robot, [text("a"), text("")]).request(&access, now());
    assert!(
        error
            .unwrap_err()
            .to_string()
            .starts_with("/data/1/text/content: ")
    );
}

/// The sample's markdown has other field names than the robot; the robot's own are sent.
#[test]
fn kdocs_dingtalk() {
    let robot = dingtalk::Robot::from_key("at").secret("xxx");
    let messages = [
        ding::Message::new(ding::Text::new("这是要发送的消息")),
        ding::Message::new(ding::Markdown::new("标题", "## 这是要发送的markdown")),
    ];
    let access = kdocs::Access::new("t");
    let relay = kdocs::DingTalkRelay::new(robot.clone(), messages);
    let request = relay.request(&access, now()).unwrap();
    let mut expected = seed("seed-kdocs-dingtalk-relay-request");
    expected["data"][1]["markdown"] = json!({"title": "标题", "text": "## 这是要发送的markdown"});
    assert_eq!(json_of(&request), expected);
    assert_eq!(
        uri(request),
        "https://developer.kdocs.cn/api/v1/openapi/notification/dingtalk?access_token=t"
    );
    let message = ding::Message::new(ding::Text::new("x"));
    let relay = kdocs::DingTalkRelay::new(robot.keywords(["发布"]), [message]);
    let error = relay.request(&access, now()).unwrap_err();
    assert!(matches!(error, BuildError::Keywords(_)));
}

#[test]
fn wps365_bodies() {
    let mention = || wps365::Mention::user("2", wps365::Identity::new("c", "u"));
    let content = || wps365::Content::card(json!({"config": {}}));
    let credentials = wps365::Credentials::new("at");
    let create = wps365::Create::new(wps365::Receiver::partner_user("p", "u"), content())
        .mention(mention())
        .mention(wps365::Mention::all());
    let request = create.request(&credentials, now()).unwrap();
    assert_eq!(
        json_of(&request),
        json!({
            "type": "card",
            "receiver": {"partner_id": "p", "receiver_id": "u", "type": "enterprise_partner_user"},
            "mentions": [
                {"id": "2", "identity": {"company_id": "c", "id": "u", "type": "user"}, "type": "user"},
                {"id": "1", "type": "all"},
            ],
            "content": {"card": {"config": {}}},
        })
    );
    let headers = request.as_http().headers();
    assert_eq!(header(headers, "authorization"), "Bearer at");
    assert_eq!(headers.len(), 2);
    assert_eq!(uri(request), "https://openapi.wps.cn/v7/messages/create");

    let receivers = wps365::Receivers::users(["u"]).partner("p");
    let batch = wps365::BatchCreate::new([receivers], content()).mention(mention());
    let request = batch.request(&credentials, now()).unwrap();
    assert_eq!(
        json_of(&request),
        json!({
            "type": "card",
            "receivers": [{"partner_id": "p", "receiver_ids": ["u"], "type": "user"}],
            "mentions": [{"id": "2", "identity": {"company_id": "c", "id": "u", "type": "user"}, "type": "user"}],
            "content": {"card": {"config": {}}},
        })
    );
    assert_eq!(
        uri(request),
        "https://openapi.wps.cn/v7/messages/batch_create"
    );

    let update = wps365::Update::new("m/1 é", json!({}));
    let error = update.request(&credentials, now()).unwrap_err();
    assert_eq!(
        error,
        BuildError::Key {
            of: "message_id",
            fault: KeyFault::Character
        }
    );
    let update = wps365::Update::new("m/1", json!({})).id_type(wps365::IdType::External);
    let request = update.request(&credentials, now()).unwrap();
    assert_eq!(
        json_of(&request),
        json!({"type": "card", "content": {"card": {}}})
    );
    assert_eq!(
        header(request.as_http().headers(), "x-kso-id-type"),
        "external"
    );
    assert_eq!(
        uri(request),
        "https://openapi.wps.cn/v7/messages/m%2F1/update"
    );
    for dots in [".", "..", ""] {
        assert!(
            wps365::Update::new(dots, json!({}))
                .request(&credentials, now())
                .is_err()
        );
    }
}

/// A message of the target goes in as it is, with whom it mentions.
#[test]
fn wps365_messages() {
    let credentials = wps365::Credentials::new("at");
    let card = Card::new()
        .header("发布完成")
        .markdown(Markdown::new().at("lin@wps.cn", "林亮"));
    let target = Wps365::new().company("c").people(|_| Some("u"));
    let message = target.render(&card).messages.remove(0);
    let body = serde_json::to_value(&message).unwrap();
    let chat = || wps365::Receiver::chat("1");
    let create = wps365::Create::new(chat(), message.clone()).mention(wps365::Mention::all());
    let json = json_of(&create.request(&credentials, now()).unwrap());
    assert_eq!(json["type"], "card");
    assert_eq!(json["content"], body["content"]);
    assert_eq!(json["mentions"][0], body["mentions"][0]);
    assert_eq!(json["mentions"][1], json!({"id": "1", "type": "all"}));
    let batch = wps365::BatchCreate::new([wps365::Receivers::users(["u"])], message.clone());
    let json = json_of(&batch.request(&credentials, now()).unwrap());
    assert_eq!(json["content"], body["content"]);
    assert_eq!(json["mentions"], body["mentions"]);
    // The call that updates takes a card alone.
    let expected = json!({"type": "card", "content": body["content"]});
    for update in [
        wps365::Update::new("m", message.clone()),
        wps365::Update::new("m", message.card.clone()),
        wps365::Update::new("m", body["content"]["card"].clone()),
    ] {
        assert_eq!(
            json_of(&update.request(&credentials, now()).unwrap()),
            expected
        );
    }
}

#[test]
fn wps365_cards_that_break_the_rules() {
    let credentials = wps365::Credentials::new("at");
    let refused = |error: BuildError| {
        assert!(matches!(error, BuildError::Violations(_)), "{error:?}");
        error.to_string()
    };
    let long = Card::new().text("x".repeat(15001));
    let message = Wps365::new().render(&long).messages.remove(0);
    let too_long =
        "/content/card: holds 15001 characters, at most 15000 are allowed: shorten it by 1";
    let create = wps365::Create::new(wps365::Receiver::user("u"), message.clone());
    assert_eq!(
        refused(create.request(&credentials, now()).unwrap_err()),
        too_long
    );
    let batch = wps365::BatchCreate::new([wps365::Receivers::users(["u"])], message.clone());
    assert_eq!(
        refused(batch.request(&credentials, now()).unwrap_err()),
        too_long
    );
    let update = wps365::Update::new("m", message.card);
    assert_eq!(
        refused(update.request(&credentials, now()).unwrap_err()),
        too_long
    );
    let text = wps365::Update::new("m", wps365::Content::text("x"));
    assert_eq!(
        refused(text.request(&credentials, now()).unwrap_err()),
        "/type: unknown name `text`, use `card`"
    );
    // A mention that breaks them is reported once.
    let message = Wps365::new()
        .render(&Card::new().text("x"))
        .messages
        .remove(0);
    let message = message.mention(wps365::Mention::user("2", wps365::Identity::new("", "u")));
    let create = wps365::Create::new(wps365::Receiver::user("u"), message);
    assert_eq!(
        refused(create.request(&credentials, now()).unwrap_err()),
        "/mentions/0/identity/company_id: `company_id` is empty, give it a value"
    );
}

/// As the pages of the calls have them.
#[test]
fn wps365_names() {
    use wps365::{ContentType, ReceiverType, ReceiversType};
    let contents = [
        ContentType::Text,
        ContentType::RichText,
        ContentType::Image,
        ContentType::File,
        ContentType::Audio,
        ContentType::Video,
        ContentType::Card,
    ];
    assert_eq!(
        contents.map(ContentType::name),
        [
            "text",
            "rich_text",
            "image",
            "file",
            "audio",
            "video",
            "card"
        ]
    );
    let receivers = [
        ReceiverType::User,
        ReceiverType::EnterprisePartnerUser,
        ReceiverType::Chat,
    ];
    assert_eq!(
        receivers.map(ReceiverType::name),
        ["user", "enterprise_partner_user", "chat"]
    );
    let kinds = [
        ReceiversType::Company,
        ReceiversType::Dept,
        ReceiversType::User,
        ReceiversType::EnterprisePartnerDept,
        ReceiversType::EnterprisePartnerUser,
    ];
    assert_eq!(
        kinds.map(ReceiversType::name),
        [
            "company",
            "dept",
            "user",
            "enterprise_partner_dept",
            "enterprise_partner_user"
        ]
    );
    let update = wps365::Update::new("m", json!({})).id_type(wps365::IdType::Internal);
    let request = update.request(&wps365::Credentials::new("at"), now());
    let headers = request.unwrap().into_http().into_parts().0.headers;
    assert_eq!(header(&headers, "x-kso-id-type"), "internal");
}

#[test]
fn wps365_signed() {
    let create = wps365::Create::new(wps365::Receiver::chat("c"), wps365::Content::text("x"));
    let public = wps365::Credentials::new("at").signed("AK", "sk");
    let private = public.clone().base_url("https://wps.example.com/openapi");
    for (credentials, url) in [
        (public, "https://openapi.wps.cn/v7/messages/create"),
        (
            private,
            "https://wps.example.com/openapi/v7/messages/create",
        ),
    ] {
        let request = create.request(&credentials, now()).unwrap();
        let signed = Signable::json("/v7/messages/create", request.body());
        let date = HttpDate::parse(DATE).unwrap();
        let expected = kso1::authorization("AK", &"sk".into(), &signed, &date);
        let headers = request.as_http().headers();
        assert_eq!(header(headers, "x-kso-authorization"), expected);
        assert_eq!(header(headers, "x-kso-date"), DATE);
        assert_eq!(header(headers, "authorization"), "Bearer at");
        assert_eq!(uri(request), url);
    }
}

#[test]
fn wps365_limits() {
    let credentials = wps365::Credentials::new("at");
    let text = || wps365::Content::text("x");
    let ids = |count: usize| (0..count).map(|id| id.to_string());
    let kinds = [
        (wps365::ReceiversType::Company, 1),
        (wps365::ReceiversType::Dept, 50),
        (wps365::ReceiversType::User, 200),
        (wps365::ReceiversType::EnterprisePartnerDept, 50),
        (wps365::ReceiversType::EnterprisePartnerUser, 200),
    ];
    for (kind, most) in kinds {
        let request = |count| {
            let receivers = wps365::Receivers::new(kind, ids(count));
            wps365::BatchCreate::new([receivers], text()).request(&credentials, now())
        };
        assert!(request(most).is_ok());
        let error = request(most + 1).unwrap_err().to_string();
        assert!(error.starts_with("/receivers/0/receiver_ids: "), "{error}");
        assert!(request(0).is_err());
    }
    assert!(
        wps365::BatchCreate::new([], text())
            .request(&credentials, now())
            .is_err()
    );
    let mut create = wps365::Create::new(wps365::Receiver::user("u"), text());
    for _ in 0..101 {
        create = create.mention(wps365::Mention::all());
    }
    let error = create.request(&credentials, now()).unwrap_err();
    assert!(error.to_string().starts_with("/mentions: "), "{error}");
    let nobody = wps365::Create::new(wps365::Receiver::user(""), text());
    let error = nobody.request(&credentials, now()).unwrap_err();
    assert!(
        error.to_string().starts_with("/receiver/receiver_id: "),
        "{error}"
    );

    let long = |excess: usize| wps365::Content::markdown("中".repeat(5000 + excess));
    let to = || wps365::Receiver::user("u");
    assert!(
        wps365::Create::new(to(), long(0))
            .request(&credentials, now())
            .is_ok()
    );
    let create = wps365::Create::new(to(), long(1));
    let batch = wps365::BatchCreate::new([wps365::Receivers::users(["u"])], long(1));
    for error in [
        create.request(&credentials, now()).unwrap_err(),
        batch.request(&credentials, now()).unwrap_err(),
    ] {
        assert_eq!(
            error.to_string(),
            "/content/text/content: holds 5001 characters, at most 5000 are allowed: shorten it by 1"
        );
    }

    let huge = json!({"content": "x".repeat(SignedRequest::BODY.max)});
    let huge = wps365::Content::new(wps365::ContentType::File, huge);
    let huge = wps365::Create::new(wps365::Receiver::user("u"), huge);
    let error = huge.request(&credentials, now()).unwrap_err();
    assert!(matches!(error, BuildError::TooLarge { .. }));
    let no_token = wps365::Credentials::new("");
    let create = wps365::Create::new(wps365::Receiver::user("u"), text());
    assert!(create.request(&no_token, now()).is_err());
}
