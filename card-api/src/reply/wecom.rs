use http::Response;

use super::{
    Code, Retry, SendError, Sent,
    answer::{Envelope, Verdict},
};
use crate::rate::RateLimit;

const ENVELOPE: Envelope = Envelope {
    codes: &["errcode"],
    success: None,
    messages: &["errmsg"],
    judge: |code, _| match code {
        Code::Number(number) => verdict(*number),
        Code::Name(_) => Verdict::UNKNOWN,
    },
};

/// Reads what `WeCom` answered to a group robot's message.
///
/// The code is `errcode`; `WeCom` advises not to rely on `errmsg`, whose text may change. A code that is not in the
/// documentation is [`Retry::Never`].
///
/// ```
/// use std::time::Duration;
/// use message_card::{reply::Retry, wecom};
///
/// let sent = wecom::read_reply(&http::Response::new(r#"{"errcode":0,"errmsg":"ok"}"#));
/// assert!(sent.is_ok());
///
/// let error = wecom::read_reply(&http::Response::new(r#"{"errcode":45009,"errmsg":"api freq out of limit"}"#));
/// assert_eq!(error.unwrap_err().retry(), Retry::After(Duration::from_secs(60)));
/// ```
///
/// Source: `developer.work.weixin.qq.com/document/path/99110` and the global list of error codes, `…/path/90313`.
///
/// # Errors
///
/// A [`SendError`] where the platform did not take the message, or did not say so.
pub fn read_reply<B: AsRef<[u8]>>(response: &Response<B>) -> Result<Sent, SendError> {
    ENVELOPE.read(response)
}

fn verdict(code: i64) -> Verdict {
    match code {
        -1 => Verdict::new(
            Retry::Backoff,
            "the system is busy, try at most three times",
        ),
        45009 => Verdict::new(
            Retry::After(RateLimit::WECOM_ROBOT.penalty),
            "send at most 20 messages a minute to one robot",
        ),
        45033 => Verdict::new(
            Retry::Backoff,
            "too many calls at once, send one after the other",
        ),
        _ => Verdict {
            retry: Retry::Never,
            advice: permanent(code),
        },
    }
}

fn permanent(code: i64) -> Option<&'static str> {
    Some(match code {
        40001 | 40093 => "check the secret",
        40003 => "check the ids of the persons that are mentioned",
        40004 => "upload the media as the type that the message has",
        40006 | 40009 | 45001 => "the media is too large, make it smaller",
        40007 | 41006 => "upload the media to this robot, and name its `media_id`",
        40008 => "check `msgtype` and the JSON",
        40033 => "take out characters that are not allowed",
        40035 | 40063 => "a parameter is wrong or empty, check the message against its type",
        40058 => "a field is too long or not valid, the message names it; split a long text",
        41016 => "give the message a title, or check `msgtype`",
        42001 => "get a new access token",
        42014 => "check `task_id`, and whether there are too many buttons",
        42044 => "give `card_image` a `url`",
        44001 => "the media is empty",
        44004 => "the text is empty",
        45002 => "the text is too long, split it",
        45007 => "a voice message has at most 60 seconds",
        45008 => "a news message has 1 to 8 articles",
        45034 => "a URL begins with `http://` or `https://`",
        93000 => {
            "check the webhook's key, which is the part of the URL after `key=`; the robot may have been removed"
        }
        93004 => "the robot is disabled, enable it in the group",
        93005 => "the robot may not write to single persons",
        93008 => "the robot is not in the group, add it",
        _ => return None,
    })
}
