use std::fmt;

/// What a [`Limit`] counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Unit {
    /// Unicode scalar values.
    Chars,
    /// Bytes of UTF-8.
    Bytes,
    /// Things in a list.
    Items,
}

/// How much of something there may be, with its unit and the page that says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[must_use]
#[non_exhaustive]
pub struct Limit {
    /// The largest number that is still allowed.
    pub max: usize,
    /// What is counted.
    pub unit: Unit,
    /// The page that states the limit; empty for one of our own.
    pub source: &'static str,
}

impl Limit {
    /// At most this many Unicode scalar values.
    pub const fn chars(max: usize) -> Self {
        Self {
            max,
            unit: Unit::Chars,
            source: "",
        }
    }

    /// At most this many bytes of UTF-8.
    pub const fn bytes(max: usize) -> Self {
        Self {
            max,
            unit: Unit::Bytes,
            source: "",
        }
    }

    /// At most this many things.
    pub const fn items(max: usize) -> Self {
        Self {
            max,
            unit: Unit::Items,
            source: "",
        }
    }

    /// Names the page that states the limit.
    pub const fn from_page(mut self, source: &'static str) -> Self {
        self.source = source;
        self
    }

    /// Whether `measured` is within the limit.
    pub const fn allows(&self, measured: usize) -> bool {
        measured <= self.max
    }

    /// The length of `text` in this limit's unit; for [`Unit::Items`], 1.
    pub fn measure(&self, text: &str) -> usize {
        match self.unit {
            Unit::Chars => text.chars().count(),
            Unit::Bytes => text.len(),
            Unit::Items => 1,
        }
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = match self.unit {
            Unit::Chars => "characters",
            Unit::Bytes => "bytes",
            Unit::Items => "items",
        };
        write!(f, "{} {unit}", self.max)
    }
}

const STRUCTURE: &str = "https://open-xz.wps.cn/pages/develop-guide/card/structure/";
const TWO_COLUMNS: &str = "https://open-xz.wps.cn/pages/develop-guide/card/build-card/text";
const SEND: &str = "https://bgpt.qhzwfw.gov.cn/developer/document/app/history/collab-dev/dev-guide/msg-card/quick-start/how-to-send-msg-card.html";

/// The elements of a card, and of each of its locales. Checked 2026-11-21. Whether nested parts count is not said; here
/// the entries of `elements` do.
pub const ELEMENTS: Limit = Limit::items(20).from_page(STRUCTURE);

/// The content of a card. Checked 2026-11-21. How the platform counts is not said; here every title, text, markdown source
/// and label of the card counts, all languages together, so that a card within the limit is so however texts are added up.
/// What is no text is not counted: URLs, settings, and elements that this library does not know.
pub const CONTENT: Limit = Limit::chars(5000).from_page(STRUCTURE);

/// The columns of a div. Checked 2026-11-21. The page describes two columns; more are not documented.
pub const FIELDS: Limit = Limit::items(2).from_page(TWO_COLUMNS);

/// The `ctx_id` of a message that carries a card. Checked 2026-11-21; the unit is not said, characters are counted.
pub const CTX_ID: Limit = Limit::chars(36).from_page(SEND);

/// A card document that is read. Our own: the content limit leaves no use for a larger one.
pub const DOCUMENT: Limit = Limit::bytes(1 << 20);

/// How deep a card document may nest. Our own, and that of the JSON reader.
pub const DEPTH: Limit = Limit::items(127);

/// A message of the WPS group robot. Checked 2026-11-21.
pub const WEBHOOK: Limit =
    Limit::chars(5000).from_page("https://open-xz.wps.cn/pages/client/robot/custom-robot");

/// The limits of a WeCom group robot's messages. Checked 2026-11-21.
pub mod wecom {
    use super::Limit;

    const PAGE: &str = "https://developer.work.weixin.qq.com/document/path/99110";

