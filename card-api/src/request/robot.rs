//! What the webhooks of all group robots have in common.

use std::fmt;

use http::{
    Uri,
    uri::{Authority, PathAndQuery},
};
use percent_encoding::percent_decode_str;

use super::{
    BuildError, KeyFault, UrlFault, key,
    url::{Base, Url, extend},
};
use crate::Secret;

const WEBHOOK_URL: &str = "webhook URL";

/// The webhook of a platform.
pub(super) struct Platform {
    /// The URL of the usual host.
    pub(super) base: &'static str,
    /// The hosts, the usual one first.
    pub(super) hosts: &'static [&'static str],
    /// The path on each of the hosts.
    pub(super) paths: &'static [&'static str],
    /// What the key is called in the query.
    pub(super) key: &'static str,
}

impl Platform {
    /// The path on the host of this URL, if it is one of the platform's.
    fn path_at(&self, uri: &Uri) -> Option<&'static str> {
        let host = uri
            .host()
            .filter(|_| matches!(uri.port_u16(), None | Some(443)))?;
        let mut sites = self.hosts.iter().zip(self.paths);
        let site = sites.find(|(known, _)| known.eq_ignore_ascii_case(host));
        site.map(|(_, path)| *path)
    }
}

/// What somebody copied.
#[derive(Debug, Clone)]
pub(super) enum Address {
    Url(Secret),
    Key(Secret),
}

/// The webhook of one robot. Its URL is put together once, and not for each message.
#[derive(Clone)]
pub(super) struct Webhook {
    settings: Settings,
    uri: Result<Uri, BuildError>,
}

impl Webhook {
    pub(super) fn new(platform: &'static Platform, address: Address) -> Self {
        Self::from(Settings {
            platform,
            address,
            base: None,
            allows_http: false,
        })
    }

    pub(super) fn base_url(self, url: Secret) -> Self {
        Self::from(Settings {
            base: Some(Base::new(url)),
            ..self.settings
        })
    }

    pub(super) fn allow_http(self) -> Self {
        Self::from(Settings {
            allows_http: true,
            ..self.settings
        })
    }

    /// Where messages go.
    pub(super) fn uri(&self) -> Result<&Uri, BuildError> {
        self.uri.as_ref().map_err(Clone::clone)
    }

    /// [`Webhook::uri`] as a text.
    pub(super) fn link(&self) -> Result<String, BuildError> {
        let uri = self.uri()?;
        let scheme = uri.scheme_str().unwrap_or_default();
        let authority = uri.authority().map_or("", Authority::as_str);
        let path = uri.path_and_query().map_or("", PathAndQuery::as_str);
        Ok([scheme, "://", authority, path].concat())
    }
}

impl From<Settings> for Webhook {
    fn from(settings: Settings) -> Self {
        Self {
            uri: settings.uri(),
            settings,
        }
    }
}

impl fmt::Debug for Webhook {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Webhook(…)")
    }
}

/// What is said about a webhook.
#[derive(Clone)]
struct Settings {
    platform: &'static Platform,
    address: Address,
    base: Option<Base>,
    allows_http: bool,
}

impl Settings {
    fn uri(&self) -> Result<Uri, BuildError> {
        let platform = self.platform;
        match &self.address {
            Address::Url(url) => self.at_url(url.expose()),
            Address::Key(key) => {
                let path = platform.paths.first().copied().unwrap_or_default();
                let usual = Base::usual(platform.base);
                self.join(self.base.as_ref().unwrap_or(&usual), path, key.expose())
            }
        }
    }

    fn at_url(&self, url: &str) -> Result<Uri, BuildError> {
        let error = |fault| BuildError::Url {
            of: WEBHOOK_URL,
            fault,
        };
        let url = Url::read(url).map_err(error)?;
        let uri = url.secure(self.allows_http).map_err(error)?;
        let base = self.base.as_ref();
        let own = base.map(|base| base.uri(self.allows_http)).transpose()?;
        let path = self.platform.path_at(uri);
        if path.is_none() && own.and_then(Uri::authority) != uri.authority() {
            return Err(error(UrlFault::Host(self.platform.hosts)));
        }
        if let Some(path) = path.filter(|path| *path != uri.path()) {
            return Err(error(UrlFault::Path(path)));
        }
        let key = key_of(uri, self.platform.key)?;
        match (base, path) {
            (Some(base), Some(path)) => self.join(base, path, &key),
            _ => extend(uri, &[uri.path()], &[self.checked(&key)?]),
        }
    }

    fn join(&self, base: &Base, path: &str, key: &str) -> Result<Uri, BuildError> {
        let key = self.checked(key)?;
        Ok(base.join(path, &[key], self.allows_http)?.uri)
    }

    /// The key with its name, where it can be one.
    fn checked<'k>(&self, key: &'k str) -> Result<(&'static str, &'k str), BuildError> {
        let name = self.platform.key;
        Ok((name, key::check(name, key)?))
    }
}

/// The one value of this name in the query, decoded.
fn key_of(uri: &Uri, name: &'static str) -> Result<String, BuildError> {
    let error = |fault| BuildError::Key { of: name, fault };
    let pairs = uri.query().unwrap_or_default().split('&');
    let mut values = pairs.filter_map(|pair| pair.strip_prefix(name)?.strip_prefix('='));
    let value = values.next().ok_or_else(|| error(KeyFault::Missing))?;
    if values.next().is_some() {
        return Err(error(KeyFault::Repeated));
    }
    match percent_decode_str(value).decode_utf8() {
        Ok(key) => Ok(key.into_owned()),
        Err(_) => Err(error(KeyFault::Character)),
    }
}

/// The constructors and setters of a robot, which wraps a `webhook`.
macro_rules! webhook {
    ($(#[$from_url:meta])* from_url, $(#[$from_key:meta])* from_key, $(#[$base_url:meta])* base_url $(,)?) => {
        $(#[$from_url])*
        pub fn from_url(url: impl Into<Secret>) -> Self {
            Self::new(Address::Url(url.into()))
        }

        $(#[$from_key])*
        pub fn from_key(key: impl Into<Secret>) -> Self {
            Self::new(Address::Key(key.into()))
        }

        $(#[$base_url])*
        pub fn base_url(mut self, url: impl Into<Secret>) -> Self {
            self.webhook = self.webhook.base_url(url.into());
            self
        }

        /// Allows `http://` instead of `https://`: for tests, and for nothing else, as the key is sent in the clear.
        pub fn allow_http(mut self) -> Self {
            self.webhook = self.webhook.allow_http();
            self
        }
    };
}

pub(super) use webhook;
