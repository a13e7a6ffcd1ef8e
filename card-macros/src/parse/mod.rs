//! From tokens to a tree. Parsing never fails: there is always a tree, and beside it the mistakes.

mod control;
mod element;
mod words;

use card_model::spec::Tag;
use proc_macro2::{Group, TokenStream, TokenTree};
use syn::{
    Lit, LitStr, Token,
    ext::IdentExt,
    parse::{ParseStream, Parser as _},
    token::{Brace, Bracket},
};

use crate::{
    ast::{Braces, Element, Node},
    errors::Errors,
    format,
};

/// What is read, and the tags that are open around it.
pub(crate) struct Parser<'e> {
    errors: &'e mut Errors,
    open: Vec<String>,
}

/// Reads the markup of one card.
pub(crate) fn parse(markup: TokenStream, errors: &mut Errors) -> Option<Element> {
    let mut parser = Parser {
        errors,
        open: Vec::new(),
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
        let mut roots = roots.into_iter();
        let first = roots.next();
        for extra in roots {
            self.extra(&extra);
        }
        match first? {
            Node::Element(element) if matches!(element.tag, Some(Tag::Card)) => Some(element),
            Node::Element(element) => Some(self.wrapped(element)),
            other => {
                let tokens = tokens_of(&other);
                self.errors
                    .over(&tokens, "a card begins with `<card>` or `<>`")
                    .help("put this inside of `<card> … </card>`");
                None
            }
        }
    }

    /// A root that is no card, put into one: the rest of it is checked all the same.
    fn wrapped(&mut self, element: Element) -> Element {
        if element.tag.is_some() {
            self.errors
                .at(
                    element.span,
                    format!("`{}` cannot be the outermost tag", element.title()),
                )
                .help("put it inside of `<card> … </card>` or `<> … </>`");
        }
        Element {
            name: None,
            tag: Some(Tag::Card),
            span: element.span,
            attributes: Vec::new(),
            children: vec![Node::Element(element)],
            close: None,
            is_closed: false,
        }
    }

    fn extra(&mut self, node: &Node) {
        let mistake = match node {
            Node::Element(element) => self.errors.at(
                element.span,
                format!("`{}` stands after the end of the card", element.title()),
            ),
            other => self
                .errors
                .over(&tokens_of(other), "this stands after the end of the card"),
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

    /// Reads the nodes in a control flow's braces.
    pub(super) fn body(&mut self, group: &Group) -> Vec<Node> {
        let mut nodes = Vec::new();
        // A closing tag in here can only close what was opened in here.
        let outer = std::mem::take(&mut self.open);
        let read = |input: ParseStream<'_>| {
            self.nodes_into(input, &mut nodes, &|_| false);
            Ok(())
        };
        let _ = read.parse2(group.stream());
        self.open = outer;
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
            return group(input).map(|group| Node::Braces(Braces::new(group)));
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
