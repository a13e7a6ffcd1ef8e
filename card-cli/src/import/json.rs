//! JSON as a Rust expression.

use serde_json::Value;

use super::literal::literal;

/// How much of the compiler's recursion limit of 128 one `json!` may take: the rest is for the macros around it.
const DEEPEST: usize = 60;
/// The longest value on one line.
const WIDTH: usize = 60;

/// The expression of a value: a `json!`, and where that would recurse too deep, several of them.
pub(super) fn expression(value: &Value) -> String {
    if recursion(value) <= DEEPEST {
        return format!("serde_json::json!({})", plain(value));
    }
    match value {
        Value::Array(items) => {
            let items = items.iter().map(expression);
            iterated(items)
        }
        Value::Object(fields) => {
            let fields = fields
                .iter()
                .map(|(name, value)| format!("({}, {})", literal(name), expression(value)));
            iterated(fields)
        }
        scalar => format!("serde_json::json!({})", plain(scalar)),
    }
}

fn iterated(items: impl Iterator<Item = String>) -> String {
    let items: Vec<_> = items.collect();
    format!(
        "serde_json::Value::from_iter([\n{}\n])",
        indented(&items.join(",\n"))
    )
}

/// How deep `json!` recurses for a value, or deeper: it takes an array item by item, and an object token by token.
fn recursion(value: &Value) -> usize {
    match value {
        Value::Array(items) => {
            let inner = items.iter().map(recursion).max().unwrap_or(0);
            2 * items.len() + inner + 2
        }
        Value::Object(fields) => {
            let inner = fields.values().map(recursion).max().unwrap_or(0);
            4 * fields.len() + inner + 2
        }
        _ => 1,
    }
}

fn plain(value: &Value) -> String {
    let one_line = compact(value);
    if one_line.chars().count() <= WIDTH {
        return one_line;
    }
    match value {
        Value::Array(items) => {
            let items: Vec<_> = items.iter().map(plain).collect();
            format!("[\n{}\n]", indented(&items.join(",\n")))
        }
        Value::Object(fields) => {
            let fields = fields.iter();
            let fields: Vec<_> = fields
                .map(|(name, value)| format!("{}: {}", literal(name), plain(value)))
                .collect();
            format!("{{\n{}\n}}", indented(&fields.join(",\n")))
        }
        _ => one_line,
    }
}

fn compact(value: &Value) -> String {
    match value {
        Value::Null => "null".to_owned(),
        Value::Bool(value) => value.to_string(),
        Value::Number(number) => self::number(number),
        Value::String(text) => literal(text),
        Value::Array(items) => {
            let items: Vec<_> = items.iter().map(compact).collect();
            format!("[{}]", items.join(", "))
        }
        Value::Object(fields) => {
            let fields = fields.iter();
            let fields: Vec<_> = fields
                .map(|(name, value)| format!("{}: {}", literal(name), compact(value)))
                .collect();
            if fields.is_empty() {
                "{}".to_owned()
            } else {
                format!("{{ {} }}", fields.join(", "))
            }
        }
    }
}

/// A number that has the type that `serde_json` has for it.
fn number(number: &serde_json::Number) -> String {
    if let Some(value) = number.as_i64() {
        let is_small = i32::try_from(value).is_ok();
        return if is_small {
            value.to_string()
        } else {
            format!("{value}_i64")
        };
    }
    if let Some(value) = number.as_u64() {
        return format!("{value}_u64");
    }
    number
        .as_f64()
        .map_or_else(|| number.to_string(), |value| format!("{value:?}"))
}

fn indented(text: &str) -> String {
    let lines: Vec<_> = text.lines().map(|line| format!("    {line}")).collect();
    lines.join("\n")
}
