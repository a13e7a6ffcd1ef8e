//! A message of a DingTalk group robot.

use serde_json::Value;

use super::{
    blocks::markdown,
    dialect::Dialect,
    html::Html,
    other,
    value::{items, part, text},
};

/// Draws a message.
pub(super) fn message(html: &mut Html, payload: &Value) {
    let kind = text(payload, "msgtype");
    let message = part(payload, kind);
    match kind {
        "markdown" => html.tag("div", "bubble", |html| {
            markdown(html, text(message, "text"), Dialect::DingTalk);
        }),
        "text" => html.leaf("div", "bubble plain", text(message, "content")),
        "actionCard" => card(html, message),
        kind => other::draw(html, kind),
    }
    let at = part(payload, "at");
    if at.is_object() {
        notified(html, at);
    }
}

fn card(html: &mut Html, card: &Value) {
    html.tag("div", "bubble action-card", |html| {
        markdown(html, text(card, "text"), Dialect::DingTalk);
        let single = text(card, "singleTitle");
        if !single.is_empty() {
            // Where one is there, the client shows no other buttons.
            return html.link("single", text(card, "singleURL"), |html| html.text(single));
        }
        let buttons = items(card, "btns");
        let is_row = buttons.len() == 2 && text(card, "btnOrientation") == "1";
        let class = if is_row { "buttons row" } else { "buttons" };
        html.tag("div", class, |html| {
            for button in buttons {
                let url = text(button, "actionURL");
                html.link("button", url, |html| html.text(text(button, "title")));
            }
        });
    });
}

/// Who is notified: the bubble alone does not say it.
fn notified(html: &mut Html, at: &Value) {
    html.tag("div", "notified", |html| {
        html.markup("notifies");
        if part(at, "isAtAll") == &Value::Bool(true) {
            html.markup(" <span class=\"at\">@all</span>");
        }
        for list in ["atMobiles", "atUserIds"] {
            for name in items(at, list) {
                let Value::String(name) = name else {
                    continue;
                };
                html.text(" ");
                super::inline::person(html, name);
            }
        }
    });
}

/// The title, which only the list of sessions and a notification show.
pub(super) fn title(payload: &Value) -> Option<&str> {
    let message = part(payload, text(payload, "msgtype"));
    message.get("title")?.as_str()
}
