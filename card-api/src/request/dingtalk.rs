//! 钉钉.

use std::time::SystemTime;

use card_render::dingtalk::{Content, Message};
use http::{Uri, uri::PathAndQuery};

use super::{
    BuildError, RobotRequest, SignedRequest, key,
    robot::{Address, Platform, Webhook, webhook},
    signed::headers,
    to_json,
    url::extend,
};
use crate::{
    Secret,
    sign::{
        HmacKey,
        dingtalk::{self, timestamp},
    },
};

const PLATFORM: Platform = Platform {
    base: "https://oapi.dingtalk.com",
    hosts: &["oapi.dingtalk.com"],
    paths: &["/robot/send"],
    key: "access_token",
};

/// The header that the platform wants; without it, it answers 43004.
const JSON: &str = "application/json; charset=utf-8";

/// A group robot of 钉钉, with its security settings: a secret to sign with, keywords, or both.
///
/// ```
/// use message_card::prelude::*;
/// use message_card::dingtalk::{Message, Robot, Text};
/// use std::time::{Duration, UNIX_EPOCH};
///
/// let robot = Robot::from_key("566cc69d").secret("this is secret").keywords(["发布"]);
/// let now = UNIX_EPOCH + Duration::from_millis(1_577_262_236_757);
/// let request = Message::new(Text::new("发布完成")).request(&robot, now)?.into_http();
/// assert_eq!(
///     request.uri(),
///     "https://oapi.dingtalk.com/robot/send?access_token=566cc69d&timestamp=1577262236757\
///      &sign=hmPWwU%2B7lVdm3ZZz0r9tSfx0L4Q26jWOZr9%2BGs6EZQM%3D"
/// );
///
/// let error = Message::new(Text::new("全部通过")).request(&robot, now).unwrap_err();
/// assert_eq!(error.to_string(), "the robot has keywords, write one of them into the text: `发布`");
/// # Ok::<(), message_card::BuildError>(())
/// ```
///
/// Sources: `open.dingtalk.com/document/development/custom-robots-send-group-messages` and
/// `open.dingtalk.com/document/dingstart/customize-robot-security-settings`.
#[derive(Debug, Clone)]
#[must_use]
pub struct Robot {
    webhook: Webhook,
    signer: Option<Result<Signer, BuildError>>,
    keywords: Vec<String>,
}

impl Robot {
    fn new(address: Address) -> Self {
        Self {
            webhook: Webhook::new(&PLATFORM, address),
            signer: None,
            keywords: Vec::new(),
        }
    }

    webhook! {
        /// The robot with this webhook: `https://oapi.dingtalk.com/robot/send?access_token=…`. Nothing but the
        /// `access_token` is taken from the query; an old `timestamp` and `sign` are left behind.
        from_url,
        /// The robot with this token: what stands after `access_token=` in its webhook.
        from_key,
        /// Sends to this server instead: a proxy, or a test. It is as well the one other host that the webhook may have.
        base_url,
    }

    /// Signs with this secret, `SEC…` in the robot's settings (加签).
    pub fn secret(mut self, secret: impl Into<Secret>) -> Self {
        self.signer = Some(Signer::new(secret.into()));
        self
    }

    /// Wants one of these words in each message, as the platform does (自定义关键词): without one, it answers 310000. It
    /// takes up to 10 words.
    ///
    /// Which parts of a message are searched is not documented. Here it is the title and the text; a message that has the
    /// word in both is right on any reading.
    pub fn keywords<K: Into<String>>(mut self, keywords: impl IntoIterator<Item = K>) -> Self {
        self.keywords.extend(keywords.into_iter().map(Into::into));
        self
    }

    /// The webhook, token included, without a signature.
    pub(super) fn link(&self) -> Result<String, BuildError> {
        self.webhook.link()
    }

    /// The secret to sign with, where it can be one.
    pub(super) fn checked_secret(&self) -> Result<Option<&Secret>, BuildError> {
        Ok(self.signer()?.map(|signer| &signer.secret))
    }

    fn signer(&self) -> Result<Option<&Signer>, BuildError> {
        let signer = self.signer.as_ref().map(Result::as_ref);
        signer.transpose().map_err(BuildError::clone)
    }

    /// The webhook, signed for this time if it is signed.
    fn destination(&self, now: SystemTime) -> Result<Uri, BuildError> {
        let Some(signer) = self.signer()? else {
            return self.webhook.uri().cloned();
        };
        let timestamp = timestamp(now)?.to_string();
        let sign = signer.sign(&timestamp);
        let uri = self.webhook.uri()?;
        let begin = uri.path_and_query().map_or("", PathAndQuery::as_str);
        extend(uri, &[begin], &[("timestamp", &timestamp), ("sign", &sign)])
    }

    /// Holds the message to the platform's rules, and to the robot's keywords.
    pub(super) fn check(&self, message: &Message) -> Result<(), BuildError> {
        message.validate()?;
        if self.keywords.is_empty() {
            return Ok(());
        }
        let texts = texts(&message.content);
        let is_there = |word: &String| texts.iter().any(|text| text.contains(word));
        if self.keywords.iter().any(is_there) {
            Ok(())
        } else {
            Err(BuildError::Keywords(self.keywords.clone()))
        }
    }
}

/// A secret, and what is always the same of signing with it.
#[derive(Debug, Clone)]
struct Signer {
    secret: Secret,
    key: HmacKey,
}

impl Signer {
    /// Itself, where the secret can be one.
    fn new(secret: Secret) -> Result<Self, BuildError> {
        key::check_secret("secret", secret.expose())?;
        Ok(Self {
            key: HmacKey::from(&secret),
            secret,
        })
    }

    fn sign(&self, timestamp: &str) -> String {
        dingtalk::sign(&self.key, &self.secret, timestamp)
    }
}

/// What a message says: titles and texts.
fn texts(content: &Content) -> Vec<&str> {
    match content {
        Content::Text(text) => vec![&text.content],
        Content::Markdown(markdown) => vec![&markdown.title, &markdown.text],
        Content::Link(link) => vec![&link.title, &link.text],
        Content::ActionCard(card) => vec![&card.title, &card.text],
        Content::FeedCard(feed) => feed.links.iter().map(|link| link.title.as_ref()).collect(),
        _ => vec![],
    }
}

impl RobotRequest for Message {
    type Robot = Robot;

    fn request(&self, robot: &Robot, now: SystemTime) -> Result<SignedRequest, BuildError> {
        robot.check(self)?;
        let to = robot.destination(now)?;
        SignedRequest::post(to, JSON, headers(), to_json(self)?)
    }
}
