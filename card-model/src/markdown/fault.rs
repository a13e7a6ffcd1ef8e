//! What is wrong with a text, in its author's words.

use std::fmt;

use crate::spec::address::UrlFault;

/// A mistake in a markdown text.
#[doc(hidden)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fault {
    /// What is wrong.
    pub kind: FaultKind,
    /// The index of the piece that it is in.
    pub piece: usize,
    /// The byte of the piece at which it begins.
    pub offset: usize,
    /// The text to look at.
    pub snippet: String,
}

/// What is wrong with a markdown text.
#[doc(hidden)]
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum FaultKind {
    /// A delimiter has no partner.
    Unpaired,
    /// A pair of delimiters has a blank inside, so that it is no pair.
    Blank,
    /// A closing delimiter follows punctuation and is followed by a letter, so that it does not close.
    Closing,
    /// An opening delimiter follows a letter and is followed by punctuation, so that it does not open.
    Opening,
    /// A run of backticks has no partner.
    UnclosedCode,
    /// A fence has no partner, so that everything behind it is code.
    UnclosedFence,
    /// A tag that the dialect does not have.
    UnknownTag(String),
    /// A tag that does not end, or is written in a way that no reader takes.
    BrokenTag,
    /// A tag without its closing tag.
    UnclosedTag(&'static str),
    /// A closing tag without its opening tag.
    StrayTag,
    /// A tag that begins inside of something and ends outside of it, or the other way round.
    Nesting,
    /// A `font` without `color`.
    NoColor,
    /// An `at` without `email`.
    NoEmail,
    /// An e-mail address that is none.
    Email(String),
    /// An attribute that the tag does not have.
    Attribute {
        /// The tag.
        tag: &'static str,
        /// The attribute.
        name: String,
    },
    /// A link that leads nowhere.
    EmptyLink,
    /// A URL that a card may not lead to.
    Url(UrlFault),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let snippet = &self.snippet;
        match &self.kind {
            FaultKind::Unpaired => {
                write!(f, "`{snippet}` has no partner, it would be shown as text")
            }
            FaultKind::Blank => write!(
                f,
                "`{snippet}` has a blank inside of its delimiters, they would be shown as text"
            ),
            FaultKind::Closing => write!(
                f,
                "`{snippet}` is not closed: the delimiter stands between punctuation and a letter"
            ),
            FaultKind::Opening => write!(
                f,
                "`{snippet}` is not opened: the delimiter stands between a letter and punctuation"
            ),
            FaultKind::UnclosedCode => {
                write!(f, "the code that `` {snippet} `` begins does not end")
            }
            FaultKind::UnclosedFence => {
                write!(f, "the code block that `` {snippet} `` begins does not end")
            }
            FaultKind::EmptyLink => write!(f, "the link `{snippet}` leads nowhere"),
            FaultKind::Url(fault) => write!(f, "{fault}"),
            _ => self.write_tag(f),
        }
    }
}

impl std::error::Error for Fault {}

impl Fault {
    /// What is wrong with a tag.
    fn write_tag(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let snippet = &self.snippet;
        match &self.kind {
            FaultKind::UnknownTag(name) if name.starts_with('!') => {
                write!(
                    f,
                    "`{snippet}` would be shown as text, a card has no comments"
                )
            }
            FaultKind::UnknownTag(_) => {
                write!(f, "unknown tag `{snippet}`, it would be shown as text")
            }
            FaultKind::BrokenTag => write!(f, "the tag `{snippet}` is not written as one"),
            FaultKind::UnclosedTag(_) => write!(f, "`{snippet}` is not closed"),
            FaultKind::StrayTag => write!(f, "`{snippet}` closes a tag that is not open"),
            FaultKind::Nesting => write!(f, "`{snippet}` is wrongly nested"),
            FaultKind::NoColor => write!(f, "`{snippet}` has no `color`"),
            FaultKind::NoEmail => write!(f, "`{snippet}` has no `email`"),
            FaultKind::Email(email) => {
                write!(f, "`{}` is not an e-mail address", email.escape_debug())
            }
            FaultKind::Attribute { tag, name } => {
                write!(f, "`{tag}` has no attribute `{}`", name.escape_debug())
            }
            _ => f.write_str(snippet),
        }
    }

    /// What to do about it.
    pub fn help(&self) -> String {
        let snippet = &self.snippet;
        match &self.kind {
            FaultKind::Unpaired => format!(
                "add the missing `{snippet}`, with no blank between it and its text, or write it full-width, `{}`, if it is meant as text",
                full_width(snippet)
            ),
            FaultKind::Blank => "remove the blank between the delimiter and the text".to_owned(),
            FaultKind::Closing => {
                "put a blank after the closing delimiter, or the punctuation outside: `**注意**：请`".to_owned()
            }
            FaultKind::Opening => {
                "put a blank before the opening delimiter, or the punctuation outside: `请（**注意**）`".to_owned()
            }
            FaultKind::UnclosedCode => "close it with as many backticks, in the same paragraph".to_owned(),
            FaultKind::UnclosedFence => {
                format!("end it with `` {snippet} `` on a line of its own")
            }
            FaultKind::UnknownTag(name) => unknown_tag_help(name),
            FaultKind::BrokenTag => {
                "write `<font color='red'>…</font>` or `<at email=\"name@host\">…</at>`, on one line".to_owned()
            }
            FaultKind::UnclosedTag(name) => {
                format!("add `</{name}>` in the same paragraph, list item or table cell")
            }
            FaultKind::StrayTag => "remove it, or add the opening tag before it, in the same paragraph".to_owned(),
            FaultKind::Nesting => {
                "close first what was opened last: `**<font color='red'>…</font>**`".to_owned()
            }
            FaultKind::NoColor => "name the colour: `<font color='red'>`".to_owned(),
            FaultKind::NoEmail => "say who is meant: `<at email=\"name@host\">`".to_owned(),
            FaultKind::Email(_) => "write one address, such as `name@wps.cn`".to_owned(),
            FaultKind::Attribute { tag: "font", .. } => "`font` takes `color` alone".to_owned(),
            FaultKind::Attribute { .. } => "`at` takes `email` alone".to_owned(),
            FaultKind::EmptyLink => {
                "write a URL, `[label](https://…)`, or a variable, `[label]($name)`".to_owned()
            }
            FaultKind::Url(fault) => fault.help(),
        }
    }
}

fn full_width(delimiter: &str) -> String {
    let mut wide = String::new();
    for c in delimiter.chars() {
        wide.push(match c {
            '*' => '＊',
            '_' => '＿',
            '~' => '～',
            other => other,
        });
    }
    wide
}

fn unknown_tag_help(name: &str) -> String {
    let lower = name.to_ascii_lowercase();
    let instead = match lower.as_str() {
        "b" | "strong" => "write `**…**` for bold text",
        "i" | "em" => "write `*…*` for italic text",
        "s" | "del" | "strike" => "write `~~…~~` to strike text through",
        "a" => "write `[label](https://…)` for a link",
        "img" => "write `![alt](https://…)`, or use the element `img`",
        "font" | "at" | "br" => return format!("write the name in lower case: `{lower}`"),
        name if name.starts_with('!') => "remove it; comments belong into the program",
        _ => {
            "a text knows `<font color='red'>`, `<at email=\"…\">` and `<br>`; for an angle bracket write `＜`"
        }
    };
    instead.to_owned()
}
