use crate::{
    Str,
    list::{make_room, put},
    names::from_text,
};

/// Where something leads: one URL, or one per client.
///
/// Used for the link of a card, of a text, div or picText, and as the value of an [`Href`].
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

/// The links that a markdown text or a button names: variable name to [`Link`].
///
/// In markdown, `[label]($name)` leads to the entry `name`. On the wire the map stands next to the text's `content`;
/// the order of the entries is kept.
///
/// Source: `open-xz.wps.cn/pages/develop-guide/card/build-card/text` (field `href`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
pub struct Href(Vec<(Str, Link)>);

impl Href {
    /// The name that the platform's samples use for a single link.
    pub const DEFAULT_NAME: &'static str = "url_val";

    /// No links.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Links whose names are known to differ.
    #[doc(hidden)]
    pub const fn from_unique(entries: Vec<(Str, Link)>) -> Self {
        Self(entries)
    }

    /// Adds `link` under `name`, or replaces the link that has this name.
    pub fn insert(&mut self, name: impl Into<String>, link: impl Into<Link>) {
        self.put(Str::Owned(name.into()), link.into());
    }

    /// As [`Href::insert`], for a name that may be borrowed.
    pub(crate) fn put(&mut self, name: Str, link: Link) {
        match self.0.iter_mut().find(|(known, _)| *known == name) {
            Some((_, old)) => *old = link,
            None => self.0.push((name, link)),
        }
    }

    /// Adds an empty link under [`Href::DEFAULT_NAME`], to be changed in its place until [`Href::finish`].
    pub(crate) fn begin(&mut self) {
        const DEFAULT: (Str, Link) = (Str::Borrowed(Href::DEFAULT_NAME), Link::EMPTY);
        // Most have one link.
        make_room(&mut self.0, 1);
        put(&mut self.0, || DEFAULT);
    }

    /// The last link, and its name.
    pub(crate) fn last_mut(&mut self) -> Option<&mut (Str, Link)> {
        self.0.last_mut()
    }

    /// Keeps the last link, or takes it away. It replaces one that has its name.
    pub(crate) fn finish(&mut self, keep: bool) {
        if !keep {
            self.0.pop();
        } else if self.len() > 1
            && let Some((name, link)) = self.0.pop()
        {
            self.put(name, link);
        }
    }

    /// The link called `name`.
    pub fn get(&self, name: &str) -> Option<&Link> {
        self.iter()
            .find(|(known, _)| *known == name)
            .map(|(_, link)| link)
    }

    /// Whether there are no links.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The number of links.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Names and links, in the order in which they are written.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Link)> {
        self.0.iter().map(|(name, link)| (name.as_ref(), link))
    }

    /// Adds `link` under a name that is still free, and returns the name:
    /// `url_val`, then `url_val_2`, `url_val_3` …
    pub fn insert_unnamed(&mut self, link: Link) -> Str {
        let mut name = Str::Borrowed(Self::DEFAULT_NAME);
        let mut number = 1;
        while self.get(&name).is_some() {
            number += 1;
            name = Str::Owned(format!("{}_{number}", Self::DEFAULT_NAME));
        }
        self.0.push((name.clone(), link));
        name
    }
}

impl<N: Into<String>, L: Into<Link>> FromIterator<(N, L)> for Href {
    fn from_iter<I: IntoIterator<Item = (N, L)>>(entries: I) -> Self {
        let mut href = Self::new();
        for (name, link) in entries {
            href.insert(name, link);
        }
        href
    }
}
