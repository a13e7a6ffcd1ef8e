use crate::{Fallback, Href, Link, Other, Str, clean::clean_line};

/// A row of buttons.
///
/// Source: `open-xz.wps.cn/pages/develop-guide/card/interact/postback-interact`.
#[derive(Debug, Clone, PartialEq, Default)]
#[must_use]
#[non_exhaustive]
pub struct Action {
    /// The interactive parts, in order.
    pub actions: Vec<ActionItem>,
}

impl Action {
    /// A row of these buttons.
    pub fn new<A: Into<ActionItem>>(actions: impl IntoIterator<Item = A>) -> Self {
        Self {
            actions: actions.into_iter().map(Into::into).collect(),
        }
    }
}

/// One part of an [`Action`].
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub enum ActionItem {
    /// A button.
    Button(Button),
    /// A part that this library does not know, kept as it came.
    Other(Other),
}

impl From<Button> for ActionItem {
    fn from(button: Button) -> Self {
        Self::Button(button)
    }
}

impl From<Other> for ActionItem {
    fn from(other: Other) -> Self {
        Self::Other(other)
    }
}

/// A button: it opens a link, or posts its `key` back to the sender.
///
/// ```
/// use message_card::Button;
///
/// let open = Button::new("查看").href("https://ci.example.com/128");
/// let back = Button::new("回滚").key("rollback");
/// # assert!(open.href.get("url_val").is_some() && back.key.is_some());
/// ```
///
/// Source: `open-xz.wps.cn/pages/develop-guide/card/interact/postback-interact` (`key`), `…/msg-card/add-card-interaction/add-card-jump.html`
/// on `bgpt.qhzwfw.gov.cn` (`url`, `href`). The official page of the button could not be read: the full list of `style`
/// values is unknown, and so is what a button with both a link and a key does;
/// [`Card::validate`](crate::Card::validate) asks for exactly one of them.
#[derive(Debug, Clone, PartialEq, Default)]
#[must_use]
#[non_exhaustive]
pub struct Button {
    /// What the button says.
    pub label: Str,
    /// What comes back in the callback when the button is pressed.
    pub key: Option<Str>,
    /// The look; `secondary` is the one value seen in an official page of this dialect.
    pub style: Option<Str>,
    /// The link that is opened, as one plain URL.
    pub url: Option<Str>,
    /// The link that is opened, with a URL per client, under the name `url_val`.
    pub href: Href,
    /// What stands for the button on a target that cannot show it.
    pub fallback: Option<Box<Fallback>>,
}

impl Button {
    /// A button that says `label`. Line breaks become spaces.
    pub fn new(label: impl Into<String>) -> Self {
        Self {
            label: clean_line(Str::Owned(label.into())),
            ..Self::default()
        }
    }

    /// Sets what comes back when the button is pressed.
    pub fn key(mut self, key: impl Into<String>) -> Self {
        self.key = Some(Str::Owned(key.into()));
        self
    }

    /// Sets the look.
    pub fn style(mut self, style: impl Into<String>) -> Self {
        self.style = Some(Str::Owned(style.into()));
        self
    }

    /// Sets the link, written as the wire's `url`.
    pub fn url(mut self, url: impl Into<String>) -> Self {
        self.url = Some(Str::Owned(url.into()));
        self
    }

    /// Sets the link, written as the wire's `href.url_val`.
    pub fn href(mut self, link: impl Into<Link>) -> Self {
        self.href
            .put(Str::Borrowed(Href::DEFAULT_NAME), link.into());
        self
    }

    /// Sets what stands for the button on a target that cannot show it.
    pub fn fallback(mut self, fallback: impl Into<Fallback>) -> Self {
        self.fallback = Some(Box::new(fallback.into()));
        self
    }
}
