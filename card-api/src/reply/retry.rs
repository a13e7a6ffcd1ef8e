use std::time::Duration;

use http::{HeaderMap, StatusCode, header::RETRY_AFTER};

/// A day: the longest wait that is asked for, whatever a server says.
pub const LONGEST_WAIT: Duration = Duration::from_secs(24 * 60 * 60);

/// Whether the same request may be sent again.
///
/// A repeated message can arrive twice where the answer to the first was lost. DingTalk takes a `msgUuid` against that;
/// the other platforms document nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Retry {
    /// No: the same request fails again, or whether the message has arrived is not known.
    Never,
    /// Yes, after this time.
    After(Duration),
    /// Yes, after a wait that grows with every attempt. `WeCom` advises at most three.
    Backoff,
}

impl Retry {
    /// What a status says: 429 and 5xx may be repeated.
    pub(super) fn of_status(status: StatusCode) -> Self {
        if status == StatusCode::TOO_MANY_REQUESTS || status.is_server_error() {
            Self::Backoff
        } else {
            Self::Never
        }
    }

    /// What the code says, or else the status.
    pub(super) fn or(self, other: Self) -> Self {
        if self == Self::Never { other } else { self }
    }

    /// Waits at least as long as `Retry-After` says. A date in it is not read: that takes a clock.
    pub(super) fn honour(self, headers: &HeaderMap) -> Self {
        let Some(asked) = headers.get(RETRY_AFTER).and_then(seconds) else {
            return self;
        };
        match self {
            Self::Never => self,
            Self::After(wait) => Self::After(wait.max(asked)),
            Self::Backoff => Self::After(asked),
        }
    }
}

fn seconds(value: &http::HeaderValue) -> Option<Duration> {
    let text = value.to_str().ok()?.trim();
    if text.is_empty() || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    // Digits that do not fit are a number that is too long to wait for.
    let asked = text.parse().map_or(LONGEST_WAIT, Duration::from_secs);
    Some(asked.min(LONGEST_WAIT))
}
