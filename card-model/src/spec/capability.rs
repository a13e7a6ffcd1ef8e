//! What each format of each target can show of a card: the rows that the renderers, the compile-time check of `targets` and
//! the documentation's table read.

/// How much is lost.
///
/// ```
/// use message_card::Severity;
///
/// assert!(Severity::Info < Severity::Degraded && Severity::Degraded < Severity::Lost);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Severity {
    /// It looks different.
    Info,
    /// A function is lost, the information is there.
    Degraded,
    /// Information or a notification is gone.
    Lost,
}

/// How a format shows a feature.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Shown {
    /// As what it is, in this form.
    As(&'static str),
    /// This stands in its place.
    Replaced(&'static str, Severity),
    /// It is left out.
    Dropped(Severity),
    /// This stands there, and nobody is notified.
    MentionLost(&'static str),
}

use Severity::{Degraded, Info, Lost};
use Shown::{As, Dropped, MentionLost, Replaced};

impl Shown {
    /// How much is lost; `None` where nothing is.
    pub const fn severity(self) -> Option<Severity> {
        match self {
            As(_) => None,
            Replaced(_, severity) | Dropped(severity) => Some(severity),
            MentionLost(_) => Some(Lost),
        }
    }

    /// What stands there.
    pub const fn form(self) -> &'static str {
        match self {
            As(form) | Replaced(form, _) | MentionLost(form) => form,
            Dropped(_) => "nothing",
        }
    }
}

/// A kind of message that a card is rendered to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Format {
    /// WeCom's `markdown`.
    WeComMarkdown,
    /// WeCom's `markdown_v2`.
    WeComMarkdownV2,
    /// WeCom's `template_card`.
    WeComTemplateCard,
    /// WeCom's `text`.
    WeComText,
    /// DingTalk's `markdown`.
    DingTalkMarkdown,
    /// DingTalk's `actionCard`.
    DingTalkActionCard,
    /// DingTalk's `text`.
    DingTalkText,
    /// `markdown` of the WPS group robot.
    WpsMarkdown,
    /// `text` of the WPS group robot.
    WpsText,
    /// Text without any markup.
    PlainText,
    /// A card of WPS 365.
    Wps365,
}

impl Format {
    /// Every format, in the order of the table's columns.
    pub const ALL: &[Self] = &[
        Self::WeComMarkdown,
        Self::WeComMarkdownV2,
        Self::WeComTemplateCard,
        Self::WeComText,
        Self::DingTalkMarkdown,
        Self::DingTalkActionCard,
        Self::DingTalkText,
        Self::WpsMarkdown,
        Self::WpsText,
        Self::PlainText,
        Self::Wps365,
    ];

    /// Its name in a sentence.
    pub const fn name(self) -> &'static str {
        match self {
            Self::WeComMarkdown => "WeCom markdown",
            Self::WeComMarkdownV2 => "WeCom markdown_v2",
            Self::WeComTemplateCard => "WeCom template_card",
            Self::WeComText => "WeCom text",
            Self::DingTalkMarkdown => "DingTalk markdown",
            Self::DingTalkActionCard => "DingTalk actionCard",
            Self::DingTalkText => "DingTalk text",
            Self::WpsMarkdown => "WPS robot markdown",
            Self::WpsText => "WPS robot text",
            Self::PlainText => "plain text",
            Self::Wps365 => "WPS 365 card",
        }
    }

    /// The formats that the target with this name in `targets` is rendered to when none is asked for; a better one first.
    ///
    /// A card reaches `wps` as it is, which is no format.
    pub fn of_target(name: &str) -> &'static [Self] {
        match name {
            "wecom" => &[Self::WeComMarkdown, Self::WeComMarkdownV2],
            "dingtalk" => &[Self::DingTalkMarkdown, Self::DingTalkActionCard],
            "text" => &[Self::PlainText],
            "wps365" => &[Self::Wps365],
            _ => &[],
        }
    }
}

