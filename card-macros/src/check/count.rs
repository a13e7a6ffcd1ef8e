//! How many children of a kind an element holds, and how much text a card.

use card_model::{
    spec::{CONTENT, ELEMENTS, Quota, Tag, TextMode},
    words::each,
};
use proc_macro2::Span;

use super::Checker;
use crate::{
    ast::{Element, Node, Piece, Text, Value},
    parse::is_unread,
};

/// How many of something there are at least and at most, whatever the control flow does.
#[derive(Clone, Copy, Default)]
struct Range {
    min: usize,
    max: usize,
    /// Where the number went over the limit, for certain.
    over: Option<Span>,
}

impl Checker<'_> {
    pub(super) fn counts(&mut self, element: &Element, tag: Tag) {
        for quota in tag.spec().holds {
            let range = count(&element.children, tag, quota);
            if let Some(span) = range.over {
                self.too_many(span, tag, quota);
            } else if range.max < quota.min && element.is_closed {
                self.too_few(element, tag, quota);
            }
        }
    }

    fn too_few(&mut self, element: &Element, tag: Tag, quota: &Quota) {
        // A quota of many tags asks for any of them.
        let (missing, wanted) = match quota.tags {
            [_, _, _, ..] => ("nothing".to_owned(), "an element".to_owned()),
            _ => (format!("no {}", names(quota)), names(quota)),
        };
        self.errors
            .at(
                element.span,
                format!("`{}` holds {missing}", element.title()),
            )
            .help(format!(
                "put {wanted} between `<{0}>` and `</{0}>`",
                tag.name()
            ));
    }

    fn too_many(&mut self, span: Span, tag: Tag, quota: &Quota) {
        if quota.max == ELEMENTS.max {
            self.errors
                .at(
                    span,
                    format!(
                        "element {} of `<{}>`: the platform takes {}",
                        quota.max + 1,
                        tag.name(),
                        quota.max
                    ),
                )
                .help("put several lines into one `<markdown>`, or send two cards")
                .note(format!("see {}", ELEMENTS.source));
            return;
        }
        let mistake = match quota.max {
            1 => self.errors.at(
                span,
                format!("a second {} in `<{}>`", names(quota), tag.name()),
            ),
            2 => self.errors.at(
                span,
                format!("a third {} in `<{}>`", names(quota), tag.name()),
            ),
            max => self.errors.at(
                span,
                format!("{} number {} in `<{}>`", names(quota), max + 1, tag.name()),
            ),
        };
        match (quota.max, tag) {
            (_, Tag::Div) if quota.tags.contains(&Tag::Markdown) => mistake
                .help("begin another `<div>` for the next columns")
                .note("the platform documents one or two columns"),
            (1, _) => mistake.help(format!(
                "one is all that `<{}>` holds: remove this one",
                tag.name()
            )),
            (max, _) => mistake.help(format!("`<{}>` holds at most {max}", tag.name())),
        };
    }

    /// Reports the literal text that goes over the platform's limit for a card.
    pub(super) fn content_limit(&mut self, card: &Element) {
        let mut had = 0;
        let mut over = None;
        characters(&card.children, &mut had, &mut over);
        if let Some(span) = over {
            self.errors
                .at(
                    span,
                    format!(
                        "with this text the card holds {had} characters, the platform takes {}",
                        CONTENT.max
                    ),
                )
                .help("shorten the texts, or send two cards")
                .note(format!(
                    "values in braces come on top; see {}",
                    CONTENT.source
                ));
        }
    }
}

fn count(nodes: &[Node], parent: Tag, quota: &Quota) -> Range {
    let mut range = Range::default();
    for node in nodes {
        let (min, max, over) = count_node(node, parent, quota);
        if range.over.is_none() && range.min <= quota.max && range.min + min > quota.max {
            range.over = over.or_else(|| span_of(node));
        }
        range.min += min;
        range.max = range.max.saturating_add(max);
    }
    range
}

