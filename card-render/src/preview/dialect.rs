//! What the clients make of a markdown, as far as it is documented or was seen.

use serde_json::Value;

/// Whose markdown a text is.
#[derive(Debug, Clone, Copy)]
pub(super) enum Dialect<'v> {
    /// A WPS card's, with the links that the text names.
    Wps { href: &'v Value },
    /// WeCom's `markdown`: headings, bold, links, inline code, quotes, three colours and mentions.
    WeCom,
    /// WeCom's `markdown_v2`: that of the web, without colours and mentions.
    WeComV2,
    /// DingTalk's.
    DingTalk,
}

impl Dialect<'_> {
    /// Whether the end of a line in a paragraph is seen.
    pub(super) const fn keeps_lines(self) -> bool {
        matches!(self, Self::WeCom)
    }

    /// Whether lists, tables, rules and fenced code are drawn; else they stand there as they are written.
    pub(super) const fn has_blocks(self) -> bool {
        !matches!(self, Self::WeCom)
    }

    pub(super) const fn has_italic(self) -> bool {
        !matches!(self, Self::WeCom)
    }

    pub(super) const fn has_strike(self) -> bool {
        matches!(self, Self::Wps { .. })
    }

    pub(super) const fn has_images(self) -> bool {
        !matches!(self, Self::WeCom)
    }

    /// Whether a mention is written as `<@id>`.
    pub(super) const fn has_mentions(self) -> bool {
        matches!(self, Self::WeCom)
    }
}
