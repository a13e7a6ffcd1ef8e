//! What stands at the top of a card.

use card_model::Str;

use crate::wire::{object, texts};

/// Where a card comes from: a line at its top.
///
/// Source: `developer.work.weixin.qq.com/document/path/99110`, 模版卡片类型 (`source`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
#[non_exhaustive]
pub struct Source {
    /// The URL of the icon.
    pub icon_url: Option<Str>,
    /// The name: at most 13 characters are recommended.
    pub desc: Option<Str>,
    /// The colour of the name: 0 grey, which is the default, 1 black, 2 red, 3 green.
    pub desc_color: Option<i64>,
}

impl Source {
    /// An origin with this name.
    pub fn new(desc: impl Into<String>) -> Self {
        Self::default().desc(desc)
    }

    texts! {
        /// Sets the name.
        desc,
        /// Sets the URL of the icon.
        icon_url,
    }

    /// Sets the colour of the name: 0 grey, 1 black, 2 red, 3 green.
    pub fn desc_color(mut self, color: i64) -> Self {
        self.desc_color = Some(color);
        self
    }
}

object!(Source {
    some "icon_url" icon_url,
    some "desc" desc,
    some "desc_color" desc_color,
});

/// What a card is about.
///
/// Source: `developer.work.weixin.qq.com/document/path/99110`, 模版卡片类型 (`main_title`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
#[non_exhaustive]
pub struct MainTitle {
    /// The title: at most 26 characters are recommended. A `text_notice` that has a `sub_title_text` does without.
    pub title: Option<Str>,
    /// The line below it: at most 30 characters are recommended.
    pub desc: Option<Str>,
}

impl MainTitle {
    /// This title.
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: Some(Str::Owned(title.into())),
            desc: None,
        }
    }

    texts! {
        /// Sets the line below the title.
        desc,
    }
}

impl From<&str> for MainTitle {
    fn from(title: &str) -> Self {
        Self::new(title)
    }
}

impl From<String> for MainTitle {
    fn from(title: String) -> Self {
        Self::new(title)
    }
}

object!(MainTitle {
    some "title" title,
    some "desc" desc,
});

/// The number that a `text_notice` shows large. The platform advises against one beside a [`QuoteArea`](super::QuoteArea).
///
/// Source: `developer.work.weixin.qq.com/document/path/99110`, 模版卡片类型 (`emphasis_content`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
#[non_exhaustive]
pub struct EmphasisContent {
    /// The number: at most 10 characters are recommended.
    pub title: Option<Str>,
    /// What it means: at most 15 characters are recommended.
    pub desc: Option<Str>,
}

impl EmphasisContent {
    /// This number.
    pub fn new(title: impl Into<String>) -> Self {
        Self {
            title: Some(Str::Owned(title.into())),
            desc: None,
        }
    }

    texts! {
        /// Sets what the number means.
        desc,
    }
}

object!(EmphasisContent {
    some "title" title,
    some "desc" desc,
});
