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

/// Percent-encodes `value` so that it stays one component. `.` and `..` would climb the path, encoded or not: their
/// dots become full-width ones.
pub(super) fn encode(value: &str, place: Place) -> String {
    if place == Place::Component && matches!(value, "." | "..") {
        return value.replace('.', "%EF%BC%8E");
    }
    let mut out = String::with_capacity(value.len());
    for byte in value.bytes() {
        if is_unreserved(byte) || is_kept(byte, place) {
            out.push(char::from(byte));
        } else {
            percent(byte, &mut out);
        }
    }
    out
}

/// Percent-encodes what could end a link's destination in markdown, and nothing else of the URL.
pub(super) fn destination(url: &str) -> String {
    let mut out = String::with_capacity(url.len());
    for byte in url.bytes() {
        let is_plain = byte.is_ascii_graphic() && !b"()<>\"'\\`|*[]~{}^".contains(&byte);
        if is_plain {
            out.push(char::from(byte));
        } else {
            percent(byte, &mut out);
        }
    }
    out
}

const fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~')
}

const fn is_kept(byte: u8, place: Place) -> bool {
    match place {
        Place::Component => false,
        Place::Authority => byte == b':',
        Place::Mailbox => matches!(byte, b'@' | b'+'),
    }
}

fn percent(byte: u8, out: &mut String) {
    // Writing to a string does not fail.
    let _ = write!(out, "%{byte:02X}");
}

#[cfg(test)]
mod tests {
    use super::*;

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

    #[test]
    fn a_destination_ends_where_it_should() {
        assert_eq!(
            destination("https://a/b?c=d&e=%20#f"),
            "https://a/b?c=d&e=%20#f"
        );
        assert_eq!(
            destination("https://a/b) [x](y"),
            "https://a/b%29%20%5Bx%5D%28y"
        );
    }
}
