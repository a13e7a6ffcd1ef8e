use crate::{Fallback, Link, List, Str, TextElement, names::names};

names! {
    /// How wide the columns of a [`Div`] are.
    ///
    /// Source: `open-xz.wps.cn/pages/develop-guide/card/build-card/text` (field `division`).
    pub enum Division {
        /// Two equal columns; the platform's default.
        Middle = "middle",
        /// The left column takes what it needs, at most half.
        FlowLeft = "flow_left",
    }
}

/// A text in columns.
///
/// ```
/// use message_card::{Div, Markdown};
///
/// let div = Div::new([Markdown::from("**开始**"), Markdown::from("09:00")]);
/// # assert_eq!(div.fields.len(), 2);
/// ```
///
/// Source: `open-xz.wps.cn/pages/develop-guide/card/build-card/text` (two-column text). The page documents markdown columns
/// and describes two of them; whether the platform takes more is unknown, so [`Card::validate`](crate::Card::validate)
/// asks for one or two.
#[derive(Debug, Clone, PartialEq, Default)]
#[must_use]
#[non_exhaustive]
pub struct Div {
    /// The columns, left to right.
    pub fields: List<TextElement>,
    /// How wide the columns are.
    pub division: Option<Division>,
    /// Where a click leads.
    pub link: Option<Box<Link>>,
    /// What stands for the div on a target that cannot show it.
    pub fallback: Option<Box<Fallback>>,
}

impl Div {
    /// A div with these columns.
    pub fn new<F: Into<TextElement>>(fields: impl IntoIterator<Item = F>) -> Self {
        Self {
            fields: fields.into_iter().map(Into::into).collect(),
            ..Self::default()
        }
    }

    /// Sets how wide the columns are.
    pub fn division(mut self, division: impl Into<Division>) -> Self {
        self.division = Some(division.into());
        self
    }

    /// Sets where a click leads.
    pub fn link(mut self, link: impl Into<Link>) -> Self {
        self.link = Some(Box::new(link.into()));
        self
    }

    /// Sets what stands for the div on a target that cannot show it.
    pub fn fallback(mut self, fallback: impl Into<Fallback>) -> Self {
        self.fallback = Some(Box::new(fallback.into()));
        self
    }
}

/// A divider between elements.
///
/// Source: cards in use (`github.com/glsilover`, `push_article`); the official page could not be read, so other `style`
/// values than `dashed` and the default are unknown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
#[non_exhaustive]
pub struct Hr {
    /// The kind of line; `dashed` is the one seen.
    pub style: Option<Str>,
}

impl Hr {
    /// A divider.
    pub const fn new() -> Self {
        Self { style: None }
    }

    /// Sets the kind of line.
    pub fn style(mut self, style: impl Into<String>) -> Self {
        self.style = Some(Str::Owned(style.into()));
        self
    }
}
