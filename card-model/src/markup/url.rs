//! A value's way into a URL: no value can leave its place.

use std::fmt::Write;

/// Where in a URL a value stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In the path, the query, the fragment, or in the middle of the host.
    Component,
    /// At the end of the host, where `:port` may follow.
    Authority,
    /// In the address of a `mailto:` or `tel:` URL.
    Mailbox,
}

/// Percent-encodes what `text` holds from `start` on so that it stays in its place. A component that is `.` or `..`
/// would climb the path, encoded or not: its dots become full-width ones.
pub(super) fn encode_from(text: &mut String, start: usize, place: Place) {
    let Some(value) = text.get(start..) else {
        return;
    };
    let encoded = if place == Place::Component && matches!(value, "." | "..") {
        value.replace('.', "%EF%BC%8E")
    } else if value.bytes().all(|byte| is_kept(byte, place)) {
        return;
    } else {
        encode(value, place)
    };
    text.truncate(start);
    text.push_str(&encoded);
}

fn encode(value: &str, place: Place) -> String {
    let mut out = String::with_capacity(3 * value.len());
    for byte in value.bytes() {
        if is_kept(byte, place) {
            out.push(char::from(byte));
        } else {
            // Writing to a string does not fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

const fn is_kept(byte: u8, place: Place) -> bool {
    let is_unreserved = byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~');
    match place {
        Place::Component => is_unreserved,
        Place::Authority => is_unreserved || byte == b':',
        Place::Mailbox => is_unreserved || matches!(byte, b'@' | b'+'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn encode(value: &str, place: Place) -> String {
        let mut text = format!("é{value}");
        encode_from(&mut text, 2, place);
        text.split_off(2)
    }

    #[test]
    fn a_component_stays_one() {
        assert_eq!(encode("a-b_c.d~1", Place::Component), "a-b_c.d~1");
        assert_eq!(
            encode("a/b?c#d&e=f g%20", Place::Component),
            "a%2Fb%3Fc%23d%26e%3Df%20g%2520"
        );
        assert_eq!(encode("中\n", Place::Component), "%E4%B8%AD%0A");
        assert_eq!(encode("..", Place::Component), "%EF%BC%8E%EF%BC%8E");
        assert_eq!(encode("...", Place::Component), "...");
    }

    #[test]
    fn a_host_keeps_its_port_but_takes_no_user() {
        assert_eq!(encode("localhost:8080", Place::Authority), "localhost:8080");
        assert_eq!(encode("a@b/c", Place::Authority), "a%40b%2Fc");
        assert_eq!(encode("a:1", Place::Component), "a%3A1");
    }

    #[test]
    fn an_address_keeps_its_sign() {
        assert_eq!(
            encode("a+b@wps.cn?cc=x", Place::Mailbox),
            "a+b@wps.cn%3Fcc%3Dx"
        );
    }
}
