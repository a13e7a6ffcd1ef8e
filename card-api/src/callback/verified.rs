use std::{fmt, time::SystemTime};

use super::{Callback, ParseError};

/// A callback whose signature was checked: the only one that can be parsed.
///
/// Its `Debug` shows neither the body nor the signature.
#[derive(Clone, Copy)]
#[must_use]
pub struct Verified<'a> {
    body: &'a [u8],
    timestamp: SystemTime,
    signature: &'a str,
}

impl<'a> Verified<'a> {
    pub(super) const fn new(body: &'a [u8], timestamp: SystemTime, signature: &'a str) -> Self {
        Self {
            body,
            timestamp,
            signature,
        }
    }

    /// The body, as it came.
    pub const fn body(&self) -> &'a [u8] {
        self.body
    }

    /// The time at which the platform signed it, to the second.
    pub const fn timestamp(&self) -> SystemTime {
        self.timestamp
    }

    /// The signature, in lower-case hexadecimal: the same again is the same callback again.
    pub const fn signature(&self) -> &'a str {
        self.signature
    }

    /// Reads the body.
    ///
    /// # Errors
    ///
    /// A [`ParseError`] where it is not JSON, encrypted, or not as documented.
    pub fn parse(&self) -> Result<Callback, ParseError> {
        Callback::read(self.body)
    }
}

impl fmt::Debug for Verified<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Verified")
            .field("bytes", &self.body.len())
            .field("timestamp", &self.timestamp)
            .finish_non_exhaustive()
    }
}
