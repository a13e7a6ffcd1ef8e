use std::{
    collections::{HashMap, HashSet},
    sync::{Mutex, MutexGuard, PoisonError},
    time::Instant,
};

use serde_json::Value;

use super::{
    answer::Envelope,
    limit::{Rate, Taken},
};

/// A message that a platform shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// The path that it was sent to.
    pub path: String,
    /// The body.
    pub body: Value,
    /// When it was shown.
    pub at: Instant,
}

/// What the gateway remembers.
pub(super) struct State {
    pub(super) rate: Rate,
    memory: Mutex<Memory>,
}

#[derive(Default)]
struct Memory {
    taken: HashMap<String, Taken>,
    shown: Vec<Shown>,
    seen: HashSet<String>,
    busy: usize,
    silent: usize,
    moved: usize,
}

impl State {
    pub(super) fn new(rate: Rate) -> Self {
        let memory = Mutex::default();
        Self { rate, memory }
    }

    fn memory(&self) -> MutexGuard<'_, Memory> {
        self.memory.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Whether this robot may send one more.
    pub(super) fn takes(&self, envelope: Envelope, robot: &str) -> bool {
        let has_penalty = envelope == Envelope::DingTalk;
        let mut memory = self.memory();
        let taken = memory.taken.entry(robot.to_owned()).or_default();
        taken.take(self.rate, has_penalty, Instant::now())
    }

    /// Whether a message with this id was there before.
    pub(super) fn repeats(&self, id: &str) -> bool {
        !self.memory().seen.insert(id.to_owned())
    }

    /// Shows a message, and gives its number.
    pub(super) fn show(&self, path: &str, body: Value) -> usize {
        let mut memory = self.memory();
        memory.shown.push(Shown {
            path: path.to_owned(),
            body,
            at: Instant::now(),
        });
        memory.shown.len()
    }

    pub(super) fn shown(&self) -> Vec<Shown> {
        self.memory().shown.clone()
    }

    pub(super) fn set_busy(&self, times: usize) {
        self.memory().busy = times;
    }

    pub(super) fn set_silent(&self, times: usize) {
        self.memory().silent = times;
    }

    pub(super) fn is_busy(&self) -> bool {
        count_down(&mut self.memory().busy)
    }

    pub(super) fn set_moved(&self, times: usize) {
        self.memory().moved = times;
    }

    pub(super) fn is_moved(&self) -> bool {
        count_down(&mut self.memory().moved)
    }

    pub(super) fn is_silent(&self) -> bool {
        count_down(&mut self.memory().silent)
    }
}

fn count_down(times: &mut usize) -> bool {
    let left = times.checked_sub(1);
    *times = left.unwrap_or_default();
    left.is_some()
}
