use http::Response;

use super::{
    Code, SendError, Sent,
    answer::{Envelope, Verdict},
};

const ENVELOPE: Envelope = Envelope {
    codes: &["result", "code", "errcode"],
    success: Some("ok"),
    messages: &["msg", "message", "errmsg"],
    judge: |code, _| match code {
        Code::Name(name) if name == "InvalidArgument" => {
            Verdict::never("a field of the message is not as the platform wants it")
        }
        _ => Verdict::UNKNOWN,
    },
};

/// Reads what WPS 协作 answered to a message of an app, or of a group robot.
///
/// The code is `result`, where 0 is success. The platform's list of codes could not be read: whatever else it answers is
/// [`Retry::Never`](crate::reply::Retry::Never), but for what the HTTP status says.
///
/// What a group robot's webhook answers to a message that it takes is not documented; `InvalidArgument` is what one
/// program saw where it did not. So `"result":"ok"` is success too, which is the platform's word for it in callbacks, and
/// where there is no `result`, `code` and `errcode` are read. An answer without any of them is an error.
///
/// ```
/// use message_card::wps;
///
/// let sent = wps::read_reply(&http::Response::new(r#"{"result":0,"message_id":"m-1"}"#))?;
/// assert_eq!(sent.message_id.as_deref(), Some("m-1"));
/// # Ok::<(), message_card::reply::SendError>(())
/// ```
///
/// Source: `open-xz.wps.cn/pages/server/msg-and-group/sendmsgV2/`; the envelope is seen in programs that use the call.
///
/// # Errors
///
/// A [`SendError`] where the platform did not take the message, or did not say so.
pub fn read_reply<B: AsRef<[u8]>>(response: &Response<B>) -> Result<Sent, SendError> {
    ENVELOPE.read(response)
}
