//! Pictures, which are never fetched: what is known of them instead.

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
    html.tag_with("span", &[("class", class), ("title", place)], |html| {
        html.markup(MOUNTAINS);
        if !alt.is_empty() {
            html.leaf("span", "alt", alt);
        }
        html.leaf("span", "place", place);
    });
}

const MOUNTAINS: &str = concat!(
    r#"<svg viewBox="0 0 32 24" aria-hidden="true"><rect x="1" y="1" width="30" height="22" rx="3"></rect>"#,
    r#"<circle cx="9.5" cy="8" r="2.5"></circle><path d="M4 20l8-8 5 5 4-4 7 7"></path></svg>"#
);
