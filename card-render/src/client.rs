//! The kinds of clients.

use card_model::Link;

/// A kind of client, to choose among the URLs of a [`Link`] where a message holds one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Client {
    /// Windows, macOS, Linux.
    Pc,
    /// Android.
    Android,
    /// iPhone and iPad.
    Ios,
}

impl Client {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Pc => "pc",
            Self::Android => "android",
            Self::Ios => "ios",
        }
    }

    /// The URL that `link` has for this client, else the one for every client.
    pub(crate) fn url(self, link: &Link) -> &str {
        let own = match self {
            Self::Pc => &link.pc_url,
            Self::Android => &link.android_url,
            Self::Ios => &link.ios_url,
        };
        own.as_ref().unwrap_or(&link.url)
    }
}