macro_rules! features {
    ($( $(#[doc = $doc:literal])+ $variant:ident, $name:literal, $noun:literal: [$($cell:expr),* $(,)?]; )+) => {
        /// A part of a card that formats show in different ways.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Feature {
            $( $(#[doc = $doc])+ $variant, )+
        }

        impl Feature {
            /// Every feature, in the order of the table's rows.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// Its name in the documentation's table.
            pub const fn name(self) -> &'static str {
                match self { $( Self::$variant => $name, )+ }
            }

            /// What a format has none of, in a sentence.
            pub const fn noun(self) -> &'static str {
                match self { $( Self::$variant => $noun, )+ }
            }

            const fn row(self) -> &'static [Shown; Format::ALL.len()] {
                match self { $( Self::$variant => &[$($cell),*], )+ }
            }

            /// How `format` shows it.
            pub const fn shown(self, format: Format) -> Shown {
                let row: &[Shown] = self.row();
                let (_, rest) = row.split_at(format as usize);
                match rest {
                    [shown, ..] => *shown,
                    [] => Dropped(Lost),
                }
            }
        }
    };
}

/// What a text without markup shows instead.
const TEXT: Shown = Replaced("unstyled text", Info);
const UNCOLORED: Shown = Replaced("text without the colour", Degraded);
const UNSTRUCK: Shown = Replaced("text without the line", Degraded);
const LINES: Shown = Replaced("lines of text", Info);
const LINK: Shown = Replaced("a link", Info);
const PICTURE_LINK: Shown = Replaced("a link to it", Degraded);
const ONE_URL: Shown = Replaced("one URL for every client", Degraded);
const ROWS: Shown = Replaced("a line for each row", Degraded);
const NAME: Shown = MentionLost("the name");
const ALT: Shown = Replaced("`[图片：alt]`", Degraded);
const NO_PICTURE: Shown = Replaced("`[图片]`", Lost);
const NOTE: Shown = Replaced("a note", Lost);
/// Sent as its author wrote it.
const WRITTEN: Shown = As("as written");
const WRITTEN_OUT: Shown = As("`t (u)`");
const LABEL_URL: Shown = Replaced("`label: url`", Info);
const OFF: Shown = Dropped(Info);
const OFF_FUNCTION: Shown = Dropped(Degraded);
const COPY: Shown = Replaced("its public copy, `![alt](url)`", Info);

