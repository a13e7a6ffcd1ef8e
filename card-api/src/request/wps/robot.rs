use std::time::SystemTime;

use card_render::wps::WebhookMessage;

use crate::{
    Secret,
    request::{
        BuildError, JSON, RobotRequest, SignedRequest,
        robot::{Address, Platform, Webhook, webhook},
        signed::headers,
        to_json,
    },
};

const PLATFORM: Platform = Platform {
    base: "https://xz.wps.cn",
    hosts: &["xz.wps.cn", "woa.wps.cn", "365.kdocs.cn"],
    paths: &[
        "/api/v1/webhook/send",
        "/api/v1/webhook/send",
        "/woa/api/v1/webhook/send",
    ],
    key: "key",
};

/// A group robot of WPS 协作. Its key is all that is needed to write into the group.
///
/// ```
/// use message_card::prelude::*;
/// use message_card::wps::{Robot, WebhookMessage};
/// use std::time::SystemTime;
///
/// let robot = Robot::from_url("https://xz.wps.cn/api/v1/webhook/send?key=693a91f6");
/// let request = WebhookMessage::text("发布完成").request(&robot, SystemTime::now())?;
/// assert_eq!(request.to_string(), "POST xz.wps.cn/api/v1/webhook/send");
///
/// let mistaken = Robot::from_url("https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6");
/// let error = WebhookMessage::text("发布完成").request(&mistaken, SystemTime::now()).unwrap_err();
/// assert!(error.to_string().starts_with("the webhook URL leads to another host than the platform's"));
/// # Ok::<(), message_card::BuildError>(())
/// ```
///
/// The hosts are `xz.wps.cn`, and as programs in use have it `woa.wps.cn` and `365.kdocs.cn`.
///
/// Source: `open-xz.wps.cn/pages/client/robot/custom-robot`.
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
        /// The robot with this webhook: `https://xz.wps.cn/api/v1/webhook/send?key=…`. Nothing but the `key` is taken from
        /// the query.
        from_url,
        /// The robot with this key, on `xz.wps.cn`: what stands after `key=` in its webhook.
        from_key,
        /// Sends to this server instead: a private deployment, a proxy, or a test. It is as well the one other host that the
        /// webhook may have.
        base_url,
    }
}

impl RobotRequest for WebhookMessage {
    type Robot = Robot;

    fn request(&self, robot: &Robot, _now: SystemTime) -> Result<SignedRequest, BuildError> {
        self.validate()?;
        let to = robot.webhook.uri()?;
        SignedRequest::post(to.clone(), JSON, headers(), to_json(self)?)
    }
}
