//! What the platforms send to an application, and what is taken for theirs.
#![allow(
    clippy::panic,
    clippy::too_many_lines,
    clippy::unwrap_used,
    reason = "helpers and tables of tests"
)]

use std::time::{Duration, SystemTime};

use card_api::{
    Secret,
    callback::{
        Callback, CardCallback, MAX_CALLBACK, ParseError, Verifier, VerifyError, answer_challenge,
        answer_ok,
    },
    sign::{HttpDate, Signable, kso1, wps4},
};
use http::{HeaderMap, HeaderValue, Method, Uri};
use serde_json::{Value, json};

const ID: &str = "AK123456";
const SECRET: &str = "sk098765";
const DATE: &str = "Mon, 02 Jan 2006 15:04:05 GMT";
const JSON: &str = "application/json";
const BUTTON: &[u8] = include_bytes!("cases/callback_button.json");

/// Who signs, and where the headers are.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    Kso1,
    Wps4(wps4::Form),
}

const KINDS: [Kind; 3] = [
    Kind::Kso1,
    Kind::Wps4(wps4::Form::Plain),
    Kind::Wps4(wps4::Form::WpsDocs),
];

impl Kind {
    fn verifier(self) -> Verifier {
        match self {
            Self::Kso1 => Verifier::kso1(ID, SECRET),
            Self::Wps4(_) => Verifier::wps4(ID, SECRET),
        }
    }

    fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Kso1 => (kso1::DATE, kso1::AUTHORIZATION),
            Self::Wps4(form) => (form.date(), form.authorization()),
        }
    }

    fn authorization(self, request: &Signable<'_>) -> String {
        let date = HttpDate::parse(DATE).unwrap();
        let secret = Secret::from(SECRET);
        match self {
            Self::Kso1 => kso1::authorization(ID, &secret, request, &date),
            Self::Wps4(form) => wps4::authorization(ID, &secret, form, request, &date),
        }
    }
}

/// A callback on its way.
#[derive(Clone)]
struct Post {
    kind: Kind,
    headers: HeaderMap,
    body: Vec<u8>,
    method: Method,
    uri: String,
    now: SystemTime,
}

impl Post {
    fn new(kind: Kind, body: &[u8]) -> Self {
        Self::typed(kind, body, JSON)
    }

    fn typed(kind: Kind, body: &[u8], content_type: &str) -> Self {
        let uri = "/hooks/card?tenant=7";
        let request = Signable {
            content_type,
            ..Signable::json(uri, body)
        };
        let (date, authorization) = kind.names();
        let mut post = Self {
            kind,
            headers: HeaderMap::new(),
            body: body.to_vec(),
            method: Method::POST,
            uri: uri.to_owned(),
            now: HttpDate::parse(DATE).unwrap().time(),
        };
        post.set("Content-Type", content_type);
        post.set(date, DATE);
        post.set(authorization, &kind.authorization(&request));
        post
    }

    fn set(&mut self, name: &'static str, value: &str) {
        self.headers
            .insert(name, HeaderValue::from_str(value).unwrap());
    }

    fn with(mut self, name: &'static str, value: &str) -> Self {
        self.set(name, value);
        self
    }

    fn later(mut self, seconds: i64) -> Self {
        let far = Duration::from_secs(seconds.unsigned_abs());
        self.now = if seconds < 0 {
            self.now - far
        } else {
            self.now + far
        };
        self
    }

    fn by(&self, verifier: &Verifier) -> Result<Result<Callback, ParseError>, VerifyError> {
        let uri: Uri = self.uri.parse().unwrap();
        let found = verifier.verify(&self.headers, &self.body, &self.method, &uri, self.now);
        Ok(found?.parse())
    }

    fn verify(&self) -> Result<Result<Callback, ParseError>, VerifyError> {
        self.by(&self.kind.verifier())
    }

    fn fault(&self) -> VerifyError {
        self.verify().unwrap_err()
    }
}

fn parse(body: impl AsRef<[u8]>) -> Result<Callback, ParseError> {
    Post::new(Kind::Kso1, body.as_ref()).verify().unwrap()
}

