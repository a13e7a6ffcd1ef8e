use std::fmt;

use crate::{
    Str,
    spec::{Limit, near::nearest},
    words::{AnyOf, Line, Name, push_segment},
};

/// Why a document could not be read as a card, and where.
///
/// ```
/// use message_card::Card;
///
/// let json = r#"{"elements":[{"tag":"text","content":{"type":"markdown","txt":"全部通过"}}]}"#;
/// let error = Card::from_json(json).unwrap_err();
/// assert_eq!(
///     error.to_string(),
///     "/elements/0/content/txt: unknown field `txt`, did you mean `text`?; expected `type` or `text`"
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct ReadError {
    /// Where: an RFC 6901 pointer into the document. Empty for the document as a whole.
    pub pointer: String,
    /// Why.
    pub kind: ReadErrorKind,
    /// Where in the text of the document, if that is known.
    pub position: Option<Position>,
}

/// A place in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The byte within the line, from 1.
    pub column: usize,
}

/// Why a document could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum ReadErrorKind {
    /// The document is larger than one that is read.
    TooLarge {
        /// How large it may be.
        limit: Limit,
        /// How large it is.
        had: usize,
    },
    /// The document nests deeper than one that is read.
    TooDeep {
        /// How deep it may nest.
        limit: Limit,
    },
    /// The document is not UTF-8.
    NotUtf8,
    /// The document begins with a byte order mark.
    ByteOrderMark,
    /// The document is not JSON; the text says why.
    Syntax(Str),
    /// An object has a field of this name twice.
    Duplicate(Str),
    /// A text holds the character U+0000.
    Nul,
    /// A value is of another type.
    WrongType {
        /// What stands there.
        found: &'static str,
        /// What has to stand there.
        expected: &'static str,
    },
    /// A field that may be left out is `null`.
    Null,
    /// The field of this name is missing.
    Missing(&'static str),
    /// An object has a field that this library does not know there.
    UnknownField {
        /// The field.
        found: Str,
        /// The fields that it knows there.
        allowed: &'static [&'static str],
    },
    /// A text is none of the names that may stand there.
    UnknownName {
        /// The text.
        found: Str,
        /// The names.
        allowed: &'static [&'static str],
    },
    /// A text without markup has an `href`, which belongs to markdown.
    PlainHref,
    /// The document is something else than a card.
    NotACard(Lookalike),
}

/// What a document that is not a card looks like.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Lookalike {
    /// A message that has the card at this pointer.
    Message(&'static str),
    /// A message of another kind than card.
    OtherMessage,
    /// A card of the newer WPS 365 dialect.
    NewerDialect,
    /// A card of the older dialect, with `msg_type` 23.
    OlderDialect,
    /// One element.
    Element,
}

impl ReadError {
    /// An error of the document as a whole, nowhere in its text.
    #[doc(hidden)]
    pub const fn new(kind: ReadErrorKind) -> Self {
        Self {
            pointer: String::new(),
            kind,
            position: None,
        }
    }

    pub(super) fn json(error: &serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        let text = error.to_string();
        let text = text
            .strip_suffix(&format!(" at line {line} column {column}"))
            .unwrap_or(&text);
        let kind = if text.starts_with("recursion limit exceeded") {
            ReadErrorKind::TooDeep {
                limit: crate::spec::DEPTH,
            }
        } else {
            ReadErrorKind::Syntax(Str::Owned(text.to_owned()))
        };
        Self::new(kind).at(line, column)
    }

    pub(super) fn at(mut self, line: usize, column: usize) -> Self {
        self.position = (line > 0).then_some(Position { line, column });
        self
    }

    /// Moves the pointer under the field or item of this name.
    pub(super) fn within(mut self, name: &str) -> Self {
        let mut pointer = String::with_capacity(1 + name.len() + self.pointer.len());
        push_segment(&mut pointer, name);
        pointer.push_str(&self.pointer);
        self.pointer = pointer;
        self
    }

    /// An error of this kind at `pointer`.
    #[doc(hidden)]
    pub fn at_pointer(pointer: String, kind: ReadErrorKind, position: Option<Position>) -> Self {
        Self {
            pointer,
            kind,
            position,
        }
    }

