//! Sending again, with `backon`.

use std::{fmt, time::Duration};

use backon::{ExponentialBuilder, Retryable};
use message_card::{
    BuildError,
    reply::{Retry, SendError, Sent},
};

/// Why a message did not go out.
#[derive(Debug)]
pub enum Failure {
    /// It cannot be sent as it is.
    Build(BuildError),
    /// There was no answer: it may have arrived.
    NoAnswer(Box<dyn std::error::Error + Send + Sync>),
    /// The platform answered that it did not take it, or something that cannot be read.
    Reply(SendError),
}

impl Failure {
    /// Whether to send again, and when.
    ///
    /// After no answer only where the platform knows a message again: 钉钉, by its `msgUuid`. Elsewhere it could be shown
    /// twice, and whether once too often is better than not at all is yours to say.
    #[must_use]
    pub fn retry(&self, is_known_again: bool) -> Retry {
        match self {
            Self::Reply(error) => error.retry(),
            Self::NoAnswer(_) if is_known_again => Retry::Backoff,
            Self::NoAnswer(_) | Self::Build(_) => Retry::Never,
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Build(error) => error.fmt(f),
            Self::NoAnswer(error) => write!(f, "no answer: {error}"),
            Self::Reply(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for Failure {}

/// Calls `send` up to four times; it builds the request anew every time, as a signature holds the time.
///
/// # Errors
///
/// What the last attempt gave.
pub async fn send_with_retry<F: Future<Output = Result<Sent, Failure>>>(
    send: impl FnMut() -> F,
    is_known_again: bool,
    first_wait: Duration,
) -> Result<Sent, Failure> {
    let waits = ExponentialBuilder::default()
        .with_min_delay(first_wait)
        .with_max_times(3) // as 企业微信 advises
        .with_jitter();
    send.retry(waits)
        .when(|failure| failure.retry(is_known_again) != Retry::Never)
        .adjust(|failure, wait| match failure.retry(is_known_again) {
            Retry::After(asked) => wait.map(|wait| wait.max(asked)),
            _ => wait,
        })
        .await
}
