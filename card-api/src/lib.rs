//! How a message card travels: signed requests, replies and callbacks. No I/O, no clock, no client.
//!
//! This crate is a part of `message-card`, which re-exports it under the feature `api`; import that one.

pub mod callback;
pub mod rate;
pub mod reply;
mod request;
mod secret;
pub mod sign;

/// The types of requests and responses, in the version that this library speaks.
pub use http;

pub use crate::{
    request::{BuildError, KeyFault, RobotRequest, SignedRequest, UrlFault},
    secret::Secret,
};

/// 钉钉: requests and replies.
pub mod dingtalk {
    #[doc(no_inline)]
    pub use crate::reply::{Retry, SendError, Sent};
    pub use crate::{reply::dingtalk::read_reply, request::dingtalk::Robot};
}

/// The relays of kdocs, to one person of WPS 协作 and to group robots: requests and replies.
///
/// All three answer alike, and are called with the same [`Access`](kdocs::Access).
///
/// Source: `developer.kdocs.cn/server/notification/`.
pub mod kdocs {
    #[doc(no_inline)]
    pub use crate::reply::{Retry, SendError, Sent};
    pub use crate::{
        reply::kdocs::read_reply,
        request::kdocs::{Access, DingTalkRelay, WeComRelay, WoaAppRelay},
    };
}

/// 企业微信: requests and replies.
pub mod wecom {
    #[doc(no_inline)]
    pub use crate::reply::{Retry, SendError, Sent};
    pub use crate::{reply::wecom::read_reply, request::wecom::Robot};
}

/// WPS 协作: requests and replies.
pub mod wps {
    #[doc(no_inline)]
    pub use crate::reply::{Retry, SendError, Sent};
    pub use crate::{
        reply::wps::read_reply,
        request::wps::{Credentials, Robot, SendRequest, SignedUri},
    };
}

/// WPS 365: requests and replies of its messages, whose cards are of another dialect than those of `msg_type` 23.
///
/// A message that the target `Wps365` made goes into [`Create::new`](wps365::Create::new) as it is.
///
/// Sources: below `open.wps.cn/documents/app-integration-dev/wps365/server/im/message/`.
pub mod wps365 {
    #[doc(no_inline)]
    pub use crate::reply::{Retry, SendError, Sent};
    pub use crate::{
        reply::wps365::read_reply,
        request::wps365::{
            BatchCreate, Content, ContentType, Create, Credentials, IdType, Receiver, ReceiverType,
            Receivers, ReceiversType, Update,
        },
    };
    pub use card_render::wps365::{Identity, Mention};
}
