//! Links with pictures.

use card_model::Str;

use crate::wire::{object, texts};

/// Links with pictures: 1 to 8.
///
/// ```
/// use message_card::wecom::{Article, Message, News};
///
/// let article = Article::new("周报", "https://example.com/weekly").description("第 47 周");
/// assert_eq!(
///     serde_json::to_string(&Message::from(News::new([article])))?,
///     concat!(
///         r#"{"msgtype":"news","news":{"articles":[{"title":"周报","description":"第 47 周","#,
///         r#""url":"https://example.com/weekly"}]}}"#
///     )
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// Source: `developer.work.weixin.qq.com/document/path/99110`, 图文类型.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
#[non_exhaustive]
pub struct News {
    /// The links, from top to bottom: 1 to 8.
    pub articles: Vec<Article>,
}

impl News {
    /// These links.
    pub fn new(articles: impl IntoIterator<Item = Article>) -> Self {
        Self {
            articles: articles.into_iter().collect(),
        }
    }
}

object!(News { must "articles" articles });

/// One link of [`News`].
///
/// Source: `developer.work.weixin.qq.com/document/path/99110`, 图文类型.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
#[non_exhaustive]
pub struct Article {
    /// What it is called. The platform cuts it to 128 bytes, which is why a longer one is no violation.
    pub title: Str,
    /// What it is about. The platform cuts it to 512 bytes.
    pub description: Option<Str>,
    /// Where it leads. The platform's own sample is `www.qq.com`, but its list of errors has 45034, a URL without a scheme,
    /// so one without a scheme is a violation here.
    pub url: Str,
    /// The URL of the picture: JPG or PNG, best 1068 by 455 pixels for the first link, 150 by 150 for the others.
    pub picurl: Option<Str>,
}

impl Article {
    /// A link with this title, which leads to this URL.
    pub fn new(title: impl Into<String>, url: impl Into<String>) -> Self {
        Self {
            title: Str::Owned(title.into()),
            url: Str::Owned(url.into()),
            ..Self::default()
        }
    }

    texts! {
        /// Sets what it is about.
        description,
        /// Sets the URL of the picture.
        picurl,
    }
}

object!(Article {
    must "title" title,
    some "description" description,
    must "url" url,
    some "picurl" picurl,
});
