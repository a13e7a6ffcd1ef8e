use std::fmt;

/// A key, a token, or a URL that holds one.
///
/// It cannot be displayed, serialised or compared, and its `Debug` shows nothing of it. [`Secret::expose`] hands it out.
///
/// ```
/// use message_card::Secret;
///
/// let secret = Secret::from("sk456");
/// assert_eq!(format!("{secret:?}"), "Secret(…)");
/// assert_eq!(secret.expose(), "sk456");
/// ```
#[derive(Clone)]
pub struct Secret(String);

impl Secret {
    /// Takes over this text.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text, for what has to send it or to sign with it.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret(…)")
    }
}

impl From<&str> for Secret {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for Secret {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl From<&String> for Secret {
    fn from(text: &String) -> Self {
        Self::new(text)
    }
}

impl From<&Secret> for Secret {
    fn from(secret: &Secret) -> Self {
        secret.clone()
    }
}
