use http::Response;

use super::{
    Code, SendError, Sent,
    answer::{Envelope, Verdict},
};

const ENVELOPE: Envelope = Envelope {
    codes: &["code"],
    success: None,
    messages: &["msg"],
    judge: |code, message| match code {
        Code::Number(400_000_002) => {
            Verdict::never("an argument is not valid, the message says which")
        }
        // Of the code that comes with it nothing is known.
        _ if message.contains("not updatable") => Verdict::never(
            "a message of the batch call, and a card that is not shared, cannot be updated",
        ),
        _ => Verdict::UNKNOWN,
    },
};

/// Reads what WPS 365 answered to the calls below `/v7/messages/`.
///
/// The code is `code`, where 0 is success. The platform's list of codes could not be read; those that programs have seen
/// have an advice. A code that is not known is [`Retry::Never`](crate::reply::Retry::Never), but for what the HTTP status
/// says.
///
/// The batch call is done later: that it was taken does not say that every receiver gets the message.
///
/// ```
/// use message_card::wps365;
///
/// let reply = r#"{"code":0,"msg":"","data":{"message_id":"m-1","invalid_receivers":[{"receiver_ids":["7"],"type":"user"}]}}"#;
/// let sent = wps365::read_reply(&http::Response::new(reply))?;
/// assert_eq!(sent.message_id.as_deref(), Some("m-1"));
/// assert_eq!(sent.invalid_receivers[0].receiver_ids, ["7"]);
/// # Ok::<(), message_card::reply::SendError>(())
/// ```
///
/// Source: `open.wps.cn/documents/app-integration-dev/wps365/server/im/message/create-msg`.
///
/// # Errors
///
/// A [`SendError`] where the platform did not take the message, or did not say so.
pub fn read_reply<B: AsRef<[u8]>>(response: &Response<B>) -> Result<Sent, SendError> {
    ENVELOPE.read(response)
}
