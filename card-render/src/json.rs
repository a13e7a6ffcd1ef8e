//! The JSON of a message, as people read it and as a tree.
//!
//! Both are made of the JSON as it is sent: `serde_json::to_string_pretty` and `to_value` would each compile the writing of every
//! type of every message once more.

use std::{iter::Peekable, str::Chars};

use serde_core::Deserialize;
use serde_json::{Deserializer, Value};

use crate::{wire::Write, wps};

/// The JSON of a message.
#[derive(Debug)]
pub(crate) struct Json {
    /// On many lines.
    pub(crate) text: String,
    pub(crate) value: Value,
}

impl Json {
    pub(crate) fn of(message: &impl Write) -> Self {
        // A message is made of texts, numbers and lists: all of it has a JSON form.
        Self::read(&message.write().to_json().unwrap_or_default())
    }

    pub(crate) fn of_content(content: &wps::Content) -> Self {
        let mut json = String::new();
        // As above.
        let _ = content.write_json(&mut json);
        Self::read(&json)
    }

    fn read(json: &str) -> Self {
        Self {
            text: pretty(json),
            value: value(json),
        }
    }
}

/// What was written a moment ago nests as deep as the program had it.
fn value(json: &str) -> Value {
    let mut reader = Deserializer::from_str(json);
    reader.disable_recursion_limit();
    Value::deserialize(&mut reader).unwrap_or_default()
}

/// Lays compact JSON out as `serde_json::to_string_pretty` does.
fn pretty(json: &str) -> String {
    let mut out = String::with_capacity(2 * json.len());
    let mut depth = 0_usize;
    let mut chars = json.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '{' | '[' => {
                out.push(c);
                if let Some(end) = chars.next_if(|c| matches!(c, '}' | ']')) {
                    out.push(end);
                } else {
                    depth += 1;
                    line(depth, &mut out);
                }
            }
            '}' | ']' => {
                depth = depth.saturating_sub(1);
                line(depth, &mut out);
                out.push(c);
            }
            ',' => {
                out.push(c);
                line(depth, &mut out);
            }
            ':' => out.push_str(": "),
            '"' => text(&mut chars, &mut out),
            c => out.push(c),
        }
    }
    out
}

/// A string, whose first quote was read.
fn text(chars: &mut Peekable<Chars<'_>>, out: &mut String) {
    out.push('"');
    while let Some(c) = chars.next() {
        out.push(c);
        match c {
            '"' => return,
            '\\' => out.extend(chars.next()),
            _ => {}
        }
    }
}

fn line(depth: usize, out: &mut String) {
    out.push('\n');
    for _ in 0..depth {
        out.push_str("  ");
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn check(value: &Value) {
        let json = Json::of(value);
        assert_eq!(json.text, serde_json::to_string_pretty(value).unwrap());
        assert_eq!(&json.value, value);
    }

    #[test]
    fn it_is_what_serde_json_makes() {
        for value in [
            json!(null),
            json!("a\"b\\"),
            json!([]),
            json!({}),
            json!([
                [],
                {},
                [{}],
                [[1, -2.5, -0.0, 1e300, 7.777_777_777_777_777e52, u64::MAX]]
            ]),
            json!({"{": "}\\\"[", "a:b,c": {"\\": [true, "\u{1}\n字"]}, "": ""}),
        ] {
            check(&value);
        }
        let case = include_str!("../tests/cases/wecom/template_card_news_notice.json");
        check(&serde_json::from_str(case).unwrap());
    }

    #[test]
    fn it_is_as_deep_as_the_program_had_it() {
        check(&(0..500).fold(json!(1), |inner, _| json!([inner])));
    }
}
