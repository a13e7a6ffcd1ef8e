//! Where requests go.

use std::fmt;

use http::{
    Uri,
    uri::{Authority, Parts, PathAndQuery, Scheme},
};

use super::{BuildError, UrlFault, key::encode};
use crate::Secret;

const BASE_URL: &str = "base URL";

/// The names and values of a query, in groups.
pub(super) type Query<'q> = &'q [&'q [(&'q str, &'q str)]];

/// A server, and what stands before its paths. What somebody pasted here can hold a key.
#[derive(Clone)]
pub(super) enum Base {
    /// The platform's own.
    Usual(&'static str),
    Given(Secret),
}

impl Base {
    pub(super) fn new(url: impl Into<Secret>) -> Self {
        Self::Given(url.into())
    }

    pub(super) fn parse(&self, allows_http: bool) -> Result<Uri, BuildError> {
        let url = match self {
            Self::Usual(url) => return Ok(Uri::from_static(url)),
            Self::Given(url) => url.expose(),
        };
        let uri = parse(BASE_URL, url, allows_http)?;
        if url.contains(['?', '#']) {
            return Err(BuildError::Url {
                of: BASE_URL,
                fault: UrlFault::Query,
            });
        }
        Ok(uri)
    }

    /// This path of the server, with this query.
    pub(super) fn join(
        &self,
        path: &str,
        query: Query<'_>,
        allows_http: bool,
    ) -> Result<Destination, BuildError> {
        let base = self.parse(allows_http)?;
        let prefix = base.path().trim_end_matches('/').to_owned();
        let to = Destination::new(base, path, query)?;
        Ok(Destination { prefix, ..to })
    }
}

impl fmt::Debug for Base {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Base(…)")
    }
}

/// The URL, where it is absolute, secure or allowed not to be, and without a name before the host.
pub(super) fn parse(of: &'static str, url: &str, allows_http: bool) -> Result<Uri, BuildError> {
    let error = |fault| BuildError::Url { of, fault };
    let uri = Uri::try_from(url).map_err(|_| error(UrlFault::Unreadable))?;
    let (Some(scheme), Some(authority)) = (uri.scheme(), uri.authority()) else {
        return Err(error(UrlFault::Unreadable));
    };
    if authority.as_str().contains('@') {
        return Err(error(UrlFault::User));
    }
    let is_allowed = *scheme == Scheme::HTTPS || (allows_http && *scheme == Scheme::HTTP);
    if is_allowed {
        Ok(uri)
    } else {
        Err(error(UrlFault::Insecure))
    }
}

/// The URL of a request.
pub(super) struct Destination {
    scheme: Scheme,
    authority: Authority,
    /// The path of the base URL. It is never signed: a gateway takes it off before the platform sees it.
    prefix: String,
    path_and_query: String,
}

impl Destination {
    /// This path of the host of `base`, with this query, of which the values are encoded here and nowhere else.
    pub(super) fn new(base: Uri, path: &str, query: Query<'_>) -> Result<Self, BuildError> {
        let parts = base.into_parts();
        let (Some(scheme), Some(authority)) = (parts.scheme, parts.authority) else {
            return Err(unreadable());
        };
        // Exactly as long where no value has to be encoded, as `http` takes such a string over as it is.
        let pairs = || query.iter().copied().flatten();
        let length: usize = pairs()
            .map(|(name, value)| name.len() + value.len() + 2)
            .sum();
        let mut path_and_query = String::with_capacity(path.len() + length);
        path_and_query.push_str(path);
        let mut separator = '?';
        for (name, value) in pairs() {
            path_and_query.push(separator);
            path_and_query.push_str(name);
            path_and_query.push('=');
            path_and_query.extend(encode(value));
            separator = '&';
        }
        Ok(Self {
            scheme,
            authority,
            prefix: String::new(),
            path_and_query,
        })
    }

    pub(super) fn into_uri(self) -> Result<Uri, BuildError> {
        let path = if self.prefix.is_empty() {
            self.path_and_query
        } else {
            self.prefix + &self.path_and_query
        };
        let mut parts = Parts::default();
        parts.scheme = Some(self.scheme);
        parts.authority = Some(self.authority);
        parts.path_and_query = Some(PathAndQuery::try_from(path).map_err(|_| unreadable())?);
        Uri::from_parts(parts).map_err(|_| unreadable())
    }

    /// Without what stands in the base URL.
    pub(super) fn path_and_query(&self) -> &str {
        &self.path_and_query
    }

    /// As [`Destination::path_and_query`].
    pub(super) fn path(&self) -> &str {
        self.path_and_query.split('?').next().unwrap_or_default()
    }
}

const fn unreadable() -> BuildError {
    BuildError::Url {
        of: BASE_URL,
        fault: UrlFault::Unreadable,
    }
}
