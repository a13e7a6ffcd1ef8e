use serde_json::json;

/// The body that says that a callback was taken: `{"result":"ok"}`.
///
/// It is documented for the callbacks of WPS 协作; one program reports that the address of a group robot is checked with a
/// `GET` that wants the same answer. Those of WPS 365 can be answered with a note to the user or with a new
/// card, but their form could not be read.
///
/// Source: `open-xz.wps.cn/pages/develop-guide/card/interact/postback-interact`.
pub fn answer_ok() -> String {
    json!({ "result": "ok" }).to_string()
}

/// The body that answers [`Callback::Challenge`](super::Callback::Challenge): `{"challenge":…}`, due within a second.
///
/// ```
/// use message_card::callback::answer_challenge;
///
/// assert_eq!(answer_challenge("a\"b"), r#"{"challenge":"a\"b"}"#);
/// ```
///
/// Source: `open.wps.cn/documents/app-integration-dev/server/callback-subscription/receive-callback.html`.
pub fn answer_challenge(challenge: &str) -> String {
    json!({ "challenge": challenge }).to_string()
}
