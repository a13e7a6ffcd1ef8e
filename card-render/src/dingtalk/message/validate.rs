//! Holding a message to the limits of the webhook: every violation, the whole body first, then in the order of its JSON.

use card_model::{
    Rule, Violations,
    spec::dingtalk::{AT_USERS, BODY},
};

use super::{ActionButton, ActionCard, Buttons, Content, FeedCard, FeedLink, Link, Message};
use crate::wire::{Check, Write};

impl Message {
    /// Holds the message to what the platform refuses: missing parts, broken URLs, and more than its limits.
    ///
    /// The limit of the body counts the bytes of its JSON without blanks, as `serde_json::to_string` writes it. Such a
    /// violation has an empty pointer, which `Display` calls the card. What only looks bad, as a tenth link of a
    /// [`FeedCard`], is not looked at.
    ///
    /// ```
    /// use message_card::dingtalk::{Link, Message};
    ///
    /// let message = Message::new(Link::new("周报", "第 47 周", "www.example.com"));
    /// assert_eq!(
    ///     message.validate().unwrap_err().to_string(),
    ///     "/link/messageUrl: the URL is not absolute, a card has no page that it could be relative to: \
    ///      begin it with `https://`"
    /// );
    /// ```
    ///
    /// # Errors
    ///
    /// All the [`Violations`], in the order of the body's JSON.
    pub fn validate(&self) -> Result<(), Violations> {
        let mut check = Check::default();
        body(&mut check, self);
        check.within(self.content.msgtype(), |check| {
            content(check, &self.content);
        });
        let user_ids = self.at.as_ref().and_then(|at| at.user_ids.as_ref());
        let mentioned = user_ids.map_or(0, Vec::len);
        check.within("at", |check| check.count("atUserIds", AT_USERS, mentioned));
        check.finish()
    }
}

fn body(check: &mut Check, message: &Message) {
    let had = message.write().json_length();
    if !BODY.allows(had) {
        check.report(Rule::TooLong { limit: BODY, had });
    }
}

fn content(check: &mut Check, content: &Content) {
    match content {
        Content::Text(text) => check.filled("content", &text.content),
        Content::Markdown(markdown) => {
            check.filled("title", &markdown.title);
            check.filled("text", &markdown.text);
        }
        Content::Link(part) => link(check, part),
        Content::ActionCard(card) => action_card(check, card),
        Content::FeedCard(FeedCard { links }) => {
            some(check, "links", links);
            check.each("links", links, feed_link);
        }
    }
}

fn link(check: &mut Check, link: &Link) {
    check.filled("text", &link.text);
    check.filled("title", &link.title);
    if let Some(url) = &link.pic_url {
        picture(check, "picUrl", url);
    }
    check.url("messageUrl", &link.message_url);
}

fn action_card(check: &mut Check, card: &ActionCard) {
    check.filled("title", &card.title);
    check.filled("text", &card.text);
    match &card.buttons {
        Buttons::Single { title, url } => {
            check.filled("singleTitle", title);
            check.url("singleURL", url);
        }
        Buttons::Several(buttons) => {
            some(check, "btns", buttons);
            check.each("btns", buttons, button);
        }
    }
}

fn button(check: &mut Check, button: &ActionButton) {
    check.filled("title", &button.title);
    check.url("actionURL", &button.action_url);
}

fn feed_link(check: &mut Check, link: &FeedLink) {
    check.filled("title", &link.title);
    check.url("messageURL", &link.message_url);
    picture(check, "picURL", &link.pic_url);
}

/// A picture is a URL, or the id of an upload.
fn picture(check: &mut Check, field: &'static str, url: &str) {
    let is_upload = url.strip_prefix('@').is_some_and(|id| !id.is_empty());
    if !is_upload {
        check.url(field, url);
    }
}

fn some<T>(check: &mut Check, field: &'static str, items: &[T]) {
    if items.is_empty() {
        check.report_at(field, Rule::Empty(field));
    }
}
