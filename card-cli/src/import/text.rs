//! Texts: quoted line by line.

use message_card::{Markdown, markdown::Inline};

use super::{literal::quoted, markup::Child};

/// The lines of a text without markup.
pub(super) fn plain(text: &str) -> Vec<Child> {
    let mut children = Vec::new();
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            children.push(Child::Break);
        }
        if !line.is_empty() {
            children.push(Child::Text(quoted(line)));
        }
    }
    children
}

/// The lines of a markdown source: two blanks before the end of a line are a `<br/>`.
pub(super) fn marked(source: &str) -> Vec<Child> {
    let lines = source_lines(source);
    let (mut children, mut parts) = (Vec::new(), Markdown::new());
    for line in &lines {
        let broken = line
            .strip_suffix("  \n")
            .filter(|text| !text.is_empty() && !text.ends_with([' ', '\n']));
        if let Some(text) = broken {
            children.extend([Child::Text(quoted(text)), Child::Break]);
            parts = parts
                .inline(Inline::Source(text.to_owned().into()))
                .inline(Inline::Break);
        } else {
            children.push(Child::Text(quoted(line)));
            parts = parts.inline(Inline::Source((*line).to_owned().into()));
        }
    }
    if parts.to_wire() == source {
        children
    } else {
        vec![Child::Text(quoted(source))]
    }
}

/// Lines with their ends, empty ones with the line before them.
fn source_lines(source: &str) -> Vec<&str> {
    let mut lines = Vec::new();
    let mut rest = source;
    while !rest.is_empty() {
        let end = rest.find('\n').unwrap_or(rest.len());
        let more = rest.get(end..).unwrap_or_default();
        let newlines = more.len() - more.trim_start_matches('\n').len();
        let (line, after) = rest.split_at_checked(end + newlines).unwrap_or((rest, ""));
        lines.push(line);
        rest = after;
    }
    lines
}