features! {
    // Columns: WeCom markdown, markdown_v2, template_card, text; DingTalk markdown, actionCard, text; WPS robot markdown,
    // text; plain text; WPS 365 card.
    /// The title of a header.
    Title, "header title", "titles": [
        As("`# title`"), As("`# title`"), As("`main_title.title`"), As("first line"),
        As("`title` and `### title`"), As("`title` and `### title`"), As("first line"),
        As("`# title`"), As("first line"), As("first line"), As("`header.title`"),
    ];
    /// The line under the title.
    Subtitle, "header subtitle", "subtitles": [
        As("grey line, `comment`"), As("line"), As("`main_title.desc`"), As("second line"),
        As("grey line"), As("grey line"), As("second line"), As("line"), As("second line"), As("second line"), Replaced("`header.subtitle`", Info),
    ];
    /// The colour scheme of a header.
    Template, "header template", "colour schemes": [OFF, OFF, OFF, OFF, OFF, OFF, OFF, OFF, OFF, OFF, OFF];
    /// A text without markup.
    Text, "text", "text": [
        As("lines, escaped"), As("lines, escaped"), As("`sub_title_text`"), As("lines"), As("lines, escaped"),
        As("lines, escaped"), As("lines"), As("lines, escaped"), As("lines"), As("lines"), As("`text`"),
    ];
    /// Bold text.
    Bold, "bold", "bold text": [
        As("`**`"), As("`**`"), TEXT, TEXT, As("`**`"), As("`**`"), TEXT, As("`**`"), TEXT, TEXT, As("`**`"),
    ];
    /// Italic text.
    Italic, "italic", "italic text": [
        TEXT, As("`*`"), TEXT, TEXT, As("`*`"), As("`*`"), TEXT, As("`*`"), TEXT, TEXT, As("`*`"),
    ];
    /// Text that is struck through.
    Strike, "strike", "strikethrough": [
        UNSTRUCK, UNSTRUCK, UNSTRUCK, UNSTRUCK, UNSTRUCK, UNSTRUCK, UNSTRUCK, As("`~~`"), UNSTRUCK, UNSTRUCK, As("`~~`"),
    ];
    /// Text in a colour.
    Font, "font colour", "such colour": [
        Replaced("the nearest of `info`, `warning` and `comment`", Info), UNCOLORED, UNCOLORED, UNCOLORED,
        As("`<font color=\"#rrggbb\">`"), As("`<font color=\"#rrggbb\">`"), UNCOLORED, As("`<font color='…'>`"), UNCOLORED,
        UNCOLORED, As("`<font color='…'>`"),
    ];
    /// A mention of a person whom the target knows.
    At, "at", "mentions": [
        As("`<@userid>`"), NAME, NAME, As("name and `mentioned_list`"), As("`@id` and `at`"), As("`@id` and `at`"),
        As("`@id` and `at`"), Replaced("`<at email>`", Degraded), As("`<at email>`"), MentionLost("`@name`"),
        As("`<at id>` and `mentions`"),
    ];
    /// A mention of a person whom the target does not know.
    AtUnknown, "at, person unknown", "such person": [
        NAME, NAME, NAME, NAME, NAME, NAME, NAME, NAME, NAME, NAME, NAME,
    ];
    /// A link.
    Link, "link", "links in text": [
        As("`[t](u)`"), As("`[t](u)`"), As("text and `jump_list`"), WRITTEN_OUT, As("`[t](u)`"), As("`[t](u)`"), WRITTEN_OUT,
        As("`[t](u)`"), WRITTEN_OUT, WRITTEN_OUT, As("`[t](u)`"),
    ];
    /// A link with a URL per client.
    ClientLink, "link per client", "links per client": [
        ONE_URL, ONE_URL, ONE_URL, ONE_URL, As("deep link with both"), As("deep link with both"), ONE_URL,
        ONE_URL, ONE_URL, ONE_URL, As("`href`"),
    ];
    /// A text in columns.
    Div, "div", "columns": [
        Replaced("`> **k**：v` lines", Info), Replaced("a table", Info), As("`horizontal_content_list`"), LINES,
        Replaced("`- **k**：v` lines", Info), Replaced("`- **k**：v` lines", Info), LINES,
        Replaced("`> **k**：v` lines", Info), LINES, Replaced("`k  v` lines", Info), As("`div`"),
    ];
    /// A divider.
    Hr, "hr", "dividers": [
        Replaced("a blank line", Info), As("`---`"), OFF, As("line of `─`"), As("`---`"), As("`---`"), As("line of `─`"),
        As("line of `─`"), As("line of `─`"), As("line of `─`"), Replaced("`hr`", Info),
    ];
    /// The look of a divider.
    HrStyle, "hr style", "kinds of dividers": [OFF, OFF, OFF, OFF, OFF, OFF, OFF, OFF, OFF, OFF, OFF];
    /// A picture with a public copy.
    Img, "img with `url`", "uploaded pictures": [
        PICTURE_LINK, COPY, Replaced("its public copy, `card_image`", Info), PICTURE_LINK, COPY, COPY, PICTURE_LINK,
        PICTURE_LINK, PICTURE_LINK, Replaced("`[alt] url`", Degraded), PICTURE_LINK,
    ];
    /// A picture that only WPS has, with a description.
    ImgAlt, "img with `alt` only", "pictures of WPS": [ALT, ALT, ALT, ALT, ALT, ALT, ALT, ALT, ALT, ALT, ALT];
    /// A picture that only WPS has, without a description.
    ImgBare, "img with neither", "pictures of WPS": [
        NO_PICTURE, NO_PICTURE, NO_PICTURE, NO_PICTURE, NO_PICTURE, NO_PICTURE, NO_PICTURE, NO_PICTURE, NO_PICTURE, NO_PICTURE, NO_PICTURE,
    ];
    /// A picture with a text beside it.
    PicText, "picText", "texts beside a picture": [
        LINES, LINES, LINES, LINES, LINES, LINES, LINES, LINES, LINES, LINES, LINES,
    ];
    /// A button that opens a link.
    Button, "button with a URL", "buttons": [
        LINK, LINK, Replaced("`card_action` and `jump_list`", Info), LABEL_URL, LINK, As("button"), LABEL_URL, LINK, LABEL_URL,
        LABEL_URL, Replaced("`button` with `url` or `href`", Info),
    ];
    /// The look of a button.
    ButtonStyle, "button style", "styles of buttons": [OFF, OFF, OFF, OFF, OFF, OFF, OFF, OFF, OFF, OFF, As("`style`")];
    /// A button that posts back.
    Postback, "button with a `key`", "postback": [NOTE, NOTE, NOTE, NOTE, NOTE, NOTE, NOTE, NOTE, NOTE, NOTE, Replaced("`button` with `key`", Info)];
    /// A heading in markdown.
    Heading, "markdown heading", "headings": [
        As("`#`"), As("`#`"), TEXT, TEXT, As("`#`"), As("`#`"), TEXT, As("`#`"), TEXT, TEXT, WRITTEN,
    ];
    /// A quotation in markdown.
    Quote, "markdown quote", "quotations": [
        As("`>`"), As("`>`"), TEXT, TEXT, As("`>`"), As("`>`"), TEXT, As("`>`"), TEXT, Replaced("indented text", Info), WRITTEN,
    ];
    /// A quotation in a quotation.
    QuoteNested, "markdown quote in a quote", "quotations in quotations": [
        Replaced("one level", Info), As("`>>`"), TEXT, TEXT, Replaced("one level", Info), Replaced("one level", Info), TEXT,
        Replaced("one level", Info), TEXT, Replaced("indented text", Info), WRITTEN,
    ];
    /// A list in markdown.
    List, "markdown list", "lists": [
        LINES, As("`- `, `1. `"), LINES, LINES, As("`- `, `1. `"), As("`- `, `1. `"), LINES, LINES, LINES, LINES, WRITTEN,
    ];
    /// A code span.
    Code, "markdown code", "code": [
        As("`` ` ``"), As("`` ` ``"), TEXT, TEXT, As("`` ` ``"), As("`` ` ``"), TEXT, TEXT, TEXT, TEXT, WRITTEN,
    ];
    /// A code block.
    CodeBlock, "markdown code block", "code blocks": [
        Replaced("code, line by line", Info), As("```` ``` ````"), TEXT, TEXT,
        Replaced("a code block that phones show as text", Info), Replaced("a code block that phones show as text", Info), TEXT,
        TEXT, TEXT, Replaced("indented text", Info), WRITTEN,
    ];
    /// A table.
    Table, "markdown table", "tables": [ROWS, As("table"), ROWS, ROWS, ROWS, ROWS, ROWS, ROWS, ROWS, ROWS, WRITTEN];
    /// A picture in markdown.
    Image, "markdown picture", "pictures in text": [
        PICTURE_LINK, As("`![alt](url)`"), PICTURE_LINK, PICTURE_LINK, As("`![alt](url)`"), As("`![alt](url)`"), PICTURE_LINK,
        PICTURE_LINK, PICTURE_LINK, PICTURE_LINK, WRITTEN,
    ];
    /// An element that this library does not know.
    Raw, "raw, unknown element", "such element": [NOTE, NOTE, NOTE, NOTE, NOTE, NOTE, NOTE, NOTE, NOTE, NOTE, Replaced("`[组件：tag]`", Lost)];
    /// The settings that decide what people can do with the card.
    Restrictions, "config: `operator_allow`, `todo_switch`, `hide_on`", "such setting": [
        OFF_FUNCTION, OFF_FUNCTION, OFF_FUNCTION, OFF_FUNCTION, OFF_FUNCTION, OFF_FUNCTION, OFF_FUNCTION, OFF_FUNCTION,
        OFF_FUNCTION, OFF_FUNCTION, As("`config`"),
    ];
    /// The other settings.
    Settings, "config: `filter_key`, `update_single`", "such setting": [OFF, OFF, OFF, OFF, OFF, OFF, OFF, OFF, OFF, OFF, As("`config`")];
    /// Where a click on the card leads.
    CardLink, "card link", "links of a whole message": [
        As("last line"), As("last line"), As("`card_action`"), As("last line"), As("last line"), As("last line"),
        As("last line"), As("last line"), As("last line"), As("last line"), As("`link`"),
    ];
    /// The card in a language that was not asked for.
    Language, "locale that was not asked for", "second language": [OFF, OFF, OFF, OFF, OFF, OFF, OFF, OFF, OFF, OFF, As("`i18n_items`")];
}

impl Feature {
    /// How the target with this name in `targets` shows it at best, where none of its formats is asked for; `None` for `wps`.
    pub fn on_target(self, name: &str) -> Option<(Format, Shown)> {
        let mut best: Option<(Format, Shown)> = None;
        for format in Format::of_target(name) {
            let shown = self.shown(*format);
            if best.is_none_or(|(_, best)| shown.severity() < best.severity()) {
                best = Some((*format, shown));
            }
        }
        best
    }
}
