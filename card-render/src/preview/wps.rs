//! A WPS card.

use serde_json::Value;

use super::{
    anchor::Anchors,
    blocks::markdown,
    dialect::Dialect,
    html::Html,
    picture,
    value::{items, part, text},
};
use crate::color;
use card_model::words::push_segment;

/// What draws a card in one language.
pub(super) struct Drawing<'d> {
    pub(super) anchors: &'d mut Anchors,
    pub(super) locale: Option<&'d str>,
}

impl Drawing<'_> {
    /// Draws the content of a message.
    pub(super) fn message(&mut self, html: &mut Html, payload: &Value) {
        let card = part(payload, "content");
        let id = self.anchors.put("");
        html.tag_with("div", &[("class", "card"), ("id", &id)], |html| {
            let (base, header) = self.choose(card, "header");
            if header.is_object() {
                self.header(html, &base, header);
            }
            let (base, _) = self.choose(card, "elements");
            let own = self.own(card).filter(|_| base.starts_with("/i18n"));
            html.tag("div", "elements", |html| {
                for (number, element) in items(own.unwrap_or(card), "elements").iter().enumerate() {
                    self.element(html, &format!("{base}/{number}"), element);
                }
            });
            goal(html, "whole card", part(card, "link"));
        });
    }

    /// What the card has for the language.
    fn own<'v>(&self, card: &'v Value) -> Option<&'v Value> {
        part(card, "i18n").get(self.locale?)
    }

    /// The language's own part of this name, else the card's, with its pointer.
    fn choose<'v>(&self, card: &'v Value, name: &str) -> (String, &'v Value) {
        let own = self.own(card).and_then(|own| own.get(name));
        let own = own.filter(|own| own.as_array().is_none_or(|items| !items.is_empty()));
        let mut pointer = String::new();
        if let (Some(locale), Some(_)) = (self.locale, own) {
            pointer.push_str("/i18n");
            push_segment(&mut pointer, locale);
        }
        push_segment(&mut pointer, name);
        (pointer, own.unwrap_or_else(|| part(card, name)))
    }

    fn header(&mut self, html: &mut Html, pointer: &str, header: &Value) {
        let id = self.anchors.put(pointer);
        let style = color::hex(text(header, "template"))
            .map(|hex| format!("--template:{hex}"))
            .unwrap_or_default();
        let class = if style.is_empty() {
            "head"
        } else {
            "head colored"
        };
        let attributes = [("class", class), ("id", &*id), ("style", &style)];
        html.tag_with("div", &attributes, |html| {
            for (name, class) in [("title", "title"), ("subtitle", "subtitle")] {
                if let Some(line) = header.get(name) {
                    html.tag("div", class, |html| words(html, line));
                }
            }
        });
    }

    fn element(&mut self, html: &mut Html, pointer: &str, element: &Value) {
        let id = self.anchors.put(pointer);
        let class = match text(element, "tag") {
            "text" => "element text",
            "div" => "element div",
            "img" => "element img",
            "hr" => "element",
            "picText" => "element pictext",
            "action" => "element action",
            _ => "element unknown",
        };
        html.tag_with("div", &[("class", class), ("id", &id)], |html| {
            match text(element, "tag") {
                "text" => words(html, element),
                "div" => self.columns(html, pointer, element),
                "img" => picture::inline(html, "", text(part(element, "content"), "store_key")),
                "hr" if text(element, "style") == "dashed" => {
                    html.void("hr", &[("class", "dashed")]);
                }
                "hr" => html.void("hr", &[]),
                "picText" => pic_text(html, element),
                "action" => self.actions(html, pointer, element),
                tag => unknown(html, tag),
            }
            goal(html, "", part(element, "link"));
        });
    }

    fn columns(&mut self, html: &mut Html, pointer: &str, element: &Value) {
        let class = match text(element, "division") {
            "flow_left" => "columns left",
            _ => "columns",
        };
        html.tag("div", class, |html| {
            for (number, field) in items(element, "fields").iter().enumerate() {
                let id = self.anchors.put(&format!("{pointer}/fields/{number}"));
                html.tag_with("div", &[("id", &id)], |html| words(html, field));
            }
        });
    }

    fn actions(&mut self, html: &mut Html, pointer: &str, element: &Value) {
        for (number, action) in items(element, "actions").iter().enumerate() {
            let id = self.anchors.put(&format!("{pointer}/actions/{number}"));
            html.tag_with(
                "span",
                &[("class", "slot"), ("id", &id)],
                |html| match text(action, "tag") {
                    "button" => button(html, action),
                    tag => unknown(html, tag),
                },
            );
        }
    }
}

/// A text with or without markup.
fn words(html: &mut Html, element: &Value) {
    let content = part(element, "content");
    let href = part(element, "href");
    match text(content, "type") {
        "markdown" => markdown(html, text(content, "text"), Dialect::Wps { href }),
        _ => html.leaf("div", "plain", text(content, "text")),
    }
}

fn pic_text(html: &mut Html, element: &Value) {
    picture::small(html, "", text(part(element, "img"), "store_key"));
    let content = part(element, "text");
    let href = part(element, "href");
    html.tag("div", "beside", |html| match text(content, "type") {
        "markdown" => markdown(html, text(content, "text"), Dialect::Wps { href }),
        _ => html.leaf("div", "plain", text(content, "text")),
    });
}

fn button(html: &mut Html, button: &Value) {
    let class = match text(button, "style") {
        "secondary" => "button secondary",
        "warn" => "button warn",
        "disable" => "button disable",
        "text" => "button bare",
        "primary_text" => "button bare primary",
        "danger_text" => "button bare warn",
        _ => "button",
    };
    let label = text(part(button, "content"), "text");
    let variable = part(part(button, "href"), "url_val");
    let url = match text(variable, "url") {
        "" => text(button, "url"),
        url => url,
    };
    html.link(class, url, |html| html.text(label));
}

fn unknown(html: &mut Html, tag: &str) {
    html.tag("span", "stand-in", |html| {
        html.markup("an element that is not known here: ");
        html.leaf("code", "", tag);
    });
}

/// Where a click on all of it leads.
fn goal(html: &mut Html, what: &str, link: &Value) {
    let url = text(link, "url");
    if url.is_empty() {
        return;
    }
    html.tag("div", "goal", |html| {
        if !what.is_empty() {
            html.leaf("span", "", what);
        }
        html.link("link", url, |html| html.text(url));
    });
}
