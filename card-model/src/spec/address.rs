//! URLs and e-mail addresses: what a card may lead to.

use std::fmt;

use super::near::nearest;
use crate::{markdown::character::percent, words::join};

/// Schemes of the open web that a link may have.
pub const SCHEMES: &[&str] = &["http", "https", "mailto", "tel"];

/// Schemes of apps that a link may have, with where each is seen.
pub const APP_SCHEMES: &[(&str, &str)] = &[(
    "dingtalk",
    "DingTalk client: https://open.dingtalk.com/document/orgapp/message-link-description",
)];

/// What is wrong with a URL.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum UrlFault {
    /// There is nothing.
    Empty,
    /// It has no scheme.
    Relative,
    /// Its scheme is not allowed.
    Scheme(String),
    /// Nothing stands after the scheme.
    NoHost,
    /// It holds a control character, a blank or another character that no URL may hold.
    Character(char),
}

impl fmt::Display for UrlFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => f.write_str("the URL is empty"),
            Self::Relative => f.write_str(
                "the URL is not absolute, a card has no page that it could be relative to",
            ),
            Self::Scheme(scheme) => write!(
                f,
                "the URL scheme `{}` is not allowed",
                scheme.escape_debug()
            ),
            Self::NoHost => f.write_str("the URL ends before it names a place"),
            Self::Character(c) => write!(f, "the URL holds {c:?}, which has to be percent-encoded"),
        }
    }
}

impl std::error::Error for UrlFault {}

impl UrlFault {
    /// What to do about it.
    pub fn help(&self) -> String {
        match self {
            Self::Empty => "write where it leads: `https://…`".to_owned(),
            Self::Relative => "begin it with `https://`".to_owned(),
            Self::Scheme(scheme) => match nearest(scheme, SCHEMES.iter().copied()) {
                Some(meant) => format!("did you mean `{meant}:`?"),
                None => format!("use one of `{}`", join(SCHEMES, "`, `")),
            },
            Self::NoHost => "write the host after the scheme: `https://host/…`".to_owned(),
            Self::Character(c) => {
                let mut encoded = String::new();
                percent(&mut encoded, *c);
                format!("write it as `{encoded}`, or put the value in braces, which encodes it")
            }
        }
    }
}

/// Checks that `url` is absolute, has an allowed scheme and holds nothing that a client could read in two ways.
///
/// # Errors
///
/// The first [`UrlFault`], left to right.
pub fn check_url(url: &str) -> Result<(), UrlFault> {
    if is_usual(url) {
        return Ok(());
    }
    if url.is_empty() {
        return Err(UrlFault::Empty);
    }
    let Some((scheme, rest)) = split_scheme(url) else {
        return Err(bad_character(url).map_or(UrlFault::Relative, UrlFault::Character));
    };
    if !is_allowed_scheme(scheme) {
        return Err(UrlFault::Scheme(scheme.to_owned()));
    }
    if let Some(c) = bad_character(rest) {
        return Err(UrlFault::Character(c));
    }
    let is_web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    let place = match rest.strip_prefix("//") {
        Some(place) => place,
        None if is_web => return Err(UrlFault::NoHost),
        None => rest,
    };
    if place.is_empty() || (is_web && place.starts_with(['/', '?', '#'])) {
        return Err(UrlFault::NoHost);
    }
    Ok(())
}

/// Whether the URL is certainly right: most are, and are looked at a few times.
fn is_usual(url: &str) -> bool {
    let place = url.strip_prefix("https://");
    let place = place.or_else(|| url.strip_prefix("http://"));
    place.is_some_and(|place| {
        !matches!(place.as_bytes(), [] | [b'/' | b'?' | b'#', ..]) && bad_character(place).is_none()
    })
}

/// Whether a link may have this scheme.
pub fn is_allowed_scheme(scheme: &str) -> bool {
    let is_known = |known: &str| known.eq_ignore_ascii_case(scheme);
    SCHEMES.iter().any(|known| is_known(known)) || APP_SCHEMES.iter().any(|(app, _)| is_known(app))
}

