//! What reaches the address of a callback: the headers and the body are a stranger's, until the signature says otherwise.
//!
//! The first line is the value of the signature's header, the second of the date's, the third of the content type; the rest
//! is the body. The same body is then signed as the platform signs, to reach what reads it.

#![no_main]

use std::time::SystemTime;

use libfuzzer_sys::fuzz_target;
use message_card::{
    Secret,
    callback::Verifier,
    http::{HeaderMap, HeaderValue, Method, Uri},
    sign::{HttpDate, Signable, kso1, wps4},
};

const ID: &str = "AK123456";
const SECRET: &str = "sk098765";
const JSON: &str = "application/json";
const DATE: &str = "Mon, 02 Jan 2006 15:04:05 GMT";

fn headers(fields: [(&'static str, &[u8]); 3]) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for (name, value) in fields {
        if let Ok(value) = HeaderValue::from_bytes(value) {
            headers.insert(name, value);
        }
    }
    headers
}

fuzz_target!(|bytes: &[u8]| {
    let mut parts = bytes.splitn(4, |byte| *byte == b'\n');
    let [Some(signature), Some(date), Some(kind), Some(body)] = [(); 4].map(|()| parts.next())
    else {
        return;
    };
    let uri = Uri::from_static("/callback?from=wps");
    let signed_on = HttpDate::parse(DATE).expect("a date");
    let now = signed_on.time();
    let secret = Secret::from(SECRET);
    let request = Signable {
        method: "POST",
        uri: "/callback?from=wps",
        content_type: JSON,
        body,
    };
    let forms = [wps4::Form::Plain, wps4::Form::WpsDocs];
    let mut kinds = vec![(
        Verifier::kso1(ID, SECRET),
        (kso1::DATE, kso1::AUTHORIZATION),
        kso1::authorization(ID, &secret, &request, &signed_on),
    )];
    kinds.extend(forms.map(|form| {
        let names = (form.date(), form.authorization());
        let signature = wps4::authorization(ID, &secret, form, &request, &signed_on);
        (Verifier::wps4(ID, SECRET), names, signature)
    }));
    for (verifier, (date_name, name), authorization) in kinds {
        let strange = headers([(name, signature), (date_name, date), ("content-type", kind)]);
        for now in [now, SystemTime::now()] {
            if let Ok(verified) = verifier.verify(&strange, body, &Method::POST, &uri, now) {
                assert_eq!(
                    signature,
                    authorization.as_bytes(),
                    "nobody else knows the secret"
                );
                let _ = verified.parse();
            }
        }
        let true_one = [
            (name, authorization.as_bytes()),
            (date_name, DATE.as_bytes()),
            ("content-type", JSON.as_bytes()),
        ];
        let headers = headers(true_one);
        let verified = verifier.verify(&headers, body, &Method::POST, &uri, now);
        if let Err(error) = verified.expect("what the platform signs is taken").parse() {
            assert!(!error.to_string().contains(SECRET));
        }
    }
});
