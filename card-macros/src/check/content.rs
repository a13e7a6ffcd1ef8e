//! The markdown of a text, across its quoted parts, values and tags.

use card_model::{
    Href,
    markdown::{self, Fault, FaultKind, Place},
    spec::{Attribute, Tag, near::nearest},
    words::each,
};
use proc_macro2::Span;
use quote::ToTokens;

use super::{Checker, attributes::whole};
use crate::ast::{Element, Node, Piece, Value};

/// A `$name` that a link uses.
pub(super) struct Variable {
    name: String,
    span: Span,
}

impl Checker<'_> {
    /// Reads the markdown that these nodes make up, reports its faults and notes where its holes stand. Tags and control
    /// flow stand for a word each; what is in them is read on its own.
    pub(super) fn markdown_text(&mut self, nodes: &mut [Node]) {
        for node in &mut *nodes {
            match node {
                Node::If(node) => node
                    .branches_mut()
                    .into_iter()
                    .for_each(|branch| self.markdown_text(branch)),
                Node::For(node) => self.markdown_text(&mut node.body),
                Node::Match(node) => node
                    .arms
                    .iter_mut()
                    .for_each(|arm| self.markdown_text(&mut arm.body)),
                _ => {}
            }
        }
        let (pieces, spans) = pieces(nodes);
        if !pieces.iter().any(may_hold_markup) {
            return;
        }
        let reading = markdown::read(&pieces);
        let span_of = |piece: usize| spans.get(piece).copied().unwrap_or_else(Span::call_site);
        for fault in &reading.faults {
            if fault.kind == FaultKind::UnclosedFence && may_end(nodes, fault) {
                continue;
            }
            self.fault(fault, span_of(fault.piece));
        }
        for (name, piece) in reading.variables {
            self.variables.push(Variable {
                name,
                span: span_of(piece),
            });
        }
        let mut places = reading.places.into_iter();
        for node in nodes {
            self.note_places(node, &mut places);
        }
    }

    fn fault(&mut self, fault: &Fault, span: Span) {
        self.errors.at(span, fault.to_string()).help(fault.help());
    }

    fn note_places(&mut self, node: &mut Node, places: &mut impl Iterator<Item = Place>) {
        match node {
            Node::Text(text) => {
                for piece in &mut text.pieces {
                    let Piece::Hole(hole) = piece else { continue };
                    hole.place = places.next().unwrap_or(Place::Text);
                    let what = format!("`{{{}}}`", hole.name);
                    self.forbidden(hole.place, text.literal.span(), &what);
                }
            }
            Node::Braces(braces) => {
                braces.place = places.next().unwrap_or(Place::Text);
                self.forbidden(braces.place, braces.group.span_open(), "a value");
            }
            Node::Element(element) if element.tag == Some(Tag::Br) || is_setting(element) => {}
            Node::Let(_) => {}
            _ => {
                places.next();
            }
        }
    }

    fn forbidden(&mut self, place: Place, span: Span, what: &str) {
        let Place::Forbidden(place) = place else {
            return;
        };
        let place = place.split_once(';').map_or(place, |(place, _)| place);
        let mistake = self
            .errors
            .at(span, format!("{what} cannot stand in {place}"));
        mistake.help(match place {
            "a tag" => "end the quoted text and write the tag in the card, there it takes values: `<font color={…}>`, `<at email={…}>`",
            "the name of a variable" => "write the name itself, or `<a href={…}>…</a>`, which takes any link",
            _ => "move the value out of it",
        });
    }

    fn undefined_variables(&mut self, used: &[Variable], names: &[Option<String>]) {
        let names: Vec<&str> = names.iter().flatten().map(String::as_str).collect();
        for Variable { name, span } in used {
            if names.contains(&name.as_str()) || name.contains(is_hole) {
                continue;
            }
            let mistake = self.errors.at(
                *span,
                format!("`${name}` leads nowhere: no `<href>` has this name"),
            );
            match nearest(name, names.iter().copied()) {
                Some(meant) => mistake.help(format!("did you mean `${meant}`?")),
                None => mistake.help(format!(
                    "add `<href name=\"{name}\" url=\"https://…\"/>` to this `<markdown>`"
                )),
            };
        }
    }

    /// Reports variables without a link, and links without a variable.
    pub(super) fn variables(&mut self, markdown: &Element) {
        let used = std::mem::take(&mut self.variables);
        let mut links = Vec::new();
        collect_links(&markdown.children, &mut links);
        let names = each(&links, |link| href_name(link));
        // A name that is wrong was reported, and may be any of those that are used.
        if names.iter().all(Option::is_some) {
            self.undefined_variables(&used, &names);
        }
        for (link, name) in links.iter().zip(&names) {
            let Some(name) = name else { continue };
            let is_used = used.iter().any(|variable| variable.name == *name)
                // One mistyped name is one mistake: it was reported at its use.
                || used.iter().any(|variable| nearest(&variable.name, [name.as_str()]).is_some());
            if !is_used {
                self.errors
                    .at(
                        link.span,
                        format!("nothing leads to this link, `${name}` is not used"),
                    )
                    .help(format!(
                        "write `[label](${name})` in the text, or remove the `<href>`"
                    ));
            }
        }
    }
}

