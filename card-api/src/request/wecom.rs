//! 企业微信.

use std::time::SystemTime;

use card_render::wecom::Message;

use super::{
    BuildError, JSON, RobotRequest, SignedRequest,
    robot::{Address, Platform, Webhook, webhook},
    signed::headers,
    to_json,
};
use crate::Secret;

const PLATFORM: Platform = Platform {
    base: "https://qyapi.weixin.qq.com",
    hosts: &["qyapi.weixin.qq.com"],
    paths: &["/cgi-bin/webhook/send"],
    key: "key",
};

/// A group robot of 企业微信. Its key is all that is needed to write into the group.
///
/// ```
/// use message_card::prelude::*;
/// use message_card::wecom::{Message, Robot, Text};
/// use std::time::SystemTime;
///
/// let robot = Robot::from_url("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6");
/// let request = Message::from(Text::new("发布完成")).request(&robot, SystemTime::now())?;
/// assert_eq!(request.body(), r#"{"msgtype":"text","text":{"content":"发布完成"}}"#.as_bytes());
/// # Ok::<(), message_card::BuildError>(())
/// ```
///
/// Source: `developer.work.weixin.qq.com/document/path/99110`.
#[derive(Debug, Clone)]
#[must_use]
pub struct Robot {
    webhook: Webhook,
}

impl Robot {
    fn new(address: Address) -> Self {
        Self {
            webhook: Webhook::new(&PLATFORM, address),
        }
    }

    webhook! {
        /// The robot with this webhook: `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=…`. Nothing but the `key` is
        /// taken from the query.
        from_url,
        /// The robot with this key: what stands after `key=` in its webhook.
        from_key,
        /// Sends to this server instead: a proxy, or a test. It is as well the one other host that the webhook may have.
        base_url,
    }

    /// The webhook, key included.
    pub(super) fn link(&self) -> Result<String, BuildError> {
        self.webhook.link()
    }
}

impl RobotRequest for Message {
    type Robot = Robot;

    fn request(&self, robot: &Robot, _now: SystemTime) -> Result<SignedRequest, BuildError> {
        self.validate()?;
        let to = robot.webhook.uri()?;
        SignedRequest::post(to.clone(), JSON, headers(), to_json(self)?)
    }
}
