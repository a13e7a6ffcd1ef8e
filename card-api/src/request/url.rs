//! Where requests go.

use std::fmt;

use http::{
    Uri,
    uri::{Parts, PathAndQuery, Scheme},
};

use super::{
    BuildError, UrlFault,
    key::{encode, encoded_length},
};
use crate::Secret;

const BASE_URL: &str = "base URL";

/// The names and values of a query.
pub(super) type Query<'q> = &'q [(&'q str, &'q str)];

/// A server, and what stands before its paths. What somebody pasted here can hold a key.
#[derive(Clone)]
pub(super) struct Base {
    url: Result<Url, UrlFault>,
    has_query: bool,
}

impl Base {
    /// The platform's own.
    pub(super) fn usual(url: &'static str) -> Self {
        Self {
            url: Ok(Url(Uri::from_static(url))),
            has_query: false,
        }
    }

    pub(super) fn new(url: impl Into<Secret>) -> Self {
        let url = url.into();
        Self {
            url: Url::read(url.expose()),
            has_query: url.expose().contains(['?', '#']),
        }
    }

    pub(super) fn uri(&self, allows_http: bool) -> Result<&Uri, BuildError> {
        let url = self.url.as_ref().map_err(|fault| *fault);
        let uri = url.and_then(|url| url.secure(allows_http));
        match uri.map_err(error)? {
            _ if self.has_query => Err(error(UrlFault::Query)),
            uri => Ok(uri),
        }
    }

    /// This path of the server, with this query.
    pub(super) fn join(
        &self,
        path: &str,
        query: Query<'_>,
        allows_http: bool,
    ) -> Result<Destination, BuildError> {
        let base = self.uri(allows_http)?;
        let prefix = base.path().trim_end_matches('/');
        Ok(Destination {
            prefix: prefix.len(),
            uri: extend(base, &[prefix, path], query)?,
        })
    }
}

impl fmt::Debug for Base {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Base(…)")
    }
}

/// An absolute URL without a name before the host.
#[derive(Clone)]
pub(super) struct Url(Uri);

impl Url {
    pub(super) fn read(url: &str) -> Result<Self, UrlFault> {
        let uri = Uri::try_from(url).map_err(|_| unreadable(url))?;
        let (Some(_), Some(authority)) = (uri.scheme(), uri.authority()) else {
            return Err(UrlFault::Unreadable);
        };
        if authority.as_str().contains('@') {
            return Err(UrlFault::User);
        }
        Ok(Self(uri))
    }

    /// The URL, where it is secure or allowed not to be.
    pub(super) fn secure(&self, allows_http: bool) -> Result<&Uri, UrlFault> {
        let scheme = self.0.scheme();
        let is_allowed =
            scheme == Some(&Scheme::HTTPS) || (allows_http && scheme == Some(&Scheme::HTTP));
        is_allowed.then_some(&self.0).ok_or(UrlFault::Insecure)
    }
}

/// Why this is no URL.
fn unreadable(url: &str) -> UrlFault {
    if url.bytes().all(|byte| byte.is_ascii_graphic()) {
        UrlFault::Unreadable
    } else {
        UrlFault::Character
    }
}

/// The URL of a request.
pub(super) struct Destination {
    pub(super) uri: Uri,
    /// How long the path of the base URL is. It is never signed: a gateway takes it off before the platform sees it.
    prefix: usize,
}

impl Destination {
    /// Without what stands in the base URL.
    pub(super) fn path_and_query(&self) -> &str {
        let whole = self.uri.path_and_query().map_or("", PathAndQuery::as_str);
        whole.get(self.prefix..).unwrap_or_default()
    }

    /// As [`Destination::path_and_query`].
    pub(super) fn path(&self) -> &str {
        self.uri.path().get(self.prefix..).unwrap_or_default()
    }
}

/// On the server of this URL, the path, or the path with a query, that begins with these parts and has these values at its
/// end. They are encoded here and nowhere else.
pub(super) fn extend(server: &Uri, begin: &[&str], query: Query<'_>) -> Result<Uri, BuildError> {
    // Exactly as long, as `http` takes such a string over as it is.
    let pairs = query
        .iter()
        .map(|(name, value)| name.len() + encoded_length(value) + 2);
    let length = begin.iter().map(|part| part.len()).chain(pairs).sum();
    let mut text = String::with_capacity(length);
    text.extend(begin.iter().copied());
    let mut separator = if text.contains('?') { '&' } else { '?' };
    for (name, value) in query {
        text.push(separator);
        text.push_str(name);
        text.push('=');
        text.extend(encode(value));
        separator = '&';
    }
    let mut parts = Parts::default();
    parts.scheme = server.scheme().cloned();
    parts.authority = server.authority().cloned();
    let path = PathAndQuery::try_from(text).map_err(|_| error(UrlFault::Unreadable))?;
    parts.path_and_query = Some(path);
    Uri::from_parts(parts).map_err(|_| error(UrlFault::Unreadable))
}

const fn error(fault: UrlFault) -> BuildError {
    BuildError::Url {
        of: BASE_URL,
        fault,
    }
}