fn card(body: impl AsRef<[u8]>) -> CardCallback {
    match parse(body) {
        Ok(Callback::Card(card)) => card,
        other => panic!("{other:?}"),
    }
}

#[test]
fn what_is_signed_is_read() {
    for kind in KINDS {
        let callback = Post::new(kind, BUTTON).verify().unwrap().unwrap();
        assert_eq!(callback, Callback::Card(card(BUTTON)), "{kind:?}");
        let typed = Post::typed(kind, BUTTON, "application/json; charset=utf-8");
        assert!(typed.verify().unwrap().is_ok(), "{kind:?}");
    }
}

/// The vector of `open.wps.cn/documents/app-integration-dev/server/api-description/signature-description`.
#[test]
fn the_published_vector_of_kso_1() {
    let mut post = Post::new(Kind::Kso1, br#"{"key": "value"}"#).with(
        "X-Kso-Authorization",
        "KSO-1 AK123456:c46e6c988130818ecba2484d51ac685948fbbef6814602c7874d6bfc41dc17b3",
    );
    post.uri = "/v7/test/body".to_owned();
    assert!(matches!(post.verify(), Ok(Ok(Callback::Other(_)))));
    post.uri = "https://openapi.wps.cn/v7/test/body".to_owned();
    assert!(matches!(post.verify(), Ok(Ok(Callback::Other(_)))));
}

#[test]
fn one_byte_of_anything() {
    for kind in KINDS {
        let good = Post::new(kind, BUTTON);
        for at in 0..good.body.len() {
            let mut post = good.clone();
            post.body[at] ^= 1;
            assert_eq!(post.fault(), VerifyError::Signature, "{kind:?} {at}");
        }
        let mut post = good.clone();
        post.body.push(b' ');
        assert_eq!(post.fault(), VerifyError::Signature);
        post.body.clear();
        assert_eq!(post.fault(), VerifyError::Signature);
        for uri in [
            "/hooks/cart?tenant=7",
            "/hooks/card?tenant=8",
            "/hooks/card",
            "/hooks/card?",
            "/",
            "/hooks/card?tenant=7&",
            "/hooks%2Fcard?tenant=7",
        ] {
            let mut post = good.clone();
            post.uri = uri.to_owned();
            assert_eq!(post.fault(), VerifyError::Signature, "{kind:?} {uri}");
        }
        for method in [
            Method::PUT,
            Method::GET,
            Method::from_bytes(b"post").unwrap(),
        ] {
            let mut post = good.clone();
            post.method = method;
            assert_eq!(post.fault(), VerifyError::Signature, "{kind:?}");
        }
        let (date, authorization) = kind.names();
        for other in [
            "Mon, 02 Jan 2006 15:04:06 GMT",
            "Monday, 02-Jan-06 15:04:05 GMT",
        ] {
            assert_eq!(
                good.clone().with(date, other).fault(),
                VerifyError::Signature
            );
        }
        for other in ["application/json;", "application/json; charset=utf-8"] {
            assert_eq!(
                good.clone().with("Content-Type", other).fault(),
                VerifyError::Signature
            );
        }
        let value = good.headers[authorization].to_str().unwrap();
        for at in value.len() - 64..value.len() {
            let mut bytes = value.as_bytes().to_vec();
            bytes[at] = if bytes[at] == b'0' { b'1' } else { b'0' };
            let post = good
                .clone()
                .with(authorization, std::str::from_utf8(&bytes).unwrap());
            assert_eq!(post.fault(), VerifyError::Signature, "{kind:?} {at}");
        }
    }
}

#[test]
fn another_secret_and_another_app() {
    for kind in KINDS {
        let post = Post::new(kind, BUTTON);
        let (other_secret, other_app) = match kind {
            Kind::Kso1 => (
                Verifier::kso1(ID, "sk098764"),
                Verifier::kso1("AK123457", SECRET),
            ),
            Kind::Wps4(_) => (
                Verifier::wps4(ID, "sk098764"),
                Verifier::wps4("AK123457", SECRET),
            ),
        };
        assert_eq!(post.by(&other_secret), Err(VerifyError::Signature));
        assert_eq!(post.by(&other_app), Err(VerifyError::OtherApp));
        let empty = match kind {
            Kind::Kso1 => Verifier::kso1(ID, ""),
            Kind::Wps4(_) => Verifier::wps4(ID, ""),
        };
        assert_eq!(post.by(&empty), Err(VerifyError::NoSecret));
    }
}

