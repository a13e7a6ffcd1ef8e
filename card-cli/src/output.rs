//! What the command prints, and how it ends.

use std::{
    fmt::{self, Write as _},
    io::{self, Write as _},
    path::Path,
};

/// How a command ended that did what it was asked to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// Nothing was found that is too severe.
    Clean,
    /// Something was.
    Denied,
}

/// Why a command could not do what it was asked to do.
#[derive(Debug)]
pub(crate) enum Failure {
    /// Nobody reads the output any more.
    BrokenPipe,
    /// There is no card in the file; what is wrong with it, a line for each finding.
    NoCard { file: String, findings: String },
    /// For this reason.
    Because(String),
}

impl Failure {
    pub(crate) fn because(reason: impl Into<String>) -> Self {
        Self::Because(reason.into())
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::BrokenPipe => f.write_str("nobody reads the output"),
            Self::NoCard { file, .. } => write!(f, "there is no card to read in `{file}`"),
            Self::Because(reason) => f.write_str(reason),
        }
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        if error.kind() == io::ErrorKind::BrokenPipe {
            Self::BrokenPipe
        } else {
            Self::Because(format!("cannot write the output: {error}"))
        }
    }
}

/// Writes to standard output.
pub(crate) fn print(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(())
}

/// Writes to a file, or to standard output.
pub(crate) fn write(path: Option<&Path>, text: &str) -> Result<(), Failure> {
    match path.filter(|path| *path != Path::new("-")) {
        None => print(text),
        Some(path) => std::fs::write(path, text).map_err(|error| {
            Failure::because(format!("cannot write `{}`: {error}", path.display()))
        }),
    }
}

/// Says on standard error why the command could not do what it was asked to do.
pub(crate) fn regret(failure: &Failure) {
    if let Failure::NoCard { findings, .. } = failure {
        report(findings);
    }
    complain(&failure.to_string());
}

/// Says on standard error what went wrong. There is nobody to tell where that fails.
pub(crate) fn complain(what: &str) {
    let _ = writeln!(io::stderr(), "message-card: {}", Shown(what));
}

/// Writes lines to standard error. There is nobody to tell where that fails.
pub(crate) fn report(lines: &str) {
    let _ = io::stderr().write_all(lines.as_bytes());
}

/// Text from a file on one line of a terminal: what a terminal would not show as such is escaped.
pub(crate) struct Shown<'a>(pub(crate) &'a str);

impl fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0;
        while let Some((at, hidden)) = rest.char_indices().find(|(_, c)| is_hidden(*c)) {
            let (before, after) = rest.split_at(at);
            write!(f, "{before}{}", hidden.escape_default())?;
            rest = after.strip_prefix(hidden).unwrap_or_default();
        }
        f.write_str(rest)
    }
}

/// Whether a character is not seen, or changes how others are seen.
pub(crate) fn is_hidden(c: char) -> bool {
    // Most are none of these.
    !matches!(c, ' '..='~')
        && (c.is_control()
            || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}'
            | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
            | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'))
}

/// JSON with nothing in it that a terminal would take for its own: what is hidden is escaped as JSON has it.
pub(crate) fn plain_json(json: &str) -> String {
    if !json.chars().any(|c| c != '\n' && is_hidden(c)) {
        return json.to_owned();
    }
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if c != '\n' && is_hidden(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to a string does not fail.
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_would_obey_is_escaped() {
        let text = "a\u{1b}[31m\n\u{9b}2J\u{202e}中";
        assert_eq!(
            Shown(text).to_string(),
            "a\\u{1b}[31m\\n\\u{9b}2J\\u{202e}中"
        );
        assert_eq!(Shown("").to_string(), "");
        assert_eq!(Shown("\u{7f}\u{7f}").to_string(), "\\u{7f}\\u{7f}");
    }

    #[test]
    fn json_stays_the_same_value() {
        let value = serde_json::json!({"a\u{9b}\u{7f}": ["\u{202e}\u{e0041}\n", "中"]});
        let json = plain_json(&serde_json::to_string_pretty(&value).unwrap());
        assert!(json.chars().all(|c| c == '\n' || !is_hidden(c)));
        assert_eq!(
            serde_json::from_str::<serde_json::Value>(&json).unwrap(),
            value
        );
    }
}
