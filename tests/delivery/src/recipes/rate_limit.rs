//! Twenty messages a minute from one process, with `governor`.

use governor::{DefaultDirectRateLimiter, Quota, RateLimiter};
use message_card::rate::RateLimit;

/// One of these for each robot, shared by all that send to it: `limiter.until_ready().await` before a request is built.
///
/// `Quota::per_minute(20)` would not do: it lets 20 through at once and 20 more in the minute that follows, and the
/// platforms count any 60 seconds. This one lets one through at a time, and one less than there may be, so that a request
/// that was slow to arrive does no harm.
#[must_use]
pub fn limiter(limit: RateLimit) -> Option<DefaultDirectRateLimiter> {
    let between = limit.per.checked_div(limit.max.saturating_sub(1).max(1))?;
    Quota::with_period(between).map(RateLimiter::direct)
}
