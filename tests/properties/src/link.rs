//! Links, most of which may be sent.

use std::fmt::Write;

use message_card::Link;
use proptest::{option, prelude::*, sample};

use crate::token;

const URLS: &[&str] = &[
    "https://example.com/",
    "https://example.com/a_b?c=d&e=f#g",
    "http://example.com/(a)/b*c*",
    "https://例子.example/路径?查=询",
    "https://example.com/%28a%29?x=%2A&amp;lt=1",
    "mailto:lin@example.com",
    "https://example.com/~~a~~/[b]/{c}|d",
];

const REFUSED: &[&str] = &[
    "javascript:alert(1)",
    "evil",
    "",
    " https://example.com/",
    "data:text/html,x",
    "//evil.example/",
];

/// A URL.
pub(crate) fn url() -> BoxedStrategy<String> {
    prop_oneof![
        8 => sample::select(URLS).prop_map(str::to_owned),
        2 => token::value().prop_map(|value| format!("https://example.com/{value}")),
        2 => token::value().prop_map(|value| format!("https://example.com/{}", component(&value))),
        1 => sample::select(REFUSED).prop_map(str::to_owned),
    ]
    .boxed()
}

/// A link, with URLs of single clients or without.
pub(crate) fn link() -> BoxedStrategy<Link> {
    let client = || option::weighted(0.15, url());
    (url(), client(), client(), client())
        .prop_map(|(url, pc, android, ios)| {
            let mut link = Link::new(url);
            link.pc_url = pc.map(Into::into);
            link.android_url = android.map(Into::into);
            link.ios_url = ios.map(Into::into);
            link
        })
        .boxed()
}

/// A value as the markup writes it into a URL.
pub(crate) fn component(value: &str) -> String {
    let mut out = String::new();
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(byte.into());
        } else {
            write!(out, "%{byte:02X}").expect("a string takes what is written");
        }
    }
    out
}
