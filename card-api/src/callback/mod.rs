//! What a platform tells an application: that somebody pressed a button of a card, or that it wants to know the address.
//!
//! A [`Verifier`] checks the signature over the bytes as they came; only what it has [`Verified`] can be parsed.
//!
//! ```
//! use std::time::{Duration, UNIX_EPOCH};
//! use http::{HeaderMap, HeaderValue, Method, Uri};
//! use message_card::callback::{Callback, Verifier, answer_ok};
//!
//! # let mut headers = HeaderMap::new();
//! # headers.insert("Content-Type", HeaderValue::from_static("application/json"));
//! # headers.insert("X-Kso-Date", HeaderValue::from_static("Mon, 02 Jan 2006 15:04:05 GMT"));
//! # let now = UNIX_EPOCH + Duration::from_secs(1_136_214_245);
//! # let uri = Uri::from_static("/callback");
//! # let body = br#"{"callback_name":"xz_card","app_id":"AK123456","data":{"company_id":"1","app_ctx_id":"release-128","content":{"action":"rollback"}}}"#;
//! # use message_card::{Secret, sign::{HttpDate, Signable, kso1}};
//! # let date = HttpDate::parse("Mon, 02 Jan 2006 15:04:05 GMT").unwrap();
//! # let value = kso1::authorization("AK123456", &Secret::from("sk098765"), &Signable::json("/callback", body), &date);
//! # headers.insert("X-Kso-Authorization", HeaderValue::from_str(&value).unwrap());
//! let verifier = Verifier::kso1("AK123456", "sk098765");
//! let verified = verifier.verify(&headers, body, &Method::POST, &uri, now)?;
//! // Here the caller's cache refuses `verified.signature()` where it has seen it in the last minutes.
//! if let Callback::Card(pressed) = verified.parse()? {
//!     assert_eq!((pressed.ctx_id.as_str(), pressed.action.as_str()), ("release-128", "rollback"));
//! }
//! assert_eq!(answer_ok(), r#"{"result":"ok"}"#);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! WPS 365 waits three seconds for the answer, and one for that to a challenge: there is no second delivery.
//!
//! Sources: `open-xz.wps.cn/pages/develop-guide/card/interact/postback-interact` for WPS 协作,
//! `open.wps.cn/documents/app-integration-dev/server/callback-subscription/receive-callback.html` for WPS 365.

mod answer;
mod card;
mod error;
mod headers;
mod parse;
mod verified;
mod verifier;

pub use self::{
    answer::{answer_challenge, answer_ok},
    card::CardCallback,
    error::{ParseError, VerifyError},
    parse::Callback,
    verified::Verified,
    verifier::{MAX_CALLBACK, Verifier, WINDOW},
};
