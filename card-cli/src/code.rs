//! The codes of findings.

use message_card::{LossKind, ReadErrorKind, Rule, wps::FaultKind};

use crate::output::{Failure, Outcome, print};

/// Every code that a finding can have.
pub(crate) fn all() -> Vec<&'static str> {
    let messages: &[&str] = &["out-of-range", "receivers"];
    [
        ReadErrorKind::CODES,
        Rule::CODES,
        FaultKind::CODES,
        messages,
        LossKind::CODES,
    ]
    .concat()
}

/// Prints them.
pub(crate) fn run() -> Result<Outcome, Failure> {
    let mut lines = all().join("\n");
    lines.push('\n');
    print(&lines)?;
    Ok(Outcome::Clean)
}
