//! Text as Rust writes it.

use std::fmt::Write;

use crate::output::is_hidden;

/// A quoted text of the markup: a format string, in which braces are doubled.
pub(super) fn quoted(text: &str) -> String {
    literal(&text.replace('{', "{{").replace('}', "}}"))
}

/// A string literal. One with quotes or backslashes in it is a raw one, where nothing has to be escaped.
pub(super) fn literal(text: &str) -> String {
    let has_hidden = text.chars().any(is_hidden);
    if text.contains(['"', '\\']) && !has_hidden {
        return raw(text);
    }
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            // Writing to a string does not fail.
            c if is_hidden(c) => drop(write!(out, "{}", c.escape_unicode())),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn raw(text: &str) -> String {
    let hashes = "#".repeat(longest_run(text) + 1);
    if text.contains('"') {
        format!("r{hashes}\"{text}\"{hashes}")
    } else {
        format!("r\"{text}\"")
    }
}

/// The most hashes that stand behind a quote.
fn longest_run(text: &str) -> usize {
    let runs = text.split('"').skip(1).map(|rest| {
        let hashes = rest.chars().take_while(|&c| c == '#');
        hashes.count()
    });
    runs.max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_are_raw_where_that_reads_better() {
        assert_eq!(quoted("a {b}"), r#""a {{b}}""#);
        assert_eq!(literal(r#"<at email="a">"#), r##"r#"<at email="a">"#"##);
        assert_eq!(literal(r##"a"#b"##), r###"r##"a"#b"##"###);
        assert_eq!(literal(r"C:\dir"), r#"r"C:\dir""#);
        assert_eq!(literal("a\"\n\u{202e}\t"), r#""a\"\n\u{202e}\t""#);
    }
}
