//! The JSON of messages, as anybody may write it: what is read is written back, and is read again as the same.

#![no_main]

use std::fmt::Debug;

use libfuzzer_sys::fuzz_target;
use message_card::{dingtalk, wecom, wps, wps365};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::from_slice;

/// Reads, writes and reads again.
fn check<T>(json: &[u8]) -> Option<T>
where
    T: DeserializeOwned + Serialize + PartialEq + Debug,
{
    let message: T = from_slice(json).ok()?;
    let written = serde_json::to_vec(&message).expect("a message is JSON");
    let again: T = from_slice(&written).expect("what was written is read");
    assert_eq!(again, message);
    Some(message)
}

fuzz_target!(|json: &[u8]| {
    if let Some(message) = check::<wecom::Message>(json) {
        let _ = message.validate();
    }
    if let Some(message) = check::<dingtalk::Message>(json) {
        let _ = message.validate();
    }
    if let Some(message) = check::<wps::WebhookMessage>(json) {
        let _ = message.validate();
    }
    if let Ok(json) = str::from_utf8(json)
        && let Ok(message) = wps::SendMessage::from_json(json)
    {
        let _ = message.validate();
        let written = serde_json::to_string(&message).expect("a message is JSON");
        let again = wps::SendMessage::from_json(&written).expect("what was written is read");
        assert_eq!(again, message);
    }
    if let Some(message) = check::<wps365::Message>(json) {
        let _ = message.validate();
        let _ = message.to_card();
    }
    if let Some(card) = check::<wps365::Card>(json) {
        let _ = card.validate();
        let (card, _) = card.to_card();
        let _ = card.validate();
    }
});