#[test]
fn the_window_is_closed_on_both_sides() {
    for kind in KINDS {
        let good = Post::new(kind, BUTTON);
        for seconds in [-300, -299, 0, 1, 300] {
            assert!(good.clone().later(seconds).verify().is_ok(), "{seconds}");
        }
        assert_eq!(
            good.clone().later(301).fault().to_string(),
            "the callback is 301 s old, at most 300 s are accepted; check the clock"
        );
        assert_eq!(
            good.clone().later(-301).fault().to_string(),
            "the callback is 301 s ahead, at most 300 s are accepted; check the clock"
        );
        let mut post = good.clone().later(300);
        post.now += Duration::from_millis(1);
        assert!(matches!(post.fault(), VerifyError::TooOld { .. }));
        let narrow = kind.verifier().window(Duration::from_secs(10));
        assert!(good.clone().later(10).by(&narrow).is_ok());
        assert!(good.clone().later(11).by(&narrow).is_err());
        let wide = kind.verifier().window(Duration::MAX);
        assert!(good.clone().later(1_000_000_000).by(&wide).is_ok());
        assert!(good.clone().later(-2_000_000_000).by(&wide).is_ok());
    }
}

#[test]
fn a_repeated_callback_is_recognised_by_its_signature() {
    let post = Post::new(Kind::Kso1, BUTTON);
    let uri: Uri = post.uri.parse().unwrap();
    let verifier = post.kind.verifier();
    let verify = |now| verifier.verify(&post.headers, &post.body, &post.method, &uri, now);
    let first = verify(post.now).unwrap();
    let again = verify(post.now + Duration::from_secs(60)).unwrap();
    assert_eq!(first.signature(), again.signature());
    assert_eq!(first.signature().len(), 64);
    assert_eq!(first.timestamp(), post.now);
    assert_eq!(first.body(), BUTTON);
    assert!(!format!("{first:?}").contains(first.signature()));
    // In capitals it would be another one for a cache.
    let capitals = format!("KSO-1 {ID}:{}", first.signature().to_uppercase());
    assert_eq!(
        post.clone().with("X-Kso-Authorization", &capitals).fault(),
        VerifyError::Signature
    );
}

#[test]
fn headers_that_are_missing_repeated_or_garbage() {
    for kind in KINDS {
        let good = Post::new(kind, BUTTON);
        let (date, authorization) = kind.names();
        for name in [date, "Content-Type", authorization] {
            let mut post = good.clone();
            let value = post.headers[name].clone();
            post.headers.append(name, value);
            assert_eq!(post.fault(), VerifyError::Repeated(name));
            post.headers
                .insert(name, HeaderValue::from_bytes(b"WPS-4 \xff").unwrap());
            assert_eq!(post.fault(), VerifyError::Malformed(name));
        }
        let mut post = good.clone();
        post.headers.remove(date);
        assert_eq!(post.fault(), VerifyError::Missing(date));
        post = good.clone();
        post.headers.remove("Content-Type");
        assert_eq!(post.fault(), VerifyError::ContentType);
        for other in [
            "",
            "text/plain",
            "application/jsonp",
            "application/x-www-form-urlencoded",
            "text/plain; application/json",
        ] {
            // Even where the platform would have signed it: not all such bodies are part of the signature.
            let post = Post::typed(kind, BUTTON, other);
            assert_eq!(post.fault(), VerifyError::ContentType, "{other}");
        }
        for other in [
            "",
            "yesterday",
            "1136214245",
            "2006-01-02T15:04:05Z",
            "Mon, 02 Jan 1906 15:04:05 GMT",
        ] {
            assert_eq!(
                good.clone().with(date, other).fault(),
                VerifyError::Malformed(date),
                "{other}"
            );
        }
        let value = good.headers[authorization].to_str().unwrap();
        let (scheme, rest) = value.split_once(' ').unwrap();
        for other in [
            "",
            scheme,
            "Bearer x:y",
            rest,
            &value.to_lowercase(),
            &value.replace('-', "_"),
        ] {
            let fault = good.clone().with(authorization, other).fault();
            assert!(
                matches!(
                    fault,
                    VerifyError::Scheme { .. } | VerifyError::Malformed(_)
                ),
                "{other}: {fault}"
            );
        }
        for other in [
            format!("{scheme} {ID}"),
            format!("{scheme} "),
            format!("{scheme} {}", &rest[rest.len() - 64..]),
        ] {
            assert_eq!(
                good.clone().with(authorization, &other).fault(),
                VerifyError::Malformed(authorization),
                "{other}"
            );
        }
        for other in [
            format!("{scheme} {ID}:"),
            format!("{value}00"),
            format!("{value} "),
            format!("{scheme} {ID}:{}", "g".repeat(64)),
        ] {
            assert_eq!(
                good.clone().with(authorization, &other).fault(),
                VerifyError::Signature,
                "{other}"
            );
        }
        for other in [
            format!("{scheme}  {rest}"),
            value.replace(ID, "AK123456:"),
            value.replace(ID, "ak123456"),
            value.replace(ID, ""),
        ] {
            assert_eq!(
                good.clone().with(authorization, &other).fault(),
                VerifyError::OtherApp,
                "{other}"
            );
        }
    }
}

