//! JSON as an outline: a field per line, and a text as the lines that it is.

use std::fmt::Write;

use serde_json::Value;

/// Writes the fields of `value`.
pub(crate) fn write(out: &mut String, value: &Value) {
    field(out, "", "", value);
}

fn field(out: &mut String, indent: &str, name: &str, value: &Value) {
    let label = if name.is_empty() {
        String::new()
    } else {
        format!("{indent}{name}:")
    };
    match value {
        Value::String(text) if text.contains('\n') || is_body(name) => {
            if !label.is_empty() {
                line(out, &label);
            }
            for text in text.split('\n') {
                line(out, &format!("{indent}│ {}", visible(text)));
            }
        }
        Value::String(text) => line(out, &format!("{label} {text}")),
        Value::Object(fields) => {
            let inner = open(out, &label, indent);
            for (name, value) in fields {
                field(out, &inner, name, value);
            }
        }
        Value::Array(items) if items.iter().any(Value::is_object) => {
            let inner = open(out, &label, indent);
            for item in items {
                line(out, &format!("{inner}- {}", compact(item)));
            }
        }
        value => line(out, &format!("{label} {value}")),
    }
}

fn open(out: &mut String, label: &str, indent: &str) -> String {
    if label.is_empty() {
        return String::new();
    }
    line(out, label);
    format!("{indent}  ")
}

/// The text that a reader sees, even if it is one line.
fn is_body(name: &str) -> bool {
    matches!(name, "" | "content" | "text" | "sub_title_text")
}

/// Blanks at the end of a line mean something, and are not seen.
fn visible(text: &str) -> String {
    let length = text.trim_end_matches(' ').len();
    let blanks = text.len() - length;
    format!("{}{}", text.split_at(length).0, "␣".repeat(blanks))
}

/// An item on one line.
fn compact(value: &Value) -> String {
    match value {
        Value::Object(fields) => {
            let fields: Vec<_> = fields
                .iter()
                .map(|(name, value)| format!("{name}: {}", compact(value)))
                .collect();
            fields.join(", ")
        }
        Value::String(text) => text.replace('\n', "⏎"),
        value => value.to_string(),
    }
}

fn line(out: &mut String, text: &str) {
    writeln!(out, "{}", text.trim_end()).expect("a string takes text");
}