    /// The content of a `text` message.
    pub const TEXT: Limit = Limit::bytes(2048).from_page(PAGE);
    /// The content of a `markdown` message.
    pub const MARKDOWN: Limit = Limit::bytes(4096).from_page(PAGE);
    /// The content of a `markdown_v2` message.
    pub const MARKDOWN_V2: Limit = Limit::bytes(4096).from_page(PAGE);
    /// The articles of a `news` message; there must be one.
    pub const ARTICLES: Limit = Limit::items(8).from_page(PAGE);
    /// The title of an article. The platform cuts a longer one.
    pub const ARTICLE_TITLE: Limit = Limit::bytes(128).from_page(PAGE);
    /// The description of an article. The platform cuts a longer one.
    pub const ARTICLE_DESCRIPTION: Limit = Limit::bytes(512).from_page(PAGE);
    /// The picture of an `image` message, before it is encoded.
    pub const IMAGE: Limit = Limit::bytes(2 << 20).from_page(PAGE);
    /// The title of a `template_card`: a recommendation. What a client does with a longer one is not documented; this
    /// holds for all of a `template_card`'s lengths.
    pub const CARD_TITLE: Limit = Limit::chars(26).from_page(PAGE);
    /// The line under the title of a `template_card`: a recommendation.
    pub const CARD_DESC: Limit = Limit::chars(30).from_page(PAGE);
    /// The text of a `text_notice`: a recommendation.
    pub const SUB_TITLE_TEXT: Limit = Limit::chars(112).from_page(PAGE);
    /// The origin of a `template_card`: a recommendation.
    pub const SOURCE_DESC: Limit = Limit::chars(13).from_page(PAGE);
    /// The number that a `text_notice` emphasises: a recommendation.
    pub const EMPHASIS_TITLE: Limit = Limit::chars(10).from_page(PAGE);
    /// What that number means: a recommendation.
    pub const EMPHASIS_DESC: Limit = Limit::chars(15).from_page(PAGE);
    /// The rows of `horizontal_content_list`.
    pub const ROWS: Limit = Limit::items(6).from_page(PAGE);
    /// The name of such a row: a recommendation.
    pub const ROW_KEY: Limit = Limit::chars(5).from_page(PAGE);
    /// The value of such a row: a recommendation.
    pub const ROW_VALUE: Limit = Limit::chars(26).from_page(PAGE);
    /// The links of `jump_list`.
    pub const JUMPS: Limit = Limit::items(3).from_page(PAGE);
    /// The title of such a link: a recommendation.
    pub const JUMP_TITLE: Limit = Limit::chars(13).from_page(PAGE);
    /// The entries of a `news_notice`'s `vertical_content_list`.
    pub const VERTICALS: Limit = Limit::items(4).from_page(PAGE);
    /// The title of such an entry: a recommendation.
    pub const VERTICAL_TITLE: Limit = Limit::chars(26).from_page(PAGE);
    /// The text of such an entry: a recommendation.
    pub const VERTICAL_DESC: Limit = Limit::chars(112).from_page(PAGE);
}

/// The limits of a DingTalk group robot's messages. Checked 2026-11-21.
pub mod dingtalk {
    use super::Limit;

    /// The body of a message, serialised. No page of the platform states it: it is what the server's error 460101 says.
    pub const BODY: Limit = Limit::bytes(20_000)
        .from_page("https://github.com/timonwong/prometheus-webhook-dingtalk/issues/30");
    /// The people that one message mentions by their user id.
    pub const AT_USERS: Limit = Limit::items(50).from_page(
        "https://open.dingtalk.com/document/development/custom-robots-send-group-messages",
    );
    /// The buttons of an `actionCard`. No limit is documented for robots; the platform's own templates have at most this
    /// many.
    pub const BUTTONS: Limit = Limit::items(5)
        .from_page("https://open.dingtalk.com/document/development/robot-message-type");
    /// The entries of a `feedCard`; phones are reported to show no more.
    pub const FEED_LINKS: Limit =
        Limit::items(9).from_page("https://github.com/zhuifengshen/DingtalkChatbot/issues/64");
}

/// The limits of WPS 365: its cards, and the calls that send them. Checked 2026-11-21.
pub mod wps365 {
    use super::Limit;

