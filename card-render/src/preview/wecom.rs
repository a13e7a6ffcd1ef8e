//! A message of a WeCom group robot.

use serde_json::Value;

use super::{
    blocks::markdown,
    dialect::Dialect,
    html::Html,
    inline, notice, other,
    value::{items, part, text},
};

/// Draws a message.
pub(super) fn message(html: &mut Html, payload: &Value) {
    let kind = text(payload, "msgtype");
    let message = part(payload, kind);
    match kind {
        "markdown" => bubble(html, text(message, "content"), Dialect::WeCom),
        "markdown_v2" => bubble(html, text(message, "content"), Dialect::WeComV2),
        "text" => plain(html, message),
        "template_card" => notice::draw(html, message),
        kind => other::draw(html, kind),
    }
}

fn bubble(html: &mut Html, content: &str, dialect: Dialect<'_>) {
    html.tag("div", "bubble", |html| markdown(html, content, dialect));
}

fn plain(html: &mut Html, message: &Value) {
    html.tag("div", "bubble plain", |html| {
        inline::words(html, text(message, "content"), Dialect::WeCom);
        for list in ["mentioned_list", "mentioned_mobile_list"] {
            for name in items(message, list).iter().filter_map(Value::as_str) {
                html.text(" ");
                inline::person(html, name.trim_start_matches('@'));
            }
        }
    });
}