fn count_node(node: &Node, parent: Tag, quota: &Quota) -> (usize, usize, Option<Span>) {
    let branches = |branches: Vec<&[Node]>, is_complete: bool| {
        let (mut min, mut max, mut over) = (None, 0, None);
        for branch in branches {
            let range = count(branch, parent, quota);
            min = Some(min.map_or(range.min, |least: usize| least.min(range.min)));
            max = max.max(range.max);
            over = over.or(range.over);
        }
        (min.filter(|_| is_complete).unwrap_or(0), max, over)
    };
    match node {
        Node::Element(child) => match child.tag {
            Some(tag) if quota.tags.contains(&tag) => (1, 1, Some(child.span)),
            // It may have been meant to be one that counts.
            None => (0, 1, None),
            Some(tag) if !tag.fits(parent) => (0, 1, None),
            Some(_) => (0, 0, None),
        },
        Node::If(node) => {
            let (bodies, is_complete) = node.branches();
            branches(bodies, is_complete)
        }
        Node::Match(node) => branches(each(&node.arms, |arm| arm.body.as_slice()), true),
        Node::For(node) => {
            let inside = count(&node.body, parent, quota);
            (0, inside.max.saturating_mul(usize::MAX), None)
        }
        Node::Braces(_) => (0, usize::MAX, None),
        // A part that could not be read, and a text that belongs into one, are reported already.
        Node::Let(_) if is_unread(node) => (0, usize::MAX, None),
        Node::Text(_) if parent.spec().text == TextMode::None => (0, usize::MAX, None),
        Node::Text(_) | Node::Let(_) => (0, 0, None),
    }
}

fn span_of(node: &Node) -> Option<Span> {
    match node {
        Node::If(node) => node
            .head
            .clone()
            .into_iter()
            .next()
            .map(|token| token.span()),
        Node::Match(node) => node
            .head
            .clone()
            .into_iter()
            .next()
            .map(|token| token.span()),
        _ => None,
    }
}

fn names(quota: &Quota) -> String {
    format!("`<{}>`", first(quota))
}

fn first(quota: &Quota) -> &'static str {
    quota.tags.first().map(|tag| tag.name()).unwrap_or_default()
}

/// Adds up the characters that are sent for certain, and notes the text that goes over the limit.
fn characters(nodes: &[Node], had: &mut usize, over: &mut Option<Span>) {
    for node in nodes {
        match node {
            Node::Element(element) => element_characters(element, had, over),
            Node::Text(text) => add(text, had, over),
            Node::If(node) => shortest(node.branches().0, node.branches().1, had, over),
            Node::Match(node) => {
                shortest(each(&node.arms, |arm| arm.body.as_slice()), true, had, over);
            }
            Node::Braces(_) | Node::For(_) | Node::Let(_) => {}
        }
    }
}

fn element_characters(element: &Element, had: &mut usize, over: &mut Option<Span>) {
    if element.tag == Some(Tag::Header) {
        for attribute in &element.attributes {
            if let (Value::Text(text), "title" | "subtitle") =
                (&attribute.value, attribute.name.to_string().as_str())
            {
                add(text, had, over);
            }
        }
    }
    let holds = element
        .tag
        .is_none_or(|tag| tag.spec().text != TextMode::None || tag.children().next().is_some());
    if holds {
        characters(&element.children, had, over);
    }
}

/// Of several branches only the shortest is sent for certain; without an `else` none is.
fn shortest(branches: Vec<&[Node]>, is_complete: bool, had: &mut usize, over: &mut Option<Span>) {
    let mut least = None;
    for branch in branches {
        let mut in_branch = *had;
        let mut over_in_branch = *over;
        characters(branch, &mut in_branch, &mut over_in_branch);
        if least.is_none_or(|(characters, _)| in_branch < characters) {
            least = Some((in_branch, over_in_branch));
        }
    }
    if let (Some((characters, over_in_branch)), true) = (least, is_complete) {
        *had = characters;
        *over = over_in_branch;
    }
}

fn add(text: &Text, had: &mut usize, over: &mut Option<Span>) {
    for piece in &text.pieces {
        if let Piece::Literal(literal) = piece {
            *had += CONTENT.measure(literal);
        }
    }
    if over.is_none() && !CONTENT.allows(*had) {
        *over = Some(text.literal.span());
    }
}