#[test]
fn another_scheme() {
    for (sent, expected) in [
        (KINDS[0], KINDS[1]),
        (KINDS[1], KINDS[0]),
        (KINDS[2], KINDS[0]),
    ] {
        let fault = Post::new(sent, BUTTON)
            .by(&expected.verifier())
            .unwrap_err();
        assert_eq!(fault, VerifyError::Missing(expected.names().1));
    }
    // Under the name of the other scheme's header.
    let post = Post::new(KINDS[1], BUTTON);
    let wps4 = post.headers["Authorization"].to_str().unwrap();
    let post = Post::new(Kind::Kso1, BUTTON).with("X-Kso-Authorization", wps4);
    assert_eq!(
        post.fault().to_string(),
        "the header `X-Kso-Authorization` is not signed with KSO-1"
    );
    let renamed = wps4.replace("WPS-4", "KSO-1");
    assert_eq!(
        post.with("X-Kso-Authorization", &renamed).fault(),
        VerifyError::Signature
    );
    // A proxy's own `Authorization` beside that of the platform.
    let post = Post::new(KINDS[2], BUTTON).with("Authorization", "Basic dXNlcjpwYXNz");
    assert!(post.verify().is_ok());
    // Half of one form and half of the other.
    let mut post = Post::new(KINDS[2], BUTTON).with("Date", DATE);
    post.headers.remove("Wps-Docs-Date");
    assert_eq!(post.fault(), VerifyError::Missing("Wps-Docs-Date"));
}

/// What is signed has nothing between its parts: the end of one can be sent as the beginning of the next.
#[test]
fn the_parts_cannot_be_moved() {
    for kind in KINDS {
        let mut post = Post::typed(kind, BUTTON, "application/json; a=b");
        post.uri.push_str("application/json;");
        post.set("Content-Type", "a=b");
        assert_eq!(post.fault(), VerifyError::ContentType);
        post.uri.push_str("a=b");
        post.headers.remove("Content-Type");
        assert_eq!(post.fault(), VerifyError::ContentType);
        // The body's hash as the end of the date, and no body.
        let (date, _) = kind.names();
        let mut post = Post::new(kind, b"{}");
        post.body.clear();
        let hash = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";
        post.set(date, &format!("{DATE}{hash}"));
        assert_eq!(post.fault(), VerifyError::Malformed(date));
    }
}

#[test]
fn size_is_checked_before_anything_else() {
    for kind in KINDS {
        let mut body = b"{}".to_vec();
        body.resize(MAX_CALLBACK, b' ');
        assert!(Post::new(kind, &body).verify().unwrap().is_ok());
        body.push(b' ');
        let mut post = Post::new(kind, &body);
        post.headers.clear();
        assert_eq!(
            post.fault().to_string(),
            "the callback has 1048577 bytes, at most 1048576 are read"
        );
    }
}

