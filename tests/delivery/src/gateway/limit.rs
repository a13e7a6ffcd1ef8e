use std::{
    collections::VecDeque,
    time::{Duration, Instant},
};

/// How many messages a robot of the gateway takes.
#[derive(Debug, Clone, Copy)]
pub struct Rate {
    /// At most so many
    pub max: usize,
    /// in any span of this length,
    pub per: Duration,
    /// or else none for so long.
    pub penalty: Duration,
}

impl Rate {
    /// What the platforms document: 20 a minute; of the penalty of 钉钉, ten minutes.
    pub const DOCUMENTED: Self = Self {
        max: 20,
        per: Duration::from_secs(60),
        penalty: Duration::from_secs(600),
    };
}

/// What one robot has taken.
#[derive(Debug, Default)]
pub(super) struct Taken {
    times: VecDeque<Instant>,
    closed_until: Option<Instant>,
}

impl Taken {
    /// Takes one more, if there may be one.
    pub(super) fn take(&mut self, rate: Rate, has_penalty: bool, now: Instant) -> bool {
        if self.closed_until.is_some_and(|until| now < until) {
            return false;
        }
        let is_past = |time: &Instant| now.duration_since(*time) >= rate.per;
        while self.times.front().is_some_and(is_past) {
            self.times.pop_front();
        }
        if self.times.len() < rate.max {
            self.times.push_back(now);
            return true;
        }
        if has_penalty {
            self.closed_until = now.checked_add(rate.penalty);
        }
        false
    }
}
