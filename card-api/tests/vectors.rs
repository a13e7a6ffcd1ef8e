//! Every published vector of every algorithm: `cases/signature-vectors.json`.
#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::too_many_lines,
    clippy::unwrap_used,
    reason = "helpers and tables of tests"
)]

use std::time::{Duration, UNIX_EPOCH};

use card_api::{
    Secret,
    sign::{HttpDate, Signable, dingtalk, kso1, wps2, wps3, wps4},
};
use serde_json::Value;

fn text<'a>(vector: &'a Value, field: &str) -> &'a str {
    let text = vector[field].as_str();
    text.unwrap_or_else(|| panic!("`{field}` of {vector}"))
}

fn secret(vector: &Value, field: &str) -> Secret {
    Secret::from(text(vector, field))
}

fn vectors(alg: &str) -> Vec<Value> {
    let all: Vec<Value> =
        serde_json::from_str(include_str!("cases/signature-vectors.json")).unwrap();
    let of_alg = all.into_iter().filter(|vector| vector["alg"] == alg);
    of_alg.collect()
}

#[test]
fn all_are_looked_at() {
    let counts = ["WPS-2", "WPS-3", "KSO-1", "DingTalk"].map(|alg| vectors(alg).len());
    assert_eq!(counts, [1, 2, 2, 2]);
    let all: Vec<Value> =
        serde_json::from_str(include_str!("cases/signature-vectors.json")).unwrap();
    assert_eq!(all.len(), counts.iter().sum::<usize>());
}

#[test]
fn wps2_vectors() {
    for vector in vectors("WPS-2") {
        let date = HttpDate::parse(text(&vector, "date")).unwrap();
        let request = Signable {
            content_type: text(&vector, "content_type"),
            ..Signable::json("/", b"")
        };
        assert_eq!(wps2::content_md5(&request), text(&vector, "content_md5"));
        let signature = wps2::signature(&secret(&vector, "app_key"), &request, &date);
        assert_eq!(signature, text(&vector, "signature"));
    }
}

/// `md5("/api/files/123?filter=folder")`, the page's example of a URI.
#[test]
fn wps2_of_a_get_is_of_the_uri() {
    let request = Signable {
        method: "GET",
        ..Signable::json("/api/files/123?filter=folder", b"body")
    };
    assert_eq!(
        wps2::content_md5(&request),
        "aad6bbb329d5084cbd4ff0dadc9d2b54"
    );
}

#[test]
fn wps3_vectors() {
    for vector in vectors("WPS-3") {
        let date = HttpDate::parse(text(&vector, "date")).unwrap();
        let request = Signable {
            content_type: text(&vector, "content_type"),
            ..Signable::json(text(&vector, "url"), text(&vector, "body").as_bytes())
        };
        assert_eq!(wps3::content_md5(&request), text(&vector, "content_md5"));
        let (id, key) = (text(&vector, "app_id"), secret(&vector, "secret"));
        for case in [wps3::KeyCase::Lower, wps3::KeyCase::AsIs] {
            let x_auth = wps3::x_auth(id, &key, case, &request, &date);
            assert_eq!(x_auth, text(&vector, "x_auth"));
        }
        let upper = Secret::from(text(&vector, "secret").to_uppercase());
        let x_auth = |case| wps3::x_auth(id, &upper, case, &request, &date);
        assert_eq!(x_auth(wps3::KeyCase::Lower), text(&vector, "x_auth"));
        assert_ne!(x_auth(wps3::KeyCase::AsIs), text(&vector, "x_auth"));
    }
}

#[test]
fn kso1_vectors() {
    for vector in vectors("KSO-1") {
        let date = HttpDate::parse(text(&vector, "kso_date")).unwrap();
        let request = Signable {
            method: text(&vector, "method"),
            uri: text(&vector, "request_uri"),
            content_type: text(&vector, "content_type"),
            body: text(&vector, "body").as_bytes(),
        };
        let (id, key) = (text(&vector, "access_key"), secret(&vector, "secret_key"));
        let authorization = kso1::authorization(id, &key, &request, &date);
        assert_eq!(authorization, text(&vector, "x_kso_authorization"));
        let (_, signature) = authorization.split_once(':').unwrap();
        assert!(kso1::is_signature(signature, &key, &request, &date));
    }
}

