//! Texts beside each other.

use card_model::Link;

use super::{Text, names::names};
use crate::wire::object;

names! {
    /// How wide the columns of a [`Div`] are.
    ///
    /// Source: `open.wps.cn/documents/app-integration-dev/guide/card/show-widget/div` (field `division`).
    pub enum Division {
        /// Equal columns; the platform's default.
        Middle = "middle",
        /// The left column takes what it needs, at most half.
        FlowLeft = "flow_left",
        /// The right column takes what it needs, at most half.
        FlowRight = "flow_right",
    }
}

/// A text in columns.
///
/// Source: `open.wps.cn/documents/app-integration-dev/guide/card/show-widget/div`. How many columns there may be is not said.
#[derive(Debug, Clone, PartialEq)]
#[must_use]
#[non_exhaustive]
pub struct Div {
    /// How wide the columns are.
    pub division: Division,
    /// The columns, left to right.
    pub fields: Vec<Text>,
    /// Where a click leads.
    pub link: Option<Link>,
}

object!(Div ["tag" = "div"] {
    name "division" division,
    must "fields" fields,
    some "link" link,
});

impl Div {
    /// A div with these columns, all of one width.
    pub fn new(fields: impl IntoIterator<Item = Text>) -> Self {
        Self {
            division: Division::Middle,
            fields: fields.into_iter().collect(),
            link: None,
        }
    }

    /// Sets how wide the columns are.
    pub fn division(mut self, division: Division) -> Self {
        self.division = division;
        self
    }

    /// Sets where a click leads.
    pub fn link(mut self, link: impl Into<Link>) -> Self {
        self.link = Some(link.into());
        self
    }
}
