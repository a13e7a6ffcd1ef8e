//! The rules of a text with markup.

use super::Checker;
use crate::{
    Href, Markdown, Rule, Str,
    markdown::{Inline, LinkTarget, Piece, Place, is_sound, read},
    spec::address::is_email,
    words::{Seen, each},
};

/// The variables that a text names, in order.
#[derive(Default)]
pub(super) struct Variables {
    names: Seen,
    order: Vec<Str>,
}

impl Variables {
    fn add(&mut self, name: Str) {
        if self.names.insert(&name) {
            self.order.push(name);
        }
    }

    pub(super) fn contains(&self, name: &str) -> bool {
        self.names.contains(name)
    }

    pub(super) fn is_empty(&self) -> bool {
        self.order.is_empty()
    }

    pub(super) fn report_undefined(&self, checker: &mut Checker<'_>, href: &Href) {
        for name in &self.order {
            if href.get(name).is_none() {
                checker.report(Rule::UndefinedVariable(name.clone()));
            }
        }
    }
}

/// Checks the markup at this place, and tells which variables it names.
pub(super) fn markdown_source(checker: &mut Checker<'_>, markdown: &Markdown) -> Variables {
    let mut variables = Variables::default();
    inlines(checker, &markdown.content, &mut variables);
    variables
}

/// Checks parts and what is inside of them, however deep, in order. Sources that stand side by side are read together, as
/// the platform will.
fn inlines(checker: &mut Checker<'_>, parts: &[Inline], variables: &mut Variables) {
    sources(checker, parts, variables);
    let mut open = vec![parts.iter()];
    while let Some(parts) = open.last_mut() {
        let Some(part) = parts.next() else {
            open.pop();
            continue;
        };
        let children = inline(checker, part, variables);
        if !children.is_empty() {
            sources(checker, children, variables);
            open.push(children.iter());
        }
    }
}

/// Checks a part, and tells what is inside of it.
fn inline<'a>(
    checker: &mut Checker<'_>,
    part: &'a Inline,
    variables: &mut Variables,
) -> &'a [Inline] {
    match part {
        Inline::Source(text) | Inline::Text(text) | Inline::Code(text) => checker.printable(text),
        Inline::Break => {}
        Inline::Bold(children) | Inline::Italic(children) | Inline::Strike(children) => {
            return children;
        }
        Inline::Font { color, children } => {
            if color.is_empty() {
                checker.report(Rule::Empty("color"));
            }
            return children;
        }
        Inline::At { email, name } => {
            if !is_email(email) {
                checker.report(Rule::Email(email.clone()));
            }
            checker.printable(name);
        }
        Inline::Link { target, children } => {
            match target {
                LinkTarget::Url(url) => checker.url(url),
                LinkTarget::Variable(name) => variables.add(name.clone()),
            }
            return children;
        }
    }
    &[]
}

fn piece(part: &Inline) -> Piece<'_> {
    match part {
        Inline::Source(source) => Piece::Source(source),
        Inline::Break => Piece::Source("  \n"),
        _ => Piece::Hole,
    }
}

/// Reads the sources among `parts`; anything else among them reads as a word.
fn sources(checker: &mut Checker<'_>, parts: &[Inline], variables: &mut Variables) {
    if !parts.iter().any(|part| matches!(part, Inline::Source(_))) {
        return;
    }
    if is_sound(parts.iter().map(piece)) {
        return;
    }
    let reading = read(&each(parts, piece));
    for fault in reading.faults {
        checker.report(Rule::Markdown(fault));
    }
    for (name, _) in reading.variables {
        variables.add(Str::Owned(name));
    }
    let holes = parts
        .iter()
        .filter(|part| !matches!(part, Inline::Source(_) | Inline::Break));
    for (part, place) in holes.zip(reading.places) {
        // Such a value is a URL itself, and is not sent as one where it is refused.
        if let (Inline::Text(url), Place::UrlStart) = (part, place) {
            checker.url(url);
        }
    }
}
