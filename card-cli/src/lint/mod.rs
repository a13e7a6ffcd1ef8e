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

/// What was found in files.
#[derive(Debug)]
#[must_use]
pub struct Findings(Vec<Located>);

impl Findings {
    /// Writes them; where there are none, an empty text, or JSON without any.
    pub fn write(&self, format: Format) -> String {
        match format {
            Format::Text => lines(&self.0),
            Format::Json => json::write(&self.0),
            Format::Github => github::write(&self.0),
            Format::Sarif => sarif::write(&self.0),
        }
    }
}

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
            Ok(input) => found.extend(lint(&input.name, &input.bytes, &arguments.targets).0),
            Err(failure) => {
                unread += 1;
                complain(&failure.to_string());
            }
        }
    }
    let found = Findings(found);
    print(&found.write(arguments.format))?;
    if unread > 0 {
        let files = if unread == 1 { "file" } else { "files" };
        return Err(Failure::because(format!(
            "{unread} {files} could not be read"
        )));
    }
    let worst = found.0.iter().map(|located| located.finding.severity).max();
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

/// Finds what is wrong with the bytes of a file, and what rooms would not show of its card, in the order of the text.
///
/// ```
/// use card_cli::{Format, lint};
///
/// let found = lint("card.json", br#"{"elements": [{"tag": "div", "fields": []}]}"#, &[]);
/// assert_eq!(
///     found.write(Format::Text),
///     "card.json:1:40 error empty-div the `div` has no columns, add one or remove it\n"
/// );
/// ```
pub fn lint(file: &str, bytes: &[u8], rooms: &[Room]) -> Findings {
    let mut parsed = parse(bytes);
    if let Some(document) = parsed.document {
        check::document(document, rooms, &mut parsed.findings);
    }
    Findings(located(file, parsed.text, parsed.findings))
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
