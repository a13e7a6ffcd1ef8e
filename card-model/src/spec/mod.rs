//! The one table: what a card may contain, where, how much of it, and which page says so.
//!
//! The macro, [`Card::validate`](crate::Card::validate), the renderers, the documentation's tables and the tests read it;
//! none of them repeats a name or a number.

pub mod address;
mod capability;
mod limit;
pub mod near;
mod table;

pub use self::capability::{Feature, Format, Severity, Shown};
pub use self::limit::{
    CONTENT, CTX_ID, DEPTH, DOCUMENT, ELEMENTS, FIELDS, LIMITS, Limit, Unit, WEBHOOK, dingtalk,
    wecom, wps365,
};
pub use self::table::{
    ATTRIBUTE_ALIASES, Attribute, AttributeSpec, Kind, Quota, TAG_ALIASES, TAGS, TARGETS, Tag,
    TagSpec, TextMode, ide,
};
