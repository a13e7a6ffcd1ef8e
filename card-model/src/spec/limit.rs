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
/// and label of the card counts, all languages together, so that a card within the limit is so on any reading.
pub const CONTENT: Limit = Limit::chars(5000).from_page(STRUCTURE);

/// The columns of a div. Checked 2026-11-21. The page describes two columns; more are not documented.
pub const FIELDS: Limit = Limit::items(2).from_page(TWO_COLUMNS);

/// The `ctx_id` of a message that carries a card. Checked 2026-11-21; the unit is not said, characters are counted.
pub const CTX_ID: Limit = Limit::chars(36).from_page(SEND);

/// A card document that is read. Our own: the content limit leaves no use for a larger one.
pub const DOCUMENT: Limit = Limit::bytes(1 << 20);

/// How deep a card document may nest. Our own, and that of the JSON reader.
pub const DEPTH: Limit = Limit::items(127);

/// Every limit, with its name in the documentation.
pub const LIMITS: &[(&str, Limit)] = &[
    ("elements", ELEMENTS),
    ("content", CONTENT),
    ("fields", FIELDS),
    ("ctx_id", CTX_ID),
    ("document", DOCUMENT),
    ("depth", DEPTH),
];
