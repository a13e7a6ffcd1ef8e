//! How long a call takes, beside others: in time of the processor, so that it does not matter what else the machine does
//! meanwhile, as long as that leaves the caches alone.

use std::{hint::black_box, time::Duration};

use cpu_time::ThreadTime;

/// How long a round is at least, so that the clock's precision does not matter.
const ROUND: Duration = Duration::from_micros(100);
/// How long the rounds of one call take together.
const ROUNDS: Duration = Duration::from_millis(200);

/// How often everything runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Effort {
    /// As often as it takes.
    Measure,
    /// Once, to see that it runs.
    Once,
}

/// A call, to be run as often as it is said, with the drop of what it returns.
pub fn repeated<T>(call: impl Fn() -> T) -> impl Fn(u32) {
    move |calls| {
        for _ in 0..calls {
            black_box(call());
        }
    }
}

impl Effort {
    /// The nanoseconds that each of these takes: those of its fastest round. They run by turns, so that a busy machine slows
    /// down none alone.
    #[must_use]
    pub fn by_turns<const N: usize>(self, runs: [&dyn Fn(u32); N]) -> [f64; N] {
        let mut calls = runs.map(|run| (run, self.calls(run), f64::INFINITY));
        let rounds = match self {
            Self::Measure => ROUNDS * u32::try_from(N).unwrap_or(u32::MAX),
            Self::Once => Duration::ZERO,
        };
        let start = ThreadTime::now();
        loop {
            for (run, number, fastest) in &mut calls {
                let round = time(run, *number).as_secs_f64() * 1e9;
                *fastest = fastest.min(round / f64::from(*number));
            }
            if start.elapsed() >= rounds {
                return calls.map(|(.., fastest)| fastest);
            }
        }
    }

    /// The number of calls that are a round.
    fn calls(self, run: &dyn Fn(u32)) -> u32 {
        let mut number = 1;
        while self == Self::Measure && time(run, number) < ROUND {
            number *= 2;
        }
        number
    }
}

fn time(run: &dyn Fn(u32), calls: u32) -> Duration {
    let start = ThreadTime::now();
    run(calls);
    start.elapsed()
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[test]
    fn the_nanoseconds_are_those_of_one_call() {
        let work = |steps: u32| repeated(move || (0..steps).map(black_box).max());
        let [short, long] = Effort::Measure.by_turns([&work(1_000), &work(100_000)]);
        assert!((10.0..1000.0).contains(&(long / short)), "{short} {long}");
    }

    #[test]
    fn once_is_once() {
        let calls = [Cell::new(0), Cell::new(0)];
        let [one, other] = calls
            .each_ref()
            .map(|calls| move |number| calls.set(calls.get() + number));
        let _ = Effort::Once.by_turns([&one, &other]);
        assert_eq!(calls.map(Cell::into_inner), [1, 1]);
    }
}
