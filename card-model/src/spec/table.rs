//! The tags of the markup: where each may stand, what it takes and what it holds.

use super::{ELEMENTS, FIELDS};
use crate::{ClientType, Division, Language, OperatorAllow, TodoSwitch};

/// A tag's row.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct TagSpec {
    /// The tag.
    pub tag: Tag,
    /// Its name in markup.
    pub name: &'static str,
    /// What it is for, in one sentence.
    pub summary: &'static str,
    /// The tags that it may stand in; empty for the root.
    pub inside: &'static [Tag],
    /// What text it holds.
    pub text: TextMode,
    /// How many of which children it holds.
    pub holds: &'static [Quota],
    /// Its attributes.
    pub attributes: &'static [AttributeSpec],
    /// The page that it comes from, checked on 2026-11-21.
    pub source: &'static str,
}

/// An attribute's row.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct AttributeSpec {
    /// The attribute.
    pub attribute: Attribute,
    /// Its name in markup.
    pub name: &'static str,
    /// What it means, in one sentence.
    pub summary: &'static str,
    /// What it takes.
    pub kind: Kind,
    /// Whether the tag needs it.
    pub required: bool,
}

/// What an attribute takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// Any text.
    Text,
    /// A text that is not empty.
    Filled,
    /// A URL, or a link with a URL per client.
    Link,
    /// A URL.
    Url,
    /// An e-mail address.
    Email,
    /// The name of a `$variable`.
    Variable,
    /// `true` or `false`.
    Flag,
    /// One of these names.
    OneOf(&'static [&'static str]),
    /// One or more of these names, with blanks between them.
    SetOf(&'static [&'static str]),
    /// A JSON value.
    Json,
}

/// What text a tag holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum TextMode {
    /// None: it holds elements, or nothing.
    None,
    /// Text as it is.
    Plain,
    /// Markdown.
    Markdown,
}

/// How many children of some tags a tag holds.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Quota {
    /// The tags that count.
    pub tags: &'static [Tag],
    /// The smallest number.
    pub min: usize,
    /// The largest number.
    pub max: usize,
}

const fn at_most(max: usize, tags: &'static [Tag]) -> Quota {
    Quota { tags, min: 0, max }
}

const fn between(min: usize, max: usize, tags: &'static [Tag]) -> Quota {
    Quota { tags, min, max }
}

/// The names that `targets` of a card takes.
pub const TARGETS: &[&str] = &["wps", "wps365", "wecom", "dingtalk", "text"];

/// The elements of a body, the tags that [`ELEMENTS`] counts.
const BODY: &[Tag] = &[
    Tag::Text,
    Tag::Markdown,
    Tag::Div,
    Tag::Img,
    Tag::Hr,
    Tag::PicText,
    Tag::Action,
    Tag::Raw,
];

/// What a locale says: a title, or elements.
const SAYS: &[Tag] = &[
    Tag::Text,
    Tag::Header,
    Tag::Markdown,
    Tag::Div,
    Tag::Img,
    Tag::Hr,
    Tag::PicText,
    Tag::Action,
    Tag::Raw,
];

