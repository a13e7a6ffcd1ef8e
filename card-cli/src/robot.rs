//! The robots of group chats, told by what their messages look like.

use card_model::Document;
use message_card::{
    Violations, dingtalk, wecom,
    wps::{self, UnreadableMessage},
};
use serde_json::Value;

/// Whose webhook takes a message.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Robot {
    Wps,
    WeCom,
    DingTalk,
}

impl Robot {
    /// Whose message it is. Some are the same for several: these are taken for messages of WPS, which has the most room.
    pub(crate) fn of_message(document: &Document, msgtype: &str) -> Self {
        let has = |pointer: &str| document.kind_at(pointer).is_some();
        match msgtype {
            "markdown_v2" | "image" | "news" | "file" | "voice" | "template_card" => Self::WeCom,
            "link" | "actionCard" | "feedCard" => Self::DingTalk,
            _ if has("/at") || has("/msgUuid") || has("/markdown/title") => Self::DingTalk,
            _ if has("/markdown/content")
                || has("/text/mentioned_list")
                || has("/text/mentioned_mobile_list") =>
            {
                Self::WeCom
            }
            _ => Self::Wps,
        }
    }

    /// Whose webhook a URL is.
    pub(crate) fn of_webhook(url: &str) -> Option<Self> {
        let host = url.split_once("://")?.1.split(['/', '?', '#']).next()?;
        match host {
            "qyapi.weixin.qq.com" => Some(Self::WeCom),
            "oapi.dingtalk.com" => Some(Self::DingTalk),
            _ => None,
        }
    }

    /// Reads a message, and holds it to its rules.
    pub(crate) fn check(self, message: Value) -> Result<Result<(), Violations>, UnreadableMessage> {
        Ok(match self {
            Self::Wps => wps::WebhookMessage::from_value(message)?.validate(),
            Self::WeCom => wecom::Message::from_value(message)?.validate(),
            Self::DingTalk => dingtalk::Message::from_value(message)?.validate(),
        })
    }
}
