//! From tokens to a tree. Parsing never fails: there is always a tree, and beside it the mistakes.

mod attribute;
mod braces;
mod close;
mod control;
mod element;
mod words;

use card_model::spec::Tag;
use element::is_headless_tag;
use proc_macro2::{Group, Span, TokenStream, TokenTree};
use syn::{
    Lit, LitStr, Token,
    ext::IdentExt,
    parse::{ParseStream, Parser as _},
    token::{Brace, Bracket},
};

use crate::{
    ast::{Element, Node},
    errors::Errors,
    format,
};

/// What is read, and the tags that are open around it.
pub(crate) struct Parser<'e> {
    errors: &'e mut Errors,
    open: Vec<String>,
    /// How many bodies of control flow are around what is read.
    bodies: usize,
    /// `</card>` where no card is open: a mistake of its own only if there is a card.
    ends: Vec<Span>,
}

/// Reads the markup of one card.
pub(crate) fn parse(markup: TokenStream, errors: &mut Errors) -> Option<Element> {
    let mut parser = Parser {
        errors,
        open: Vec::new(),
        bodies: 0,
        ends: Vec::new(),
    };
    let root = |input: ParseStream<'_>| Ok(parser.root(input));
    // The closure takes every token and returns `Ok`, so there is no error to lose.
    root.parse2(markup).ok().flatten()
}

impl Parser<'_> {
    fn root(&mut self, input: ParseStream<'_>) -> Option<Element> {
        if input.is_empty() {
            self.errors
                .at(input.span(), "the card is missing")
                .help("write `card! { <card> … </card> }`");
            return None;
        }
        let mut roots = Vec::new();
        self.nodes_into(input, &mut roots, &|_| false);
        roots.retain(|root| !is_unread(root));
        let is_card =
            |root: &Node| matches!(root, Node::Element(root) if root.tag == Some(Tag::Card));
        let Some(at) = roots.iter().position(is_card) else {
            return self.without_card(roots);
        };
        for end in std::mem::take(&mut self.ends) {
            self.closes_nothing("card", end);
        }
        let card = roots.remove(at);
        for extra in &roots {
            self.extra(extra);
        }
        match card {
            Node::Element(card) => Some(card),
            _ => None,
        }
    }

    /// Nodes without a card around them, put into one: they are checked all the same.
    fn without_card(&mut self, roots: Vec<Node>) -> Option<Element> {
        let first = roots.first()?;
        // Where `<card>` was misspelt, that was reported already.
        if self.errors.is_empty() {
            match first {
                Node::Element(element) if element.tag.is_some() => self
                    .errors
                    .at(
                        element.span,
                        format!("`{}` cannot be the outermost tag", element.title()),
                    )
                    .help("put it inside of `<card> … </card>` or `<> … </>`"),
                Node::Element(_) => return Some(card_around(roots)),
                other => self
                    .errors
                    .over(&tokens_of(other), "a card begins with `<card>` or `<>`")
                    .help("put this inside of `<card> … </card>`"),
            };
        }
        Some(card_around(roots))
    }

    fn extra(&mut self, node: &Node) {
        let mistake = match node {
            Node::Element(element) => self.errors.at(
                element.span,
                format!("`{}` stands outside of the card", element.title()),
            ),
            other => self
                .errors
                .over(&tokens_of(other), "this stands outside of the card"),
        };
        mistake.help("a card has one outermost tag: move this inside of it");
    }

    /// Reads nodes until `is_end`, or until nothing is left.
    pub(super) fn nodes_into(
        &mut self,
        input: ParseStream<'_>,
        nodes: &mut Vec<Node>,
        is_end: &dyn Fn(ParseStream<'_>) -> bool,
    ) {
        while !input.is_empty() && !is_end(input) {
            if let Some(node) = self.node(input) {
                nodes.push(node);
            }
        }
    }

    /// Whether nothing is open around what is read.
    pub(super) fn is_outermost(&self) -> bool {
        self.open.is_empty() && self.bodies == 0
    }

    /// Reads a tag that lacks its `<`.
    fn headless(&mut self, input: ParseStream<'_>) -> Option<Element> {
        let name = input.call(syn::Ident::parse_any).ok()?;
        self.errors
            .at(name.span(), format!("`<` is missing before `{name}`"))
            .help(format!("write `<{name}`, or quote it if it is text"));
        let span = name.span();
        Some(self.element_from(input, Some(name), span))
    }

    /// Reads the nodes in a control flow's braces.
    pub(super) fn body(&mut self, group: &Group) -> Vec<Node> {
        let mut nodes = Vec::new();
        // A closing tag in here can only close what was opened in here.
        let outer = std::mem::take(&mut self.open);
        self.bodies += 1;
        let read = |input: ParseStream<'_>| {
            self.nodes_into(input, &mut nodes, &|_| false);
            Ok(())
        };
        let _ = read.parse2(group.stream());
        self.open = outer;
        self.bodies -= 1;
        nodes
    }

    fn node(&mut self, input: ParseStream<'_>) -> Option<Node> {
        if input.peek(Token![<]) && input.peek2(Token![/]) {
            self.stray_close(input);
            return None;
        }
        if input.peek(Token![<]) {
            return Some(self.element(input).map_or_else(unread, Node::Element));
        }
        if input.peek(Brace) {
            return group(input).map(|group| self.braces(group));
        }
        if input.peek(LitStr) {
            let literal = input.parse::<LitStr>().ok()?;
            return Some(Node::Text(format::read(literal, self.errors)));
        }
        if let Some(node) = self.control(input) {
            return Some(node);
        }
        if input.peek(Token![#]) && input.peek2(Bracket) {
            self.rust_attribute(input);
            return None;
        }
        if is_headless_tag(input) {
            return self.headless(input).map(Node::Element);
        }
        self.bare_words(input);
        Some(unread())
    }
}