#[test]
fn a_button_and_an_input() {
    let button = card(BUTTON);
    assert_eq!(button.app_id, "AK*******");
    assert_eq!(
        (button.company_id.as_str(), button.ctx_id.as_str()),
        ("11111", "11111")
    );
    assert_eq!(button.action, "key2");
    assert_eq!(button.value(), None);
    assert!(button.values.is_empty() && button.other.is_empty());
    let input = card(include_bytes!("cases/callback_input.json"));
    assert_eq!(
        (input.action.as_str(), input.value()),
        ("key2", Some("input"))
    );
    assert_eq!(Value::Object(input.values), json!({"key2": "input"}));
}

#[test]
fn a_message_without_a_ctx_id() {
    for id in [
        json!({"company_id": 11111}),
        json!({"company_id": "11111", "app_ctx_id": null}),
    ] {
        let mut body = json!({"callback_name": "xz_card", "app_id": "a", "data": id});
        body["data"]["content"] = json!({"action": "k"});
        let card = card(body.to_string());
        assert_eq!(
            (card.company_id.as_str(), card.ctx_id.as_str()),
            ("11111", "")
        );
        assert!(card.other.is_empty());
    }
}

#[test]
fn what_is_not_documented_is_kept() {
    let body = json!({
        "callback_name": "xz_card", "app_id": "a", "version": 2,
        "data": {
            "company_id": "b", "app_ctx_id": "c", "operator": {"id": "7"},
            "content": {"action": "date", "date": {"from": 1}, "form": [true]},
        },
    });
    let card = card(body.to_string());
    assert_eq!(
        Value::Object(card.values.clone()),
        json!({"date": {"from": 1}, "form": [true]})
    );
    assert_eq!(
        Value::Object(card.other.clone()),
        json!({"version": 2, "data": {"operator": {"id": "7"}}})
    );
    assert_eq!(card.value(), None);

    for other in [
        json!({"callback_name": "xz_menu", "x": [1]}),
        json!({}),
        json!({"ctx_id": "1", "key": "k"}),
    ] {
        let Ok(Callback::Other(body)) = parse(other.to_string()) else {
            panic!("{other}");
        };
        assert_eq!(Value::Object(body), other);
    }
}

