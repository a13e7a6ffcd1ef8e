//! Quoted text is a format string: what is literal in it, and what is a hole.

use card_model::markdown::Place;
use proc_macro2::Ident;
use syn::{LitStr, ext::IdentExt, parse::Parser};

use crate::{
    ast::{Hole, Piece, Text},
    errors::Errors,
};

/// Reads a quoted text. A part that is no format string is reported and kept as literal text.
pub(crate) fn read(literal: LitStr, errors: &mut Errors) -> Text {
    let value = literal.value();
    report_control(&literal, &value, errors);
    let mut pieces = Pieces { list: Vec::new() };
    let mut rest = value.as_str();
    while let Some(at) = rest.find(['{', '}']) {
        let (before, tail) = rest.split_at(at);
        pieces.literal(before);
        rest = match brace(tail, &literal, errors) {
            Brace::Escaped(brace, after) => {
                pieces.literal(brace);
                after
            }
            Brace::Hole(hole, after) => {
                pieces.list.push(Piece::Hole(hole));
                after
            }
            Brace::Broken(text, after) => {
                pieces.literal(text);
                after
            }
        };
    }
    pieces.literal(rest);
    Text {
        literal,
        pieces: pieces.list,
    }
}

struct Pieces {
    list: Vec<Piece>,
}

impl Pieces {
    fn literal(&mut self, text: &str) {
        match self.list.last_mut() {
            _ if text.is_empty() => {}
            Some(Piece::Literal(before)) => before.push_str(text),
            _ => self.list.push(Piece::Literal(text.to_owned())),
        }
    }
}

enum Brace<'a> {
    Escaped(&'a str, &'a str),
    Hole(Hole, &'a str),
    Broken(&'a str, &'a str),
}

/// Reads what begins with a brace.
fn brace<'a>(text: &'a str, literal: &LitStr, errors: &mut Errors) -> Brace<'a> {
    for (doubled, single) in [("{{", "{"), ("}}", "}")] {
        if let Some(after) = text.strip_prefix(doubled) {
            return Brace::Escaped(single, after);
        }
    }
    if let Some(after) = text.strip_prefix('}') {
        errors
            .at(literal.span(), "`}` without `{` in a quoted text")
            .help("write `}}` for a brace");
        return Brace::Broken("}", after);
    }
    let inner_on = text.strip_prefix('{').unwrap_or(text);
    let Some((inner, after)) = inner_on.split_once('}') else {
        errors
            .at(literal.span(), "`{` without `}` in a quoted text")
            .help("write `{{` for a brace, or close it: `{name}`");
        return Brace::Broken(text, "");
    };
    match hole(inner, literal) {
        Ok(hole) => Brace::Hole(hole, after),
        Err((what, help)) => {
            errors.at(literal.span(), what).help(help);
            Brace::Broken("", after)
        }
    }
}

/// Reads what stands in braces: a name, and how to format it.
fn hole(inner: &str, literal: &LitStr) -> Result<Hole, (String, String)> {
    let (name, spec) = split_spec(inner);
    let colon_spec = spec.map(|spec| format!(":{spec}")).unwrap_or_default();
    let trimmed = name.trim();
    if trimmed.is_empty() {
        return Err((
            format!("`{{{inner}}}` in a quoted text names no value"),
            format!(
                "write the name in the braces, `{{name{colon_spec}}}`, or double them to show braces"
            ),
        ));
    }
    if trimmed.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err((
            format!("`{{{inner}}}` in a quoted text has no arguments to count"),
            format!("write the name of the value in the braces: `{{name{colon_spec}}}`"),
        ));
    }
    match Ident::parse_any.parse_str(trimmed) {
        Ok(mut name) if is_plain(&name) => {
            name.set_span(literal.span());
            Ok(Hole {
                name,
                spec: spec.map(str::to_owned),
                place: Place::Text,
            })
        }
        Ok(_) => Err((
            format!("`{trimmed}` in a quoted text is a keyword, no value has this name"),
            "write the name of a value in the braces, or double them to show braces".to_owned(),
        )),
        Err(_) => Err((
            format!("`{{{inner}}}` in a quoted text is no name"),
            expression_help(trimmed, spec),
        )),
    }
}

/// Splits a hole at the colon before its format specification; a colon of a path is none.
fn split_spec(inner: &str) -> (&str, Option<&str>) {
    let is_single = |&(at, _): &(usize, &str)| {
        let (before, after) = inner.split_at(at);
        !before.ends_with(':') && !after.starts_with("::")
    };
    match inner.match_indices(':').find(is_single) {
        Some((at, _)) => (inner.get(..at).unwrap_or(inner), inner.get(at + 1..)),
        None => (inner, None),
    }
}

/// Where an expression goes that was written in a quoted text.
fn expression_help(expression: &str, spec: Option<&str>) -> String {
    let named = format!("name it first, `let value = {expression};`");
    match spec {
        None => format!(
            "{named}, and write `{{value}}`; between tags, `\"…\" {{{expression}}} \"…\"` does as well"
        ),
        Some(spec) => format!("{named}, and write `{{value:{spec}}}`"),
    }
}

/// Whether a value can have this name: `self`, or no keyword.
fn is_plain(ident: &Ident) -> bool {
    let name = ident.to_string();
    name == "self" || (name != "_" && syn::parse_str::<Ident>(&name).is_ok())
}

fn report_control(literal: &LitStr, value: &str, errors: &mut Errors) {
    let control = value
        .chars()
        .find(|&c| c.is_control() && !matches!(c, '\n' | '\r' | '\t'));
    if let Some(c) = control {
        errors
            .at(
                literal.span(),
                format!("the text holds the control character {c:?}"),
            )
            .help("take it out: no client shows it");
    }
}
