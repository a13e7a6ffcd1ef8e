//! Text with markup: how it is held, read and written.
//!
//! A [`Markdown`] is a list of [`Inline`] parts. The author's own markup is a [`Inline::Source`] and reaches the wire byte
//! for byte; everything that comes from elsewhere is an [`Inline::Text`] and stays text. [`Markdown::tree`] reads the whole
//! as a tree of [`Block`]s, by the one parser behind the compile-time check, the renderers and the preview. What it reads is
//! a [`Flow`], one row of parts, which the renderers walk over as it is.

mod build;
#[doc(hidden)]
pub mod character;
mod delimiter;
mod dialect;
mod escape;
mod fault;
mod fill;
mod flank;
mod flow;
mod inline;
mod line;
mod mention;
mod parse;
mod piece;
mod prepare;
mod quick;
mod sound;
mod tag;
mod tree;
mod view;
mod write;

pub(crate) use self::{sound::is_sound, write::write_json};

pub use self::tree::{Alignment, Block, Span, Tree};
#[doc(hidden)]
pub use self::{
    fault::{Fault, FaultKind},
    flow::Flow,
    mention::{Instead, Mention, Mentioned, Person, Site},
    parse::read,
    piece::{Piece, Place, Reading},
    view::{BlockRef, Blocks, Cells, Form, Forms, Items, Leaf, Rows, SpanRef, Spans, TargetRef},
};

use crate::{Fallback, Href, Link, List, Str, clean::clean};

/// A text with markup: the wire's `text` element with `content.type` `markdown`.
///
/// ```
/// use message_card::Markdown;
///
/// let author = "*林亮*";
/// let markdown = Markdown::new().source("**负责人** ").text(author);
/// assert_eq!(
///     serde_json::to_string(&markdown)?,
///     r#"{"tag":"text","content":{"type":"markdown","text":"**负责人** ＊林亮＊"}}"#
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Source: `open-xz.wps.cn/pages/develop-guide/card/build-card/text`.
#[derive(Debug, Clone, PartialEq, Default)]
#[must_use]
#[non_exhaustive]
pub struct Markdown {
    /// The parts, in order.
    pub content: List<Inline>,
    /// The links that the text names as `[label]($name)`.
    pub href: Href,
    /// Where a click on the text leads.
    pub link: Option<Box<Link>>,
    /// What stands for the text on a target that cannot show it.
    pub fallback: Option<Box<Fallback>>,
}

/// A part of a [`Markdown`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum Inline {
    /// Markdown as its author wrote it; written byte for byte.
    Source(Str),
    /// Data: whatever it holds, it is shown as text.
    Text(Str),
    /// Data inside a code span that the surrounding [`Inline::Source`] opened and closes.
    Code(Str),
    /// A line break.
    Break,
    /// Bold text.
    Bold(List<Inline>),
    /// Italic text.
    Italic(List<Inline>),
    /// Text that is struck through.
    Strike(List<Inline>),
    /// Text in a colour.
    Font {
        /// The colour, as the platform's `color` attribute takes it. Which names it knows is not documented.
        color: Str,
        /// The text.
        children: List<Inline>,
    },
    /// A mention of a person.
    At {
        /// The person's e-mail address.
        email: Str,
        /// The name to show; the platform fills in an empty one.
        name: Str,
    },
    /// A link.
    Link {
        /// Where it leads.
        target: LinkTarget,
        /// What is clicked.
        children: List<Inline>,
    },
}

/// Where an [`Inline::Link`] leads.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum LinkTarget {
    /// To this URL.
    Url(Str),
    /// To the entry of the element's [`Href`] with this name.
    Variable(Str),
}

impl Inline {
    /// Data, shown as text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(clean(Str::Owned(text.into())))
    }
}

impl Markdown {
    /// An empty text.
    pub fn new() -> Self {
        Self::default()
    }

    /// Markdown whose source is not a literal of the program, such as a template from a file.
    ///
    /// The source is trusted: it may hold mentions, links and any other markup. Never build it from values that come from
    /// elsewhere; [`Markdown::text`] is for those.
    pub fn from_trusted_source(source: impl Into<String>) -> Self {
        Self::new().inline(Inline::Source(Str::Owned(source.into())))
    }

    /// Adds markdown as its author wrote it. Only a literal is taken; see [`Markdown::from_trusted_source`].
    pub fn source(self, source: &'static str) -> Self {
        self.inline(Inline::Source(Str::Borrowed(source)))
    }

    /// Adds data: whatever it holds, it is shown as text.
    pub fn text(self, text: impl Into<String>) -> Self {
        self.inline(Inline::text(text))
    }

    /// Adds bold text.
    pub fn bold(self, text: impl Into<String>) -> Self {
        self.inline(Inline::Bold(one(Inline::text(text))))
    }

    /// Adds italic text.
    pub fn italic(self, text: impl Into<String>) -> Self {
        self.inline(Inline::Italic(one(Inline::text(text))))
    }

    /// Adds text that is struck through.
    pub fn strike(self, text: impl Into<String>) -> Self {
        self.inline(Inline::Strike(one(Inline::text(text))))
    }

    /// Adds text in a colour.
    pub fn font(self, color: impl Into<String>, text: impl Into<String>) -> Self {
        self.inline(Inline::Font {
            color: Str::Owned(color.into()),
            children: one(Inline::text(text)),
        })
    }

    /// Adds a mention of the person with this e-mail address. The platform fills in an empty name.
    pub fn at(self, email: impl Into<String>, name: impl Into<String>) -> Self {
        self.inline(Inline::At {
            email: Str::Owned(email.into()),
            name: clean(Str::Owned(name.into())),
        })
    }

    /// Adds a link. One with a URL per client becomes a `$variable` and an entry of [`Markdown::href`].
    pub fn a(mut self, link: impl Into<Link>, label: impl Into<String>) -> Self {
        let target = Self::target_in(&mut self.href, link.into());
        self.inline(Inline::Link {
            target,
            children: one(Inline::text(label)),
        })
    }

    /// Adds a line break.
    pub fn br(self) -> Self {
        self.inline(Inline::Break)
    }

    /// Adds a part of any kind.
    pub fn inline(mut self, inline: Inline) -> Self {
        self.content.to_mut().push(inline);
        self
    }

    /// Adds a link that the text names as `[label]($name)`.
    pub fn href(mut self, name: impl Into<String>, link: impl Into<Link>) -> Self {
        self.href.insert(name, link);
        self
    }

    /// Sets where a click on the text leads.
    pub fn link(mut self, link: impl Into<Link>) -> Self {
        self.link = Some(Box::new(link.into()));
        self
    }

    /// Sets what stands for the text on a target that cannot show it.
    pub fn fallback(mut self, fallback: impl Into<Fallback>) -> Self {
        self.fallback = Some(Box::new(fallback.into()));
        self
    }

    /// How a text's own links lead to `link`: by its URL, or by a variable in `href` when clients differ.
    pub(crate) fn target_in(href: &mut Href, link: Link) -> LinkTarget {
        if link.is_per_client() {
            LinkTarget::Variable(href.insert_unnamed(link))
        } else {
            LinkTarget::Url(link.url)
        }
    }
}

fn one(part: Inline) -> List<Inline> {
    List::Owned(vec![part])
}

impl From<&'static str> for Markdown {
    /// A literal is its author's own markdown.
    fn from(source: &'static str) -> Self {
        Self::new().source(source)
    }
}