#[test]
fn the_address_is_checked() {
    let callback = parse(r#"{"challenge":"5a\"我"}"#).unwrap();
    assert_eq!(callback, Callback::Challenge("5a\"我".to_owned()));
    assert_eq!(answer_challenge("5a\"我"), r#"{"challenge":"5a\"我"}"#);
    let documented: Value =
        serde_json::from_str(include_str!("cases/callback_answer.json")).unwrap();
    assert_eq!(
        serde_json::from_str::<Value>(&answer_ok()).unwrap(),
        documented
    );
}

#[test]
fn bodies_that_cannot_be_read() {
    let table: [(&[u8], &str); 18] = [
        (b"", "the callback is not JSON (EOF while parsing a value at line 1 column 0)"),
        (b"{", "the callback is not JSON (EOF while parsing an object at line 1 column 1)"),
        (b"action=key2", "the callback is not JSON (expected value at line 1 column 1)"),
        (b"\xff\xfe", "the callback is not JSON (expected value at line 1 column 1)"),
        (b"{\"challenge\":\"\xff\"}", "the callback is not JSON (invalid unicode code point at line 1 column 15)"),
        (b"[]", "the callback is not a JSON object"),
        (b"null", "the callback is not a JSON object"),
        (br#"{"challenge":7}"#, "/challenge: there is no text"),
        (br#"{"encrypted_data":"kR9f","nonce":"n"}"#, "the callback is encrypted, which is not supported; switch encryption off in the developer console"),
        (br#"{"encrypt":"kR9f"}"#, "the callback is encrypted, which is not supported; switch encryption off in the developer console"),
        (br#"{"callback_name":"xz_card"}"#, "/data: there is no object"),
        (br#"{"callback_name":"xz_card","data":[]}"#, "/data: there is no object"),
        (br#"{"callback_name":"xz_card","data":{}}"#, "/data/content: there is no object"),
        (br#"{"callback_name":"xz_card","data":{"content":{"action":"k"}}}"#, "/app_id: there is no text"),
        (br#"{"callback_name":"xz_card","app_id":"a","data":{"content":{"action":"k"}}}"#, "/data/company_id: there is no text"),
        (br#"{"callback_name":"xz_card","app_id":"a","data":{"company_id":"1","app_ctx_id":[],"content":{"action":"k"}}}"#, "/data/app_ctx_id: there is no text"),
        (br#"{"callback_name":"xz_card","app_id":"a","data":{"company_id":"1","app_ctx_id":"1","content":{}}}"#, "/data/content/action: there is no text"),
        (br#"{"callback_name":"xz_card","app_id":"a","data":{"company_id":true,"app_ctx_id":"1","content":{"action":"k"}}}"#, "/data/company_id: there is no text"),
    ];
    for (body, text) in table {
        assert_eq!(
            parse(body).unwrap_err().to_string(),
            text,
            "{}",
            String::from_utf8_lossy(body)
        );
    }
    let deep = format!(
        r#"{{"callback_name":"xz_card","data":{}{}}}"#,
        "[".repeat(10_000),
        "]".repeat(10_000)
    );
    let error = parse(deep).unwrap_err().to_string();
    assert!(
        error.starts_with("the callback is not JSON (recursion limit exceeded"),
        "{error}"
    );
}

#[test]
fn nothing_of_a_secret_or_a_signature_is_shown() {
    for kind in KINDS {
        let verifier = kind.verifier();
        assert!(!format!("{verifier:?}").contains(SECRET));
        let good = Post::new(kind, BUTTON);
        let (_, authorization) = kind.names();
        let right = good.headers[authorization].to_str().unwrap().to_owned();
        let (_, right) = right.rsplit_once(':').unwrap();
        let mut post = good.clone();
        post.headers.insert(
            authorization,
            format!(
                "{} {ID}:{}",
                if kind == Kind::Kso1 { "KSO-1" } else { "WPS-4" },
                "0".repeat(64)
            )
            .parse()
            .unwrap(),
        );
        let fault = post.fault();
        assert_eq!(fault, VerifyError::Signature);
        let shown = format!("{fault} {fault:?}");
        assert!(
            !shown.contains(right) && !shown.contains(SECRET) && !shown.contains("0000"),
            "{shown}"
        );
    }
}

#[test]
fn no_bytes_make_it_panic() {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut random = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below as u64).unwrap()
    };
    let names = [
        "Content-Type",
        "Date",
        "Authorization",
        "Wps-Docs-Date",
        "Wps-Docs-Authorization",
        "X-Kso-Date",
        "X-Kso-Authorization",
    ];
    let values = [
        DATE,
        JSON,
        "WPS-4 AK123456:00",
        "KSO-1 AK123456:ff",
        "WPS-4 :",
        "KSO-1",
        "",
        "application/json;",
    ];
    for _ in 0..5_000 {
        let mut headers = HeaderMap::new();
        for name in names {
            let mut value = values[random(values.len())].as_bytes().to_vec();
            for _ in 0..random(2) {
                let at = random(value.len() + 1);
                value.insert(at, b" :\t\xff0"[random(5)]);
            }
            if let (Ok(value), true) = (HeaderValue::from_bytes(&value), random(8) > 0) {
                headers.append(name, value);
            }
        }
        let uri = ["/", "/a?b", "*", "https://a.b", "a.b:80"][random(5)]
            .parse()
            .unwrap();
        let now = HttpDate::parse(DATE).unwrap().time();
        for kind in KINDS {
            assert!(
                kind.verifier()
                    .verify(&headers, BUTTON, &Method::POST, &uri, now)
                    .is_err()
            );
        }
        // And what is signed, whatever it is.
        let mut body = BUTTON.to_vec();
        for _ in 0..=random(4) {
            let at = random(body.len());
            match random(3) {
                0 => body[at] = u8::try_from(random(256)).unwrap(),
                1 => body.truncate(at.max(1)),
                _ => body.insert(at, b"\"\\{}[]:,"[random(8)]),
            }
        }
        let _ = parse(&body);
    }
}
