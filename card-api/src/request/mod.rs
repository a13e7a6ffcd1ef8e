//! From a message to the request that sends it.

pub(crate) mod dingtalk;
mod error;
pub(crate) mod kdocs;
mod key;
mod robot;
mod signed;
mod url;
pub(crate) mod wecom;
pub(crate) mod wps;
pub(crate) mod wps365;

use std::time::SystemTime;

use serde_core::Serialize;

pub use self::{
    error::{BuildError, KeyFault, UrlFault},
    signed::SignedRequest,
};

/// The `Content-Type` of everything but what 钉钉 takes.
const JSON: &str = "application/json";

/// A message of a group robot, which becomes the request to the robot's webhook.
///
/// ```
/// use message_card::prelude::*;
/// use std::time::SystemTime;
///
/// let card = card! { <card><header title="发布完成"/></card> };
/// let robot = wecom::Robot::from_key("693a91f6");
/// for message in &WeCom::new().render(&card).messages {
///     let request = message.request(&robot, SystemTime::now())?;
///     assert_eq!(request.body(), serde_json::to_vec(message).unwrap());
/// }
/// # Ok::<(), message_card::BuildError>(())
/// ```
pub trait RobotRequest {
    /// The robot that takes messages of this kind.
    type Robot;

    /// The request that has the robot show the message.
    ///
    /// # Errors
    ///
    /// A [`BuildError`] where the message breaks the rules of its platform, or the robot's URL or key cannot be one.
    fn request(&self, robot: &Self::Robot, now: SystemTime) -> Result<SignedRequest, BuildError>;
}

/// Most bodies are shorter, and written without asking for memory again.
const USUAL_BODY: usize = 1024;

fn to_json(message: &impl Serialize) -> Result<Vec<u8>, BuildError> {
    let mut body = Vec::with_capacity(USUAL_BODY);
    let written = serde_json::to_writer(&mut body, message);
    written.map_err(|error| BuildError::Json(error.to_string()))?;
    Ok(body)
}