/// The name of an `<href>`, if it is known and can be one.
pub(super) fn href_name(href: &Element) -> Option<String> {
    match href.attribute(Attribute::Name) {
        None => Some(Href::DEFAULT_NAME.to_owned()),
        Some(name) => match &name.value {
            Value::Text(text) => whole(text).filter(|name| is_link_name(name)),
            _ => None,
        },
    }
}

/// Whether a link can have this name.
pub(super) fn is_link_name(name: &str) -> bool {
    !name.is_empty()
        && name
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// Whether the element is a setting of the text around it, and no part of the text.
fn is_setting(element: &Element) -> bool {
    matches!(element.tag, Some(Tag::Href | Tag::Link))
}

fn pieces(nodes: &[Node]) -> (Vec<markdown::Piece<'_>>, Vec<Span>) {
    let mut pieces = Vec::new();
    let mut spans = Vec::new();
    for node in nodes {
        add_pieces(node, &mut pieces, &mut spans);
    }
    (pieces, spans)
}

/// Adds what the node is in the markdown that it stands in, and where each piece of it comes from.
pub(super) fn add_pieces<'n>(
    node: &'n Node,
    pieces: &mut Vec<markdown::Piece<'n>>,
    spans: &mut Vec<Span>,
) {
    match node {
        Node::Text(text) => {
            for piece in &text.pieces {
                pieces.push(match piece {
                    Piece::Literal(literal) => markdown::Piece::Source(literal),
                    Piece::Hole(_) => markdown::Piece::Hole,
                });
                spans.push(text.literal.span());
            }
        }
        Node::Element(element) if is_setting(element) => {}
        Node::Element(element) if element.tag == Some(Tag::Br) => {
            pieces.push(markdown::Piece::Source("  \n"));
            spans.push(element.span);
        }
        Node::Let(_) => {}
        _ => {
            pieces.push(markdown::Piece::Hole);
            spans.push(span_of(node));
        }
    }
}

/// Whether a fence stands behind control flow behind this one: what control flow makes may end with a line break, and
/// does not have to stand on the line of that fence.
fn may_end(nodes: &[Node], begun: &Fault) -> bool {
    let (mut pieces, mut spans) = (Vec::new(), Vec::new());
    let mut is_behind_flow = false;
    for node in nodes {
        let first = pieces.len();
        add_pieces(node, &mut pieces, &mut spans);
        if first <= begun.piece {
            continue;
        }
        is_behind_flow |= matches!(node, Node::If(_) | Node::For(_) | Node::Match(_));
        let own = pieces.get(first..).unwrap_or_default();
        let has_fence = own.iter().any(
            |piece| matches!(piece, markdown::Piece::Source(text) if text.contains(&begun.snippet)),
        );
        if is_behind_flow && has_fence {
            return true;
        }
    }
    false
}

fn span_of(node: &Node) -> Span {
    match node {
        Node::Element(element) => element.span,
        Node::Braces(braces) => braces.group.span(),
        Node::If(node) => first_span(&node.head),
        Node::For(node) => first_span(&node.head),
        Node::Match(node) => first_span(&node.head),
        Node::Text(text) => text.literal.span(),
        Node::Let(tokens) => first_span(tokens),
    }
}

fn first_span(tokens: &impl ToTokens) -> Span {
    let first = tokens.to_token_stream().into_iter().next();
    first.map_or_else(Span::call_site, |token| token.span())
}

/// Whether this stands for a value, which was reported: no name can hold one.
fn is_hole(character: char) -> bool {
    matches!(character, '\u{e000}'..='\u{f8ff}')
}

/// Whether a piece holds anything that the dialect could read as markup: most texts do not, and are not read.
fn may_hold_markup(piece: &markdown::Piece<'_>) -> bool {
    matches!(piece, markdown::Piece::Source(text) if text.contains(['*', '_', '~', '`', '[', '<', '!']))
}

fn collect_links<'a>(nodes: &'a [Node], links: &mut Vec<&'a Element>) {
    for node in nodes {
        match node {
            Node::Element(element) if element.tag == Some(Tag::Href) => links.push(element),
            Node::If(node) => node
                .branches()
                .0
                .into_iter()
                .for_each(|branch| collect_links(branch, links)),
            Node::For(node) => collect_links(&node.body, links),
            Node::Match(node) => node
                .arms
                .iter()
                .for_each(|arm| collect_links(&arm.body, links)),
            _ => {}
        }
    }
}
