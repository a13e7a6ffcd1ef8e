use std::fmt;

use http::StatusCode;

use super::{Code, MAX_REPLY, Retry};

/// Why a message was not sent, or is not known to be.
///
/// What a server wrote is shortened, on one line, and without what looks like a secret: the value after a name that ends in
/// `key`, `token`, `secret`, `signature` or `authorization`, and after `sk` and `sign`, is taken out.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum SendError {
    /// The HTTP status is not 2xx, and the body has no code of the platform.
    #[non_exhaustive]
    Status {
        /// The status.
        status: StatusCode,
        /// The beginning of the body.
        excerpt: String,
        /// Whether to send again: 429 and 5xx may be.
        retry: Retry,
    },
    /// The body is longer than [`MAX_REPLY`]; it was not read. Whether the message has arrived is not known.
    #[non_exhaustive]
    TooLarge {
        /// The length of the body in bytes.
        bytes: usize,
    },
    /// The body is not the platform's answer. Whether the message has arrived is not known.
    #[non_exhaustive]
    Unreadable {
        /// What is wrong with it.
        kind: UnreadableReply,
        /// The beginning of the body.
        excerpt: String,
    },
    /// The platform refused the message.
    #[non_exhaustive]
    Api {
        /// The HTTP status, which is 200 for most refusals.
        status: StatusCode,
        /// The platform's code.
        code: Code,
        /// The platform's own words: empty where it has none.
        message: String,
        /// Whether to send again: by the code, or else by the status.
        retry: Retry,
        /// What to do, for the codes that are known.
        advice: Option<&'static str>,
    },
}

/// Why a body is not a platform's answer.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum UnreadableReply {
    /// There is none.
    Empty,
    /// It is not JSON; the text says where and why.
    Json(String),
    /// It is JSON, but not an object.
    Object,
    /// The field with the code is missing.
    NoCode(&'static str),
    /// The field with the code has neither a whole number nor a text.
    CodeType(&'static str),
}

impl SendError {
    /// Whether the same request may be sent again.
    ///
    /// ```
    /// use message_card::{reply::Retry, wecom};
    ///
    /// let reply = http::Response::builder().status(502).body("<html>Bad Gateway</html>").unwrap();
    /// assert_eq!(wecom::read_reply(&reply).unwrap_err().retry(), Retry::Backoff);
    /// ```
    pub fn retry(&self) -> Retry {
        match self {
            Self::Status { retry, .. } | Self::Api { retry, .. } => *retry,
            Self::TooLarge { .. } | Self::Unreadable { .. } => Retry::Never,
        }
    }

    /// The platform's code, where it gave one.
    pub fn code(&self) -> Option<&Code> {
        match self {
            Self::Api { code, .. } => Some(code),
            _ => None,
        }
    }

    /// What to do about it, where that is known.
    ///
    /// ```
    /// use message_card::dingtalk;
    ///
    /// let reply = http::Response::new(r#"{"errcode":310000,"errmsg":"keywords not in content"}"#);
    /// assert_eq!(
    ///     dingtalk::read_reply(&reply).unwrap_err().advice(),
    ///     Some("write one of the robot's keywords into the title and the text")
    /// );
    /// ```
    pub fn advice(&self) -> Option<&'static str> {
        match self {
            Self::Api { advice, .. } => *advice,
            Self::Status { status, .. } => of_status(*status),
            Self::TooLarge { .. } | Self::Unreadable { .. } => {
                Some("check the URL, and the proxy between")
            }
        }
    }
}

fn of_status(status: StatusCode) -> Option<&'static str> {
    Some(match status.as_u16() {
        300..=399 => "the address has moved, use the platform's own: a redirect is not followed",
        401 | 403 => "check the credentials and the permission, a token may have expired",
        404 | 405 => "check the URL",
        407 => "the proxy wants credentials",
        413 => "the message is too long, split it",
        429 => "send less often",
        _ => return None,
    })
}

impl fmt::Display for SendError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Status {
                status, excerpt, ..
            } => {
                write!(f, "HTTP {status}")?;
                quoted(f, excerpt)?;
            }
            Self::TooLarge { bytes } => {
                write!(
                    f,
                    "the reply has {bytes} bytes, at most {MAX_REPLY} are read"
                )?;
            }
            Self::Unreadable { kind, excerpt } => {
                write!(f, "the reply {kind}")?;
                quoted(f, excerpt)?;
            }
            Self::Api {
                status,
                code,
                message,
                ..
            } => api(f, *status, code, message)?,
        }
        match self.advice() {
            Some(advice) => write!(f, "; {advice}"),
            None => Ok(()),
        }
    }
}

fn api(f: &mut fmt::Formatter<'_>, status: StatusCode, code: &Code, message: &str) -> fmt::Result {
    write!(f, "the platform answered {code}")?;
    if !status.is_success() {
        write!(f, " with HTTP {}", status.as_u16())?;
    }
    if message.is_empty() {
        Ok(())
    } else {
        write!(f, ": {message}")
    }
}

fn quoted(f: &mut fmt::Formatter<'_>, excerpt: &str) -> fmt::Result {
    if excerpt.is_empty() {
        Ok(())
    } else {
        write!(f, ": {excerpt}")
    }
}

impl std::error::Error for SendError {}

impl fmt::Display for UnreadableReply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("is empty"),
            Self::Json(error) => write!(f, "is not JSON ({error})"),
            Self::Object => f.write_str("is not a JSON object"),
            Self::NoCode(field) => write!(f, "has no `{field}`"),
            Self::CodeType(field) => write!(f, "has a `{field}` that is not a code"),
        }
    }
}
