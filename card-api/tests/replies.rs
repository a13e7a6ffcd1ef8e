//! What the platforms answer, and what becomes of it.
#![allow(
    clippy::too_many_lines,
    clippy::unwrap_used,
    reason = "helpers and tables of tests"
)]

use std::time::Duration;

use card_api::{
    dingtalk, kdocs,
    reply::{Code, LONGEST_WAIT, MAX_REPLY, Retry, SendError, Sent, UnreadableReply},
    wecom, wps, wps365,
};
use http::Response;

type Answer = Result<Sent, SendError>;
type Read = fn(&Response<&[u8]>) -> Answer;

const READERS: [(&str, Read); 5] = [
    ("dingtalk", |reply| dingtalk::read_reply(reply)),
    ("kdocs", |reply| kdocs::read_reply(reply)),
    ("wecom", |reply| wecom::read_reply(reply)),
    ("wps", |reply| wps::read_reply(reply)),
    ("wps365", |reply| wps365::read_reply(reply)),
];
const MINUTE: Retry = Retry::After(Duration::from_secs(60));
const TEN_MINUTES: Retry = Retry::After(Duration::from_secs(600));

fn reader(platform: &str) -> Read {
    READERS
        .iter()
        .find(|(name, _)| *name == platform)
        .unwrap()
        .1
}

fn answer(platform: &str, status: u16, body: impl AsRef<[u8]>) -> Answer {
    let response = Response::builder().status(status);
    reader(platform)(&response.body(body.as_ref()).unwrap())
}

fn wait(status: u16, value: &str, body: &str) -> Retry {
    let response = Response::builder().status(status);
    let response = response.header("Retry-After", value).body(body).unwrap();
    dingtalk::read_reply(&response).unwrap_err().retry()
}

#[test]
fn the_cases() {
    let ok = [
        (
            "dingtalk",
            include_str!("cases/dingtalk_resp_ok_number.json"),
        ),
        (
            "dingtalk",
            include_str!("cases/dingtalk_resp_ok_string.json"),
        ),
        ("wecom", include_str!("cases/wecom_resp_ok.json")),
        ("wps365", include_str!("cases/wps365_resp_update.json")),
        (
            "wps365",
            include_str!("cases/wps365_resp_batch_create.json"),
        ),
    ];
    for (platform, body) in ok {
        assert!(answer(platform, 200, body).is_ok(), "{body}");
    }
    let refused = [
        (
            "dingtalk",
            include_str!("cases/dingtalk_resp_130101.json"),
            130_101,
            TEN_MINUTES,
        ),
        (
            "dingtalk",
            include_str!("cases/dingtalk_resp_310000_keywords.json"),
            310_000,
            Retry::Never,
        ),
        (
            "dingtalk",
            include_str!("cases/dingtalk_resp_310000_sign.json"),
            310_000,
            Retry::Never,
        ),
        (
            "dingtalk",
            include_str!("cases/dingtalk_resp_460101.json"),
            460_101,
            Retry::Never,
        ),
        (
            "wecom",
            include_str!("cases/wecom_resp_40058_markdown.json"),
            40058,
            Retry::Never,
        ),
        (
            "wecom",
            include_str!("cases/wecom_resp_45009.json"),
            45009,
            MINUTE,
        ),
        (
            "wecom",
            include_str!("cases/wecom_resp_93000.json"),
            93000,
            Retry::Never,
        ),
    ];
    for (platform, body, code, retry) in refused {
        let error = answer(platform, 200, body).unwrap_err();
        assert_eq!(error.code(), Some(&Code::Number(code)), "{body}");
        assert_eq!(error.retry(), retry, "{body}");
        assert!(error.advice().is_some(), "{body}");
    }
}

