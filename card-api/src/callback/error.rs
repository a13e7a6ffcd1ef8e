use std::{fmt, time::Duration};

use super::MAX_CALLBACK;

/// Why a callback is not taken for the platform's.
///
/// It says nothing about the right signature, and shows nothing that came with the callback.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum VerifyError {
    /// The body is longer than [`MAX_CALLBACK`].
    #[non_exhaustive]
    TooLarge {
        /// Its length in bytes.
        bytes: usize,
    },
    /// The verifier was given an empty secret: a setting is missing.
    NoSecret,
    /// The header of this name is missing.
    Missing(&'static str),
    /// The header of this name is there more than once.
    Repeated(&'static str),
    /// The header of this name is not as the platform writes it.
    Malformed(&'static str),
    /// The header is there, but for another scheme of signing.
    #[non_exhaustive]
    Scheme {
        /// The name of the header.
        name: &'static str,
        /// The scheme that is expected.
        scheme: &'static str,
    },
    /// It is signed for another application.
    OtherApp,
    /// `Content-Type` is not `application/json`.
    ContentType,
    /// Its time is too long ago: it is repeated, or a clock is wrong.
    #[non_exhaustive]
    TooOld {
        /// How long ago.
        age: Duration,
        /// What is accepted.
        window: Duration,
    },
    /// Its time is too far in the future: a clock is wrong.
    #[non_exhaustive]
    TooEarly {
        /// How far.
        ahead: Duration,
        /// What is accepted.
        window: Duration,
    },
    /// The signature is not that of this method, URI, type, time and body.
    Signature,
}

impl fmt::Display for VerifyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge { bytes } => {
                write!(f, "the callback has {bytes} bytes, at most {MAX_CALLBACK} are read")
            }
            Self::NoSecret => f.write_str("the secret is empty, set it"),
            Self::Missing(name) => write!(f, "the header `{name}` is missing"),
            Self::Repeated(name) => write!(f, "the header `{name}` is there more than once"),
            Self::Malformed(name) => {
                write!(f, "the header `{name}` is not as the platform writes it")
            }
            Self::Scheme { name, scheme } => {
                write!(f, "the header `{name}` is not signed with {scheme}")
            }
            Self::OtherApp => f.write_str("signed for another application, check the id"),
            Self::ContentType => f.write_str("the `Content-Type` is not `application/json`"),
            Self::TooOld { age, window } => {
                let (age, window) = (seconds(*age), window.as_secs());
                write!(f, "the callback is {age} s old, at most {window} s are accepted; check the clock")
            }
            Self::TooEarly { ahead, window } => {
                let (ahead, window) = (seconds(*ahead), window.as_secs());
                write!(f, "the callback is {ahead} s ahead, at most {window} s are accepted; check the clock")
            }
            Self::Signature => f.write_str(
                "the signature does not match; check the secret, and that path, query and body are as they were sent",
            ),
        }
    }
}

/// Rounded up: what is outside of the window should not look as if it were inside.
fn seconds(duration: Duration) -> u64 {
    duration.as_secs() + u64::from(duration.subsec_nanos() > 0)
}

impl std::error::Error for VerifyError {}

/// Why a callback that is the platform's cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ParseError {
    /// The body is not JSON; the text says where and why.
    Json(String),
    /// There is no object at this JSON pointer; the body itself where it is empty.
    NoObject(&'static str),
    /// There is no text at this JSON pointer.
    NoText(&'static str),
    /// The body is encrypted: how, could not be read in the documentation.
    Encrypted,
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Json(error) => write!(f, "the callback is not JSON ({error})"),
            Self::NoObject("") => f.write_str("the callback is not a JSON object"),
            Self::NoObject(pointer) => write!(f, "{pointer}: there is no object"),
            Self::NoText(pointer) => write!(f, "{pointer}: there is no text"),
            Self::Encrypted => f.write_str(
                "the callback is encrypted, which is not supported; switch encryption off in the developer console",
            ),
        }
    }
}

impl std::error::Error for ParseError {}
