//! How often the platforms let one send, as data for the caller's own queue.

use std::time::Duration;

/// How many messages a robot may send in a time.
///
/// ```
/// use message_card::rate::RateLimit;
/// use std::time::Duration;
///
/// let limit = RateLimit::DINGTALK_ROBOT;
/// assert_eq!((limit.max, limit.per), (20, Duration::from_secs(60)));
/// assert_eq!(limit.penalty, Duration::from_secs(600));
/// assert!(limit.interval() * (limit.max - 1) < limit.per + Duration::from_millis(1)); // 20 messages span the minute
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[must_use]
#[non_exhaustive]
pub struct RateLimit {
    /// How many messages there may be.
    pub max: u32,
    /// In how much time.
    pub per: Duration,
    /// How long nothing is taken after there were more.
    pub penalty: Duration,
    /// The page that says so.
    pub source: &'static str,
}

impl RateLimit {
    /// A group robot of WPS 协作. A penalty is not documented: what is over the limit is taken to be possible again after a
    /// minute.
    pub const WPS_ROBOT: Self =
        Self::a_minute("https://open-xz.wps.cn/pages/client/robot/custom-robot");

    /// A group robot of 企业微信. It answers 45009 to what is over the limit, and recovers within about a minute.
    pub const WECOM_ROBOT: Self =
        Self::a_minute("https://developer.work.weixin.qq.com/document/path/99110");

    /// A group robot of 钉钉. It takes nothing for ten minutes after it was sent too many.
    pub const DINGTALK_ROBOT: Self = Self {
        penalty: Duration::from_secs(600),
        ..Self::a_minute(
            "https://open.dingtalk.com/document/development/custom-robots-send-group-messages",
        )
    };

    /// The least time between two messages with which no stretch of time as long as `per` holds more than `max` of them,
    /// wherever it begins and whoever was slow.
    pub const fn interval(self) -> Duration {
        match self.per.checked_div(self.max.saturating_sub(1)) {
            Some(interval) => interval,
            None => self.per,
        }
    }

    const fn a_minute(source: &'static str) -> Self {
        Self {
            max: 20,
            per: Duration::from_secs(60),
            penalty: Duration::from_secs(60),
            source,
        }
    }
}

/// How many calls of webhooks and streams an organisation of 钉钉 has in a month, all its robots together.
///
/// Calls that fail on the network or at the rate limit are not counted. What the platform answers when the quota is used up is
/// not documented for messages that are sent. An administrator can set less for each robot.
///
/// ```
/// use message_card::rate::Quota;
///
/// assert_eq!(Quota::DINGTALK_STANDARD.a_month, 3_000);
/// assert_eq!(Quota::DINGTALK_PROFESSIONAL.a_month, 50_000);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[must_use]
#[non_exhaustive]
pub struct Quota {
    /// How many calls there are in a month.
    pub a_month: u32,
    /// Where it is said; the platform's pages on billing have moved before.
    pub source: &'static str,
}

impl Quota {
    /// The standard edition, since 2025-11-19; it was 5000 before.
    pub const DINGTALK_STANDARD: Self = Self::dingtalk(3_000);

    /// The professional edition, for each set that was bought.
    pub const DINGTALK_PROFESSIONAL: Self = Self::dingtalk(50_000);

    const fn dingtalk(a_month: u32) -> Self {
        Self {
            a_month,
            source: "open.dingtalk.com: billing model (2026-05-09), quota notice (2026-01-22)",
        }
    }
}
