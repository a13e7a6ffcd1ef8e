//! Pictures: what is known of them, or those that the page was asked to load.

use card_model::spec::address::{check_url, split_scheme};

use super::html::Html;

/// A picture among text.
pub(super) fn inline(html: &mut Html, alt: &str, url: &str) {
    draw(html, "picture", alt, url);
}

/// A picture that is cut to a square at the side of a text.
pub(super) fn small(html: &mut Html, alt: &str, place: &str) {
    draw(html, "picture small", alt, place);
}

fn draw(html: &mut Html, class: &'static str, alt: &str, place: &str) {
    if html.has_pictures && is_on_the_web(place) {
        let attributes = [
            ("class", class),
            ("src", place),
            ("alt", alt),
            ("title", place),
            ("referrerpolicy", "no-referrer"),
        ];
        return html.void("img", &attributes);
    }
    html.tag_with("span", &[("class", class), ("title", place)], |html| {
        html.markup(MOUNTAINS);
        if !alt.is_empty() {
            html.leaf("span", "alt", alt);
        }
        html.leaf("span", "place", place);
    });
}

/// Whether a page can load it: a `store_key` it cannot.
fn is_on_the_web(place: &str) -> bool {
    let is_web = |scheme: &str| {
        ["http", "https"]
            .iter()
            .any(|web| web.eq_ignore_ascii_case(scheme))
    };
    check_url(place).is_ok() && split_scheme(place).is_some_and(|(scheme, _)| is_web(scheme))
}

const MOUNTAINS: &str = concat!(
    r#"<svg viewBox="0 0 32 24" aria-hidden="true"><rect x="1" y="1" width="30" height="22" rx="3"></rect>"#,
    r#"<circle cx="9.5" cy="8" r="2.5"></circle><path d="M4 20l8-8 5 5 4-4 7 7"></path></svg>"#
);
