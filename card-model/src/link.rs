use crate::{Str, names::from_text};

/// Where something leads: one URL, or one per client.
///
/// Used for the link of a card, of a text, div or picText, and as the value of an [`Href`](crate::Href).
/// On a client, `android_url`, `ios_url` and `pc_url` win over `url`.
///
/// Source: `open-xz.wps.cn/pages/develop-guide/card/structure/` (field `link`).
///
/// ```
/// use message_card::Link;
///
/// let link = Link::new("https://ci.example.com/1").pc_url("https://ci.example.com/1?pc");
/// assert_eq!(
///     serde_json::to_string(&link)?,
///     r#"{"url":"https://ci.example.com/1","pc_url":"https://ci.example.com/1?pc"}"#
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
#[non_exhaustive]
pub struct Link {
    /// The URL for every client that has none of its own.
    pub url: Str,
    /// The URL on Android.
    pub android_url: Option<Str>,
    /// The URL on iOS.
    pub ios_url: Option<Str>,
    /// The URL on a PC.
    pub pc_url: Option<Str>,
}

impl Link {
    /// A link to nowhere yet.
    pub(crate) const EMPTY: Self = Self {
        url: Str::Borrowed(""),
        android_url: None,
        ios_url: None,
        pc_url: None,
    };

    /// A link to one URL, the same on every client.
    pub fn new(url: impl Into<String>) -> Self {
        Self {
            url: Str::Owned(url.into()),
            ..Self::default()
        }
    }

    /// Sets the URL for Android.
    pub fn android_url(mut self, url: impl Into<String>) -> Self {
        self.android_url = Some(Str::Owned(url.into()));
        self
    }

    /// Sets the URL for iOS.
    pub fn ios_url(mut self, url: impl Into<String>) -> Self {
        self.ios_url = Some(Str::Owned(url.into()));
        self
    }

    /// Sets the URL for PC.
    pub fn pc_url(mut self, url: impl Into<String>) -> Self {
        self.pc_url = Some(Str::Owned(url.into()));
        self
    }

    /// Whether some client has a URL of its own.
    pub fn is_per_client(&self) -> bool {
        self.android_url.is_some() || self.ios_url.is_some() || self.pc_url.is_some()
    }

    /// Every URL that is set, with the name of its wire field.
    pub fn urls(&self) -> impl Iterator<Item = (&'static str, &str)> {
        [
            ("url", Some(&self.url)),
            ("android_url", self.android_url.as_ref()),
            ("ios_url", self.ios_url.as_ref()),
            ("pc_url", self.pc_url.as_ref()),
        ]
        .into_iter()
        .filter_map(|(name, url)| url.map(|url| (name, url.as_ref())))
    }
}

from_text! { Link, |url| Self { url, ..Self::default() } }
