use http::Response;

use super::{
    SendError, Sent,
    answer::{Envelope, Verdict},
};

const ENVELOPE: Envelope = Envelope {
    codes: &["code"],
    success: None,
    messages: &["msg", "hint"],
    judge: |_, _| Verdict::UNKNOWN,
};

/// Reads what the kdocs relay answered to a notification.
///
/// The code is `code`, where 0 is success; `msg` and `hint` come with the others and make up the error's message. The
/// list of codes could not be read: they are [`Retry::Never`](crate::reply::Retry::Never), but for what the HTTP status
/// says. Only the relay to one person gives a `message_id`. That the relay took the messages for a robot of `WeCom` or
/// `DingTalk` does not say what the robot answered: that is not documented.
///
/// ```
/// use message_card::kdocs;
///
/// let error = kdocs::read_reply(&http::Response::new(r#"{"code":40001,"msg":"invalid parameter","hint":"email"}"#));
/// assert_eq!(error.unwrap_err().to_string(), "the platform answered 40001: invalid parameter, email");
/// ```
///
/// Source: `developer.kdocs.cn/server/notification/woa_app.html` and the pages beside it.
///
/// # Errors
///
/// A [`SendError`] where the platform did not take the message, or did not say so.
pub fn read_reply<B: AsRef<[u8]>>(response: &Response<B>) -> Result<Sent, SendError> {
    ENVELOPE.read(response)
}
