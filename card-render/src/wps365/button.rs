//! Buttons.

use card_model::Str;

use super::Href;
use crate::wire::object;

/// A button.
///
/// ```
/// use message_card::wps365::Button;
///
/// assert_eq!(
///     serde_json::to_string(&Button::new("回滚").key("rollback").style("warn"))?,
///     r#"{"tag":"button","style":"warn","text":{"type":"plain","content":"回滚"},"key":"rollback"}"#
/// );
/// # Ok::<(), serde_json::Error>(())
/// ```
///
/// **Only `tag` and `style` are documented in what could be read of the platform's page.** That the label is `text` is seen in
/// one program, whose card was refused, for this or for its other mistakes; that a component that people act on has a `key`
/// is said where callbacks are described; that a link is `url` or `href` is how the older dialect has it, with `href` in the
/// form that this one has in texts. Send one to a test chat before you rely on it. A button of another form is read as
/// [`Other`](super::Other).
///
/// Sources: `open-docs.wpscdn.cn/docs-md/zh/app-integration-dev/guide/card/interactive-widget/button.md` (`tag`, `style`),
/// `open.wps.cn/documents/app-integration-dev/guide/card/interactive-widget/callback` (`key`).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
#[non_exhaustive]
pub struct Button {
    /// The look: one of [`Button::STYLES`], or of those that could not be read.
    pub style: Str,
    /// What the button says.
    pub text: Label,
    /// What comes back in the callback when the button is pressed.
    pub key: Option<Str>,
    /// The link that is opened, as one URL.
    pub url: Option<Str>,
    /// The link that is opened, with a URL per client, by convention under the key `url_val`.
    pub href: Vec<Href>,
}

object!(Button ["tag" = "button"] {
    must "style" style,
    must "text" text,
    some "key" key,
    some "url" url,
    full "href" href,
});

impl Button {
    /// The styles that could be read: text in blue, black, red or grey with a border, the same without one, white on blue and
    /// white on red. The page goes on.
    pub const STYLES: &'static [&'static str] = &[
        "normal",
        "secondary",
        "warn",
        "disable",
        "text",
        "primary_text",
        "danger_text",
        "primary_filled",
        "danger_filled",
    ];

    /// The style of a button for which none is given.
    pub(super) const USUAL: &'static str = "secondary";

    /// A button that says `label`, with the style `secondary`.
    pub fn new(label: impl Into<String>) -> Self {
        Self {
            style: Str::Borrowed(Self::USUAL),
            text: Label::new(label),
            ..Self::default()
        }
    }

    /// Sets the look.
    pub fn style(mut self, style: impl Into<String>) -> Self {
        self.style = Str::Owned(style.into());
        self
    }

    /// Sets what comes back when the button is pressed.
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.key = Some(Str::Owned(key.into()));
        self
    }

    /// Sets the link that is opened.
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(Str::Owned(url.into()));
        self
    }
}

/// What a button says: a text of type `plain`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
#[non_exhaustive]
pub struct Label {
    /// What is shown.
    pub content: Str,
}

object!(Label ["type" = "plain"] {
    must "content" content,
});

impl Label {
    /// This label.
    pub fn new(content: impl Into<String>) -> Self {
        Self {
            content: Str::Owned(content.into()),
        }
    }
}