/// What stands for a part that could not be read. It was reported, and may have been whatever was missing without it.
pub(super) fn unread() -> Node {
    Node::Let(TokenStream::new())
}

/// Whether this is [`unread`].
pub(crate) fn is_unread(node: &Node) -> bool {
    matches!(node, Node::Let(tokens) if tokens.is_empty())
}

fn card_around(children: Vec<Node>) -> Element {
    Element {
        name: None,
        tag: Some(Tag::Card),
        span: Span::call_site(),
        attributes: Vec::new(),
        children,
        close: None,
        is_closed: false,
    }
}

/// Takes the next token if it is a group.
pub(super) fn group(input: ParseStream<'_>) -> Option<Group> {
    match input.parse::<TokenTree>() {
        Ok(TokenTree::Group(group)) => Some(group),
        _ => None,
    }
}

/// Whether the next token is this word.
pub(super) fn peek_word(input: ParseStream<'_>, word: &str) -> bool {
    input.peek(syn::Ident::peek_any)
        && input
            .fork()
            .call(syn::Ident::parse_any)
            .is_ok_and(|ident| ident == word)
}

/// What a literal other than a string looks like as text.
pub(super) fn literal_text(literal: &Lit) -> String {
    match literal {
        Lit::Char(c) => c.value().to_string(),
        Lit::ByteStr(bytes) => String::from_utf8_lossy(&bytes.value()).into_owned(),
        Lit::CStr(text) => text.value().to_string_lossy().into_owned(),
        other => quote::ToTokens::to_token_stream(other).to_string(),
    }
}

fn tokens_of(node: &Node) -> TokenStream {
    match node {
        Node::Element(element) => quote::ToTokens::to_token_stream(&element.name),
        Node::Text(text) => quote::ToTokens::to_token_stream(&text.literal),
        Node::Braces(braces) => TokenTree::Group(braces.group.clone()).into(),
        Node::If(node) => node.head.clone(),
        Node::For(node) => node.head.clone(),
        Node::Match(node) => node.head.clone(),
        Node::Let(tokens) => tokens.clone(),
    }
}
