//! What the webhooks of all group robots have in common.

use http::Uri;
use percent_encoding::percent_decode_str;

use super::{
    BuildError, KeyFault, UrlFault, key,
    url::{Base, Destination, parse},
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
enum Address {
    Url(Secret),
    Key(Secret),
}

/// The webhook of one robot.
#[derive(Debug, Clone)]
pub(super) struct Webhook {
    address: Address,
    base: Option<Base>,
    allows_http: bool,
}

impl Webhook {
    pub(super) const fn from_url(url: Secret) -> Self {
        Self::new(Address::Url(url))
    }

    pub(super) const fn from_key(key: Secret) -> Self {
        Self::new(Address::Key(key))
    }

    const fn new(address: Address) -> Self {
        Self {
            address,
            base: None,
            allows_http: false,
        }
    }

    pub(super) fn set_base(&mut self, url: Secret) {
        self.base = Some(Base::new(url));
    }

    pub(super) const fn allow_http(&mut self) {
        self.allows_http = true;
    }

    /// The webhook, with `more` in the query after the key.
    pub(super) fn destination(
        &self,
        platform: &Platform,
        more: &[(&str, &str)],
    ) -> Result<Destination, BuildError> {
        match &self.address {
            Address::Url(url) => self.at_url(url.expose(), platform, more),
            Address::Key(key) => {
                let key = [(platform.key, key::check(platform.key, key.expose())?)];
                let query = [&key, more];
                let path = platform.paths.first().copied().unwrap_or_default();
                let usual = Base::Usual(platform.base);
                let base = self.base.as_ref().unwrap_or(&usual);
                base.join(path, &query, self.allows_http)
            }
        }
    }

    fn at_url(
        &self,
        url: &str,
        platform: &Platform,
        more: &[(&str, &str)],
    ) -> Result<Destination, BuildError> {
        let error = |fault| BuildError::Url {
            of: WEBHOOK_URL,
            fault,
        };
        let uri = parse(WEBHOOK_URL, url, self.allows_http)?;
        let base = self.base.as_ref();
        let own = base.map(|base| base.parse(self.allows_http)).transpose()?;
        let path = platform.path_at(&uri);
        if path.is_none() && own.as_ref().and_then(Uri::authority) != uri.authority() {
            return Err(error(UrlFault::Host(platform.hosts)));
        }
        if let Some(path) = path.filter(|path| *path != uri.path()) {
            return Err(error(UrlFault::Path(path)));
        }
        let key = key_of(&uri, platform.key)?;
        let key = [(platform.key, key::check(platform.key, &key)?)];
        let query = [&key, more];
        if let (Some(base), Some(path)) = (base, path) {
            return base.join(path, &query, self.allows_http);
        }
        let path = uri.path().to_owned();
        Destination::new(uri, &path, &query)
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
            Self::new(Webhook::from_url(url.into()))
        }

        $(#[$from_key])*
        pub fn from_key(key: impl Into<Secret>) -> Self {
            Self::new(Webhook::from_key(key.into()))
        }

        $(#[$base_url])*
        pub fn base_url(mut self, url: impl Into<Secret>) -> Self {
            self.webhook.set_base(url.into());
            self
        }

        /// Allows `http://` instead of `https://`: for tests, and for nothing else, as the key is sent in the clear.
        pub fn allow_http(mut self) -> Self {
            self.webhook.allow_http();
            self
        }
    };
}

pub(super) use webhook;
