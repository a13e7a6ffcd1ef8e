//! The tree of a card's markup, as it was written.

use card_model::{markdown::Place, spec::Tag};
use proc_macro2::{Group, Ident, Span, TokenStream};
use syn::{Lit, LitStr};

/// A part of the markup.
pub(crate) enum Node {
    Element(Element),
    Text(Text),
    Braces(Braces),
    If(If),
    For(For),
    Match(Match),
    Let(TokenStream),
}

/// `<tag …>…</tag>`, `<tag …/>` or `<>…</>`.
pub(crate) struct Element {
    /// The name as typed; `None` for `<>`.
    pub(crate) name: Option<Ident>,
    /// The tag, if there is one with this name. `<>` is a card.
    pub(crate) tag: Option<Tag>,
    /// Where to point for the element as a whole: its name.
    pub(crate) span: Span,
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) children: Vec<Node>,
    /// The name in the closing tag.
    pub(crate) close: Option<Ident>,
    /// Whether its end was found. Where it was not, its children may be its siblings.
    pub(crate) is_closed: bool,
}

/// `name=value`, or `name` alone.
pub(crate) struct Attribute {
    pub(crate) name: Ident,
    pub(crate) value: Value,
}

/// What an attribute is given.
pub(crate) enum Value {
    Text(Text),
    Literal(Lit),
    Braces(Braces),
    /// The name stands alone.
    Flag,
    /// An error about the value was reported already.
    Broken,
}

/// A quoted text, read as a format string.
pub(crate) struct Text {
    pub(crate) literal: LitStr,
    pub(crate) pieces: Vec<Piece>,
}

/// A part of a quoted text.
pub(crate) enum Piece {
    Literal(String),
    Hole(Hole),
}

/// `{name}` or `{name:spec}` in a quoted text.
pub(crate) struct Hole {
    pub(crate) name: Ident,
    /// The format specification, without the colon.
    pub(crate) spec: Option<String>,
    /// Where in the markdown around it the hole stands.
    pub(crate) place: Place,
}

/// `{expression}`.
pub(crate) struct Braces {
    pub(crate) group: Group,
    /// Where in the markdown around it the braces stand.
    pub(crate) place: Place,
}

/// `if … { } else { }`.
pub(crate) struct If {
    /// `if` and the condition.
    pub(crate) head: TokenStream,
    pub(crate) body: Vec<Node>,
    pub(crate) or_else: Option<Else>,
}

/// What follows `else`.
pub(crate) enum Else {
    If(Box<If>),
    Body(Vec<Node>),
}

/// `for … in … { }`.
pub(crate) struct For {
    /// All before the body.
    pub(crate) head: TokenStream,
    pub(crate) body: Vec<Node>,
}

/// `match … { }`.
pub(crate) struct Match {
    /// `match` and what is matched.
    pub(crate) head: TokenStream,
    pub(crate) arms: Vec<Arm>,
}

/// `pattern => …`.
pub(crate) struct Arm {
    /// The pattern and its guard.
    pub(crate) head: TokenStream,
    pub(crate) body: Vec<Node>,
}

impl Element {
    /// The name in messages: `<tag>`, or `<>`.
    pub(crate) fn title(&self) -> String {
        match &self.name {
            Some(name) => format!("<{name}>"),
            None => "<>".to_owned(),
        }
    }

    /// The attribute with this name, the first if there are several.
    pub(crate) fn attribute(&self, attribute: card_model::spec::Attribute) -> Option<&Attribute> {
        self.attributes
            .iter()
            .find(|given| given.name == attribute.name())
    }
}

impl Braces {
    pub(crate) fn new(group: Group) -> Self {
        Self {
            group,
            place: Place::Text,
        }
    }
}

impl If {
    /// The bodies of every branch; whether one of them always runs.
    pub(crate) fn branches(&self) -> (Vec<&[Node]>, bool) {
        let mut branches = vec![self.body.as_slice()];
        let mut rest = &self.or_else;
        loop {
            match rest {
                None => return (branches, false),
                Some(Else::Body(body)) => {
                    branches.push(body);
                    return (branches, true);
                }
                Some(Else::If(next)) => {
                    branches.push(&next.body);
                    rest = &next.or_else;
                }
            }
        }
    }

    /// The bodies of every branch.
    pub(crate) fn branches_mut(&mut self) -> Vec<&mut Vec<Node>> {
        let mut branches = vec![&mut self.body];
        let mut rest = &mut self.or_else;
        loop {
            match rest {
                None => return branches,
                Some(Else::Body(body)) => {
                    branches.push(body);
                    return branches;
                }
                Some(Else::If(next)) => {
                    let next = &mut **next;
                    branches.push(&mut next.body);
                    rest = &mut next.or_else;
                }
            }
        }
    }
}
