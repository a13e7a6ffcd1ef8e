//! The dialect's tags: `<font color='red'>`, `<at email="…">`, `<br>`, and what only looks like one.

use super::character::{begins_with, split_where};

/// A tag as written.
#[derive(Debug, PartialEq)]
pub(super) struct Tag<'a> {
    pub(super) name: &'a str,
    pub(super) attributes: Vec<(&'a str, &'a str)>,
    pub(super) is_closing: bool,
    pub(super) is_self_closing: bool,
}

impl<'a> Tag<'a> {
    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&'a str> {
        let found = self.attributes.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| *value)
    }
}

/// The tag, comment or declaration at the start of `text`, with its length. A tag stays on its line and holds neither a
/// backtick nor another angle bracket, so that a simple reader and a `CommonMark` reader find the same one.
pub(super) fn scan(text: &str) -> Option<(Tag<'_>, usize)> {
    let rest = text.strip_prefix('<')?;
    if rest.starts_with(['!', '?']) {
        return scan_declaration(text);
    }
    let (is_closing, rest) = match rest.strip_prefix('/') {
        Some(rest) => (true, rest),
        None => (false, rest),
    };
    if !begins_with(rest, |c| c.is_ascii_alphabetic()) {
        return None;
    }
    let (name, mut rest) = split_where(rest, &|c| !(c.is_ascii_alphanumeric() || c == '-'));
    let mut attributes = Vec::new();
    loop {
        let trimmed = rest.trim_start_matches([' ', '\t']);
        if let Some((end, is_self_closing)) = tag_end(trimmed) {
            let tag = Tag {
                name,
                attributes,
                is_closing,
                is_self_closing,
            };
            return Some((tag, text.len() - end.len()));
        }
        if trimmed.len() == rest.len() {
            return None;
        }
        let (attribute, after) = scan_attribute(trimmed)?;
        attributes.push(attribute);
        rest = after;
    }
}

fn tag_end(text: &str) -> Option<(&str, bool)> {
    if let Some(end) = text.strip_prefix("/>") {
        return Some((end, true));
    }
    text.strip_prefix('>').map(|end| (end, false))
}

fn scan_attribute(text: &str) -> Option<((&str, &str), &str)> {
    let is_name =
        |c: char| c.is_alphanumeric() || matches!(c, '_' | ':' | '.' | '-') || is_private(c);
    let (name, rest) = split_where(text, &|c| !is_name(c));
    if name.is_empty() {
        return None;
    }
    let Some(value) = rest.trim_start_matches([' ', '\t']).strip_prefix('=') else {
        return Some(((name, ""), rest));
    };
    let value = value.trim_start_matches([' ', '\t']);
    for quote in ['"', '\''] {
        if let Some(inner) = value.strip_prefix(quote) {
            let (value, rest) = split_where(inner, &|c| {
                c == quote || matches!(c, '<' | '>' | '`' | '\n' | '\r')
            });
            return Some(((name, value), rest.strip_prefix(quote)?));
        }
    }
    let ends = |c: char| c.is_whitespace() || matches!(c, '"' | '\'' | '=' | '<' | '>' | '`');
    let (value, rest) = split_where(value, &ends);
    // `<font color=red/>`: the slash belongs to the tag's end.
    let (value, rest) = match value.strip_suffix('/') {
        Some(shorter) if rest.starts_with('>') => (shorter, text_from(text, rest.len() + 1)),
        _ => (value, rest),
    };
    (!value.is_empty()).then_some(((name, value), rest))
}

fn text_from(text: &str, length: usize) -> &str {
    text.get(text.len().saturating_sub(length)..).unwrap_or("")
}

/// A hole is a private-use character; in an attribute it is a part of a name or a value.
fn is_private(c: char) -> bool {
    matches!(c, '\u{e000}'..='\u{f8ff}')
}

fn scan_declaration(text: &str) -> Option<(Tag<'_>, usize)> {
    let body = text.get(1..)?;
    let (body, _) = split_where(body, &|c| matches!(c, '<' | '\n' | '\r' | '`'));
    let (name, end) = match body.strip_prefix("!--") {
        Some(comment) => ("!--", comment.find("-->").map_or(3, |at| at + 6)),
        None => ("!", body.find('>')? + 1),
    };
    let tag = Tag {
        name,
        attributes: Vec::new(),
        is_closing: false,
        is_self_closing: true,
    };
    Some((tag, end + 1))
}
