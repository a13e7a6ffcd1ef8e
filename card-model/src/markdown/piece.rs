//! What the compile-time check asks of a text, and what it is told.

use super::{fault::Fault, flow::Flow, mention::Mention, tree::Tree};

/// A part of a text that is to be read.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'a> {
    /// Markdown as its author wrote it.
    Source(&'a str),
    /// A value that is not known yet. It reads as a word.
    Hole,
}

/// A text that has been read.
#[doc(hidden)]
#[derive(Debug, Clone, PartialEq, Default)]
#[non_exhaustive]
pub struct Reading {
    /// What the text says; a hole is the text U+E000 in it.
    pub flow: Flow,
    /// Where each hole stands, in order.
    pub places: Vec<Place>,
    /// What each hole stands in, in order.
    pub around: Vec<Around>,
    /// The mentions in the sources.
    pub mentions: Vec<Mention>,
    /// Every mistake, in order.
    pub faults: Vec<Fault>,
    /// Every `$name` that a link uses, with the index of the piece that holds the link's end.
    pub variables: Vec<(String, usize)>,
}

impl Reading {
    /// What the text says, as a tree.
    pub fn tree(&self) -> Tree {
        self.flow.blocks().to_tree()
    }
}

/// What a hole stands in.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum Around {
    /// No label.
    #[default]
    Nothing,
    /// The label of a link.
    Link,
    /// The description of a picture.
    Image,
}

/// Where a hole stands.
#[doc(hidden)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Place {
    /// Among text.
    Text,
    /// In a code span or a code block.
    Code,
    /// At the start of a link's URL.
    UrlStart,
    /// Later in a link's URL.
    UrlPart,
    /// In a place that takes no value; which one.
    Forbidden(&'static str),
}
