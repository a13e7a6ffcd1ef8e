//! The words of messages: pointers, and what comes from elsewhere.

use std::fmt::{self, Write as _};

use serde_json::Value;

pub use crate::{
    clean::{are_full_width, cleaned, cleaned_chars, cleaned_count},
    each::{each, join, sort_by_key},
    path::{Path, Step},
    seen::Seen,
};

/// Adds one step to an RFC 6901 pointer.
pub fn push_segment(pointer: &mut String, name: &str) {
    pointer.push('/');
    if !name.bytes().any(|byte| matches!(byte, b'~' | b'/')) {
        return pointer.push_str(name);
    }
    for c in name.chars() {
        match c {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            c => pointer.push(c),
        }
    }
}

/// What a JSON value is, as errors name it.
pub const fn type_name(json: &Value) -> &'static str {
    match json {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::String(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}

/// `text` without what nobody sees, line breaks and doubled blanks.
pub fn on_one_line(text: &str) -> String {
    let mut line = String::new();
    for word in cleaned(text).split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// Text of a message that comes from elsewhere, kept on one line and readable: what is not shown as such is escaped, and a
/// long text is cut.
pub(crate) struct Cut<'a>(pub(crate) &'a str, pub(crate) usize);

impl fmt::Display for Cut<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(text, max) = *self;
        for (number, c) in text.chars().enumerate() {
            match c {
                _ if number == max => return f.write_char('…'),
                ' '..='~' | '\u{4e00}'..='\u{9fff}' => f.write_char(c)?,
                c => write!(f, "{}", c.escape_debug())?,
            }
        }
        Ok(())
    }
}

/// A pointer, kept on one line.
#[derive(Debug)]
pub struct Line<'a>(pub &'a str);

impl fmt::Display for Line<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Cut(self.0, 240).fmt(f)
    }
}

/// A name without backticks.
pub(crate) struct Bare<'a>(pub(crate) &'a str);

impl fmt::Display for Bare<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Cut(self.0, 60).fmt(f)
    }
}

/// A name in backticks.
#[derive(Debug)]
pub struct Name<'a>(pub &'a str);

impl fmt::Display for Name<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_char('`')?;
        Bare(self.0).fmt(f)?;
        f.write_char('`')
    }
}

/// A variable in backticks, with its `$`.
pub(crate) struct Variable<'a>(pub(crate) &'a str);

impl fmt::Display for Variable<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`${}`", Bare(self.0))
    }
}

/// Names in backticks with this word before the last: `a`, `b` or `c`.
pub(crate) struct Names<'a>(pub(crate) &'a [&'a str], pub(crate) &'static str);

impl fmt::Display for Names<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self(names, word) = self;
        for (number, name) in names.iter().enumerate() {
            if number > 0 && number + 1 == names.len() {
                write!(f, " {word} ")?;
            } else if number > 0 {
                f.write_str(", ")?;
            }
            write!(f, "{}", Name(name))?;
        }
        Ok(())
    }
}

/// Names of which one is right: `a`, `b` or `c`.
pub(crate) struct AnyOf<'a>(pub(crate) &'a [&'a str]);

impl fmt::Display for AnyOf<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Names(self.0, "or").fmt(f)
    }
}