/// Splits `scheme:rest`; `None` where there is no well-formed scheme.
pub fn split_scheme(url: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = url.split_once(':')?;
    let well_formed = scheme
        .as_bytes()
        .first()
        .is_some_and(u8::is_ascii_alphabetic)
        && scheme
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'));
    well_formed.then_some((scheme, rest))
}

/// Whether each byte is one that not every URL may hold, looked up: each link is checked a few times.
static DOUBTFUL: [bool; 256] = crate::of_each_byte!(true, |byte| !matches!(byte,
    b'!' | b'#'..=b';' | b'=' | b'?'..=b'[' | b']' | b'_' | b'a'..=b'z' | b'~'));

fn is_doubtful(text: &str) -> bool {
    let or = |found: bool, byte: &u8| found | (DOUBTFUL.get(usize::from(*byte)) == Some(&true));
    // The length of a chunk is known, so that no loop is left of it.
    let (chunks, rest) = text.as_bytes().as_chunks::<8>();
    let of_chunk = |found, chunk: &[u8; 8]| chunk.iter().fold(found, or);
    rest.iter().fold(chunks.iter().fold(false, of_chunk), or)
}

fn bad_character(text: &str) -> Option<char> {
    if !is_doubtful(text) {
        return None;
    }
    text.chars().find(|&c| {
        c.is_control()
            || c.is_whitespace()
            || matches!(c, '<' | '>' | '"' | '\\' | '^' | '`' | '{' | '|' | '}')
            || crate::clean::is_removed(c)
    })
}

/// Whether `email` is one e-mail address: `name@host`, without blanks, quotes or angle brackets.
pub fn is_email(email: &str) -> bool {
    let Some((name, host)) = email.rsplit_once('@') else {
        return false;
    };
    let is_name = !name.is_empty()
        && !name.starts_with('.')
        && !name.ends_with('.')
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || ".!#$%&'*+/=?^_{|}~-".contains(c));
    let is_host = host.split('.').all(|label| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    });
    is_name && is_host
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn urls_that_a_card_may_lead_to() {
        for url in [
            "https://xz.wps.cn/",
            "HTTP://ci.example.com:8080/a?b=c&d=%20#e",
            "mailto:lin@wps.cn",
            "tel:+8613800000000",
            "dingtalk://dingtalkclient/page/link?url=x",
            "https://例子.cn/路径",
            "http://[::1]/",
        ] {
            assert_eq!(check_url(url), Ok(()), "{url}");
        }
    }

    #[test]
    fn urls_that_it_may_not() {
        for (url, fault) in [
            ("", UrlFault::Empty),
            ("ci.example.com/a", UrlFault::Relative),
            ("/builds/1", UrlFault::Relative),
            ("//host/x", UrlFault::Relative),
            ("javascript:alert(1)", UrlFault::Scheme("javascript".into())),
            ("JavaScript:alert(1)", UrlFault::Scheme("JavaScript".into())),
            ("data:text/html,x", UrlFault::Scheme("data".into())),
            ("https:", UrlFault::NoHost),
            ("https://", UrlFault::NoHost),
            ("https:///path", UrlFault::NoHost),
            ("https:ci.example.com", UrlFault::NoHost),
            ("https://a b", UrlFault::Character(' ')),
            ("https://a\u{0}", UrlFault::Character('\0')),
            ("https://a/\u{202e}", UrlFault::Character('\u{202e}')),
            (" https://a", UrlFault::Character(' ')),
            ("java\nscript:x", UrlFault::Character('\n')),
        ] {
            assert_eq!(check_url(url), Err(fault), "{url:?}");
        }
    }

    #[test]
    fn addresses() {
        for email in ["lin@wps.cn", "a.b+c@x-y.example", "林@例子.cn"] {
            assert!(is_email(email), "{email}");
        }
        for email in [
            "", "lin", "@wps.cn", "lin@", "a b@x", "<a>@x", "a\"@x", "a@x..y", "a@-x", "a@@b",
            ".a@b", "a@b\n",
        ] {
            assert!(!is_email(email), "{email:?}");
        }
    }
}
