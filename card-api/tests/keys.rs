//! Keys of any length sign as the plain formula of HMAC says, also those that credentials and robots keep for many requests.
#![allow(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test fails by panicking"
)]

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use base64::{Engine, engine::general_purpose::STANDARD};
use card_api::{
    RobotRequest, Secret, SignedRequest, dingtalk,
    sign::{self, HttpDate, Signable, kso1, wps4},
    wps::{self, SendRequest},
    wps365,
};
use card_model::Card;
use card_render::{dingtalk as ding, wps as message};
use percent_encoding::percent_decode_str;
use proptest::prelude::*;
use sha2::{Digest, Sha256};

/// As in RFC 2104, from nothing but the hash.
fn hmac(key: &str, text: &[u8]) -> Vec<u8> {
    let mut block = [0; 64];
    let hash = Sha256::digest(key);
    let key = if key.len() > 64 {
        &hash
    } else {
        key.as_bytes()
    };
    block[..key.len()].copy_from_slice(key);
    let inner = Sha256::digest([&block.map(|byte| byte ^ 0x36), text].concat());
    let outer = Sha256::digest([&block.map(|byte| byte ^ 0x5c), &inner[..]].concat());
    outer.to_vec()
}

fn hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .fold(String::new(), |text, byte| text + &format!("{byte:02x}"))
}

/// The signature of KSO-1 and of WPS-4.
fn signature(name: &str, key: &str, uri: &str, body: &[u8], date: &str) -> String {
    let hash = hex(&Sha256::digest(body));
    let text = [name, "POST", uri, "application/json", date, &hash].concat();
    hex(&hmac(key, text.as_bytes()))
}

/// The `sign` of DingTalk.
fn sign_of(key: &str, millis: u64) -> String {
    STANDARD.encode(hmac(key, format!("{millis}\n{key}").as_bytes()))
}

/// Of no byte, of a block less one, of a block and one more, and of any other length.
fn key() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "[ -~]{63}",
        "[ -~]{64}",
        "[ -~]{65}",
        "\\PC{0,200}",
    ]
}

/// As [`key`], for what a request takes.
fn usable_key() -> impl Strategy<Value = String> {
    prop_oneof![
        "[!-9A-~]{63}",
        "[!-9A-~]{64}",
        "[!-9A-~]{65}",
        "[!-9A-~]{1,200}"
    ]
}

fn time() -> impl Strategy<Value = SystemTime> {
    (0..253_402_300_800_000_u64).prop_map(|millis| UNIX_EPOCH + Duration::from_millis(millis))
}

fn millis(time: SystemTime) -> u64 {
    let since = time.duration_since(UNIX_EPOCH).unwrap();
    u64::try_from(since.as_millis()).unwrap()
}

fn header(request: &SignedRequest, name: &str) -> String {
    request.as_http().headers()[name]
        .to_str()
        .unwrap()
        .to_owned()
}

proptest! {
    #[test]
    fn functions(key in key(), body in "\\PC{1,80}", now in time()) {
        let date = HttpDate::new(now).unwrap();
        let request = Signable::json("/a?b=c", body.as_bytes());
        let plain = |name| signature(name, &key, "/a?b=c", body.as_bytes(), date.as_str());
        let secret = Secret::from(&key);
        prop_assert_eq!(kso1::signature(&secret, &request, &date), plain("KSO-1"));
        let form = wps4::Form::Plain;
        prop_assert_eq!(wps4::signature(&secret, form, &request, &date), plain("WPS-4"));
        let millis = millis(now);
        prop_assert_eq!(sign::dingtalk::signature(&secret, millis.into()), sign_of(&key, millis));
    }

    #[test]
    fn requests(key in usable_key(), texts in prop::collection::vec("[a-z发布]{1,80}", 1..4), now in time()) {
        let kso1 = wps365::Credentials::new("token").signed("AK", &key);
        let wps4 = wps::Credentials::new("AK", &key).private("https://wps.example.com");
        let robot = dingtalk::Robot::from_key("k").secret(&key);
        let date = HttpDate::new(now).unwrap();
        for text in &texts {
            let receiver = wps365::Receiver::chat("c");
            let create = wps365::Create::new(receiver, wps365::Content::text(text));
            let request = create.request(&kso1, now).unwrap();
            let plain = signature("KSO-1", &key, "/v7/messages/create", request.body(), date.as_str());
            prop_assert_eq!(header(&request, "x-kso-authorization"), format!("KSO-1 AK:{plain}"));

            let receivers = message::Receivers::chats([1]);
            let send = message::SendMessage::new("AK", receivers, Card::new().header(text.as_str()));
            let request = send.request(&wps4, "t", now).unwrap();
            let uri = "/api/v2/developer/app/messages?company_token=t";
            let plain = signature("WPS-4", &key, uri, request.body(), date.as_str());
            prop_assert_eq!(header(&request, "wps-docs-authorization"), format!("WPS-4 AK:{plain}"));

            let request = ding::Message::new(ding::Text::new(text)).request(&robot, now).unwrap();
            let query = request.as_http().uri().query().unwrap();
            let (_, sign) = query.split_once("&sign=").unwrap();
            prop_assert_eq!(percent_decode_str(sign).decode_utf8().unwrap(), sign_of(&key, millis(now)));
        }
    }
}