#[test]
fn what_a_reply_says() {
    let table = [
        // WeCom
        (
            "wecom",
            200,
            include_str!("cases/wecom_resp_45009.json"),
            "the platform answered 45009: api freq out of limit; send at most 20 messages a minute to one robot",
        ),
        (
            "wecom",
            200,
            include_str!("cases/wecom_resp_93000.json"),
            "the platform answered 93000: invalid webhook url, hint: [1695847276640293876906459], from ip: 203.0.113.7, \
          more info at https://open.work.weixin.qq.com/devtool/query?e=93000; check the webhook's key, which is the part of \
          the URL after `key=`; the robot may have been removed",
        ),
        (
            "wecom",
            200,
            include_str!("cases/wecom_resp_40058_markdown.json"),
            "the platform answered 40058: markdown.content exceed max length 4096; a field is too long or not valid, the \
          message names it; split a long text",
        ),
        (
            "wecom",
            200,
            r#"{"errcode":-1,"errmsg":"system busy"}"#,
            "the platform answered -1: system busy; the system is busy, try at most three times",
        ),
        (
            "wecom",
            200,
            r#"{"errcode":"45033"}"#,
            "the platform answered 45033; too many calls at once, send one after the other",
        ),
        (
            "wecom",
            200,
            r#"{"errcode":99999,"errmsg":"new"}"#,
            "the platform answered 99999: new",
        ),
        (
            "wecom",
            200,
            r#"{"errcode":99999,"errmsg":{"text":"new"}}"#,
            "the platform answered 99999",
        ),
        // DingTalk
        (
            "dingtalk",
            200,
            include_str!("cases/dingtalk_resp_310000_keywords.json"),
            "the platform answered 310000: keywords not in content; write one of the robot's keywords into the title and the text",
        ),
        (
            "dingtalk",
            200,
            include_str!("cases/dingtalk_resp_310000_sign.json"),
            "the platform answered 310000: sign not match; check the robot's secret, which begins with `SEC`, and that \
          `timestamp` and `sign` are in the URL, encoded once",
        ),
        (
            "dingtalk",
            200,
            r#"{"errcode":310000,"errmsg":"invalid timestamp"}"#,
            "the platform answered 310000: invalid timestamp; sign every request anew, and set the clock: it may be off by one hour",
        ),
        (
            "dingtalk",
            200,
            r#"{"errcode":"310000","errmsg":"ip 203.0.113.7 not in whitelist"}"#,
            "the platform answered 310000: ip 203.0.113.7 not in whitelist; add the address to the robot's IP list, or send \
          from one that is on it",
        ),
        (
            "dingtalk",
            200,
            r#"{"errcode":310000}"#,
            "the platform answered 310000; check the robot's security settings: keywords, sign, IP list",
        ),
        (
            "dingtalk",
            200,
            include_str!("cases/dingtalk_resp_460101.json"),
            "the platform answered 460101: message too long, exceed 20000 bytes; the body is too long, split the message: at \
          most 20000 bytes of JSON",
        ),
        (
            "dingtalk",
            200,
            r#"{"errcode":"sign.not.match","errmsg":""}"#,
            "the platform answered sign.not.match; check the robot's secret, which begins with `SEC`, and that `timestamp` \
          and `sign` are in the URL, encoded once",
        ),
        (
            "dingtalk",
            200,
            r#"{"errcode":400101,"errmsg":"access_token: 8f3a is not existed"}"#,
            "the platform answered 400101: access_token: … is not existed; check the access token in the webhook's URL; the \
          robot may have been removed",
        ),
        // WPS 协作
        (
            "wps",
            400,
            r#"{"result":"InvalidArgument","msg":"card"}"#,
            "the platform answered InvalidArgument with HTTP 400: card; a field of the message is not as the platform wants it",
        ),
        (
            "wps",
            200,
            r#"{"result":10001,"msg":"no permission"}"#,
            "the platform answered 10001: no permission",
        ),
        (
            "wps",
            200,
            r#"{"code":40003,"msg":"bot is removed"}"#,
            "the platform answered 40003: bot is removed",
        ),
        (
            "wps",
            200,
            r#"{"msg":"ok"}"#,
            "the reply has no `result`: {\"msg\":\"ok\"}; check the URL, and the proxy between",
        ),
        // WPS 365
        (
            "wps365",
            200,
            r#"{"code":400000002,"msg":"invalid open_v7_message_type: \"markdown\""}"#,
            "the platform answered 400000002: invalid open_v7_message_type: \"markdown\"; an argument is not valid, the message says which",
        ),
        (
            "wps365",
            400,
            r#"{"code":400000002,"msg":"invalid"}"#,
            "the platform answered 400000002 with HTTP 400: invalid; an argument is not valid, the message says which",
        ),
        (
            "wps365",
            200,
            r#"{"code":403000001,"msg":"msg not updatable"}"#,
            "the platform answered 403000001: msg not updatable; a message of the batch call, and a card that is not shared, \
          cannot be updated",
        ),
        (
            "wps365",
            401,
            r#"{"msg":"token expired"}"#,
            "HTTP 401 Unauthorized: {\"msg\":\"token expired\"}; check the credentials and the permission, a token may have expired",
        ),
        // kdocs
        (
            "kdocs",
            200,
            r#"{"code":1,"msg":"bad","hint":"see link"}"#,
            "the platform answered 1: bad, see link",
        ),
        (
            "kdocs",
            200,
            r#"{"code":2,"msg":"cannot post https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-7xxx"}"#,
            "the platform answered 2: cannot post https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…",
        ),
        // What is no answer of a platform
        (
            "wecom",
            200,
            "",
            "the reply is empty; check the URL, and the proxy between",
        ),
        (
            "wecom",
            200,
            " \r\n",
            "the reply is empty; check the URL, and the proxy between",
        ),
        (
            "wecom",
            200,
            "<html>\n\t<body>Log in</body>\n</html>",
            "the reply is not JSON (expected value at line 1 column 1): <html> <body>Log in</body> </html>; check the URL, \
          and the proxy between",
        ),
        (
            "wecom",
            200,
            r#"{"errcode":0"#,
            "the reply is not JSON (EOF while parsing an object at line 1 column 12): {\"errcode\":0; check the URL, and the proxy between",
        ),
        (
            "wecom",
            200,
            r#"{"errcode":0} trailing"#,
            "the reply is not JSON (trailing characters at line 1 column 15): {\"errcode\":0} trailing; check the URL, and the proxy between",
        ),
        (
            "wecom",
            200,
            "[0]",
            "the reply is not a JSON object: [0]; check the URL, and the proxy between",
        ),
        (
            "wecom",
            200,
            "0",
            "the reply is not a JSON object: 0; check the URL, and the proxy between",
        ),
        (
            "wecom",
            200,
            "{}",
            "the reply has no `errcode`: {}; check the URL, and the proxy between",
        ),
        (
            "wecom",
            200,
            r#"{"code":0}"#,
            "the reply has no `errcode`: {\"code\":0}; check the URL, and the proxy between",
        ),
        (
            "wecom",
            200,
            r#"{"errcode":null}"#,
            "the reply has a `errcode` that is not a code: {\"errcode\":null}; check the URL, and the proxy between",
        ),
        (
            "wecom",
            200,
            r#"{"errcode":0.5}"#,
            "the reply has a `errcode` that is not a code: {\"errcode\":0.5}; check the URL, and the proxy between",
        ),
        (
            "wecom",
            200,
            r#"{"errcode":""}"#,
            "the reply has a `errcode` that is not a code: {\"errcode\":\"\"}; check the URL, and the proxy between",
        ),
        (
            "wecom",
            200,
            r#"{"errcode":[0]}"#,
            "the reply has a `errcode` that is not a code: {\"errcode\":[0]}; check the URL, and the proxy between",
        ),
        (
            "wecom",
            200,
            r#"{"errcode":18446744073709551615}"#,
            "the reply has a `errcode` that is not a code: {\"errcode\":18446744073709551615}; check the URL, and the proxy between",
        ),
        (
            "wecom",
            200,
            r#"{"errcode":"ok"}"#,
            "the platform answered ok",
        ),
        // Statuses
        (
            "wecom",
            502,
            "<html>Bad Gateway</html>",
            "HTTP 502 Bad Gateway: <html>Bad Gateway</html>",
        ),
        ("wecom", 500, "", "HTTP 500 Internal Server Error"),
        (
            "wecom",
            500,
            r#"{"errcode":0,"errmsg":"ok"}"#,
            "HTTP 500 Internal Server Error: {\"errcode\":0,\"errmsg\":\"ok\"}",
        ),
        (
            "wecom",
            302,
            "",
            "HTTP 302 Found; the address has moved, use the platform's own: a redirect is not followed",
        ),
        (
            "wecom",
            413,
            "",
            "HTTP 413 Payload Too Large; the message is too long, split it",
        ),
        (
            "wecom",
            404,
            "gone?access_token=abc&x=1 \u{202e}evil\u{7}",
            "HTTP 404 Not Found: gone?access_token=…&x=1 \\u{202e}evil\\u{7}; check the URL",
        ),
    ];
    for (platform, status, body, text) in table {
        let error = answer(platform, status, body).unwrap_err();
        assert_eq!(error.to_string(), text, "{platform} {status} {body}");
    }
}