    /// Moves the pointer under `prefix`, the pointer of what was read in a larger document.
    #[must_use]
    pub fn prefixed(mut self, prefix: &str) -> Self {
        self.pointer.insert_str(0, prefix);
        self
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.pointer.is_empty(), self.position) {
            (true, None) => f.write_str("the document")?,
            (true, Some(position)) => write!(f, "{position}")?,
            (false, None) => write!(f, "{}", Line(&self.pointer))?,
            (false, Some(position)) => write!(f, "{} ({position})", Line(&self.pointer))?,
        }
        write!(f, ": {}", self.kind)
    }
}

impl fmt::Display for Position {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {} column {}", self.line, self.column)
    }
}

impl ReadErrorKind {
    /// A short name that does not change between versions.
    ///
    /// ```
    /// use message_card::{Card, ReadErrorKind};
    ///
    /// let error = Card::from_json("[]").unwrap_err();
    /// assert_eq!(error.kind.code(), "wrong-type");
    /// assert!(ReadErrorKind::CODES.contains(&"wrong-type"));
    /// ```
    pub const fn code(&self) -> &'static str {
        match self {
            Self::TooLarge { .. } => "too-large",
            Self::TooDeep { .. } => "too-deep",
            Self::NotUtf8 => "not-utf-8",
            Self::ByteOrderMark => "byte-order-mark",
            Self::Syntax(_) => "syntax",
            Self::Duplicate(_) => "duplicate",
            Self::Nul => "nul",
            Self::WrongType { .. } => "wrong-type",
            Self::Null => "null",
            Self::Missing(_) => "missing-field",
            Self::UnknownField { .. } => "unknown-field",
            Self::UnknownName { .. } => "unknown-word",
            Self::PlainHref => "plain-href",
            Self::NotACard(_) => "not-a-card",
        }
    }

    /// Every code, in the order of the variants.
    pub const CODES: &'static [&'static str] = &[
        "too-large",
        "too-deep",
        "not-utf-8",
        "byte-order-mark",
        "syntax",
        "duplicate",
        "nul",
        "wrong-type",
        "null",
        "missing-field",
        "unknown-field",
        "unknown-word",
        "plain-href",
        "not-a-card",
    ];
}

impl fmt::Display for ReadErrorKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge { limit, had } => write!(
                f,
                "the document has {had} bytes, at most {limit} of a card are read"
            ),
            Self::TooDeep { limit } => write!(
                f,
                "objects and arrays nest deeper than {}, the deepest that is read",
                limit.max
            ),
            Self::NotUtf8 => f.write_str("not UTF-8, which JSON has to be"),
            Self::ByteOrderMark => {
                f.write_str("the document begins with a byte order mark, remove it")
            }
            Self::Syntax(why) => write!(f, "not JSON: {}", Line(why)),
            Self::Duplicate(field) => {
                write!(f, "the field {} is there twice, remove one", Name(field))
            }
            Self::Nul => f.write_str("the text holds U+0000, remove it"),
            Self::WrongType { found, expected } => write!(f, "expected {expected}, found {found}"),
            Self::Null => f.write_str("found null, leave the field out instead"),
            Self::Missing(field) => write!(f, "missing field `{field}`"),
            Self::UnknownField { found, allowed } => unknown(f, "field", found, allowed),
            Self::UnknownName { found, allowed } => unknown(f, "name", found, allowed),
            Self::PlainHref => f.write_str(
                "`href` belongs to a text of type `markdown`, this one is `plainText`: use `link`",
            ),
            Self::NotACard(lookalike) => lookalike.fmt(f),
        }
    }
}

fn unknown(f: &mut fmt::Formatter<'_>, what: &str, found: &str, allowed: &[&str]) -> fmt::Result {
    write!(f, "unknown {what} {}", Name(found))?;
    if let Some(name) = nearest(found, allowed.iter().copied()) {
        write!(f, ", did you mean `{name}`?")?;
    }
    write!(f, "; expected {}", AnyOf(allowed))
}

impl fmt::Display for Lookalike {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Message(part) => write!(
                f,
                "this is a whole message, read its part `{part}`, which is the card"
            ),
            Self::OtherMessage => {
                f.write_str("this is a message of another kind, there is no card in it")
            }
            Self::NewerDialect => f.write_str(
                "this is a card of the newer WPS 365 dialect (`i18n_items`), which is another format: \
                 read it with `wps365::Card::from_json`",
            ),
            Self::OlderDialect => f.write_str(
                "this is a card of the older dialect, which has no `i18n_items`: read it with `Card::from_json`",
            ),
            Self::Element => f.write_str(
                "this is one element, read it as an `Element`, or put it into the `elements` of a card",
            ),
        }
    }
}

impl std::error::Error for ReadError {}
