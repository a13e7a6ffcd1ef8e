//! What an editor needs to complete, explain and find tags and attributes: a path to a documented item for each, with
//! the user's own spans. It comes before the errors and does not depend on them, because the editor expands twice, once
//! with a word of its own at the cursor, and needs both expansions to have the same shape.

use proc_macro2::TokenStream;
use quote::quote;

use crate::ast::{Element, Node};

/// Paths to the items of every tag and attribute in the card.
pub(crate) fn paths(card: &Element, private: &TokenStream) -> TokenStream {
    let mut paths = TokenStream::new();
    element(card, private, &mut paths);
    quote!(const _: () = { #paths };)
}

fn element(element: &Element, private: &TokenStream, paths: &mut TokenStream) {
    if let Some(name) = &element.name {
        paths.extend(quote!(#[allow(unused_imports)] use #private::ide::#name as _;));
        for attribute in &element.attributes {
            let attribute = &attribute.name;
            paths.extend(quote!(let _ = #private::ide::#name::#attribute;));
        }
    }
    if let Some(close) = &element.close {
        paths.extend(quote!(#[allow(unused_imports)] use #private::ide::#close as _;));
    }
    nodes(&element.children, private, paths);
}

fn nodes(list: &[Node], private: &TokenStream, paths: &mut TokenStream) {
    for node in list {
        match node {
            Node::Element(child) => element(child, private, paths),
            Node::If(node) => node
                .branches()
                .0
                .into_iter()
                .for_each(|branch| nodes(branch, private, paths)),
            Node::For(node) => nodes(&node.body, private, paths),
            Node::Match(node) => node
                .arms
                .iter()
                .for_each(|arm| nodes(&arm.body, private, paths)),
            Node::Text(_) | Node::Braces(_) | Node::Let(_) => {}
        }
    }
}
