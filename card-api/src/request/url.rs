//! Where requests go.

use std::fmt;

use http::{
    Uri,
    uri::{Authority, Scheme},
};

use super::{BuildError, UrlFault, key::encode};
use crate::Secret;

const BASE_URL: &str = "base URL";

/// A server, and what stands before its paths. What somebody pasted here can hold a key.
#[derive(Clone)]
pub(super) struct Base(Secret);

impl Base {
    pub(super) fn new(url: impl Into<Secret>) -> Self {
        Self(url.into())
    }

    pub(super) fn parse(&self, allows_http: bool) -> Result<Uri, BuildError> {
        let url = self.0.expose();
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
        query: &[(&str, &str)],
        allows_http: bool,
    ) -> Result<Destination, BuildError> {
        let base = self.parse(allows_http)?;
        let mut to = Destination::new(&base, path, query);
        to.server.push_str(base.path().trim_end_matches('/'));
        Ok(to)
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
    /// What is never signed: a gateway takes it off before the platform sees it.
    server: String,
    path_and_query: String,
}

impl Destination {
    /// This path of the host of `base`, with this query, of which the values are encoded here and nowhere else.
    pub(super) fn new(base: &Uri, path: &str, query: &[(&str, &str)]) -> Self {
        let scheme = base.scheme_str().unwrap_or("https");
        let authority = base.authority().map_or("", Authority::as_str);
        let mut path_and_query = path.to_owned();
        let mut separator = '?';
        for (name, value) in query {
            path_and_query.push(separator);
            path_and_query.push_str(name);
            path_and_query.push('=');
            path_and_query.push_str(&encode(value));
            separator = '&';
        }
        Self {
            server: format!("{scheme}://{authority}"),
            path_and_query,
        }
    }

    pub(super) fn url(&self) -> String {
        format!("{}{}", self.server, self.path_and_query)
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
