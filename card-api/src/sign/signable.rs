use std::fmt;

/// What is signed of a request, apart from its time.
///
/// Its `Debug` shows the method and the path: a query and a body can hold secrets.
#[derive(Clone, Copy)]
pub struct Signable<'a> {
    /// The method, in upper case.
    pub method: &'a str,
    /// The path with its query, as it is sent, without what the platform does not sign.
    pub uri: &'a str,
    /// The value of `Content-Type`, parameters included, as it is sent.
    pub content_type: &'a str,
    /// The body, byte for byte; empty where there is none.
    pub body: &'a [u8],
}

impl<'a> Signable<'a> {
    /// A `POST` with a body of JSON: `application/json`.
    pub const fn json(uri: &'a str, body: &'a [u8]) -> Self {
        Self {
            method: "POST",
            uri,
            content_type: "application/json",
            body,
        }
    }
}

impl fmt::Debug for Signable<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.uri.split(['?', '#']).next().unwrap_or_default();
        f.debug_struct("Signable")
            .field("method", &self.method)
            .field("path", &path)
            .finish_non_exhaustive()
    }
}
