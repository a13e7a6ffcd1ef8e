//! A message that no card becomes.

use super::html::Html;

/// Names the kind of the message.
pub(super) fn draw(html: &mut Html, kind: &str) {
    html.tag("div", "bubble", |html| {
        html.tag("span", "stand-in", |html| {
            html.markup("a message of another kind: ");
            html.leaf("code", "", kind);
        });
    });
}
