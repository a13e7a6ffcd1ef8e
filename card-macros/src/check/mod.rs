//! From a tree to its mistakes: every rule that the literal part of a card can break.

#[cfg(test)]
mod agreement;
mod attributes;
mod content;
mod count;
mod mentions;
mod place;
mod rules;
mod targets;
#[cfg(test)]
pub(crate) mod verdicts;

use card_model::spec::Tag;

use crate::{
    ast::{Element, Node},
    errors::Errors,
};

/// Checks a card, and notes on each hole where in its markdown it stands.
pub(crate) fn check(card: &mut Element, errors: &mut Errors) {
    let mut checker = Checker {
        errors,
        path: Vec::new(),
        variables: Vec::new(),
    };
    checker.element(card);
    checker.content_limit(card);
    targets::check(card, errors);
}

struct Checker<'e> {
    errors: &'e mut Errors,
    /// The known tags around what is checked.
    path: Vec<Tag>,
    /// The `$names` that the markdown being checked uses.
    variables: Vec<content::Variable>,
}

impl Checker<'_> {
    fn element(&mut self, element: &mut Element) {
        let Some(tag) = element.tag else {
            self.unknown_tag(element);
            return;
        };
        self.attributes(element, tag);
        self.rules(element, tag);
        self.counts(element, tag);
        self.path.push(tag);
        let is_guess = element.is_guess();
        self.children(&mut element.children, Some(tag), is_guess);
        self.path.pop();
        if matches!(tag, Tag::Markdown)
            || (tag.is_inline() && tag.spec().text == card_model::spec::TextMode::Markdown)
        {
            self.markdown_text(&mut element.children);
        }
        if tag == Tag::Markdown {
            self.variables(element);
        }
    }

    /// Checks what stands in `parent`; `None` where the parent is not known.
    fn children(&mut self, nodes: &mut [Node], parent: Option<Tag>, is_guess: bool) {
        let parent = parent.filter(|_| !is_guess);
        for node in nodes {
            match node {
                Node::Element(child) => {
                    self.place(child, parent);
                    self.element(child);
                }
                Node::Text(text) => self.text(text, parent),
                Node::Braces(braces) => self.braces(braces, parent),
                Node::If(node) => {
                    for branch in node.branches_mut() {
                        self.children(branch, parent, is_guess);
                    }
                }
                Node::For(node) => self.children(&mut node.body, parent, is_guess),
                Node::Match(node) => {
                    for arm in &mut node.arms {
                        self.children(&mut arm.body, parent, is_guess);
                    }
                }
                Node::Let(_) => {}
            }
        }
    }
}
