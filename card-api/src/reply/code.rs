use std::fmt;

use serde_json::Value;

/// The code with which a platform says how a message went.
///
/// ```
/// use message_card::reply::Code;
///
/// assert!(Code::Number(45009) == 45009);
/// assert_eq!(Code::Name("InvalidArgument".to_owned()).to_string(), "InvalidArgument");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Code {
    /// A number, also where the platform writes it as a string of digits.
    Number(i64),
    /// A word: the group robots of WPS 协作 answer `InvalidArgument`.
    Name(String),
}

impl Code {
    /// A code as it stands in the answer; `None` where the value cannot be one.
    pub(super) fn read(value: &Value) -> Option<Self> {
        match value {
            Value::Number(number) => number.as_i64().map(Self::Number),
            Value::String(text) if text.trim().is_empty() => None,
            Value::String(text) if !text.starts_with('+') => Some(match text.parse() {
                Ok(number) => Self::Number(number),
                Err(_) => Self::Name(text.clone()),
            }),
            Value::String(text) => Some(Self::Name(text.clone())),
            _ => None,
        }
    }
}

impl PartialEq<i64> for Code {
    fn eq(&self, other: &i64) -> bool {
        matches!(self, Self::Number(number) if number == other)
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Name(name) => f.write_str(name),
        }
    }
}
