//! Links that DingTalk's clients open in a way of their own.
//!
//! Source: `open.dingtalk.com/document/development/message-link-description` for `page/link`, and
//! `open.dingtalk.com/document/development/link-jump-specification` for `open_platform_link`. The second page is written for
//! interactive cards; that a robot's messages take these links as well is not documented.

use std::fmt::Write as _;

use card_model::{Link, markdown::character::percent};

use crate::Client;

/// A link that opens in the browser on a PC, not in DingTalk's side panel.
///
/// ```
/// use message_card::dingtalk::deep_link;
///
/// assert_eq!(
///     deep_link::in_browser("https://ci.example.com/?id=1"),
///     "dingtalk://dingtalkclient/page/link?url=https%3A%2F%2Fci.example.com%2F%3Fid%3D1&pc_slide=false"
/// );
/// ```
pub fn in_browser(url: &str) -> String {
    format!("{PAGE}{}&pc_slide=false", component(url))
}

/// A link that opens in DingTalk's side panel on a PC.
pub fn in_side_panel(url: &str) -> String {
    format!("{PAGE}{}&pc_slide=true", component(url))
}

/// One link with a URL for PCs and one for phones.
///
/// ```
/// use message_card::dingtalk::deep_link;
///
/// let link = deep_link::per_client("https://a.cn", "https://m.a.cn");
/// assert!(link.starts_with("dingtalk://dingtalkclient/action/open_platform_link?pcLink=dingtalk%3A%2F%2F"));
/// ```
pub fn per_client(pc_url: &str, mobile_url: &str) -> String {
    let mobile = format!("{PAGE}{}", component(mobile_url));
    let mut link = "dingtalk://dingtalkclient/action/open_platform_link".to_owned();
    let _ = write!(
        link,
        "?pcLink={}&mobileLink={}",
        component(&in_browser(pc_url)),
        component(&mobile)
    );
    link
}

const PAGE: &str = "dingtalk://dingtalkclient/page/link?url=";

/// What stands for `link` in a message: its URL, or both where PCs and phones differ.
pub(crate) fn of(link: &Link) -> String {
    let pc = Client::Pc.url(link);
    let (android, ios) = (Client::Android.url(link), Client::Ios.url(link));
    let mobile = if android == ios { android } else { &link.url };
    if pc == mobile {
        pc.to_owned()
    } else {
        per_client(pc, mobile)
    }
}

/// `text` as one component of a URL.
fn component(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 2);
    for c in text.chars() {
        if c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | '~') {
            out.push(c);
        } else {
            percent(&mut out, c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_urls_are_encoded_twice() {
        assert_eq!(
            per_client("https://www.dingtalk.com", "https://m.dingtalk.com/?a=1"),
            "dingtalk://dingtalkclient/action/open_platform_link?pcLink=dingtalk%3A%2F%2Fdingtalkclient%2Fpage%2Flink%3Furl%3D\
             https%253A%252F%252Fwww.dingtalk.com%26pc_slide%3Dfalse&mobileLink=dingtalk%3A%2F%2Fdingtalkclient%2Fpage%2Flink\
             %3Furl%3Dhttps%253A%252F%252Fm.dingtalk.com%252F%253Fa%253D1"
        );
    }

    #[test]
    fn one_url_stays_as_it_is() {
        assert_eq!(of(&Link::new("https://a.cn")), "https://a.cn");
        assert_eq!(
            of(&Link::new("https://a.cn").pc_url("https://a.cn")),
            "https://a.cn"
        );
        let phones = Link::new("https://a.cn")
            .android_url("https://m.a.cn")
            .ios_url("https://m.a.cn");
        assert_eq!(of(&phones), per_client("https://a.cn", "https://m.a.cn"));
        let three = Link::new("https://a.cn")
            .android_url("https://an.a.cn")
            .pc_url("https://pc.a.cn");
        assert_eq!(of(&three), per_client("https://pc.a.cn", "https://a.cn"));
    }
}
