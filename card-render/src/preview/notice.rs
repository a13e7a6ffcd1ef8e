//! WeCom's `template_card`.

use serde_json::Value;

use super::{
    html::Html,
    picture,
    value::{items, number, part, text},
};

/// Draws a `text_notice` or a `news_notice`.
pub(super) fn draw(html: &mut Html, card: &Value) {
    html.tag("div", "bubble notice", |html| {
        source(html, part(card, "source"));
        pair(html, "main", part(card, "main_title"), ["title", "desc"]);
        let image = text(part(card, "card_image"), "url");
        if !image.is_empty() {
            html.tag("div", "cover", |html| picture::inline(html, "", image));
        }
        beside(html, part(card, "image_text_area"));
        let emphasis = part(card, "emphasis_content");
        pair(html, "emphasis", emphasis, ["title", "desc"]);
        pair(
            html,
            "quoted",
            part(card, "quote_area"),
            ["title", "quote_text"],
        );
        line(html, "plain sub", text(card, "sub_title_text"));
        for entry in items(card, "vertical_content_list") {
            pair(html, "entry", entry, ["title", "desc"]);
        }
        rows(html, items(card, "horizontal_content_list"));
        for jump in items(card, "jump_list") {
            html.link("jump", text(jump, "url"), |html| {
                html.text(text(jump, "title"));
            });
        }
        let goal = text(part(card, "card_action"), "url");
        if !goal.is_empty() {
            html.tag("div", "goal", |html| {
                html.markup("<span>whole card</span>");
                html.link("link", goal, |html| html.text(goal));
            });
        }
    });
}

fn source(html: &mut Html, source: &Value) {
    let class = match number(source, "desc_color") {
        1 => "source black",
        2 => "source red",
        3 => "source green",
        _ => "source",
    };
    line(html, class, text(source, "desc"));
}

fn line(html: &mut Html, class: &'static str, text: &str) {
    if !text.is_empty() {
        html.leaf("p", class, text);
    }
}

/// A title and the line under it.
fn pair(html: &mut Html, class: &'static str, value: &Value, [title, desc]: [&str; 2]) {
    if value.is_object() {
        html.tag("div", class, |html| {
            line(html, "title", text(value, title));
            line(html, "desc", text(value, desc));
        });
    }
}

fn beside(html: &mut Html, area: &Value) {
    if area.is_object() {
        html.tag("div", "pictext", |html| {
            picture::small(html, "", text(area, "image_url"));
            pair(html, "beside", area, ["title", "desc"]);
        });
    }
}

fn rows(html: &mut Html, rows: &[Value]) {
    if rows.is_empty() {
        return;
    }
    html.tag("div", "rows", |html| {
        for row in rows {
            html.tag("div", "row", |html| {
                html.leaf("span", "key", text(row, "keyname"));
                match number(row, "type") {
                    0 => html.leaf("span", "", text(row, "value")),
                    _ => html.link("link", text(row, "url"), |html| {
                        html.text(text(row, "value"));
                    }),
                }
            });
        }
    });
}
