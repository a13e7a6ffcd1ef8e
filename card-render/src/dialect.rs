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

impl Colors {
    const fn of(format: Format) -> Self {
        match format {
            Format::WeComMarkdown => Self::Named,
            Format::DingTalkMarkdown | Format::DingTalkActionCard => Self::Hex,
            Format::WpsMarkdown => Self::Own,
            _ => Self::None,
        }
    }
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

impl Mentions {
    const fn of(format: Format) -> Self {
        match format {
            Format::WeComMarkdown => Self::Tag,
            Format::WeComText => Self::NameAndList,
            Format::DingTalkMarkdown | Format::DingTalkActionCard | Format::DingTalkText => {
                Self::AtId
            }
            Format::WpsMarkdown | Format::WpsText => Self::Email,
            Format::PlainText => Self::AtName,
            _ => Self::Name,
        }
    }

    /// Whether who is mentioned stands in a list beside the text.
    pub(crate) const fn has_list(self) -> bool {
        matches!(self, Self::AtId | Self::NameAndList)
    }
}

/// How a format writes code that has several lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fence {
    /// Between fences.
    Fenced,
    /// A code span for each line.
    Spans,
    /// As any other text, indented where there is no markup.
    Indented,
}

impl Fence {
    const fn of(format: Format) -> Self {
        match format {
            Format::WeComMarkdownV2 | Format::DingTalkMarkdown | Format::DingTalkActionCard => {
                Self::Fenced
            }
            Format::WeComMarkdown => Self::Spans,
            _ => Self::Indented,
        }
    }
}

/// What the text of a format is written with: the spec's row of the format, in the writer's terms.
#[derive(Debug, Clone, Copy)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each says whether the format has something else"
)]
pub(crate) struct Dialect {
    pub(crate) format: Format,
    /// Whether characters can take effect; in the other formats nothing but a mention can.
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
    /// Between the short texts of different elements.
    pub(crate) paragraph: &'static str,
    /// What comes before the title.
    pub(crate) title: &'static str,
    /// Whether `&lt;` is shown as `<`.
    pub(crate) entities: bool,
}

/// The dialect of each format, in the order of these.
static DIALECTS: [Dialect; Format::ALL.len()] = {
    let mut dialects = [Dialect::new(Format::PlainText); Format::ALL.len()];
    let (mut rest, mut formats): (&mut [_], _) = (&mut dialects, Format::ALL);
    while let ([dialect, others @ ..], [format, after @ ..]) = (rest, formats) {
        *dialect = Dialect::new(*format);
        (rest, formats) = (others, after);
    }
    dialects
};

impl Dialect {
    pub(crate) fn of(format: Format) -> &'static Self {
        let [first, ..] = &DIALECTS;
        DIALECTS.get(format as usize).unwrap_or(first)
    }

    const fn new(format: Format) -> Self {
        use Format::{DingTalkActionCard, DingTalkMarkdown, WeComMarkdown, WpsMarkdown};
        const fn has(format: Format, feature: Feature) -> bool {
            matches!(feature.shown(format), Shown::As(_))
        }
        let is_dingtalk = matches!(format, DingTalkMarkdown | DingTalkActionCard);
        let has_paragraphs = is_dingtalk || matches!(format, Format::WeComMarkdownV2 | WpsMarkdown);
        let is_markdown = has_paragraphs || matches!(format, WeComMarkdown);
        let (line_break, paragraph) = if has_paragraphs {
            ("  \n", "\n\n")
        } else {
            ("\n", "\n")
        };
        Self {
            format,
            is_markdown,
            bold: has(format, Feature::Bold),
            italic: has(format, Feature::Italic),
            strike: has(format, Feature::Strike),
            code: has(format, Feature::Code),
            link: is_markdown,
            image: has(format, Feature::Image),
            heading: has(format, Feature::Heading),
            list: has(format, Feature::List),
            table: has(format, Feature::Table),
            nested_quote: has(format, Feature::QuoteNested),
            quote: has(format, Feature::Quote),
            colors: Colors::of(format),
            mentions: Mentions::of(format),
            fence: Fence::of(format),
            line_break,
            paragraph,
            title: match format {
                DingTalkMarkdown | DingTalkActionCard => "### ",
                _ if is_markdown => "# ",
                _ => "",
            },
            entities: is_dingtalk,
        }
    }
}
