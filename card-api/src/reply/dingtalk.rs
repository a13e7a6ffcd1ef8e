use http::Response;

use super::{
    Code, Retry, SendError, Sent,
    answer::{Envelope, Verdict},
};
use crate::rate::RateLimit;

const THROTTLED: Verdict = Verdict::new(
    Retry::After(RateLimit::DINGTALK_ROBOT.penalty),
    "the robot is throttled for ten minutes, send at most 20 messages a minute",
);
const KEYWORDS: Verdict =
    Verdict::never("write one of the robot's keywords into the title and the text");
const TIMESTAMP: Verdict =
    Verdict::never("sign every request anew, and set the clock: it may be off by one hour");
const SIGN: Verdict = Verdict::never(
    "check the robot's secret, which begins with `SEC`, and that `timestamp` and `sign` are in the URL, encoded once",
);
const ADDRESS: Verdict =
    Verdict::never("add the address to the robot's IP list, or send from one that is on it");
const LINK: Verdict = Verdict::never("a link counts as unsafe, take it out");
const WORDS: Verdict = Verdict::never("the text is not allowed, change it");
const LENGTH: Verdict =
    Verdict::never("the body is too long, split the message: at most 20000 bytes of JSON");
const TOKEN: Verdict =
    Verdict::never("check the access token in the webhook's URL; the robot may have been removed");

const ENVELOPE: Envelope = Envelope {
    codes: &["errcode"],
    success: None,
    messages: &["errmsg"],
    judge: |code, message| match code {
        Code::Number(310_000) => security(message),
        Code::Number(number) => verdict(*number),
        Code::Name(name) => named(name),
    },
};

/// Reads what `DingTalk` answered to a group robot's message.
///
/// The code is `errcode`, which is a number or a string of digits. 310000 is the answer of all security settings: its
/// message decides the advice. A code that is not in the documentation is [`Retry::Never`].
///
/// ```
/// use message_card::dingtalk;
///
/// assert!(dingtalk::read_reply(&http::Response::new(r#"{"errcode":"0","errmsg":"ok"}"#)).is_ok());
///
/// let error = dingtalk::read_reply(&http::Response::new(r#"{"errcode":310000,"errmsg":"sign not match"}"#));
/// assert!(error.unwrap_err().advice().unwrap().starts_with("check the robot's secret"));
/// ```
///
/// Source: `open.dingtalk.com/document/development/custom-robots-send-group-messages`; 130101, 101002, 460101, 300001,
/// 300005, 400403 and 660026 are seen in answers, not documented for this call.
///
/// # Errors
///
/// A [`SendError`] where the platform did not take the message, or did not say so.
pub fn read_reply<B: AsRef<[u8]>>(response: &Response<B>) -> Result<Sent, SendError> {
    ENVELOPE.read(response)
}

/// The newer messages are in Chinese.
fn security(message: &str) -> Verdict {
    let message = message.to_ascii_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| message.contains(word));
    if has(&["keyword", "关键词"]) {
        KEYWORDS
    } else if has(&["invalid timestamp", "签名过期"]) {
        TIMESTAMP
    } else if has(&["sign", "签名"]) {
        SIGN
    } else if has(&["whitelist", "白名单"]) {
        ADDRESS
    } else {
        Verdict::never("check the robot's security settings: keywords, sign, IP list")
    }
}

fn verdict(code: i64) -> Verdict {
    match code {
        -1 => Verdict::new(
            Retry::Backoff,
            "the system is busy, repeat with the same `msgUuid`",
        ),
        130_101 | 410_100 | 660_026 => THROTTLED,
        101_002 | 460_101 => LENGTH,
        300_001 | 300_005 | 400_101 | 400_106 => TOKEN,
        430_101 => LINK,
        430_102 | 430_104 => WORDS,
        _ => Verdict {
            retry: Retry::Never,
            advice: permanent(code),
        },
    }
}

fn permanent(code: i64) -> Option<&'static str> {
    Some(match code {
        20001 => "the organisation's quota of the month is used up",
        40035 => "a part of the body or of the URL is missing, the message says which",
        43002 => "send it with POST",
        43004 => "send it with `Content-Type: application/json; charset=utf-8`",
        400_013 => "the group was dissolved",
        400_102 => "the robot is stopped, enable it in the group",
        400_105 => "a webhook takes `text`, `markdown`, `link`, `actionCard` and `feedCard`",
        400_403 => "a field of the message is missing, the message says which",
        430_103 => "the picture is not allowed, change it",
        _ => return None,
    })
}

/// The names that the newer calls have for the same checks.
fn named(name: &str) -> Verdict {
    match name {
        "send.too.fast" => THROTTLED,
        "keywords.not.match" => KEYWORDS,
        "sign.not.match" => SIGN,
        "ip.not.match" => ADDRESS,
        "contain.unsafe.url" => LINK,
        "contain.notAllowed.text" => WORDS,
        "token.notExisted" => TOKEN,
        "invalidParameter.msgParam.tooLong" => LENGTH,
        _ => Verdict::UNKNOWN,
    }
}
