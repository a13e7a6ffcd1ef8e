//! JSON straight into a string, for what a card is made of.

use std::borrow::Cow;

use crate::bytes::{self, ESCAPED};

/// What can be written as JSON. The bytes are those that `serde_json` writes.
pub(crate) trait Json {
    /// Adds the JSON to `out`.
    fn write(&self, out: &mut String);
}

/// An object that is being written.
pub(crate) struct Object<'o> {
    out: &'o mut String,
    is_empty: bool,
}

impl<'o> Object<'o> {
    #[inline]
    pub(crate) fn begin(out: &'o mut String) -> Self {
        out.push('{');
        Self {
            out,
            is_empty: true,
        }
    }

    /// Adds a field; the name comes with its quotes and colon.
    #[inline]
    pub(crate) fn field(&mut self, name: &str, value: &(impl Json + ?Sized)) {
        self.separate();
        self.out.push_str(name);
        value.write(self.out);
    }

    /// Adds an entry whose name is data.
    pub(crate) fn entry(&mut self, name: &str, value: &impl Json) {
        self.separate();
        name.write(self.out);
        self.out.push(':');
        value.write(self.out);
    }

    #[inline]
    pub(crate) fn end(self) {
        self.out.push('}');
    }

    #[inline]
    fn separate(&mut self) {
        if !self.is_empty {
            self.out.push(',');
        }
        self.is_empty = false;
    }
}

impl Json for str {
    fn write(&self, out: &mut String) {
        out.push('"');
        escape(self, out);
        out.push('"');
    }
}

/// Adds what stands between the quotes of a string.
pub(crate) fn escape(text: &str, out: &mut String) {
    if bytes::kinds(text.as_bytes()) & ESCAPED == 0 {
        out.push_str(text);
    } else {
        escape_chars(text, out);
    }
}

#[inline(never)]
fn escape_chars(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = first_escaped(rest.as_bytes()) {
        let (plain, found) = rest.split_at_checked(at).unwrap_or((rest, ""));
        out.push_str(plain);
        let mut chars = found.chars();
        if let Some(c) = chars.next() {
            escape_char(c, out);
        }
        rest = chars.as_str();
    }
    out.push_str(rest);
}

fn first_escaped(bytes: &[u8]) -> Option<usize> {
    bytes
        .iter()
        .position(|&byte| bytes::kind(byte) & ESCAPED != 0)
}

fn escape_char(c: char, out: &mut String) {
    match c {
        '"' => out.push_str("\\\""),
        '\\' => out.push_str("\\\\"),
        '\n' => out.push_str("\\n"),
        '\t' => out.push_str("\\t"),
        '\r' => out.push_str("\\r"),
        '\u{8}' => out.push_str("\\b"),
        '\u{c}' => out.push_str("\\f"),
        c => {
            out.push_str("\\u00");
            for half in [u32::from(c) >> 4, u32::from(c) & 15] {
                out.extend(char::from_digit(half, 16));
            }
        }
    }
}

impl<T: Json + ToOwned + ?Sized> Json for Cow<'_, T> {
    #[inline]
    fn write(&self, out: &mut String) {
        self.as_ref().write(out);
    }
}

impl Json for bool {
    fn write(&self, out: &mut String) {
        out.push_str(if *self { "true" } else { "false" });
    }
}

impl Json for i64 {
    fn write(&self, out: &mut String) {
        out.push_str(&self.to_string());
    }
}

impl<T: Json> Json for Vec<T> {
    fn write(&self, out: &mut String) {
        self.as_slice().write(out);
    }
}

impl<T: Json> Json for [T] {
    fn write(&self, out: &mut String) {
        out.push('[');
        for (index, item) in self.iter().enumerate() {
            if index > 0 {
                out.push(',');
            }
            item.write(out);
        }
        out.push(']');
    }
}

impl<T: Json + ?Sized> Json for &T {
    fn write(&self, out: &mut String) {
        (**self).write(out);
    }
}

impl<T: Json> Json for Box<T> {
    fn write(&self, out: &mut String) {
        self.as_ref().write(out);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_those_of_serde_json() {
        let special = [
            "",
            "\"",
            "\\",
            "\n",
            "\u{0}",
            "\u{1f}",
            " ",
            "\u{7f}",
            "é",
            "中",
            "\u{8}\u{c}\r\t",
            "😀",
            "!",
            "#",
            "[",
            "]",
        ];
        for before in 0..20 {
            for (one, other) in special
                .iter()
                .flat_map(|one| special.iter().map(move |other| (one, other)))
            {
                let text = format!(
                    "{}{one}{}{other}ab",
                    "x".repeat(before),
                    "é".repeat(before % 3)
                );
                let mut out = String::new();
                text.write(&mut out);
                assert_eq!(out, serde_json::to_string(&text).unwrap());
            }
        }
    }
}
