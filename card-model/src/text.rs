use crate::{Fallback, Link, Markdown, Str, clean::clean, names::from_text};

/// A text without markup: the wire's `text` element with `content.type` `plainText`.
///
/// ```
/// use message_card::Text;
///
/// assert_eq!(
///     serde_json::to_string(&Text::new("全部通过"))?,
///     r#"{"tag":"text","content":{"type":"plainText","text":"全部通过"}}"#
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Source: `open-xz.wps.cn/pages/develop-guide/card/build-card/text`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
#[non_exhaustive]
pub struct Text {
    /// What is shown, as it is.
    pub content: Str,
    /// Where a click on the text leads.
    pub link: Option<Box<Link>>,
    /// What stands for the text on a target that cannot show it.
    pub fallback: Option<Box<Fallback>>,
}

impl Text {
    /// A text. Control characters, bidi overrides and zero-width characters are removed; line breaks stay.
    pub fn new(content: impl Into<String>) -> Self {
        Self {
            content: clean(Str::Owned(content.into())),
            ..Self::default()
        }
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
}

from_text! { Text, |content| Self { content: clean(content), ..Self::default() } }

/// The wire's `text` element in a place that takes either of its two types: a title, a column of a div, the text of a
/// picText.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum TextElement {
    /// `content.type` is `plainText`.
    Text(Text),
    /// `content.type` is `markdown`.
    Markdown(Markdown),
}

impl Default for TextElement {
    fn default() -> Self {
        Self::Text(Text::default())
    }
}

impl From<Text> for TextElement {
    fn from(text: Text) -> Self {
        Self::Text(text)
    }
}

impl From<Markdown> for TextElement {
    fn from(markdown: Markdown) -> Self {
        Self::Markdown(markdown)
    }
}
