use std::time::SystemTime;

use card_model::{Rule, Violation, Violations};
use card_render::{dingtalk::Message as DingTalkMessage, wecom::Message as WeComMessage};
use serde_core::{Serialize, Serializer, ser::SerializeMap};

use super::Access;
use crate::{
    Secret,
    request::{BuildError, SignedRequest, dingtalk, key, wecom},
};

/// Messages for a group robot of 企业微信: `POST …/notification/wecom`.
///
/// ```
/// use message_card::kdocs::{Access, WeComRelay};
/// use message_card::prelude::*;
/// use std::time::SystemTime;
///
/// let card = card! { <card><header title="发布完成"/></card> };
/// let robot = wecom::Robot::from_key("693a91f6");
/// let relay = WeComRelay::new(robot, WeCom::new().render(&card).messages);
/// let request = relay.request(&Access::new("access-token"), SystemTime::now())?;
/// assert_eq!(request.to_string(), "POST developer.kdocs.cn/api/v1/openapi/notification/wecom");
/// # Ok::<(), message_card::BuildError>(())
/// ```
///
/// Source: `developer.kdocs.cn/server/notification/`.
#[derive(Debug, Clone)]
#[must_use]
pub struct WeComRelay {
    robot: wecom::Robot,
    secret: Option<Secret>,
    messages: Vec<WeComMessage>,
}

impl WeComRelay {
    /// These messages, for this robot: at least one.
    pub fn new(robot: wecom::Robot, messages: impl IntoIterator<Item = WeComMessage>) -> Self {
        Self {
            robot,
            secret: None,
            messages: messages.into_iter().collect(),
        }
    }

    /// Sets the secret that the relay signs with: `sk`. The page asks for it where the robot wants signatures; that robots of
    /// 企业微信 can want them is not documented.
    pub fn secret(mut self, secret: impl Into<Secret>) -> Self {
        self.secret = Some(secret.into());
        self
    }

    /// The request. It holds no time.
    ///
    /// # Errors
    ///
    /// A [`BuildError`] where a message breaks the rules of its platform, there is none, or the robot's URL or key, the token
    /// or the base URL cannot be one.
    pub fn request(&self, access: &Access, _now: SystemTime) -> Result<SignedRequest, BuildError> {
        some(&self.messages)?;
        for (index, message) in self.messages.iter().enumerate() {
            message.validate().map_err(|found| within(index, found))?;
        }
        if let Some(secret) = &self.secret {
            key::check("sk", secret.expose())?;
        }
        let link = self.robot.link()?;
        access.post(
            "/api/v1/openapi/notification/wecom",
            &Body::new(&link, self.secret.as_ref(), &self.messages),
        )
    }
}

/// Messages for a group robot of 钉钉: `POST …/notification/dingtalk`. The relay signs, with the robot's secret.
///
/// ```
/// use message_card::kdocs::{Access, DingTalkRelay};
/// use message_card::prelude::*;
/// use std::time::SystemTime;
///
/// let card = card! { <card><header title="发布完成"/></card> };
/// let robot = dingtalk::Robot::from_key("566cc69d").secret("this is secret");
/// let relay = DingTalkRelay::new(robot, DingTalk::new().render(&card).messages);
/// let request = relay.request(&Access::new("access-token"), SystemTime::now())?;
/// assert_eq!(request.to_string(), "POST developer.kdocs.cn/api/v1/openapi/notification/dingtalk");
/// # Ok::<(), message_card::BuildError>(())
/// ```
///
/// The page's sample writes markdown as `{"content":…}`, where the robot itself takes `title` and `text`. Whether the relay
/// takes both is not documented; the robot's own names are sent.
///
/// Source: `developer.kdocs.cn/server/notification/`.
#[derive(Debug, Clone)]
#[must_use]
pub struct DingTalkRelay {
    robot: dingtalk::Robot,
    messages: Vec<DingTalkMessage>,
}

impl DingTalkRelay {
    /// These messages, for this robot: at least one.
    pub fn new(
        robot: dingtalk::Robot,
        messages: impl IntoIterator<Item = DingTalkMessage>,
    ) -> Self {
        Self {
            robot,
            messages: messages.into_iter().collect(),
        }
    }

    /// The request. It holds no time.
    ///
    /// # Errors
    ///
    /// As [`WeComRelay::request`], and where a message has none of the robot's keywords.
    pub fn request(&self, access: &Access, _now: SystemTime) -> Result<SignedRequest, BuildError> {
        some(&self.messages)?;
        for (index, message) in self.messages.iter().enumerate() {
            self.robot.check(message).map_err(|error| match error {
                BuildError::Violations(found) => within(index, found),
                other => other,
            })?;
        }
        let (link, secret) = (self.robot.link()?, self.robot.checked_secret()?);
        access.post(
            "/api/v1/openapi/notification/dingtalk",
            &Body::new(&link, secret, &self.messages),
        )
    }
}

fn some<T>(messages: &[T]) -> Result<(), Violations> {
    let found = messages
        .is_empty()
        .then(|| Violation::new("/data", Rule::Empty("data")));
    Violations::check(found.into_iter().collect())
}

fn within(index: usize, found: Violations) -> BuildError {
    BuildError::Violations(found.prefixed(&format!("/data/{index}")))
}

/// Written nowhere but into the request: it holds secrets.
struct Body<'a, M> {
    link: &'a str,
    secret: Option<&'a Secret>,
    messages: &'a [M],
}

impl<'a, M> Body<'a, M> {
    const fn new(link: &'a str, secret: Option<&'a Secret>, messages: &'a [M]) -> Self {
        Self {
            link,
            secret,
            messages,
        }
    }
}

impl<M: Serialize> Serialize for Body<'_, M> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut fields = serializer.serialize_map(None)?;
        fields.serialize_entry("link", self.link)?;
        if let Some(secret) = self.secret {
            fields.serialize_entry("sk", secret.expose())?;
        }
        fields.serialize_entry("data", self.messages)?;
        fields.end()
    }
}