    const STRUCTURE: &str =
        "https://open.wps.cn/documents/app-integration-dev/guide/card/card-structure";
    const SEND: &str = "https://open.wps.cn/documents/app-integration-dev/wps365/server/im/message/single-create-msg.html";
    const BATCH: &str =
        "https://open.wps.cn/documents/app-integration-dev/wps365/server/im/message/create-msg";

    /// The components of a card. Whether they count in each language or together is not said, and neither is whether nested
    /// ones do; here the entries of one language's `elements` count.
    pub const ELEMENTS: Limit = Limit::items(20).from_page(STRUCTURE);
    /// The content of a card. How the platform counts is not said; here every title, text and label counts, all languages
    /// together. The pages of the calls still say that a message of a robot has at most 5000 characters.
    pub const CONTENT: Limit = Limit::chars(15000).from_page(STRUCTURE);
    /// The text of a message that is no card. How the platform counts is not said.
    pub const TEXT: Limit = Limit::chars(5000).from_page(SEND);
    /// The people that one message mentions.
    pub const MENTIONS: Limit = Limit::items(100).from_page(SEND);
    /// The companies in one list of receivers.
    pub const COMPANIES: Limit = Limit::items(1).from_page(BATCH);
    /// The departments in one list of receivers.
    pub const DEPTS: Limit = Limit::items(50).from_page(BATCH);
    /// The people in one list of receivers.
    pub const USERS: Limit = Limit::items(200).from_page(BATCH);
}

/// Every limit, with its name in the documentation.
pub const LIMITS: &[(&str, Limit)] = &[
    ("elements", ELEMENTS),
    ("content", CONTENT),
    ("fields", FIELDS),
    ("ctx_id", CTX_ID),
    ("webhook", WEBHOOK),
    ("wecom::TEXT", wecom::TEXT),
    ("wecom::MARKDOWN", wecom::MARKDOWN),
    ("wecom::MARKDOWN_V2", wecom::MARKDOWN_V2),
    ("wecom::ARTICLES", wecom::ARTICLES),
    ("wecom::ARTICLE_TITLE", wecom::ARTICLE_TITLE),
    ("wecom::ARTICLE_DESCRIPTION", wecom::ARTICLE_DESCRIPTION),
    ("wecom::IMAGE", wecom::IMAGE),
    ("wecom::CARD_TITLE", wecom::CARD_TITLE),
    ("wecom::CARD_DESC", wecom::CARD_DESC),
    ("wecom::SUB_TITLE_TEXT", wecom::SUB_TITLE_TEXT),
    ("wecom::SOURCE_DESC", wecom::SOURCE_DESC),
    ("wecom::EMPHASIS_TITLE", wecom::EMPHASIS_TITLE),
    ("wecom::EMPHASIS_DESC", wecom::EMPHASIS_DESC),
    ("wecom::ROWS", wecom::ROWS),
    ("wecom::ROW_KEY", wecom::ROW_KEY),
    ("wecom::ROW_VALUE", wecom::ROW_VALUE),
    ("wecom::JUMPS", wecom::JUMPS),
    ("wecom::JUMP_TITLE", wecom::JUMP_TITLE),
    ("wecom::VERTICALS", wecom::VERTICALS),
    ("wecom::VERTICAL_TITLE", wecom::VERTICAL_TITLE),
    ("wecom::VERTICAL_DESC", wecom::VERTICAL_DESC),
    ("dingtalk::BODY", dingtalk::BODY),
    ("dingtalk::AT_USERS", dingtalk::AT_USERS),
    ("dingtalk::BUTTONS", dingtalk::BUTTONS),
    ("dingtalk::FEED_LINKS", dingtalk::FEED_LINKS),
    ("wps365::ELEMENTS", wps365::ELEMENTS),
    ("wps365::CONTENT", wps365::CONTENT),
    ("wps365::TEXT", wps365::TEXT),
    ("wps365::MENTIONS", wps365::MENTIONS),
    ("wps365::COMPANIES", wps365::COMPANIES),
    ("wps365::DEPTS", wps365::DEPTS),
    ("wps365::USERS", wps365::USERS),
    ("document", DOCUMENT),
    ("depth", DEPTH),
];
