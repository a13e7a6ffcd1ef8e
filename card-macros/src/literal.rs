//! Lists that are literal in the markup: they become constants, and cost nothing when the card is built.

use card_model::spec::Tag;
use proc_macro2::TokenStream;
use quote::quote;

use crate::ast::{Element, Node, Piece, Text};

/// All that a text with markup holds, if there is something and all of it is literal.
pub(crate) fn parts<'n>(
    nodes: impl IntoIterator<Item = &'n Node>,
    home: &TokenStream,
) -> Option<TokenStream> {
    let mut parts = Parts {
        home,
        text: String::new(),
        out: TokenStream::new(),
    };
    for node in nodes {
        parts.node(node)?;
    }
    parts.finish()
}

/// All columns of a div, if there are some and each is a literal text without attributes.
pub(crate) fn columns<'n>(
    nodes: impl IntoIterator<Item = &'n Node>,
    home: &TokenStream,
) -> Option<TokenStream> {
    let mut out = TokenStream::new();
    for node in nodes {
        let Node::Element(column) = node else {
            return None;
        };
        if column.tag != Some(Tag::Markdown) || !column.attributes.is_empty() {
            return None;
        }
        let parts = parts(&column.children, home)?;
        out.extend(quote!(#home::literal::column(#parts),));
    }
    list(&out)
}

/// A constant list of what is in the tokens, if there is something.
fn list(items: &TokenStream) -> Option<TokenStream> {
    (!items.is_empty()).then(|| quote!(const { &[#items] }))
}

struct Parts<'a> {
    home: &'a TokenStream,
    /// Text that is not written yet: neighbours become one.
    text: String,
    out: TokenStream,
}

impl Parts<'_> {
    fn node(&mut self, node: &Node) -> Option<()> {
        match node {
            Node::Text(text) => self.text(text),
            Node::Element(element) if element.attributes.is_empty() => self.element(element),
            _ => None,
        }
    }

    fn text(&mut self, text: &Text) -> Option<()> {
        for piece in &text.pieces {
            let Piece::Literal(literal) = piece else {
                return None;
            };
            self.text.push_str(literal);
        }
        Some(())
    }

    fn element(&mut self, element: &Element) -> Option<()> {
        let home = self.home;
        let name = match element.tag? {
            Tag::Br if element.children.is_empty() => {
                self.flush();
                self.out.extend(quote!(#home::literal::BREAK,));
                return Some(());
            }
            Tag::B => quote!(bold),
            Tag::I => quote!(italic),
            Tag::S => quote!(strike),
            _ => return None,
        };
        let children = parts(&element.children, home)?;
        self.flush();
        self.out.extend(quote!(#home::literal::#name(#children),));
        Some(())
    }

    fn flush(&mut self) {
        if !self.text.is_empty() {
            let (home, text) = (self.home, std::mem::take(&mut self.text));
            self.out.extend(quote!(#home::literal::source(#text),));
        }
    }

    fn finish(mut self) -> Option<TokenStream> {
        self.flush();
        list(&self.out)
    }
}
