use std::fmt;

use crate::{
    Str,
    markdown::{Fault, FaultKind},
    spec::{
        Limit, Unit,
        address::{APP_SCHEMES, SCHEMES, UrlFault},
    },
    words::{AnyOf, Bare, Cut, Line, Name, Names, Variable},
};

/// One way in which a card breaks the platform's rules.
///
/// ```
/// use message_card::{Action, Button, Card};
///
/// let card = Card::new().action(Action::new([Button::new("查看").url("/builds/1")]));
/// let violations = card.validate().unwrap_err();
/// let first = violations.iter().next().unwrap();
/// assert_eq!(first.pointer, "/elements/0/actions/0/url");
/// assert_eq!(first.rule.code(), "url");
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Violation {
    /// Where: an RFC 6901 pointer into the card's wire JSON. Empty for the card as a whole.
    pub pointer: String,
    /// What is wrong there.
    pub rule: Rule,
}

impl Violation {
    /// A violation at `pointer`.
    pub fn new(pointer: impl Into<String>, rule: Rule) -> Self {
        Self {
            pointer: pointer.into(),
            rule,
        }
    }
}

impl fmt::Display for Violation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.pointer.is_empty() {
            f.write_str("the card")?;
        } else {
            Line(&self.pointer).fmt(f)?;
        }
        write!(f, ": {}", self.rule)
    }
}

/// A rule of a card, with what was measured where it is broken.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Rule {
    /// A list holds more than it may.
    TooMany {
        /// How many there may be.
        limit: Limit,
        /// How many there are.
        had: usize,
    },
    /// A text, or all of them together, is longer than it may be.
    TooLong {
        /// How long it may be.
        limit: Limit,
        /// How long it is.
        had: usize,
    },
    /// A URL leads nowhere, or to where a card may not lead.
    Url(UrlFault),
    /// This is not an e-mail address.
    Email(Str),
    /// A name that the platform does not document.
    UnknownName {
        /// The name.
        found: Str,
        /// The names that it documents.
        allowed: &'static [&'static str],
    },
    /// A mistake in a markdown text: what its author meant as markup would be shown as text, or leads nowhere.
    Markdown(Fault),
    /// A markdown text names this variable, and the element's `href` does not define it.
    UndefinedVariable(Str),
    /// The element's `href` defines this variable, and its markdown does not name it.
    UnusedVariable(Str),
    /// A button does nothing.
    NoAction,
    /// A button does more than one thing.
    SeveralActions(Vec<&'static str>),
    /// An `action` has no buttons.
    EmptyAction,
    /// A `div` has no columns.
    EmptyDiv,
    /// The field of this name is there, but empty.
    Empty(&'static str),
    /// The field of this name has to be there.
    Missing(&'static str),
    /// A text holds this control character.
    ControlCharacter(char),
    /// The language of this name stands in `i18n` twice.
    DuplicateLanguage(Str),
    /// A card has neither a header nor elements.
    EmptyCard,
    /// A column of a `div` is not markdown.
    PlainColumn,
    /// The text of a `picText` has links of its own per client.
    HrefInPicText,
    /// A `picText` has a link, and its text has another.
    SecondLink,
    /// A markdown text mentions the person with this id, and the message's `mentions` do not say who that is.
    UndefinedMention(Str),
    /// A number of a message is out of its range; a card has none.
    OutOfRange {
        /// The number.
        found: Str,
        /// The least that it may be.
        least: Str,
        /// The most that it may be.
        most: Str,
    },
}

impl Rule {
    /// A short name that does not change between versions.
    pub fn code(&self) -> &'static str {
        match self {
            Self::TooMany { .. } => "too-many",
            Self::TooLong { .. } => "too-long",
            Self::Url(_) => "url",
            Self::Email(_) => "email",
            Self::UnknownName { .. } => "unknown-name",
            Self::Markdown(_) => "markdown",
            Self::UndefinedVariable(_) => "undefined-variable",
            Self::UnusedVariable(_) => "unused-variable",
            Self::NoAction => "no-action",
            Self::SeveralActions(_) => "several-actions",
            Self::EmptyAction => "empty-action",
            Self::EmptyDiv => "empty-div",
            Self::Empty(_) => "empty",
            Self::Missing(_) => "missing",
            Self::ControlCharacter(_) => "control-character",
            Self::DuplicateLanguage(_) => "duplicate-language",
            Self::EmptyCard => "empty-card",
            Self::PlainColumn => "plain-column",
            Self::HrefInPicText => "href-in-pic-text",
            Self::SecondLink => "second-link",
            Self::UndefinedMention(_) => "undefined-mention",
            Self::OutOfRange { .. } => "out-of-range",
        }
    }

    /// Every code that a card can get, in the order of the variants: all but `undefined-mention` and `out-of-range`.
    pub const CODES: &'static [&'static str] = &[
        "too-many",
        "too-long",
        "url",
        "email",
        "unknown-name",
        "markdown",
        "undefined-variable",
        "unused-variable",
        "no-action",
        "several-actions",
        "empty-action",
        "empty-div",
        "empty",
        "missing",
        "control-character",
        "duplicate-language",
        "empty-card",
        "plain-column",
        "href-in-pic-text",
        "second-link",
    ];
}

impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooMany { limit, had } => over(f, *limit, *had, "take out"),
            Self::TooLong { limit, had } => over(f, *limit, *had, "shorten it by"),
            Self::Url(fault) => url(f, fault),
            Self::Email(email) => write!(
                f,
                "{} is not an e-mail address, write it as `name@host`",
                Name(email)
            ),
            Self::UnknownName { found, allowed } => {
                write!(f, "unknown name {}, use {}", Name(found), AnyOf(allowed))
            }
            Self::Markdown(fault) => markdown(f, fault),
            Self::UndefinedVariable(name) => write!(
                f,
                "no `href` defines {}, add it to the element's `href`",
                Variable(name)
            ),
            Self::UnusedVariable(name) => write!(
                f,
                "nothing in the text leads to {}, remove it or write `[label]({})`",
                Name(name),
                Bare(&format!("${name}"))
            ),
            Self::NoAction => {
                f.write_str("the button does nothing, give it `key`, `url` or `href`")
            }
            Self::SeveralActions(fields) => write!(
                f,
                "the button does several things, keep one of {}",
                Names(fields, "and")
            ),
            Self::EmptyAction => f.write_str("the `action` has no buttons, add one or remove it"),
            Self::EmptyDiv => f.write_str("the `div` has no columns, add one or remove it"),
            Self::Empty(field) => write!(f, "`{field}` is empty, give it a value"),
            Self::Missing(field) => write!(f, "`{field}` is missing, add it"),
            Self::ControlCharacter(c) => {
                write!(
                    f,
                    "the text holds the control character U+{:04X}, remove it",
                    u32::from(*c)
                )
            }
            Self::DuplicateLanguage(lang) => {
                write!(
                    f,
                    "the language {} is there twice, keep one of them",
                    Name(lang)
                )
            }
            Self::EmptyCard => f.write_str("has neither a header nor elements, add one of them"),
            Self::PlainColumn => f.write_str(
                "a column of a `div` is documented for `markdown` only, make it a `markdown` text",
            ),
            Self::HrefInPicText => f.write_str(
                "no `href` is documented for `picText`, put a `link` on the `picText` instead",
            ),
            Self::SecondLink => {
                f.write_str("both the `picText` and its text have a `link`, keep the first")
            }
            Self::UndefinedMention(id) => write!(
                f,
                "nobody in `mentions` has the id {}, add who that is",
                Name(id)
            ),
            Self::OutOfRange { found, least, most } => {
                write!(f, "{} is out of range, use {least} to {most}", Name(found))
            }
        }
    }
}

fn over(f: &mut fmt::Formatter<'_>, limit: Limit, had: usize, advice: &str) -> fmt::Result {
    let unit = match limit.unit {
        Unit::Chars => "characters",
        Unit::Bytes => "bytes",
        Unit::Items => "items",
    };
    let (max, excess) = (limit.max, had.saturating_sub(limit.max));
    write!(
        f,
        "holds {had} {unit}, at most {max} are allowed: {advice} {excess}"
    )
}

fn markdown(f: &mut fmt::Formatter<'_>, fault: &Fault) -> fmt::Result {
    let place = match fault.kind {
        FaultKind::Url(_) => format!("`{}`: ", fault.snippet),
        _ => String::new(),
    };
    let text = format!("{place}{fault}: {}", fault.help());
    write!(f, "{}", Cut(&text, 400))
}

fn url(f: &mut fmt::Formatter<'_>, fault: &UrlFault) -> fmt::Result {
    write!(f, "{fault}")?;
    match fault {
        UrlFault::Empty => f.write_str(", say where it leads"),
        UrlFault::Relative => f.write_str(": begin it with `https://`"),
        UrlFault::Scheme(_) => {
            let mut known = SCHEMES.to_vec();
            for (name, _) in APP_SCHEMES {
                known.push(name);
            }
            write!(f, ", use {}", AnyOf(&known))
        }
        _ => Ok(()),
    }
}

/// All the ways in which a card breaks the platform's rules: at least one.
///
/// Displayed, it is one line per violation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violations(Vec<Violation>);

impl Violations {
    /// `Ok` where nothing was found.
    ///
    /// # Errors
    ///
    /// The violations, if there are some.
    pub fn check(found: Vec<Violation>) -> Result<(), Self> {
        if found.is_empty() {
            Ok(())
        } else {
            Err(Self(found))
        }
    }

    /// The violations, in the order of the card's wire JSON.
    pub fn iter(&self) -> std::slice::Iter<'_, Violation> {
        self.0.iter()
    }

    /// How many there are: at least one.
    #[expect(clippy::len_without_is_empty, reason = "it is never empty")]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Moves every pointer under `prefix`, the pointer of the card in a larger document.
    #[must_use]
    pub fn prefixed(mut self, prefix: &str) -> Self {
        for violation in &mut self.0 {
            violation.pointer.insert_str(0, prefix);
        }
        self
    }
}

impl fmt::Display for Violations {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (number, violation) in self.0.iter().enumerate() {
            if number > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{violation}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Violations {}

impl IntoIterator for Violations {
    type Item = Violation;
    type IntoIter = std::vec::IntoIter<Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<'a> IntoIterator for &'a Violations {
    type Item = &'a Violation;
    type IntoIter = std::slice::Iter<'a, Violation>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}