#[test]
fn dingtalk_vectors() {
    for vector in vectors("DingTalk") {
        let timestamp = u128::from(vector["timestamp_ms"].as_u64().unwrap());
        let signature = dingtalk::signature(&secret(&vector, "secret"), timestamp);
        assert_eq!(signature, text(&vector, "sign_base64"));
    }
}

/// No vector is published; these were computed with Python's `hmac`, from the formula.
#[test]
fn wps4_by_its_formula() {
    let date = HttpDate::parse("Wed, 20 Apr 2022 01:33:07 GMT").unwrap();
    let key = Secret::from("sk456");
    let cases = [
        (Signable::json("/callback/path/demo", b"{}"), WPS4_JSON),
        (Signable::json("/callback/path/demo", b""), WPS4_EMPTY),
    ];
    for (request, expected) in cases {
        for form in [wps4::Form::Plain, wps4::Form::WpsDocs] {
            assert_eq!(wps4::signature(&key, form, &request, &date), expected);
            assert!(wps4::is_signature(expected, &key, form, &request, &date));
        }
    }
}

const WPS4_JSON: &str = "2f598dbb602e7b7afba45f7fc08b3d0f96cb8bb476eb023bacbf4b338b6e94b7";
const WPS4_EMPTY: &str = "b193fd573cb637ecd71ca8b315173f772d8a169a0e1e15d4bb3d54d56fb1bcfa";

/// A body of another type is not signed in the form `Wps-Docs-…`, whose page says so.
#[test]
fn wps4_of_other_types() {
    let date = HttpDate::parse("Wed, 20 Apr 2022 01:33:07 GMT").unwrap();
    let key = Secret::from("sk456");
    let sign = |form, content_type, body| {
        let request = Signable {
            content_type,
            ..Signable::json("/a", body)
        };
        wps4::signature(&key, form, &request, &date)
    };
    let counts =
        |form, content_type| sign(form, content_type, b"body") != sign(form, content_type, b"");
    let multipart = "multipart/form-data; boundary=fdb1369bd955e779bdf793ff7e2f3764";
    assert!(!counts(wps4::Form::WpsDocs, multipart));
    assert!(counts(wps4::Form::Plain, multipart));
    for signed in [
        "application/json",
        "application/json; charset=utf-8",
        "Application/JSON;charset=utf-8",
        "application/x-www-form-urlencoded",
    ] {
        assert!(counts(wps4::Form::WpsDocs, signed), "{signed}");
    }
    assert!(!counts(wps4::Form::WpsDocs, "application/jsonp"));
}

#[test]
fn what_of_a_uri_is_signed() {
    assert_eq!(wps4::uri("/o/docmini/api/xxx"), "/api/xxx");
    assert_eq!(
        wps4::uri("/o/cid/api/xxx?param=/o/a/"),
        "/api/xxx?param=/o/a/"
    );
    for whole in [
        "/o",
        "/o/",
        "/o/cid",
        "/o?a=/b/",
        "/opener/a",
        "/",
        "",
        "/api/o/cid/x",
    ] {
        assert_eq!(wps4::uri(whole), whole);
    }
    assert_eq!(
        wps3::uri("/open/api_url?app_id=aaaa"),
        "/api_url?app_id=aaaa"
    );
    assert_eq!(wps3::uri("/openapi/x"), "/openapi/x");
    assert_eq!(
        kso1::uri("/openapi/v7/test?key=value"),
        "/v7/test?key=value"
    );
}

#[test]
fn dates() {
    let last = UNIX_EPOCH + Duration::new(253_402_300_799, 999_999_999);
    assert_eq!(
        HttpDate::new(last).unwrap().as_str(),
        "Fri, 31 Dec 9999 23:59:59 GMT"
    );
    assert!(HttpDate::new(last + Duration::from_nanos(1)).is_err());
    assert!(HttpDate::new(UNIX_EPOCH - Duration::from_nanos(1)).is_err());
    assert!(dingtalk::timestamp(UNIX_EPOCH - Duration::from_nanos(1)).is_err());
    assert!(HttpDate::parse("2021-11-03T02:55:55Z").is_err());
    assert!(HttpDate::parse("Wed, 03 Nov 2021 02:55:55 +0800").is_err());
}
