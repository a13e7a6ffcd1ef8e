//! What the text of a format is written with.

use card_model::spec::{Feature, Format, Shown};

/// How a format writes a colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Colors {
    None,
    /// WeCom's `info`, `warning` and `comment`.
    Named,
    /// `#rrggbb`.
    Hex,
    /// As the card's author wrote it.
    Own,
}

/// How a format writes a mention.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mentions {
    /// The name.
    Name,
    /// `@name`.
    AtName,
    /// `<@userid>`.
    Tag,
    /// `@id`, and the id in a list beside the text.
    AtId,
    /// `@name`, and the id in a list beside the text.
    NameAndList,
    /// `<at email="…">name</at>`.
    Email,
}

/// How a format writes code that has several lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fence {
    /// Between fences.
    Fenced,
    /// A code span for each line.
    Spans,
    Indented,
}

/// What the text of a format is written with: the spec's row of the format, in the writer's terms.
#[derive(Debug, Clone, Copy)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says whether the format has something else"
)]
pub(crate) struct Dialect {
    pub(crate) format: Format,
    /// Whether characters can take effect: all but plain texts.
    pub(crate) is_markdown: bool,
    pub(crate) bold: bool,
    pub(crate) italic: bool,
    pub(crate) strike: bool,
    pub(crate) code: bool,
    pub(crate) link: bool,
    pub(crate) image: bool,
    pub(crate) heading: bool,
    pub(crate) list: bool,
    pub(crate) table: bool,
    pub(crate) nested_quote: bool,
    pub(crate) quote: bool,
    pub(crate) colors: Colors,
    pub(crate) mentions: Mentions,
    pub(crate) fence: Fence,
    /// A line break inside a paragraph.
    pub(crate) line_break: &'static str,
    /// Between the paragraphs of different elements.
    pub(crate) paragraph: &'static str,
    /// What comes before the title.
    pub(crate) title: &'static str,
    /// Whether `&lt;` is shown as `<`.
    pub(crate) entities: bool,
}

impl Dialect {
    pub(crate) fn of(format: Format) -> Self {
        use Format::{
            DingTalkActionCard, DingTalkMarkdown, DingTalkText, WeComMarkdown, WeComMarkdownV2,
            WeComText, WpsMarkdown, WpsText,
        };
        let has = |feature: Feature| matches!(feature.shown(format), Shown::As(_));
        let is_dingtalk = matches!(format, DingTalkMarkdown | DingTalkActionCard);
        let is_markdown =
            is_dingtalk || matches!(format, WeComMarkdown | WeComMarkdownV2 | WpsMarkdown);
        Self {
            format,
            is_markdown,
            bold: has(Feature::Bold),
            italic: has(Feature::Italic),
            strike: has(Feature::Strike),
            code: has(Feature::Code),
            link: is_markdown,
            image: has(Feature::Image),
            heading: has(Feature::Heading),
            list: has(Feature::List),
            table: has(Feature::Table),
            nested_quote: has(Feature::QuoteNested),
            quote: has(Feature::Quote),
            colors: match format {
                WeComMarkdown => Colors::Named,
                DingTalkMarkdown | DingTalkActionCard => Colors::Hex,
                WpsMarkdown => Colors::Own,
                _ => Colors::None,
            },
            mentions: match format {
                WeComMarkdown => Mentions::Tag,
                WeComText => Mentions::NameAndList,
                DingTalkMarkdown | DingTalkActionCard | DingTalkText => Mentions::AtId,
                WpsMarkdown | WpsText => Mentions::Email,
                Format::PlainText => Mentions::AtName,
                _ => Mentions::Name,
            },
            fence: match format {
                WeComMarkdownV2 | DingTalkMarkdown | DingTalkActionCard => Fence::Fenced,
                WeComMarkdown => Fence::Spans,
                _ => Fence::Indented,
            },
            line_break: if is_markdown && format != WeComMarkdown {
                "  \n"
            } else {
                "\n"
            },
            paragraph: if is_markdown && format != WeComMarkdown {
                "\n\n"
            } else {
                "\n"
            },
            title: match format {
                DingTalkMarkdown | DingTalkActionCard => "### ",
                _ if is_markdown => "# ",
                _ => "",
            },
            entities: is_dingtalk,
        }
    }
}
