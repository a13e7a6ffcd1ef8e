//! Markup as a tree, and how it is laid out.

use super::literal::quoted;

/// The longest line, unless something on it is longer.
pub(super) const WIDTH: usize = 100;

/// A tag with what stands in it.
#[derive(Debug)]
pub(super) struct Tag {
    name: &'static str,
    attributes: Vec<String>,
    children: Vec<Child>,
    /// Why it stands here as it does.
    comment: Option<String>,
}

/// What stands in a tag.
#[derive(Debug)]
pub(super) enum Child {
    /// Another tag.
    Tag(Tag),
    /// A quoted text.
    Text(String),
    /// A line break.
    Break,
    /// Lines of Rust in braces, one expression.
    Braces(Vec<String>),
}

impl Tag {
    pub(super) const fn new(name: &'static str) -> Self {
        Self {
            name,
            attributes: Vec::new(),
            children: Vec::new(),
            comment: None,
        }
    }

    /// Adds an attribute with a quoted text.
    pub(super) fn text(self, name: &str, text: &str) -> Self {
        self.attribute(format!("{name}={}", quoted(text)))
    }

    /// Adds an attribute with a quoted text, if there is one.
    pub(super) fn optional(self, name: &str, text: Option<&str>) -> Self {
        text.into_iter()
            .fold(self, |tag, text| tag.text(name, text))
    }

    /// Adds an attribute as it is written.
    pub(super) fn attribute(mut self, attribute: String) -> Self {
        self.attributes.push(attribute);
        self
    }

    pub(super) fn child(mut self, child: impl Into<Child>) -> Self {
        self.children.push(child.into());
        self
    }

    pub(super) fn children(mut self, children: impl IntoIterator<Item = Child>) -> Self {
        self.children.extend(children);
        self
    }

    pub(super) fn comment(mut self, comment: String) -> Self {
        self.comment = Some(comment);
        self
    }

    /// Adds the lines of the tag.
    pub(super) fn lay_out(&self, depth: usize, out: &mut Vec<String>) {
        if let Some(comment) = &self.comment {
            line(depth, &format!("// {comment}"), out);
        }
        let on_one_line = self.on_one_line().filter(|text| fits(depth, text));
        if let Some(text) = on_one_line {
            return line(depth, &text, out);
        }
        let end = if self.children.is_empty() { "/>" } else { ">" };
        let head_line = self.head() + end;
        let is_short = fits(depth, &head_line) && !head_line.contains('\n');
        if self.attributes.is_empty() || is_short {
            line(depth, &head_line, out);
        } else {
            line(depth, &format!("<{}", self.name), out);
            for attribute in &self.attributes {
                lines(depth + 1, attribute, out);
            }
            line(depth, end, out);
        }
        if !self.children.is_empty() {
            self.lay_out_children(depth + 1, out);
            line(depth, &format!("</{}>", self.name), out);
        }
    }

    /// The tag's beginning with its attributes.
    fn head(&self) -> String {
        let mut head = format!("<{}", self.name);
        for attribute in &self.attributes {
            head.push(' ');
            head.push_str(attribute);
        }
        head
    }

    fn lay_out_children(&self, depth: usize, out: &mut Vec<String>) {
        let mut is_open = false;
        for child in &self.children {
            match child {
                Child::Tag(tag) => tag.lay_out(depth, out),
                Child::Text(text) => line(depth, text, out),
                Child::Break => match out.last_mut().filter(|_| is_open) {
                    Some(before) => before.push_str(" <br/>"),
                    None => line(depth, "<br/>", out),
                },
                Child::Braces(expression) => lay_out_braces(expression, depth, out),
            }
            is_open = matches!(child, Child::Text(_) | Child::Break);
        }
    }

    /// The tag on one line, if it is one that stands on one: without tags and Rust in it.
    fn on_one_line(&self) -> Option<String> {
        let mut text = self.head();
        if self.children.is_empty() {
            text.push_str(if self.is_block() { ">" } else { "/>" });
        } else {
            text.push('>');
        }
        if self.has_lines() {
            return None;
        }
        for (index, child) in self.children.iter().enumerate() {
            let child = match child {
                Child::Text(text) => text,
                Child::Break => "<br/>",
                Child::Tag(_) | Child::Braces(_) => return None,
            };
            if index > 0 {
                text.push(' ');
            }
            text.push_str(child);
        }
        if !self.children.is_empty() || self.is_block() {
            text.extend(["</", self.name, ">"]);
        }
        Some(text).filter(|text| !text.contains('\n'))
    }

    /// Whether a text in it is quoted line by line.
    fn has_lines(&self) -> bool {
        let mut pairs = self.children.windows(2);
        pairs.any(|pair| matches!(pair, [Child::Text(_), Child::Text(_)]))
    }

    /// Whether it is written with both of its tags where it is empty.
    fn is_block(&self) -> bool {
        self.name == "card"
    }
}

impl From<Tag> for Child {
    fn from(tag: Tag) -> Self {
        Self::Tag(tag)
    }
}

fn lay_out_braces(expression: &[String], depth: usize, out: &mut Vec<String>) {
    let (first, last) = (out.len(), expression.len().saturating_sub(1));
    for (index, text) in expression.iter().enumerate() {
        let open = if index == 0 { "{" } else { "" };
        let close = if index == last { "}" } else { "" };
        line(depth, &[open, text, close].concat(), out);
    }
    debug_assert!(out.len() > first);
}

fn fits(depth: usize, text: &str) -> bool {
    let widths = text.chars().map(|c| if c.is_ascii() { 1 } else { 2 });
    4 * depth + widths.sum::<usize>() <= WIDTH
}

/// Adds a line this deep.
pub(super) fn line(depth: usize, text: &str, out: &mut Vec<String>) {
    out.push(format!("{}{text}", "    ".repeat(depth)));
}

/// Adds lines, each this deep.
pub(super) fn lines(depth: usize, text: &str, out: &mut Vec<String>) {
    for text in text.lines() {
        line(depth, text, out);
    }
}