macro_rules! tags {
    ($(
        $(#[doc = $doc:literal])+
        $variant:ident = $name:ident {
            inside: [$($inside:ident),*],
            text: $text:ident,
            holds: [$($quota:expr),*],
            source: $source:expr,
            $(
                $(#[doc = $attribute_doc:literal])+
                $attribute:ident = $attribute_name:ident: $kind:expr, $required:ident;
            )*
        }
    )+) => {
        /// A tag of the markup.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Tag {
            $( $(#[doc = $doc])+ $variant, )+
        }

        impl Tag {
            /// Every tag.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// The tag's row.
            pub const fn spec(self) -> &'static TagSpec {
                match self {$(
                    Self::$variant => const { &TagSpec {
                        tag: Self::$variant,
                        name: stringify!($name),
                        summary: concat!($($doc),+).trim_ascii_start(),
                        inside: &[$(Self::$inside),*],
                        text: TextMode::$text,
                        holds: &[$($quota),*],
                        source: $source,
                        attributes: &[$(
                            AttributeSpec {
                                attribute: Attribute::$attribute,
                                name: stringify!($attribute_name),
                                summary: concat!($($attribute_doc),+).trim_ascii_start(),
                                kind: $kind,
                                required: tags!(@ $required),
                            },
                        )*],
                    } },
                )+}
            }
        }

        /// Every tag's row, in the order of [`Tag`].
        pub const TAGS: &[TagSpec] = &[$(*Tag::$variant.spec()),+];

        /// A documented item per tag and attribute, for editors: the macro names them with the user's spans.
        #[doc(hidden)]
        #[allow(non_snake_case, non_upper_case_globals)]
        pub mod ide {$(
            $(#[doc = $doc])+
            ///
            #[doc = concat!("Guide: `message_card::guide::", stringify!($name), "`")]
            pub mod $name {$(
                $(#[doc = $attribute_doc])+
                pub const $attribute_name: () = ();
            )*}
        )+}
    };
    (@ required) => { true };
    (@ optional) => { false };
}

macro_rules! attributes {
    ($($variant:ident = $name:literal,)+) => {
        /// An attribute of the markup; the same name means the same on every tag, but for [`Attribute::Url`].
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Attribute {
            $( #[doc = concat!("`", $name, "`")] $variant, )+
        }

        impl Attribute {
            /// Every attribute, in the order of the enum.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// Its name in markup.
            pub const fn name(self) -> &'static str {
                match self {
                    $( Self::$variant => $name, )+
                }
            }
        }
    };
}

attributes! {
    Alt = "alt",
    AndroidUrl = "android_url",
    Color = "color",
    Division = "division",
    Email = "email",
    Fallback = "fallback",
    FilterKey = "filter_key",
    HideOn = "hide_on",
    HideText = "hide_text",
    Href = "href",
    IosUrl = "ios_url",
    Json = "json",
    Key = "key",
    Lang = "lang",
    Name = "name",
    OperatorAllow = "operator_allow",
    PcUrl = "pc_url",
    PicType = "pic_type",
    StoreKey = "store_key",
    StoreKeySha1 = "store_key_sha1",
    Style = "style",
    Subtitle = "subtitle",
    Targets = "targets",
    Template = "template",
    Title = "title",
    TodoSwitch = "todo_switch",
    UpdateSingle = "update_single",
    Url = "url",
}

const STRUCTURE: &str = "https://open-xz.wps.cn/pages/develop-guide/card/structure/";
const TEXT: &str = "https://open-xz.wps.cn/pages/develop-guide/card/build-card/text";
const POSTBACK: &str = "https://open-xz.wps.cn/pages/develop-guide/card/interact/postback-interact";
/// The official page could not be read; the shape is that of cards in use.
const IN_USE: &str =
    "https://github.com/glsilover/Fine-tune_Information_Classification_LLM (push_article)";
/// Nothing of the platform: the library's own.
const OWN: &str = "";

tags! {
    /// A message card: a title, a body, settings, a link and other languages.
    Card = card {
        inside: [], text: None,
        holds: [at_most(1, &[Tag::Config]), at_most(1, &[Tag::Link]), at_most(1, &[Tag::Header]), at_most(ELEMENTS.max, BODY)],
        source: STRUCTURE,
        /// The targets that must be able to show the card: any of `wps wps365 wecom dingtalk text`, with blanks between them.
        Targets = targets: Kind::SetOf(TARGETS), optional;
    }
    /// The settings of a card.
    Config = config {
        inside: [Card], text: None, holds: [], source: STRUCTURE,
        /// What the right-click menu offers: `all` or `none`.
        OperatorAllow = operator_allow: Kind::OneOf(OperatorAllow::NAMES), optional;
        /// The to-do state: `on` or `off`. An update has to set `off` itself.
        TodoSwitch = todo_switch: Kind::OneOf(TodoSwitch::NAMES), optional;
        /// The filter that the card belongs to, as set up in the developer console.
        FilterKey = filter_key: Kind::Filled, optional;
        /// `true`: each receiver has a card of their own. `false`: all share one.
        UpdateSingle = update_single: Kind::Flag, optional;
        /// The clients that must not show the card: any of `pc ios android`, with blanks between them.
        HideOn = hide_on: Kind::SetOf(ClientType::NAMES), optional;
        /// The text that those clients show instead.
        HideText = hide_text: Kind::Filled, optional;
    }
    /// Where a click on the card, or on the element that it stands in, leads.
    Link = link {
        inside: [Card, Text, Markdown, Div, PicText], text: None, holds: [], source: STRUCTURE,
        /// The URL for every client that has none of its own.
        Url = url: Kind::Url, required;
        /// The URL on Android.
        AndroidUrl = android_url: Kind::Url, optional;
        /// The URL on iOS.
        IosUrl = ios_url: Kind::Url, optional;
        /// The URL on a PC.
        PcUrl = pc_url: Kind::Url, optional;
    }
    /// The title block of a card.
    Header = header {
        inside: [Card, Locale], text: None, holds: [], source: STRUCTURE,
        /// The title.
        Title = title: Kind::Text, required;
        /// The line under the title.
        Subtitle = subtitle: Kind::Text, optional;
        /// A colour scheme, such as `red`. Seen in use, in no official page: a client may ignore it.
        Template = template: Kind::Text, optional;
    }
    /// A text without markup.
    Text = text {
        inside: [Card, Locale], text: Plain, holds: [at_most(1, &[Tag::Link])], source: TEXT,
        /// What stands for it on a target that cannot show it; `drop` leaves it out.
        Fallback = fallback: Kind::Filled, optional;
    }
    /// A text with markup: `**bold**`, `*italic*`, `~~strike~~`, `[label](https://…)`, and the inline tags.
    Markdown = markdown {
        inside: [Card, Locale, Div, PicText], text: Markdown, holds: [at_most(1, &[Tag::Link])], source: TEXT,
        /// What stands for it on a target that cannot show it; `drop` leaves it out.
        Fallback = fallback: Kind::Filled, optional;
    }
    /// A text in one or two columns, each a `<markdown>`.
    Div = div {
        inside: [Card, Locale], text: None,
        holds: [between(1, FIELDS.max, &[Tag::Markdown]), at_most(1, &[Tag::Link])],
        source: TEXT,
        /// How wide the columns are: `middle` (equal) or `flow_left` (the left one takes what it needs, at most half).
        Division = division: Kind::OneOf(Division::NAMES), optional;
        /// What stands for it on a target that cannot show it; `drop` leaves it out.
        Fallback = fallback: Kind::Filled, optional;
    }
    /// A picture that was uploaded before.
    Img = img {
        inside: [Card, Locale, PicText], text: None, holds: [], source: IN_USE,
        /// The key that the upload returned.
        StoreKey = store_key: Kind::Filled, required;
        /// The hash that the upload returned.
        StoreKeySha1 = store_key_sha1: Kind::Text, optional;
        /// The media type, such as `image/jpg`.
        PicType = pic_type: Kind::Text, optional;
        /// What the picture shows, in words, for targets without pictures. It is not sent to WPS.
        Alt = alt: Kind::Text, optional;
        /// A public copy of the picture, for targets that need one. It is not sent to WPS.
        Url = url: Kind::Url, optional;
        /// What stands for it on a target that cannot show it; `drop` leaves it out.
        Fallback = fallback: Kind::Filled, optional;
    }
    /// A divider.
    Hr = hr {
        inside: [Card, Locale], text: None, holds: [], source: IN_USE,
        /// The kind of line; `dashed` is the one value seen.
        Style = style: Kind::Text, optional;
    }
    /// A picture with a text beside it: one `<img>` and one `<markdown>`.
    PicText = picText {
        inside: [Card, Locale], text: None,
        holds: [between(1, 1, &[Tag::Img]), between(1, 1, &[Tag::Markdown]), at_most(1, &[Tag::Link])],
        source: IN_USE,
        /// What stands for it on a target that cannot show it; `drop` leaves it out.
        Fallback = fallback: Kind::Filled, optional;
    }
    /// A row of buttons.
    Action = action {
        inside: [Card, Locale], text: None,
        holds: [between(1, usize::MAX, &[Tag::Button, Tag::Raw])],
        source: POSTBACK,
    }
    /// A button: it opens a link, or posts its `key` back.
    Button = button {
        inside: [Action], text: Plain, holds: [at_most(1, &[Tag::Href])], source: POSTBACK,
        /// The link that is opened: a URL, or a `Link` with a URL per client. On the wire `href.url_val`.
        Href = href: Kind::Link, optional;
        /// The link that is opened, as the wire's plain `url`.
        Url = url: Kind::Link, optional;
        /// What comes back in the callback when the button is pressed.
        Key = key: Kind::Filled, optional;
        /// The look; `secondary` is the one value seen in an official page.
        Style = style: Kind::Text, optional;
        /// What stands for it on a target that cannot show it; `drop` leaves it out.
        Fallback = fallback: Kind::Filled, optional;
    }
    /// A link that the markdown names as `[label]($name)`, or that a button opens.
    Href = href {
        inside: [Markdown, Button], text: None, holds: [], source: TEXT,
        /// The name, `url_val` if it is not given.
        Name = name: Kind::Variable, optional;
        /// The URL for every client that has none of its own.
        Url = url: Kind::Url, required;
        /// The URL on Android.
        AndroidUrl = android_url: Kind::Url, optional;
        /// The URL on iOS.
        IosUrl = ios_url: Kind::Url, optional;
        /// The URL on a PC.
        PcUrl = pc_url: Kind::Url, optional;
    }
    /// The card's title and body in another language. Stands after the elements.
    Locale = locale {
        inside: [Card], text: None,
        holds: [at_most(1, &[Tag::Header]), at_most(ELEMENTS.max, BODY), between(1, usize::MAX, SAYS)],
        source: STRUCTURE,
        /// The language: `zh-CN`, `zh-TW` or `en-US`.
        Lang = lang: Kind::OneOf(Language::NAMES), required;
    }
    /// JSON that is sent as it is, for an element that this library does not know.
    Raw = raw {
        inside: [Card, Locale, Action], text: None, holds: [], source: OWN,
        /// The element, with its `tag`: a `serde_json::Value` in braces.
        Json = json: Kind::Json, required;
        /// What stands for it on a target that cannot show it; `drop` leaves it out.
        Fallback = fallback: Kind::Filled, optional;
    }
    /// Bold text.
    B = b { inside: [Markdown, I, S, Font, A], text: Markdown, holds: [], source: TEXT, }
    /// Italic text.
    I = i { inside: [Markdown, B, S, Font, A], text: Markdown, holds: [], source: TEXT, }
    /// Text that is struck through.
    S = s { inside: [Markdown, B, I, Font, A], text: Markdown, holds: [], source: TEXT, }
    /// Text in a colour.
    Font = font {
        inside: [Markdown, B, I, S, A], text: Markdown, holds: [], source: TEXT,
        /// The colour, such as `red`. Which names the platform knows is not documented.
        Color = color: Kind::Filled, required;
    }
    /// A link.
    A = a {
        inside: [Markdown, B, I, S, Font], text: Markdown, holds: [], source: TEXT,
        /// Where it leads: a URL, or a `Link` with a URL per client.
        Href = href: Kind::Link, required;
    }
    /// A mention of a person; the text is the name, the platform fills in an empty one.
    At = at {
        inside: [Markdown, B, I, S, Font], text: Plain, holds: [], source: TEXT,
        /// The person's e-mail address.
        Email = email: Kind::Email, required;
    }
    /// A line break.
    Br = br { inside: [Text, Markdown, B, I, S, Font], text: None, holds: [], source: TEXT, }
}

impl Tag {
    /// The tag's name in markup.
    pub fn name(self) -> &'static str {
        self.spec().name
    }

    /// The tag with this name.
    pub fn named(name: &str) -> Option<Self> {
        TAGS.iter()
            .find(|spec| spec.name == name)
            .map(|spec| spec.tag)
    }

    /// Whether the tag may stand in `parent`.
    pub fn fits(self, parent: Self) -> bool {
        self.spec().inside.contains(&parent)
    }

    /// Whether the tag is a part of a text, not an element.
    pub fn is_inline(self) -> bool {
        matches!(
            self,
            Self::B | Self::I | Self::S | Self::Font | Self::A | Self::At | Self::Br
        )
    }

    /// The tags that may stand in this one.
    pub fn children(self) -> impl Iterator<Item = Self> {
        TAGS.iter()
            .filter(move |spec| spec.inside.contains(&self))
            .map(|spec| spec.tag)
    }
}

impl TagSpec {
    /// The attribute with this name.
    pub fn attribute(&self, name: &str) -> Option<&'static AttributeSpec> {
        self.attributes
            .iter()
            .find(|attribute| attribute.name == name)
    }
}

/// Names that people type for a tag.
pub const TAG_ALIASES: &[(&str, Tag)] = &[
    ("actions", Tag::Action),
    ("bold", Tag::B),
    ("btn", Tag::Button),
    ("buttons", Tag::Action),
    ("color", Tag::Font),
    ("colour", Tag::Font),
    ("column", Tag::Markdown),
    ("columns", Tag::Div),
    ("del", Tag::S),
    ("divider", Tag::Hr),
    ("em", Tag::I),
    ("field", Tag::Markdown),
    ("fields", Tag::Div),
    ("h1", Tag::Header),
    ("head", Tag::Header),
    ("i18n", Tag::Locale),
    ("image", Tag::Img),
    ("italic", Tag::I),
    ("lang", Tag::Locale),
    ("language", Tag::Locale),
    ("line", Tag::Hr),
    ("md", Tag::Markdown),
    ("mention", Tag::At),
    ("newline", Tag::Br),
    ("p", Tag::Text),
    ("pic", Tag::Img),
    ("picture", Tag::Img),
    ("pic_text", Tag::PicText),
    ("pictext", Tag::PicText),
    ("row", Tag::Div),
    ("settings", Tag::Config),
    ("span", Tag::Text),
    ("strike", Tag::S),
    ("strong", Tag::B),
    ("title", Tag::Header),
    ("user", Tag::At),
];

/// Names that people type for an attribute. An alias counts where the tag has the attribute that it stands for.
pub const ATTRIBUTE_ALIASES: &[(&str, Attribute)] = &[
    ("action", Attribute::Key),
    ("android", Attribute::AndroidUrl),
    ("colour", Attribute::Color),
    ("description", Attribute::Alt),
    ("desc", Attribute::Subtitle),
    ("href", Attribute::Url),
    ("id", Attribute::Key),
    ("id", Attribute::Name),
    ("ios", Attribute::IosUrl),
    ("key", Attribute::StoreKey),
    ("kind", Attribute::Style),
    ("language", Attribute::Lang),
    ("link", Attribute::Href),
    ("link", Attribute::Url),
    ("mail", Attribute::Email),
    ("pc", Attribute::PcUrl),
    ("src", Attribute::StoreKey),
    ("text", Attribute::Title),
    ("to", Attribute::Href),
    ("type", Attribute::Style),
    ("type", Attribute::PicType),
    ("url", Attribute::Href),
    ("value", Attribute::Key),
    ("width", Attribute::Division),
];
