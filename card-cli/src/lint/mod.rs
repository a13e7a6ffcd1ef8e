//! `message-card lint`.

mod check;
mod github;
mod json;
mod losses;
mod sarif;

use std::{fmt::Write, rc::Rc};

use crate::{
    arguments::{Format, Lint, Room},
    finding::{Finding, Severity},
    input::{Input, paths},
    load::parse,
    output::{Failure, Outcome, Shown, complain, print},
    position::{Place, locate},
};

/// A finding with its file and its place there.
#[derive(Debug)]
pub(crate) struct Located {
    pub(crate) file: Rc<str>,
    pub(crate) place: Place,
    pub(crate) finding: Finding,
}

/// Lints the files. A file that cannot be read does not keep the others from it.
pub(crate) fn run(arguments: &Lint) -> Result<Outcome, Failure> {
    let mut found = Vec::new();
    let mut unread = 0;
    for path in paths(&arguments.files) {
        match Input::read(&path) {
            Ok(input) => found.extend(lint(&input, &arguments.targets)),
            Err(failure) => {
                unread += 1;
                complain(&failure.to_string());
            }
        }
    }
    print(&match arguments.format {
        Format::Text => lines(&found),
        Format::Json => json::write(&found),
        Format::Github => github::write(&found),
        Format::Sarif => sarif::write(&found),
    })?;
    if unread > 0 {
        let files = if unread == 1 { "file" } else { "files" };
        return Err(Failure::because(format!(
            "{unread} {files} could not be read"
        )));
    }
    let worst = found.iter().map(|located| located.finding.severity).max();
    Ok(outcome(worst, arguments.deny))
}

/// How a command ends that found nothing worse than this.
pub(crate) fn outcome(worst: Option<Severity>, deny: Severity) -> Outcome {
    if worst.is_some_and(|worst| worst >= deny) {
        Outcome::Denied
    } else {
        Outcome::Clean
    }
}

fn lint(input: &Input, targets: &[Room]) -> Vec<Located> {
    let mut parsed = parse(&input.bytes);
    if let Some(document) = parsed.document {
        check::document(document, targets, &mut parsed.findings);
    }
    located(&input.name, parsed.text, parsed.findings)
}

/// The findings of a file, in the order of its text.
fn located(file: &str, text: &str, findings: Vec<Finding>) -> Vec<Located> {
    let places = locate(text, &findings);
    let (file, pairs) = (Rc::from(file), places.into_iter().zip(findings));
    let mut found: Vec<_> = pairs
        .map(|(place, finding)| Located {
            file: Rc::clone(&file),
            place,
            finding,
        })
        .collect();
    found.sort_by_key(|located| located.place);
    found
}

/// The findings of a file as lines.
pub(crate) fn text(file: &str, text: &str, findings: Vec<Finding>) -> String {
    lines(&located(file, text, findings))
}

fn lines(found: &[Located]) -> String {
    let mut out = String::new();
    for located in found {
        let Place { line, column } = located.place;
        let Finding {
            severity,
            code,
            message,
            ..
        } = &located.finding;
        let (file, severity) = (Shown(&located.file), severity.name());
        // Writing to a string does not fail.
        let _ = writeln!(
            out,
            "{file}:{line}:{column} {severity} {code} {}",
            Shown(message)
        );
    }
    out
}
