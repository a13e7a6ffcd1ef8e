//! What an endpoint, or whoever stands in between, answers. The first two bytes are the status, a line is `Retry-After`, the
//! rest is the body.

#![no_main]

use libfuzzer_sys::fuzz_target;
use message_card::reply::{Retry, SendError};
use message_card::{dingtalk, http::Response, kdocs, reply::LONGEST_WAIT, wecom, wps, wps365};

fuzz_target!(|bytes: &[u8]| {
    let Some((status, rest)) = bytes.split_first_chunk::<2>() else {
        return;
    };
    let mut lines = rest.splitn(2, |byte| *byte == b'\n');
    let (wait, body) = (lines.next().unwrap_or(b""), lines.next().unwrap_or(b""));
    let status = 100 + u16::from_le_bytes(*status) % 900;
    let Ok(reply) = Response::builder()
        .status(status)
        .header("retry-after", wait)
        .body(body)
    else {
        return;
    };
    let answers = [
        dingtalk::read_reply(&reply),
        kdocs::read_reply(&reply),
        wecom::read_reply(&reply),
        wps::read_reply(&reply),
        wps365::read_reply(&reply),
    ];
    for error in answers.into_iter().filter_map(Result::err) {
        check(&error);
    }
});

/// It is one line that can be logged, and asks for no endless wait.
fn check(error: &SendError) {
    let line = error.to_string();
    assert!(!line.contains(char::is_control), "{line:?}");
    assert!(line.len() < 4096, "{line}");
    if let Retry::After(wait) = error.retry() {
        assert!(wait <= LONGEST_WAIT);
    }
}
