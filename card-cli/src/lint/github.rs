//! Findings as workflow commands of GitHub Actions, which shows them beside the line.
//!
//! Source: `docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands`, and for what is escaped
//! `packages/core/src/command.ts` of `actions/toolkit`.

use std::fmt::Write;

use super::Located;
use crate::{finding::Severity, output::Shown};

pub(super) fn write(found: &[Located]) -> String {
    let mut out = String::new();
    for located in found {
        let finding = &located.finding;
        let command = match finding.severity {
            Severity::Error => "error",
            Severity::Lost | Severity::Degraded => "warning",
            Severity::Info => "notice",
        };
        let (file, place) = (property(&located.file), located.place);
        let (code, message) = (finding.code, data(&finding.message));
        // Writing to a string does not fail.
        let _ = writeln!(
            out,
            "::{command} file={file},line={},col={},title={code}::{message}",
            place.line, place.column
        );
    }
    out
}

/// What stands behind `::`.
fn data(text: &str) -> String {
    let shown = Shown(text).to_string();
    shown
        .replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

/// What stands between commas.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_ends_its_place() {
        assert_eq!(data("50%\r\n::error::x"), "50%25\\r\\n::error::x");
        assert_eq!(property("a,line=1:b%2C"), "a%2Cline=1%3Ab%252C");
    }
}
