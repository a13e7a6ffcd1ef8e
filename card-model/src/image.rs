use crate::{Fallback, Link, Str, TextElement};

/// A picture that was uploaded to the platform before.
///
/// Source: cards in use (`github.com/glsilover`, an alarm robot); the official page could not be read, so fields beyond
/// these are unknown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
#[non_exhaustive]
pub struct Img {
    /// The key that the upload call returned.
    pub store_key: Str,
    /// The hash that the upload call returned.
    pub store_key_sha1: Option<Str>,
    /// The picture's media type, such as `image/jpg`.
    pub pic_type: Option<Str>,
    /// What the picture shows, in words, for targets without pictures. It never reaches the WPS wire.
    pub alt: Option<Str>,
    /// A public copy of the picture, for targets that need one. It never reaches the WPS wire.
    pub url: Option<Str>,
    /// What stands for the picture on a target that cannot show it.
    pub fallback: Option<Box<Fallback>>,
}

impl Img {
    /// The picture with this key.
    pub fn new(store_key: impl Into<String>) -> Self {
        Self {
            store_key: Str::Owned(store_key.into()),
            ..Self::default()
        }
    }

    /// Sets the hash that the upload call returned.
    pub fn store_key_sha1(mut self, sha1: impl Into<String>) -> Self {
        self.store_key_sha1 = Some(Str::Owned(sha1.into()));
        self
    }

    /// Sets the media type, such as `image/jpg`.
    pub fn pic_type(mut self, pic_type: impl Into<String>) -> Self {
        self.pic_type = Some(Str::Owned(pic_type.into()));
        self
    }

    /// Sets what the picture shows, in words.
    pub fn alt(mut self, alt: impl Into<String>) -> Self {
        self.alt = Some(Str::Owned(alt.into()));
        self
    }

    /// Sets the URL of a public copy.
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(Str::Owned(url.into()));
        self
    }

    /// Sets what stands for the picture on a target that cannot show it.
    pub fn fallback(mut self, fallback: impl Into<Fallback>) -> Self {
        self.fallback = Some(Box::new(fallback.into()));
        self
    }
}

/// A picture with a text beside it.
///
/// Source: cards in use (`github.com/glsilover`, `push_article`). Whether the platform takes `href` here is unknown: a
/// link with a URL per client belongs on the picText itself.
#[derive(Debug, Clone, PartialEq, Default)]
#[must_use]
#[non_exhaustive]
pub struct PicText {
    /// The picture.
    pub img: Img,
    /// The text.
    pub text: TextElement,
    /// Where a click leads.
    pub link: Option<Box<Link>>,
    /// What stands for the element on a target that cannot show it.
    pub fallback: Option<Box<Fallback>>,
}

impl PicText {
    /// A picture and its text.
    pub fn new(img: Img, text: impl Into<TextElement>) -> Self {
        Self {
            img,
            text: text.into(),
            ..Self::default()
        }
    }

    /// Sets where a click leads.
    pub fn link(mut self, link: impl Into<Link>) -> Self {
        self.link = Some(Box::new(link.into()));
        self
    }

    /// Sets what stands for the element on a target that cannot show it.
    pub fn fallback(mut self, fallback: impl Into<Fallback>) -> Self {
        self.fallback = Some(Box::new(fallback.into()));
        self
    }
}
