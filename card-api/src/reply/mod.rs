//! What a platform answered: one `read_reply` per platform, all of the same shape.
//!
//! A reply is judged in this order: the HTTP status, the size of the body ([`MAX_REPLY`]), whether it is JSON, and the
//! platform's own code in it. All of these platforms answer a failed message with HTTP 200 and a code, which is an error
//! here.
//!
//! ```
//! use std::time::Duration;
//! use message_card::{dingtalk, reply::{Retry, SendError}};
//!
//! let reply = http::Response::new(r#"{"errcode":130101,"errmsg":"send too fast, exceed 20 times per minute"}"#);
//! let error = dingtalk::read_reply(&reply).unwrap_err();
//!
//! assert_eq!(error.retry(), Retry::After(Duration::from_secs(600)));
//! assert_eq!(
//!     error.to_string(),
//!     "the platform answered 130101: send too fast, exceed 20 times per minute; \
//!      the robot is throttled for ten minutes, send at most 20 messages a minute"
//! );
//! assert!(matches!(error, SendError::Api { code, .. } if code == 130_101));
//! ```

mod answer;
mod code;
pub(crate) mod dingtalk;
mod error;
mod excerpt;
pub(crate) mod kdocs;
mod mask;
mod retry;
mod sent;
pub(crate) mod wecom;
pub(crate) mod wps;
pub(crate) mod wps365;

pub use self::{
    answer::MAX_REPLY,
    code::Code,
    error::{SendError, UnreadableReply},
    retry::{LONGEST_WAIT, Retry},
    sent::{InvalidReceivers, Sent},
};
