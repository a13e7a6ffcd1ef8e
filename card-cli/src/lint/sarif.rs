//! Findings as a SARIF 2.1.0 log.
//!
//! Source: `docs.oasis-open.org/sarif/sarif/v2.1.0/os/sarif-v2.1.0-os.html`.

use std::collections::BTreeSet;
use std::fmt::Write;

use serde_json::{Value, json};

use super::Located;
use crate::{finding::Severity, output::plain_json};

const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

pub(super) fn write(found: &[Located]) -> String {
    let codes: BTreeSet<_> = found.iter().map(|located| located.finding.code).collect();
    let rules: Vec<_> = codes.iter().map(|code| json!({ "id": code })).collect();
    let results: Vec<_> = found.iter().map(result).collect();
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "message-card",
                "version": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    // A value is always writable.
    let json = serde_json::to_string_pretty(&log).unwrap_or_default();
    plain_json(&json) + "\n"
}

fn result(located: &Located) -> Value {
    let (finding, place) = (&located.finding, located.place);
    let level = match finding.severity {
        Severity::Error => "error",
        Severity::Lost | Severity::Degraded => "warning",
        Severity::Info => "note",
    };
    json!({
        "ruleId": finding.code,
        "level": level,
        "message": { "text": finding.message },
        "locations": [{
            "physicalLocation": {
                "artifactLocation": { "uri": uri(&located.file) },
                "region": { "startLine": place.line, "startColumn": place.column },
            },
            "logicalLocations": [{ "fullyQualifiedName": finding.pointer }],
        }],
    })
}

/// A file's name as a URI reference; a colon in it would end a scheme.
fn uri(file: &str) -> String {
    let mut out = String::with_capacity(file.len());
    for byte in file.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}