#[test]
fn what_is_taken() {
    let table = [
        ("wps", r#"{"result":0,"message_id":"m-1"}"#, Some("m-1")),
        (
            "wps",
            r#"{"result":"0","message_id":17592186044416}"#,
            Some("17592186044416"),
        ),
        ("wps", r#"{"result":0,"message_id":""}"#, None),
        ("wps", r#"{"result":"ok"}"#, None),
        ("wps", r#"{"errcode":0}"#, None),
        (
            "wps",
            r#"{"result":{},"code":0,"message_id":"m-3","data":{}}"#,
            Some("m-3"),
        ),
        (
            "kdocs",
            r#"{"code":0,"data":{"message_id":"message_id"}}"#,
            Some("message_id"),
        ),
        ("kdocs", r#"{"code":0,"data":{}}"#, None),
        ("kdocs", r#"{"code":0,"data":null}"#, None),
        (
            "wps365",
            r#"{"code":0,"msg":"","data":{"message_id":"m-2","x":1}}"#,
            Some("m-2"),
        ),
        // A detail that is not as documented does not make a failure of what was sent.
        (
            "wps365",
            r#"{"code":0,"data":{"message_id":{},"invalid_receivers":"none"}}"#,
            None,
        ),
    ];
    for (platform, body, id) in table {
        let sent = answer(platform, 200, body).unwrap();
        assert_eq!(sent.message_id.as_deref(), id, "{body}");
        assert_eq!(
            serde_json::to_value(&sent.answer).unwrap(),
            serde_json::from_str::<serde_json::Value>(body).unwrap()
        );
    }
    assert!(answer("wps", 201, r#"{"result":0}"#).is_ok());
}

#[test]
fn invalid_receivers_are_handed_out() {
    let sent = answer(
        "wps365",
        200,
        include_str!("cases/wps365_resp_batch_create.json"),
    )
    .unwrap();
    let [group] = sent.invalid_receivers.as_slice() else {
        panic!("{sent:?}");
    };
    assert_eq!(group.partner_id.as_deref(), Some("string"));
    assert_eq!(group.receiver_ids, ["string"]);
    assert_eq!(group.kind.as_deref(), Some("string[enum]"));
}

/// Every code of the platforms' lists, and of those seen in answers: the word that its advice cannot do without.
#[test]
fn every_code_has_its_own_advice() {
    let wecom = [
        (-1, "three times"),
        (40001, "secret"),
        (40003, "mentioned"),
        (40004, "as the type"),
        (40006, "too large"),
        (40007, "`media_id`"),
        (40008, "`msgtype`"),
        (40009, "too large"),
        (40033, "characters"),
        (40035, "parameter"),
        (40058, "split"),
        (40063, "parameter"),
        (40093, "secret"),
        (41006, "`media_id`"),
        (41016, "title"),
        (42001, "access token"),
        (42014, "`task_id`"),
        (42044, "`card_image`"),
        (44001, "media is empty"),
        (44004, "text is empty"),
        (45001, "too large"),
        (45002, "split"),
        (45007, "60 seconds"),
        (45008, "1 to 8"),
        (45009, "20 messages a minute"),
        (45033, "one after the other"),
        (45034, "`http://`"),
        (93000, "`key=`"),
        (93004, "disabled"),
        (93005, "single persons"),
        (93008, "not in the group"),
    ];
    let dingtalk = [
        (-1, "`msgUuid`"),
        (20001, "quota"),
        (40035, "missing"),
        (43002, "POST"),
        (43004, "`Content-Type"),
        (101_002, "20000 bytes"),
        (130_101, "ten minutes"),
        (300_001, "access token"),
        (300_005, "access token"),
        (310_000, "security settings"),
        (400_013, "dissolved"),
        (400_101, "access token"),
        (400_102, "stopped"),
        (400_105, "`actionCard`"),
        (400_106, "access token"),
        (400_403, "missing"),
        (410_100, "ten minutes"),
        (430_101, "link"),
        (430_102, "text"),
        (430_103, "picture"),
        (430_104, "text"),
        (460_101, "20000 bytes"),
        (660_026, "ten minutes"),
    ];
    let all = wecom.map(|code| ("wecom", code)).into_iter();
    for (platform, (code, word)) in all.chain(dingtalk.map(|code| ("dingtalk", code))) {
        let error = answer(platform, 200, format!(r#"{{"errcode":{code}}}"#)).unwrap_err();
        let advice = error.advice().unwrap_or_default();
        assert!(advice.contains(word), "{platform} {code}: {advice:?}");
    }
}

/// The newer names, and the messages in Chinese, of the checks that have numbers as well.
#[test]
fn the_same_check_in_other_words() {
    let advice = |body: &str| answer("dingtalk", 200, body).unwrap_err().advice();
    let message = |text: &str| {
        advice(&format!(
            r#"{{"errcode":310000,"errmsg":"错误描述:{text}"}}"#
        ))
    };
    let english = |text: &str| advice(&format!(r#"{{"errcode":310000,"errmsg":"{text}"}}"#));
    let number = |code: i64| advice(&format!(r#"{{"errcode":{code}}}"#));
    let name = |name: &str| advice(&format!(r#"{{"errcode":"{name}"}}"#));
    let table = [
        (name("send.too.fast"), number(130_101)),
        (name("token.notExisted"), number(400_101)),
        (name("contain.unsafe.url"), number(430_101)),
        (name("contain.notAllowed.text"), number(430_104)),
        (name("invalidParameter.msgParam.tooLong"), number(460_101)),
        (
            name("keywords.not.match"),
            english("keywords not in content"),
        ),
        (name("sign.not.match"), english("sign not match")),
        (
            name("ip.not.match"),
            english("ip 203.0.113.7 not in whitelist"),
        ),
        (message("关键词不匹配"), english("keywords not in content")),
        (message("签名不匹配"), english("sign not match")),
        (message("签名过期"), english("invalid timestamp")),
        (
            message("ip不在白名单内"),
            english("ip 203.0.113.7 not in whitelist"),
        ),
    ];
    for (index, (one, other)) in table.into_iter().enumerate() {
        assert!(one.is_some(), "{index}");
        assert_eq!(one, other, "{index}");
    }
}

#[test]
fn what_may_be_repeated() {
    let table = [
        ("wecom", 45009, MINUTE),
        ("wecom", -1, Retry::Backoff),
        ("wecom", 45033, Retry::Backoff),
        ("wecom", 40058, Retry::Never),
        ("wecom", 12345, Retry::Never),
        ("dingtalk", -1, Retry::Backoff),
        ("dingtalk", 130_101, TEN_MINUTES),
        ("dingtalk", 410_100, TEN_MINUTES),
        ("dingtalk", 660_026, TEN_MINUTES),
        ("dingtalk", 300_001, Retry::Never),
        ("dingtalk", 12345, Retry::Never),
    ];
    for (platform, code, retry) in table {
        let error = answer(platform, 200, format!(r#"{{"errcode":{code}}}"#)).unwrap_err();
        assert_eq!(error.retry(), retry, "{platform} {code}");
    }
    for (status, retry) in [
        (429, Retry::Backoff),
        (500, Retry::Backoff),
        (503, Retry::Backoff),
        (400, Retry::Never),
        (301, Retry::Never),
    ] {
        assert_eq!(
            answer("wps", status, "").unwrap_err().retry(),
            retry,
            "{status}"
        );
        // The code of the platform is shown, and the status decides where the code is not known.
        let error = answer("wps", status, r#"{"result":5}"#).unwrap_err();
        assert_eq!(
            (error.code(), error.retry()),
            (Some(&Code::Number(5)), retry),
            "{status}"
        );
    }
    let error = answer("dingtalk", 429, r#"{"errcode":130101}"#).unwrap_err();
    assert_eq!(error.retry(), TEN_MINUTES);
    // Nobody knows whether the message has arrived.
    assert_eq!(answer("wps", 200, "").unwrap_err().retry(), Retry::Never);
}

#[test]
fn retry_after_is_honoured() {
    let after = |seconds| Retry::After(Duration::from_secs(seconds));
    assert_eq!(wait(503, "7", ""), after(7));
    assert_eq!(wait(429, " 7 ", ""), after(7));
    assert_eq!(wait(200, "7", r#"{"errcode":130101}"#), TEN_MINUTES);
    assert_eq!(wait(200, "700", r#"{"errcode":130101}"#), after(700));
    assert_eq!(wait(200, "7", r#"{"errcode":-1}"#), after(7));
    assert_eq!(wait(200, "7", r#"{"errcode":310000}"#), Retry::Never);
    assert_eq!(wait(400, "7", ""), Retry::Never);
    for day in ["86401", "99999999999999999999999999"] {
        assert_eq!(wait(503, day, ""), Retry::After(LONGEST_WAIT));
    }
    for other in [
        "Wed, 21 Oct 2026 07:28:00 GMT",
        "-1",
        "+7",
        "1.5",
        "",
        "soon",
    ] {
        assert_eq!(wait(503, other, ""), Retry::Backoff, "{other}");
    }
}

#[test]
fn a_long_body_is_not_read() {
    let mut body = br#"{"errcode":0}"#.to_vec();
    body.resize(MAX_REPLY, b' ');
    assert!(answer("wecom", 200, &body).is_ok());
    body.push(b' ');
    assert_eq!(
        answer("wecom", 200, &body).unwrap_err().to_string(),
        "the reply has 1048577 bytes, at most 1048576 are read; check the URL, and the proxy between"
    );
    let body = vec![b'<'; 100 * 1024 * 1024];
    assert!(matches!(
        answer("wecom", 200, &body),
        Err(SendError::TooLarge {
            bytes: 104_857_600,
            ..
        })
    ));
    let error = answer("wecom", 503, &body).unwrap_err();
    assert_eq!(
        error.to_string(),
        format!("HTTP 503 Service Unavailable: {}…", "<".repeat(200))
    );
}

#[test]
fn bytes_that_are_no_text() {
    let error = answer("wps", 200, b"\xff\xfe\x00{").unwrap_err();
    assert_eq!(
        error.to_string(),
        "the reply is not JSON (expected value at line 1 column 1): \u{fffd}\u{fffd}\\0{; check the URL, and the proxy between"
    );
    let error = answer("wps", 200, b"{\"result\":1,\"msg\":\"\xff\"}").unwrap_err();
    assert!(
        matches!(
            error,
            SendError::Unreadable {
                kind: UnreadableReply::Json(_),
                ..
            }
        ),
        "{error}"
    );
}

#[test]
fn depth_and_length_are_bounded() {
    let deep = format!(
        r#"{{"result":0,"data":{}1{}}}"#,
        "[".repeat(10_000),
        "]".repeat(10_000)
    );
    let error = answer("wps", 200, &deep).unwrap_err().to_string();
    assert!(
        error.starts_with("the reply is not JSON (recursion limit exceeded at line 1 column "),
        "{error}"
    );
    let long = format!(r#"{{"errcode":40058,"errmsg":"{}"}}"#, "长".repeat(100_000));
    let Err(SendError::Api { message, .. }) = answer("wecom", 200, &long) else {
        panic!("no refusal");
    };
    assert_eq!(message, format!("{}…", "长".repeat(500)));
    let long = format!(r#"{{"result":"{}"}}"#, "x".repeat(100_000));
    let error = answer("wps", 200, &long).unwrap_err();
    assert_eq!(error.code().unwrap().to_string().chars().count(), 201);
}

#[test]
fn no_error_repeats_a_secret() {
    let bodies = [
        "https://a.b/c?key=s3cr3t&x=1",
        "https://a.b/c?x=1&amp;access_token=s3cr3t",
        "link=https%3A%2F%2Fa.b%2Fc%3Faccess_token%3Ds3cr3t",
        r#"{"woa_secret_key":"s3cr3t","x":1}"#,
        r#"{"sk" : "s3cr3t"}"#,
        r#"{"body":"{\"company_token\":\"s3cr3t\"}"}"#,
        "{'apiKey': 's3cr3t, s3cr3t'}",
        "Authorization: Bearer s3cr3t",
        "X-Kso-Authorization: KSO-1 AK123:s3cr3t\nHost: a.b",
        "timestamp=1&sign=s3cr3t",
        "?SIGN=s3cr3t",
        "?access_token=s3cr3t",
    ];
    for body in bodies {
        for (platform, _) in READERS {
            for status in [200, 400] {
                let error = answer(platform, status, body).unwrap_err();
                assert!(!format!("{error} {error:?}").contains("s3cr3t"), "{error}");
            }
            let json = serde_json::json!({"errcode": 7, "result": 7, "code": 7, "errmsg": body, "msg": body, "hint": body});
            let error = answer(platform, 200, json.to_string()).unwrap_err();
            assert!(!format!("{error} {error:?}").contains("s3cr3t"), "{error}");
        }
    }
    let shown = answer("wecom", 400, "design: a=1, keyword: b, task=c").unwrap_err();
    assert_eq!(
        shown.to_string(),
        "HTTP 400 Bad Request: design: a=1, keyword: b, task=c"
    );
}

#[test]
fn no_bytes_make_it_panic() {
    let seeds: [&[u8]; 4] = [
        include_bytes!("cases/wps365_resp_batch_create.json"),
        include_bytes!("cases/wecom_resp_93000.json"),
        br#"{"errcode":"310000","errmsg":"access_token=\u4f60","result":"ok","code":-1}"#,
        "key=\u{957f}\\\"'sk: \u{202e}%3d%3D".as_bytes(),
    ];
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut random = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below as u64).unwrap()
    };
    for round in 0..5_000 {
        let mut body = seeds[round % seeds.len()].to_vec();
        for _ in 0..=random(6) {
            let at = random(body.len());
            match random(3) {
                0 => body[at] = u8::try_from(random(256)).unwrap(),
                1 => body.truncate(at.max(1)),
                _ => body.insert(at, b"\"\\={}:%\xff"[random(8)]),
            }
        }
        let status = [200, 200, 200, 429, 500][random(5)];
        for (platform, _) in READERS {
            if let Err(error) = answer(platform, status, &body) {
                let text = error.to_string();
                assert!(!text.contains(char::is_control), "{text:?}");
            }
        }
    }
}
