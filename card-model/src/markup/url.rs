//! A value's way into a URL: no value can leave its place.

use std::fmt::Write;

use super::program::Op;

/// Percent-encodes what `text` holds from `start` on so that it stays in its place. A component that is `.` or `..`
/// would climb the path, encoded or not: its dots become full-width ones.
#[inline(never)]
pub(super) fn encode_from(text: &mut String, start: usize, op: Op) {
    let Some(value) = text.get(start..) else {
        return;
    };
    let climbs = op == Op::Component && matches!(value, "." | "..");
    if climbs || !value.bytes().all(|byte| is_kept(byte, op)) {
        let encoded = encode(value, op);
        text.truncate(start);
        text.push_str(&encoded);
    }
}

#[cold]
fn encode(value: &str, op: Op) -> String {
    if matches!(value, "." | "..") {
        return value.replace('.', "%EF%BC%8E");
    }
    let mut out = String::with_capacity(3 * value.len());
    for byte in value.bytes() {
        if is_kept(byte, op) {
            out.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

const fn is_kept(byte: u8, op: Op) -> bool {
    let is_unreserved = byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~');
    match op {
        Op::Authority => is_unreserved || byte == b':',
        Op::Mailbox => is_unreserved || matches!(byte, b'@' | b'+'),
        _ => is_unreserved,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn encode(value: &str, op: Op) -> String {
        let mut text = format!("é{value}");
        encode_from(&mut text, 2, op);
        text.split_off(2)
    }

    #[test]
    fn a_component_stays_one() {
        assert_eq!(encode("a-b_c.d~1", Op::Component), "a-b_c.d~1");
        assert_eq!(
            encode("a/b?c#d&e=f g%20", Op::Component),
            "a%2Fb%3Fc%23d%26e%3Df%20g%2520"
        );
        assert_eq!(encode("中\n", Op::Component), "%E4%B8%AD%0A");
        assert_eq!(encode("..", Op::Component), "%EF%BC%8E%EF%BC%8E");
        assert_eq!(encode("...", Op::Component), "...");
    }

    #[test]
    fn a_host_keeps_its_port_but_takes_no_user() {
        assert_eq!(encode("localhost:8080", Op::Authority), "localhost:8080");
        assert_eq!(encode("a@b/c", Op::Authority), "a%40b%2Fc");
        assert_eq!(encode("a:1", Op::Component), "a%3A1");
    }

    #[test]
    fn an_address_keeps_its_sign() {
        assert_eq!(
            encode("a+b@wps.cn?cc=x", Op::Mailbox),
            "a+b@wps.cn%3Fcc%3Dx"
        );
    }
}
