//! The codes of findings.

use message_card::{LossKind, ReadErrorKind, Rule, wps::FaultKind};

use crate::output::{Failure, Outcome, print};

/// Codes that nothing in a file gets: the text of a `picText` has no link
/// of its own in JSON, what a text mentions is its markup, what is read can be written, and `lint` splits nothing.
const NEVER: &[&str] = &["second-link", "email", "json", "split"];

/// Every code that a finding can have.
fn all() -> Vec<&'static str> {
    let messages: &[&str] = &["undefined-mention", "out-of-range", "receivers"];
    let mut codes = [
        ReadErrorKind::CODES,
        Rule::CODES,
        FaultKind::CODES,
        messages,
        LossKind::CODES,
    ]
    .concat();
    codes.retain(|code| !NEVER.contains(code));
    codes
}

/// Prints them.
pub(crate) fn run() -> Result<Outcome, Failure> {
    let mut lines = all().join("\n");
    lines.push('\n');
    print(&lines)?;
    Ok(Outcome::Clean)
}
